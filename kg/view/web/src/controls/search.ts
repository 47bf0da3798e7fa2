// The search box: what is found as one types, arrows and Enter to fly there.
import type { Found, Search } from "../ask/search";
import { byId, type Child, make, replace } from "../dom/make";
import { short } from "../model/text";
import type { Scene } from "../state/scene";
import { howMuch, opened, rowsOf } from "./found";

const LIMIT = 16;
const SLICE = 8; // milliseconds of work at a time while the index is made
const AT_ONCE = 60; // names or sentences between two looks at the clock

interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
}

const none = (query: string): Child => {
  const state = { "aria-disabled": "true", "aria-selected": "false" };
  const text = `No name and no sentence like \u201c${short(query, 40)}\u201d`;
  return make("li", { class: "none", role: "option", ...state }, text);
};

function close({ input, list }: Box): void {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function say(text: string): void {
  replace(byId("live"), text);
}

function show(scene: Scene, { input, list }: Box, found: Found): void {
  const typed = input.value.trim() !== "";
  const missing = typed && !found.hits.length && none(input.value);
  replace(list, rowsOf(scene, found, input.value), missing);
  list.hidden = !typed;
  list.scrollTop = 0;
  input.setAttribute("aria-expanded", String(typed));
  if (typed) say(howMuch(found) || "Nothing found");
}

function point({ input, list }: Box, active: number): void {
  for (const option of list.querySelectorAll("[role=option]")) {
    const on = option.id === `found-${active}`;
    option.setAttribute("aria-selected", String(on));
    if (on) option.scrollIntoView({ block: "nearest" });
  }
  if (active < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `found-${active}`);
}

// Index names and sentences in what time the page has to spare; `done` at the end.
function prepare(search: Search, done: () => void): void {
  const soon = "requestIdleCallback" in window ? requestIdleCallback : setTimeout;
  const slice = (): void => {
    const end = performance.now() + SLICE;
    let more = true;
    while (more && performance.now() < end) more = search.prepare(AT_ONCE);
    if (more) soon(slice);
    else done();
  };
  soon(slice);
}

/** Make the search box of the template work; gives what indexes in idle time. */
export function createSearch(scene: Scene, search: Search): () => void {
  const box: Box = { input: byId("search") as HTMLInputElement, list: byId("found") };
  const { input, list } = box;
  let found = search.counted("");
  let active = -1;

  function type(): void {
    found = search.counted(input.value, LIMIT);
    active = found.hits.length ? 0 : -1;
    show(scene, box, found);
    point(box, active);
  }

  function move(step: number): void {
    if (list.hidden && input.value) type();
    else if (found.hits.length) {
      active = (active + step + found.hits.length) % found.hits.length;
      point(box, active);
    }
  }

  function choose(i: number): void {
    const hit = found.hits[i];
    if (!hit || list.hidden) return;
    clear();
    scene.store.go(opened(scene, hit));
    byId("panel").querySelector("h2")?.focus({ preventScroll: true });
  }

  function clear(): void {
    input.value = "";
    found = search.counted("");
    close(box);
  }

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(active),
    Escape: clear,
  };
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the box keeps the focus
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option) choose(Number(option.id.replace("found-", "")));
  });
  input.addEventListener("input", type);
  input.addEventListener("focus", () => input.value && type());
  input.addEventListener("blur", () => close(box));
  // Sentences are found from now on: what was typed before is looked for again.
  return () =>
    prepare(search, () => {
      if (document.activeElement === input && input.value && active <= 0) type();
    });
}
