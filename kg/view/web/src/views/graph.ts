// The graph: the drawing with its bar and its key.
import { button, type Child, fill, make, replace } from "../dom/make";
import { createDrawing, type Drawing, firstScreen } from "../draw/drawing";
import type { MakeRenderer } from "../draw/renderer";
import { short } from "../model/text";
import type { State } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, nothing, pair } from "../state/store";
import { legend } from "./legend";
import type { View } from "./view";

interface Parts {
  readonly drawn: HTMLElement;
  readonly showAll: HTMLButtonElement;
  readonly canvas: HTMLElement;
}

function zoomButtons(drawing: Drawing): Child {
  const step = (id: string, label: string | null, act: () => void, text: string) =>
    button({ id, "aria-label": label }, act, text);
  return [
    step("zoom-out", "Zoom out", () => drawing.zoom(1 / 1.3), "\u2212"),
    step("zoom-in", "Zoom in", () => drawing.zoom(1.3), "+"),
    step("zoom-fit", null, () => drawing.fit(), "Fit"),
  ];
}

// Of those that the selected is joined with, how many are not on the canvas.
function undrawn({ graph }: Scene, drawing: Drawing, { e, with: other }: State): string {
  if (!e || other || !drawing.draws(e)) return "";
  const missing = graph.others(e).filter((id) => !drawing.draws(id)).length;
  const label = short(graph.entity(e).label);
  return missing ? ` ${missing} joined with ${label} are not drawn.` : "";
}

function howMany(scene: Scene, drawing: Drawing): string {
  const { nodes } = scene.graph.drawing;
  const n = drawing.nodes().length;
  const all = count(nodes.length, "entity", "entities");
  if (nodes.length === 0) return "There is nothing to draw: the graph has no entities.";
  if (n === nodes.length) return `All ${all}.`;
  const joined = nodes.filter((node) => node.degree > 0).length;
  if (joined === n) return `${n} of ${all}, those that a claim joins.`;
  return `The ${n} best connected of ${all}.`;
}

function tell(scene: Scene, drawing: Drawing, { drawn, showAll, canvas }: Parts): void {
  const total = scene.graph.drawing.nodes.length;
  const first = firstScreen(scene).length;
  const all = drawing.nodes().length === total;
  replace(drawn, howMany(scene, drawing), undrawn(scene, drawing, scene.store.get()));
  showAll.hidden = first === total;
  replace(showAll, all ? `Show the first ${first}` : `Show all ${grouped(total)}`);
  canvas.setAttribute(
    "aria-label",
    `Drawing of ${count(drawing.nodes().length, "entity", "entities")}. ` +
      "The table holds the same claims for keyboard and screen reader.",
  );
}

// All are drawn on demand, and when one that is open is not on the first screen.
function wantsAll({ graph }: Scene, { e, with: other, all }: State): boolean {
  const beyond = (id: string | null) =>
    id !== null && graph.findEntity(id) !== undefined && graph.node(id).first === null;
  return all || beyond(e) || beyond(other);
}

function frame(section: HTMLElement, scene: Scene): Parts & { readonly zoom: HTMLElement } {
  const drawn = make("span", { id: "drawn" });
  const toggle = () => scene.store.go({ all: !scene.store.get().all });
  const showAll = button({ id: "show-all", class: "plain", hidden: true }, toggle);
  const zoom = make("div", { class: "zoom" });
  const canvas = make("div", { id: "canvas", class: "canvas", role: "img" });
  const bar = make("div", { class: "bar" }, make("p", {}, drawn, " ", showAll), zoom);
  fill(section, bar, canvas, legend(scene.graph));
  return { drawn, showAll, canvas, zoom };
}

/** The drawing as it is asked by tests and at the console. */
export interface GraphView extends View {
  drawing(): Drawing | null;
}

/** The view of the graph, drawn by what the page chose to draw with. */
export function graphView(makeRenderer: MakeRenderer): GraphView {
  let drawing: Drawing | null = null;

  function build(section: HTMLElement, scene: Scene) {
    const parts = frame(section, scene);
    const { store } = scene;
    const made = createDrawing(scene, parts.canvas, makeRenderer, (hit) => {
      if (hit === null) store.go(nothing());
      else store.go("node" in hit ? entity(hit.node) : pair(hit.pair.from, hit.pair.to));
    });
    fill(parts.zoom, zoomButtons(made));
    drawing = made;
    return {
      update(now: State, before: State | null): void {
        made.choose(wantsAll(scene, now));
        made.restyle();
        tell(scene, made, parts);
        if (now.e && made.draws(now.e)) made.show(now.e);
        if (before && before.view !== now.view) made.fill();
      },
    };
  }

  return { name: "graph", label: "Graph", build, drawing: () => drawing };
}
