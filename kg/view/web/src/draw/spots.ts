// Free places on the first screen for those that are not on it: near whom they are joined
// with, else where the drawing of the whole has them.
import type { Id, Node } from "../model/types";
import type { Point } from "./renderer";

const CELL = { x: 88, y: 40 }; // room for a dot and its name
const TURN = 2.399963; // the golden angle: no two directions fall together
const TRIES = 900;

interface Taken {
  free(point: Point): boolean;
  add(point: Point): void;
}

// Which places are taken, by cells: whoever asks looks only at the nine around.
function takenPlaces(): Taken {
  const cells = new Map<string, Point[]>();
  const column = (x: number) => Math.floor(x / CELL.x);
  const row = (y: number) => Math.floor(y / CELL.y);
  const near = (a: Point, b: Point) => Math.abs(a.x - b.x) < CELL.x && Math.abs(a.y - b.y) < CELL.y;
  const around = [-1, 0, 1];
  return {
    free: (point) =>
      !around.some((i) =>
        around.some((j) =>
          cells
            .get(`${column(point.x) + i}/${row(point.y) + j}`)
            ?.some((other) => near(point, other)),
        ),
      ),
    add(point) {
      const key = `${column(point.x)}/${row(point.y)}`;
      const cell = cells.get(key);
      if (cell) cell.push(point);
      else cells.set(key, [point]);
    },
  };
}

// The first free place of a spiral around one.
function spot({ x, y }: Point, taken: Taken, start: number): Point {
  let point = { x, y };
  for (let i = 0; i < TRIES && !taken.free(point); i++) {
    const far = 46 + 20 * Math.sqrt(i);
    const turn = start + i * TURN;
    point = { x: x + far * Math.cos(turn), y: y + 0.75 * far * Math.sin(turn) };
  }
  return point;
}

function middle(points: Iterable<Point>): Point {
  let [x, y, n] = [0, 0, 0];
  for (const point of points) [x, y, n] = [x + point.x, y + point.y, n + 1];
  return n ? { x: x / n, y: y / n } : { x, y };
}

// Away from the middle of the drawing: there is room.
function outwards(from: Point, centre: Point): number {
  return Math.atan2(from.y - centre.y, from.x - centre.x);
}

/** Where all of them stand on the first screen: as the build has it, the others in free
 * places near the best connected of their neighbours that is drawn. */
export function standing(nodes: readonly Node[], near: (id: Id) => readonly Id[]): Map<Id, Point> {
  const at = new Map<Id, Point>();
  const taken = takenPlaces();
  const put = (id: Id, point: Point) => {
    at.set(id, point);
    taken.add(point);
  };
  for (const { id, first } of nodes) if (first) put(id, { x: first[0], y: first[1] });
  const centre = middle(at.values());
  let waiting = nodes.filter(({ first }) => !first).sort((a, b) => a.rank - b.rank);
  while (waiting.length) {
    const left = waiting.filter(({ id }) => {
      const anchor = near(id).find((other) => at.has(other));
      const from = anchor === undefined ? undefined : at.get(anchor);
      if (!from) return true;
      put(id, spot(from, taken, outwards(from, centre)));
      return false;
    });
    const [alone] = left;
    if (alone && left.length === waiting.length) {
      put(alone.id, spot({ x: alone.x, y: alone.y }, taken, 0));
      left.shift();
    }
    waiting = left;
  }
  return at;
}
