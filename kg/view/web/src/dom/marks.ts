// Marks of events: a shape and a colour for each family of categories.
import type { Graph } from "../model/graph";
import { draw } from "./svg";

// About the middle, as wide as a row of marks allows; in the order of the families.
const SHAPES = [
  "M0-5.5L5 4H-5z",
  "M0-5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
  "M0-6L6 0L0 6L-6 0z",
  "M-4.2-4.2H4.2V4.2H-4.2z",
];
const NAMES = ["triangle", "circle", "diamond", "square"];
const STRIKE = "M-6.5 4.5L6.5-4.5";

/** What the marks of families are, in words: "circle: cooperation". */
export function markNames({ families }: Graph, used: readonly string[]): string {
  return families
    .map(({ name, label }, i) => (used.includes(name) ? `${NAMES[i] ?? NAMES[0]}: ${label}` : ""))
    .filter(Boolean)
    .join(", ");
}

/** How a mark is drawn: hollow where its date is but its article's, struck where denied. */
export interface Manner {
  readonly hollow?: boolean;
  readonly struck?: boolean;
}

/** The mark of a family, about the point 0, 0. */
export function familyMark(graph: Graph, family: string, manner: Manner = {}): SVGGElement {
  const at = graph.families.findIndex(({ name }) => name === family);
  const colour = `var(--family-${family})`;
  const look = manner.hollow
    ? `fill:var(--paper);stroke:${colour};stroke-width:1.8`
    : `fill:${colour};stroke:var(--paper);stroke-width:1`;
  const shape = draw("path", { d: SHAPES[at] ?? SHAPES[0], style: look });
  const strike = manner.struck && [
    draw("path", { d: STRIKE, class: "strike-ground" }),
    draw("path", { d: STRIKE, class: "strike" }),
  ];
  return draw("g", { class: "glyph" }, shape, strike);
}

/** The same as a sign in a line of words. */
export function familySign(graph: Graph, family: string, manner: Manner = {}): SVGSVGElement {
  const frame = { viewBox: "-8 -8 16 16", class: "sign mark", "aria-hidden": "true" };
  return draw("svg", { ...frame, focusable: "false" }, familyMark(graph, family, manner));
}
