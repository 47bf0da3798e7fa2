// Keys that work wherever the focus is.
import { byId } from "../dom/make";

function writing(target: EventTarget | null): boolean {
  const fields = "input:not([type=checkbox]), textarea";
  return target instanceof Element && target.closest(fields) !== null;
}

/** "/" goes to the search box; the skip link goes to the panel without touching the address. */
export function createKeys(): void {
  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== "/" || held || writing(event.target)) return;
    event.preventDefault();
    byId("search").focus();
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("panel").focus();
  });
}
