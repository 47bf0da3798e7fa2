// The search box: what is found as one types, arrows and Enter to open it.
import type { Hit } from "../ask/search";
import { byId, make, name, replace } from "../dom/make";
import { entitySign } from "../dom/signs";
import { short } from "../model/text";
import type { Scene } from "../state/scene";
import { article, entity } from "../state/store";

interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
}

function option({ graph }: Scene, hit: Hit, i: number, active: boolean): HTMLElement {
  const state = { role: "option", id: `found-${i}`, "aria-selected": String(active) };
  if (hit.kind === "sentence") {
    const quote = make(
      "span",
      { class: "what", dir: "auto" },
      name(`\u201c${short(hit.text, 90)}\u201d`),
    );
    return make("li", state, quote, make("span", { class: "count" }, "sentence"));
  }
  const found = graph.entity(hit.id);
  const other = hit.text === found.label ? null : name(short(hit.text, 40));
  const also = other && make("span", { class: "soft" }, " ", other);
  return make(
    "li",
    state,
    entitySign(graph, found),
    make("span", { class: "what" }, name(short(found.label, 48)), also),
    make("span", { class: "count" }, graph.label("class", found.class)),
  );
}

function none(): HTMLElement {
  const state = { "aria-disabled": "true", "aria-selected": "false" };
  return make("li", { class: "none", role: "option", ...state }, "No name like this");
}

function close({ input, list }: Box): void {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function show(scene: Scene, { input, list }: Box, found: readonly Hit[], active: number): void {
  const typed = input.value.trim() !== "";
  const options = found.map((hit, i) => option(scene, hit, i, i === active));
  replace(list, options, typed && found.length === 0 && none());
  list.hidden = !typed;
  input.setAttribute("aria-expanded", String(typed));
  if (active < 0) input.removeAttribute("aria-activedescendant");
  else input.setAttribute("aria-activedescendant", `found-${active}`);
  options[active]?.scrollIntoView({ block: "nearest" });
}

function open(scene: Scene, box: Box, hit: Hit): void {
  box.input.value = "";
  close(box);
  if (hit.kind === "entity") scene.store.go(entity(hit.id));
  else scene.store.go(article(scene.graph.article(hit.article).id, hit.span));
  byId("panel").querySelector("h2")?.focus({ preventScroll: true });
}

/** Make the search box of the template work. */
export function createSearch(scene: Scene, find: (typed: string) => readonly Hit[]): void {
  const box: Box = { input: byId("search") as HTMLInputElement, list: byId("found") };
  const { input, list } = box;
  let found: readonly Hit[] = [];
  let active = -1;

  function type(): void {
    found = find(input.value);
    active = found.length ? 0 : -1;
    show(scene, box, found, active);
  }

  function move(step: number): void {
    if (found.length === 0) return;
    active = (active + step + found.length) % found.length;
    show(scene, box, found, active);
  }

  function choose(i: number): void {
    const hit = found[i];
    if (hit) open(scene, box, hit);
  }

  function clear(): void {
    input.value = "";
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
    if (!act) return;
    event.preventDefault();
    act();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the box keeps the focus
    const chosen = event.target instanceof Element ? event.target.closest("li") : null;
    if (chosen) choose([...list.children].indexOf(chosen));
  });
  input.addEventListener("input", type);
  input.addEventListener("focus", () => input.value && type());
  input.addEventListener("blur", () => close(box));
}
