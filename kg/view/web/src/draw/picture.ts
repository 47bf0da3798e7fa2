// The drawing as signs and strokes, to be written as a picture: as it stands on the canvas.
import { short } from "../model/text";
import type { Id, Node } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import type { Picture, Sign, Stroke } from "../write/svg";
import { type Colours, coloursNow } from "./colours";
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

/** What of a drawing can be seen: where entities are, and whose names are written. */
export interface Seen {
  draws(id: Id): boolean;
  screen(id: Id): Point | null;
  written(): { readonly names: readonly { readonly id: Id }[] };
  scope(): { readonly kept: Kept };
}

const FEW = 60; // so many and fewer all have their names
const DASHES = { solid: [], dashed: [7, 5], dotted: [2, 4] } as const;

interface Placed {
  readonly node: Node;
  readonly at: Point;
  readonly size: number;
}

// From 5 to 15 pixels by what the layout gave them, whatever the zoom.
function sizer(nodes: readonly Node[]): (node: Node) => number {
  const largest = nodes.reduce((most, { size }) => Math.max(most, size), 1);
  return ({ size }) => Math.max(5, (15 * size) / largest);
}

function placed(scene: Scene, seen: Seen): readonly Placed[] {
  const nodes = scene.graph.drawing.nodes.filter(({ id }) => seen.draws(id));
  const size = sizer(nodes);
  return nodes.flatMap((node) => {
    const at = seen.screen(node.id);
    return at ? [{ node, at, size: size(node) }] : [];
  });
}

function arrows({ forth, back }: Look): Stroke["arrows"] {
  if (forth && back) return "both";
  return forth ? "to" : back ? "from" : "none";
}

function stroke(
  look: Look,
  ends: readonly [Placed, Placed],
  colour: Colours,
  faded: boolean,
): Stroke {
  const [{ at: a, size: one }, { at: b, size: other }] = ends;
  const names = ends.map(({ node }) => short(node.label, 60)).join(" \u2013 ");
  return {
    from: [a.x, a.y],
    to: [b.x, b.y],
    ends: [one, other],
    label: "",
    title: `${names}: ${count(look.claims.length, "claim")}`,
    colour: colour(`family-${look.family}`),
    width: lineWidth(look),
    dash: DASHES[look.manner],
    arrows: arrows(look),
    faded,
  };
}

/** What is on the canvas, as it is under the state of now. */
export function pictureOf(scene: Scene, seen: Seen, title: string): Picture {
  const { graph, store } = scene;
  const drawn = graph.drawing.edges.filter(({ from, to }) => seen.draws(from) && seen.draws(to));
  const lines = drawn.map(lineOf);
  const [colour, looks, { kept }] = [coloursNow(), looksOf(scene, lines), seen.scope()];
  const lit = standingOut(scene, looks, kept);
  const all = placed(scene, seen);
  const byId = new Map(all.map((one) => [one.node.id, one]));
  const names = new Set(seen.written().names.map(({ id }) => id));
  const sign = ({ node, at, size }: Placed): Sign => ({
    ...at,
    label: short(node.label, 40),
    title: `${short(node.label, 120)}: ${count(graph.told(node.id).length, "claim")}`,
    shape: node.shape,
    colour: colour(`class-${node.look}`),
    size,
    named: all.length <= FEW || names.has(node.id),
    faded: lit !== null && !lit.has(node.id),
  });
  const line = (look: Look): readonly Stroke[] => {
    const [a, b] = [byId.get(look.from), byId.get(look.to)];
    if (!a || !b) return [];
    return [stroke(look, [a, b], colour, !lineStandsOut(store.get(), look, kept))];
  };
  const strokes = [...looks.values()].flatMap(line);
  return {
    title,
    description: `${count(all.length, "entity", "entities")}, ${count(strokes.length, "line")}`,
    signs: all.map(sign),
    strokes,
    paper: colour("paper"),
    ink: colour("ink"),
  };
}
