// The drawing as signs and strokes, to be written as a picture: as it stands on the
// canvas, with names and numbers where they cover nothing, and a key of what is in it.
import { short } from "../model/text";
import type { Id, Node } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { type KeyItem, type Picture, type Sign, type Stroke, widthOf } from "../write/svg";
import { type Colours, coloursNow } from "./colours";
import { arranged, type Box } from "./labels";
import {
  type Kept,
  type Look,
  lineOf,
  lineStandsOut,
  lineWidth,
  looksOf,
  standingOut,
} from "./look";
import type { Point } from "./renderer";

/** What of a drawing can be seen: where entities are, and who is kept in focus. */
export interface Seen {
  draws(id: Id): boolean;
  screen(id: Id): Point | null;
  scope(): { readonly kept: Kept };
}

const NAMED = 260; // names that are tried
const CROWD = 40; // signs from which on each is smaller
const DASHES = { solid: [], dashed: [7, 5], dotted: [2, 4] } as const;

interface Placed {
  readonly node: Node;
  readonly at: Point;
  readonly size: number;
}

// Up to 15 pixels by what the layout gave them, whatever the zoom; less in a crowd.
function sizer(nodes: readonly Node[]): (node: Node) => number {
  const largest = nodes.reduce((most, { size }) => Math.max(most, size), 1);
  const crowd = Math.max(0.3, Math.min(1, (CROWD / Math.max(nodes.length, 1)) ** 0.4));
  return ({ size }) => crowd * Math.max(5, (15 * size) / largest);
}

function spread(values: readonly number[]): number {
  const [least, last] = values.reduce(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  );
  return Math.max(last - least, 1);
}

// Where they are on the canvas; on a sheet of a width, so far apart that they fill it.
function placed(scene: Scene, seen: Seen, sheet: number): readonly Placed[] {
  const nodes = scene.graph.drawing.nodes.filter(({ id }) => seen.draws(id));
  const size = sizer(nodes);
  const found = nodes.flatMap((node) => {
    const at = seen.screen(node.id);
    return at ? [{ node, at, size: size(node) }] : [];
  });
  const [wide, high] = [spread(found.map(({ at }) => at.x)), spread(found.map(({ at }) => at.y))];
  const k = sheet === Infinity ? 1 : Math.min(sheet / wide, (0.9 * sheet) / high);
  return found.map((one) => ({ ...one, at: { x: one.at.x * k, y: one.at.y * k } }));
}

function arrows({ forth, back }: Look): Stroke["arrows"] {
  if (forth && back) return "both";
  return forth ? "to" : back ? "from" : "none";
}

// How many claims, and a cross for what is denied: as on the canvas.
function figure({ claims, manner }: Look): string {
  const n = claims.length > 1 ? grouped(claims.length) : "";
  return manner === "dotted" ? `\u2715 ${n}`.trim() : n;
}

function stroke(
  look: Look,
  ends: readonly [Placed, Placed],
  colour: Colours,
  faded: boolean,
  free: (box: Box) => boolean,
): Stroke {
  const [{ at: a, size: one }, { at: b, size: other }] = ends;
  const names = ends.map(({ node }) => short(node.label, 60)).join(" \u2013 ");
  const [x, y, label] = [(a.x + b.x) / 2, (a.y + b.y) / 2, figure(look)];
  const half = widthOf(label) / 2 + 2;
  const roomy = !faded && label && Math.hypot(a.x - b.x, a.y - b.y) > 40;
  return {
    from: [a.x, a.y],
    to: [b.x, b.y],
    ends: [one, other],
    label: roomy && free([x - half, y - 7, x + half, y + 7]) ? label : "",
    labelAt: [x, y],
    title: `${names}: ${count(look.claims.length, "claim")}`,
    colour: colour(`family-${look.family}`),
    width: lineWidth(look),
    dash: DASHES[look.manner],
    arrows: arrows(look),
    faded,
  };
}

// The chosen first, then the best connected, of those who stand out.
function named(scene: Scene, all: readonly Placed[], lit: ReadonlySet<Id> | null) {
  const { e, with: other } = scene.store.get();
  const chosen = (id: Id) => id === e || id === other;
  const ranked = all
    .filter(({ node }) => lit === null || lit.has(node.id))
    .sort((a, b) => +chosen(b.node.id) - +chosen(a.node.id) || a.node.rank - b.node.rank);
  const [tried, rest] = [ranked.slice(0, NAMED), new Set(all)];
  for (const one of tried) rest.delete(one);
  const names = tried.map(({ node, at, size }) => {
    const always = chosen(node.id) || node.rank < 8;
    const looks = { strong: false, quiet: false, always };
    return { ...at, r: size, id: node.id, label: short(node.label, 40), ...looks };
  });
  return arranged(
    names,
    [...rest].map(({ at, size }) => ({ ...at, r: size })),
    widthOf,
  );
}

// What of the page's key this picture needs.
function keyOf({ graph }: Scene, all: readonly Placed[], looks: readonly Look[], colour: Colours) {
  const classes = new Map(all.map(({ node }) => [graph.entity(node.id).class, node]));
  const shapes = [...classes].sort(([a], [b]) => (a < b ? -1 : 1));
  const families = new Set(looks.map(({ family }) => family));
  const manners = new Set(looks.map(({ manner }) => manner));
  const line = (family: string, label: string, dash: readonly number[] = []): KeyItem => ({
    label,
    colour: colour(`family-${family}`),
    dash,
  });
  return [
    ...shapes.map(([cls, { shape, look }]): KeyItem => {
      return { label: graph.label("class", cls), shape, colour: colour(`class-${look}`) };
    }),
    ...graph.families.flatMap(({ name, label }) => (families.has(name) ? line(name, label) : [])),
    ...(families.has("mixed") ? [line("mixed", "mixed")] : []),
    ...(manners.has("dashed") ? [line("structure", "planned or possible", DASHES.dashed)] : []),
    ...(manners.has("dotted") ? [line("conflict", "\u2715 denied", DASHES.dotted)] : []),
  ];
}

/** What is on the canvas, as it is under the state of now; on a sheet, of its width. */
export function pictureOf(scene: Scene, seen: Seen, title: string, sheet = Infinity): Picture {
  const { graph, store } = scene;
  const drawn = graph.drawing.edges.filter(({ from, to }) => seen.draws(from) && seen.draws(to));
  const found = looksOf(scene, drawn.map(lineOf));
  const [colour, looks, { kept }] = [coloursNow(), [...found.values()], seen.scope()];
  const lit = standingOut(scene, found, kept);
  const all = placed(scene, seen, sheet);
  const byId = new Map(all.map((one) => [one.node.id, one]));
  const { places, free } = named(scene, all, lit);
  const sign = ({ node, at, size }: Placed): Sign => {
    const place = places.get(node.id);
    return {
      ...at,
      label: short(node.label, 40),
      ...(place && { labelAt: [place.x, place.y] as const }),
      title: `${short(node.label, 120)}: ${count(graph.told(node.id).length, "claim")}`,
      shape: node.shape,
      colour: colour(`class-${node.look}`),
      size,
      named: place !== undefined,
      faded: lit !== null && !lit.has(node.id),
    };
  };
  const line = (look: Look): readonly Stroke[] => {
    const [a, b] = [byId.get(look.from), byId.get(look.to)];
    if (!a || !b) return [];
    return [stroke(look, [a, b], colour, !lineStandsOut(store.get(), look, kept), free)];
  };
  const strokes = looks.flatMap(line);
  const some = strokes.some(({ label }) => /\d/.test(label));
  const reading = some ? ". The number on a line is of its claims" : "";
  const lines = count(strokes.length, "line");
  return {
    title,
    description: `${count(all.length, "entity", "entities")}, ${lines}${reading}.`,
    signs: all.map(sign),
    strokes,
    paper: colour("paper"),
    ink: colour("ink"),
    key: keyOf(scene, all, looks, colour),
  };
}
