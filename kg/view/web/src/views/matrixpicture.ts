// The matrix of actors as a picture to take away.
import { dyadKey, type Matrix } from "../ask/dyads";
import { draw } from "../dom/svg";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import { bentOf, figure, strength } from "./cells";

const CELL = 34;
const LEFT = 190;
const TOP = 128;

/** Draw the matrix: names, numbers with their signs, colours as on the page. */
export function matrixPicture(graph: Graph, { actors, cells, most }: Matrix): SVGSVGElement {
  const label = (id: string) => short(graph.entity(id).label, 26);
  const rows = actors.map((id, i) =>
    draw("text", { x: LEFT - 8, y: TOP + (i + 0.65) * CELL, class: "actor-end" }, label(id)),
  );
  const columns = actors.map((id, i) => {
    const turn = `translate(${LEFT + (i + 0.65) * CELL} ${TOP - 8}) rotate(-60)`;
    return draw("text", { transform: turn, class: "actor-start" }, label(id));
  });
  const numbers = actors.flatMap((from, row) =>
    actors.map((to, column) => {
      const dyad = cells.get(dyadKey(from, to));
      const [x, y] = [LEFT + column * CELL, TOP + row * CELL];
      const look = dyad ? `${bentOf(dyad)} step-${strength(dyad.n, most)}` : "none";
      const place = { x: x + 1, y: y + 1, width: CELL - 2, height: CELL - 2, class: look };
      const middle = { x: x + CELL / 2, y: y + CELL / 2 + 4, class: "number" };
      return [draw("rect", place), dyad && draw("text", middle, figure(dyad))];
    }),
  );
  const [width, height] = [
    Math.max(560, LEFT + actors.length * CELL + 90),
    TOP + actors.length * CELL + 12,
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return draw("svg", { ...size, class: "matrix-picture" }, rows, columns, numbers);
}
