// Light or dark: as the system has it, or as the reader wishes; kept where that can be.
import { byId, make, replace } from "../dom/make";

const CHOICES = ["auto", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];

const SIGNS: Readonly<Record<Choice, string>> = {
  auto: "\u25d0",
  light: "\u2600\ufe0e",
  dark: "\u263e",
};
const KEY = "kg-colours"; // as in theme.ts

function now(): Choice {
  const chosen = document.documentElement.dataset.colours;
  return CHOICES.find((one) => one === chosen) ?? "auto";
}

function keep(choice: Choice): void {
  try {
    if (choice === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // a frame without an origin keeps nothing
  }
}

function choose(choice: Choice): void {
  if (choice === "auto") delete document.documentElement.dataset.colours;
  else document.documentElement.dataset.colours = choice;
  keep(choice);
}

/** Make the button of colours work; `changed` is told when they are others. */
export function createColours(changed: () => void): void {
  const press = byId("colours");

  function tell(): void {
    const choice = now();
    const sign = make("span", { "aria-hidden": "true" }, SIGNS[choice]);
    replace(press, sign, make("span", { class: "unseen" }, `Colours: ${choice}`));
    press.title = `Colours: ${choice}`;
  }

  press.addEventListener("click", () => {
    choose(CHOICES[(CHOICES.indexOf(now()) + 1) % CHOICES.length] ?? "auto");
    tell();
    changed();
  });
  tell();
}
