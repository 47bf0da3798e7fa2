// What is under the pointer, where no engine tells: by going through all there is. To read
// it from the graphics card, as sigma would, waits until the frame is drawn.
import type { Id } from "../model/types";
import type { Dot, Line, Point } from "./renderer";

/** The entity under a point, the nearest when there are several; `reach` is half the width
 * of one in units of the drawing. */
export function nearestDot(
  dots: readonly Dot[],
  at: ReadonlyMap<Id, Point>,
  { x, y }: Point,
  reach: (size: number) => number,
): Id | null {
  let best: Id | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, size } of dots) {
    const place = at.get(id);
    if (!place) continue;
    const far = Math.max(Math.abs(place.x - x), Math.abs(place.y - y));
    if (far < least && far <= reach(size)) [best, least] = [id, far];
  }
  return best;
}

/** How far a point is from the line between two, squared. */
export function apart({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return (x - a.x - t * dx) ** 2 + (y - a.y - t * dy) ** 2;
}

/** The nearest of the lines that are seen, if it is within reach of a point. */
export function nearestLine(
  lines: readonly Line[],
  at: ReadonlyMap<Id, Point>,
  point: Point,
  reach: number,
  seen: (id: string) => boolean,
): string | null {
  let best: string | null = null;
  let least = reach * reach;
  for (const { id, from, to } of lines) {
    const [a, b] = [at.get(from), at.get(to)];
    if (!a || !b) continue;
    const far = apart(point, a, b);
    if (far < least && seen(id)) [best, least] = [id, far];
  }
  return best;
}
