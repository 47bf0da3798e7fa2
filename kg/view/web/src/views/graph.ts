// The graph: the drawing with its bar, its toolbar and its key.
import type { Adjacency } from "../ask/paths";
import { button, type Child, fill, make, replace } from "../dom/make";
import { type Clicked, createDrawing, type Drawing } from "../draw/drawing";
import { pictureOf } from "../draw/picture";
import type { MakeRenderer } from "../draw/renderer";
import { firstScreen } from "../draw/scope";
import { sheet } from "../draw/sheet";
import { participants } from "../model/graph";
import type { State } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, nothing, pair } from "../state/store";
import { toSvg } from "../write/svg";
import { type Camera, createCamera } from "./camera";
import { createFollow, type Find, type Follow } from "./follow";
import { legend } from "./legend";
import type { View } from "./view";

const PAPER = 680; // pixels that a sheet of paper is wide

interface Parts {
  readonly drawn: HTMLElement;
  readonly showAll: HTMLButtonElement;
  readonly hidden: HTMLButtonElement;
  readonly release: HTMLButtonElement;
  readonly canvas: HTMLElement;
  readonly follow: HTMLElement;
  readonly zoom: HTMLElement;
}

function zoomButtons(drawing: Drawing, camera: Camera): Child {
  const step = (id: string, label: string | null, act: () => void, text: string) =>
    button({ id, "aria-label": label }, act, text);
  const zoom = (factor: number) => () => {
    camera.taken();
    drawing.zoom(factor);
  };
  const fit = () => {
    drawing.fit();
    camera.fitted();
  };
  return [
    step("zoom-out", "Zoom out", zoom(1 / 1.3), "\u2212"),
    step("zoom-in", "Zoom in", zoom(1.3), "+"),
    step("zoom-fit", null, fit, "Fit"),
  ];
}

function howMany(scene: Scene, drawing: Drawing, now: State): string {
  const { nodes } = scene.graph.drawing;
  const n = drawing.scope().nodes.length;
  const all = count(nodes.length, "entity", "entities");
  if (nodes.length === 0) return "There is nothing to draw: the graph has no entities.";
  const { kept } = drawing.scope();
  if (kept) return `${grouped(kept.ids.size)} of ${all} in focus.`;
  if (n === nodes.length) return `All ${all}.`;
  if (n === 0) return `None of ${all} passes the filters.`;
  if (scene.filtered() || now.hide.length) return `${grouped(n)} of ${all}.`;
  const joined = nodes.filter((node) => node.degree > 0).length;
  if (joined === n) return `${grouped(n)} of ${all}, those that a claim joins.`;
  const more = n - firstScreen(scene).length;
  const best = `The ${grouped(n - more)} best connected`;
  return `${best}${more > 0 ? ` and ${grouped(more)} others` : ""} of ${all}.`;
}

// How many there are to show: under a filter that hides, those of what passes it.
function showable(scene: Scene, { filter }: State): number {
  if (filter.fade || !scene.filtered()) return scene.graph.drawing.nodes.length;
  return new Set(scene.passing().flatMap(participants)).size;
}

function tell(scene: Scene, drawing: Drawing, parts: Parts): void {
  const { drawn, showAll, hidden, release, canvas } = parts;
  const now = scene.store.get();
  const total = showable(scene, now);
  const first = firstScreen(scene).length;
  replace(drawn, howMany(scene, drawing, now));
  showAll.hidden = total <= first || drawing.scope().kept !== null;
  replace(showAll, now.all ? `Show the first ${first}` : `Show all ${grouped(total)}`);
  hidden.hidden = now.hide.length === 0;
  replace(hidden, `Show ${now.hide.length} hidden`);
  release.hidden = drawing.pinned() === 0;
  replace(release, `Put back ${drawing.pinned()} moved`);
  const n = drawing.scope().nodes.length;
  canvas.setAttribute(
    "aria-label",
    `Drawing of ${count(n, "entity", "entities")}. ` +
      "The table holds the same claims for keyboard and screen reader.",
  );
}

function frame(section: HTMLElement, scene: Scene): Parts {
  const { store } = scene;
  const plain = (id: string, act: () => void) => button({ id, class: "plain", hidden: true }, act);
  const drawn = make("span", { id: "drawn" });
  const showAll = plain("show-all", () => store.go({ all: !store.get().all }));
  const hidden = plain("show-hidden", () => store.go({ hide: [] }));
  const release = button({ id: "put-back", class: "plain", hidden: true }, () => undefined);
  const zoom = make("div", { class: "zoom" });
  const canvas = make("div", { id: "canvas", class: "canvas", role: "img" });
  const follow = make("div", { id: "follow", class: "follow", role: "group" });
  follow.setAttribute("aria-label", "The chosen entity on the drawing");
  const texts = make("p", {}, drawn, " ", showAll, " ", hidden, " ", release);
  const bar = make("div", { class: "bar" }, texts, zoom);
  fill(section, bar, follow, canvas, legend(scene.graph));
  return { drawn, showAll, hidden, release, canvas, follow, zoom };
}

/** The drawing as it is asked by tests and at the console. */
export interface GraphView extends View {
  drawing(): Drawing | null;
}

/** What the view of the graph draws, finds and follows with. */
export interface Means {
  readonly make: MakeRenderer;
  readonly find: Find;
  /** Who is joined with whom under the filter of now. */
  readonly adjacent: () => Adjacency;
}

/** The view of the graph, drawn by what the page chose to draw with. */
export function graphView({ make: makeRenderer, find, adjacent }: Means): GraphView {
  let drawing: Drawing | null = null;

  function build(section: HTMLElement, scene: Scene) {
    const parts = frame(section, scene);
    const { store } = scene;
    let follow: Follow | null = null;

    function clicked(hit: Clicked, twice: boolean): void {
      if (twice && hit && "node" in hit) follow?.expand(hit.node);
      else if (hit === null) store.go({ ...nothing(), hops: 0 });
      else if ("pair" in hit) store.go(pair(hit.pair.from, hit.pair.to));
      else if (!follow?.takes(hit.node)) store.go(entity(hit.node));
    }

    const made = createDrawing(scene, parts.canvas, { make: makeRenderer, adjacent }, clicked, () =>
      tell(scene, made, parts),
    );
    follow = createFollow(parts.follow, scene, made, find);
    parts.release.addEventListener("click", () => made.release());
    const camera = createCamera(parts.canvas, made, store);
    fill(parts.zoom, zoomButtons(made, camera));
    drawing = made;
    return {
      sheet: () => sheet(pictureOf(scene, made, "", PAPER)),
      picture: (title: string) => toSvg(pictureOf(scene, made, title)),
      update(now: State, before: State | null): void {
        const away = before !== null && before.view !== now.view;
        if (away) made.fill();
        made.update();
        tell(scene, made, parts);
        follow?.update(now);
        const looks = camera.update(now);
        const anew = before === null || away || before.e !== now.e || before.with !== now.with;
        if (anew && !looks && now.e && !made.scope().kept) made.show(now.e, now.with);
        camera.followed();
      },
    };
  }

  return { name: "graph", label: "Graph", build, drawing: () => drawing };
}
