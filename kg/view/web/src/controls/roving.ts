// Keys on the drawing: from neighbour to neighbour of the selected, and on to the next.
import { byId, make, replace } from "../dom/make";
import { short } from "../model/text";
import type { Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, nothing, pair } from "../state/store";

/** Where an entity is drawn, in pixels of the canvas; null when it is not. */
export type ScreenOf = (id: Id) => { readonly x: number; readonly y: number } | null;

const HINT =
  "Arrow keys go through the neighbours of the selected entity, Enter selects one, Shift and Enter opens what joins the two.";

/** Those that can be gone to: neighbours under the filter, clockwise from the right as they
 * are drawn; without a selection all that are drawn, the most important first. */
export function reachable({ graph, passes }: Scene, from: Id | null, screen: ScreenOf): Id[] {
  if (from === null || !graph.findEntity(from)) {
    const drawn = graph.drawing.nodes.filter(({ id }) => screen(id) !== null);
    return drawn.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
  }
  const here = screen(from);
  const angle = (id: Id): number => {
    const there = screen(id);
    if (!here || !there) return Infinity;
    const turn = Math.atan2(there.y - here.y, there.x - here.x);
    return turn < 0 ? turn + 2 * Math.PI : turn;
  };
  return graph
    .others(from)
    .filter((id) => graph.ofPair(from, id).some(passes))
    .map((id) => ({ id, turn: angle(id) }))
    .sort((a, b) => a.turn - b.turn || graph.node(a.id).rank - graph.node(b.id).rank)
    .map(({ id }) => id);
}

/** Make the drawing work by keys; gives what prepares a canvas that was put in anew. */
export function createRoving(scene: Scene, screen: ScreenOf): () => void {
  const { graph, store } = scene;
  const ring = make("div", { class: "ring", hidden: true });
  let from: Id | null = null;
  let at: Id | null = null;

  function place(): void {
    const found = at === null ? null : screen(at);
    ring.hidden = found === null;
    if (found) ring.style.translate = `${found.x}px ${found.y}px`;
  }

  function tell(all: readonly Id[], id: Id): void {
    const one = graph.entity(id);
    const joined =
      from && graph.findEntity(from) ? graph.ofPair(from, id).filter(scene.passes) : [];
    const claims = joined.length ? `, ${count(joined.length, "claim")}` : "";
    const what = `${short(one.label, 60)}, ${graph.label("class", one.class)}${claims}`;
    replace(byId("live"), `${what}, ${all.indexOf(id) + 1} of ${all.length}`);
  }

  function go(step: number | "first" | "last"): void {
    from = store.get().e;
    const all = reachable(scene, from, screen);
    const now = at === null ? -1 : all.indexOf(at);
    const next =
      typeof step === "number"
        ? now + step + (now < 0 && step < 0 ? 1 : 0)
        : step === "first"
          ? 0
          : -1;
    at = all[((next % all.length) + all.length) % all.length] ?? null;
    place();
    if (at) tell(all, at);
    else replace(byId("live"), "It has no neighbours under these filters");
  }

  function open(joining: boolean): void {
    const { e } = store.get();
    if (at === null) return;
    store.go(joining && e ? pair(e, at) : entity(at));
    if (!joining) forget();
  }

  function forget(): void {
    at = null;
    place();
  }

  function leave(): void {
    if (at !== null) forget();
    else store.go(nothing());
  }

  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(1),
    ArrowDown: () => go(1),
    ArrowLeft: () => go(-1),
    ArrowUp: () => go(-1),
    Home: () => go("first"),
    End: () => go("last"),
    Escape: leave,
    "+": () => byId("zoom-in").click(),
    "=": () => byId("zoom-in").click(),
    "-": () => byId("zoom-out").click(),
    "0": () => byId("zoom-fit").click(),
  };

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.key === "Enter" ? () => open(event.shiftKey) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
    requestAnimationFrame(place);
  }

  // The engine's own frame takes no focus: the canvas does.
  return () => {
    const canvas = document.getElementById("canvas");
    if (!canvas) return;
    for (const inner of canvas.querySelectorAll<HTMLElement>("[tabindex]")) inner.tabIndex = -1;
    if (ring.parentElement === canvas) return place();
    const role = { role: "application", "aria-roledescription": "drawing of a graph" };
    for (const [name, value] of Object.entries(role)) canvas.setAttribute(name, value);
    canvas.setAttribute("aria-description", HINT);
    canvas.tabIndex = 0;
    canvas.append(ring);
    canvas.addEventListener("keydown", key);
    canvas.addEventListener("blur", forget);
    for (const moving of ["wheel", "pointerdown"])
      canvas.addEventListener(moving, forget, { passive: true });
  };
}
