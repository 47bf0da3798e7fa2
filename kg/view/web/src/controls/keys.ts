// Keys that work wherever the focus is, and the links that skip to a part of the page.
import { byId } from "../dom/make";

function writing(target: EventTarget | null): boolean {
  const fields = "input:not([type=checkbox], [type=range]), textarea, select, dialog";
  return target instanceof Element && target.closest(fields) !== null;
}

// Skip links go to their part without touching the address, which is the page's state.
function skip(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a.skip") : null;
  if (!link) return;
  event.preventDefault();
  const view = () => document.querySelector<HTMLElement>("main > .view:not([hidden])");
  const wanted = link.getAttribute("href") ?? "";
  const part = wanted === "#tabs" ? view() : document.querySelector<HTMLElement>(wanted);
  if (wanted === "#filters") part?.setAttribute("open", "");
  (part?.querySelector<HTMLElement>(":scope > summary") ?? part)?.focus();
}

/** "/" goes to the search box, "?" opens the sheet of keys; the skip links work. */
export function createKeys(help: () => void): void {
  const acts: Readonly<Record<string, () => void>> = {
    "/": () => byId("search").focus(),
    "?": help,
  };
  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const act = acts[event.key];
    if (!act || held || writing(event.target)) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("click", skip);
}
