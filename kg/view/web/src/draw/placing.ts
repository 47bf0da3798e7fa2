// Where entities stand on this canvas, how large they are, and what the camera sees.
import type { Camera, Point, Size } from "./renderer";

// Room for the names at the rim, which do not shrink; less where there is little.
const margin = ({ width, height }: Size): Point => ({
  x: Math.min(110, 0.18 * width),
  y: Math.min(90, 0.18 * height),
});

/** The least and the greatest of some numbers. */
export function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return [least, most];
}

function span(values: readonly number[]): number {
  const [least, most] = extent(values);
  return most - least;
}

/** By what positions are to be drawn out to fill a canvas: on a tall one all stand farther
 * apart vertically, on a wide one sideways, never closer together. */
export function stretch(points: readonly Point[], size: Size): Point {
  const room = margin(size);
  const wanted = (size.height - room.y) / Math.max(size.width - room.x, 1);
  const [wide, high] = [span(points.map((p) => p.x)) + 60, span(points.map((p) => p.y)) + 60];
  const ratio = wanted / (high / wide);
  const within = (factor: number) => Math.min(Math.max(factor, 1), 2);
  return { x: within(1 / ratio), y: within(ratio) };
}

/** The camera that sees all of them, not too near; null when there is nothing to see. */
export function seeingAll(points: readonly Point[], size: Size): Camera | null {
  if (points.length === 0 || size.width === 0) return null;
  const room = margin(size);
  const [left, right] = extent(points.map((p) => p.x));
  const [top, bottom] = extent(points.map((p) => p.y));
  const across = (size.width - room.x) / (right - left + 30);
  const down = (size.height - room.y) / (bottom - top + 30);
  const scale = Math.max(Math.min(across, down, 1.25), 0.02);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

const CROWD = 400;

/** By what the size of an entity is to be multiplied for half its width on the screen: it
 * grows more slowly than the distances when one zooms in, and is less where many are drawn. */
export function growth(scale: number, drawn: number): number {
  const crowd = Math.min(1, Math.max((40 / Math.max(drawn, 1)) ** 0.3, 0.42));
  // near enough, a crowd is none
  const near = drawn > CROWD ? Math.min(Math.max((scale - 0.25) / 0.75, 0), 1) : 0;
  return (crowd + (1 - crowd) * near) * Math.min(Math.max(Math.sqrt(scale), 0.38), 1.6);
}

/** The least half width in pixels: less could not be seen, nor hit. */
export const LEAST = 1.6;

/** Half the width of an entity in pixels of the screen. */
export function radius(size: number, scale: number, drawn: number): number {
  return Math.max(size * growth(scale, drawn), LEAST);
}

/** Whether a point of the canvas is well inside of it. */
export function wellInside({ x, y }: Point, { width, height }: Size): boolean {
  return x > 40 && x < width - 40 && y > 40 && y < height - 60;
}
