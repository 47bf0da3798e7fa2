// Marks and numbers of a text as one stop of Tab: arrows lead from one to the next, up and
// down from sentence to sentence.

const STOPS = ":scope > p :is(mark[role], .tally)";

/** A text that is gone through by keys. */
export interface Walk {
  /** Let Tab lead to this one, unless somebody goes through the text. */
  reach(stop: HTMLElement | null): void;
}

// How far along a key leads, and among which: all, or the numbers after sentences.
const STEPS: Readonly<Record<string, readonly [by: number, among: string]>> = {
  ArrowLeft: [-1, ""],
  ArrowRight: [1, ""],
  ArrowUp: [-1, ".tally"],
  ArrowDown: [1, ".tally"],
};

function next(all: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | null {
  if (key === "Home") return all[0] ?? null;
  if (key === "End") return all.at(-1) ?? null;
  const [by, among] = STEPS[key] ?? [0, ""];
  const turned = among === "" && getComputedStyle(from).direction === "rtl" ? -by : by;
  for (let at = all.indexOf(from) + turned; turned !== 0; at += turned) {
    const found = all[at];
    if (!found || among === "" || found.matches(among)) return found ?? null;
  }
  return null;
}

/** Make a text one stop of Tab; Enter and the space bar press a mark as a click does. */
export function walk(element: HTMLElement): Walk {
  let stop = element.querySelector<HTMLElement>(STOPS);
  if (stop) stop.tabIndex = 0;

  function lead(to: HTMLElement): void {
    if (stop) stop.tabIndex = -1;
    stop = to;
    stop.tabIndex = 0;
  }

  function press(event: KeyboardEvent): void {
    const at = event.target;
    if (!(at instanceof HTMLElement) || !at.matches("mark, .tally")) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const all = [...element.querySelectorAll<HTMLElement>(STOPS)];
    const found = next(all, at, event.key);
    const pressed = at.matches("mark") && (event.key === "Enter" || event.key === " ");
    if (!found && !pressed && !(event.key in STEPS)) return;
    event.preventDefault();
    if (pressed) at.click();
    else found?.focus();
  }

  element.addEventListener("keydown", press);
  element.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && target.matches("mark, .tally")) lead(target);
  });
  return {
    reach(to) {
      if (to && !element.contains(document.activeElement)) lead(to);
    },
  };
}
