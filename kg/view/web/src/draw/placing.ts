// Where entities stand on this canvas, how large they are, and what the camera sees.
import type { Node } from "../model/types";
import type { Camera, Point, Size } from "./renderer";

const MARGIN = { x: 110, y: 90 }; // room for the names at the rim, which do not shrink

function extent(values: readonly number[]): readonly [number, number] {
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

/** Positions drawn out to fill a canvas: a tall one by moving all apart vertically, a
 * wide one sideways, never closer together. */
export function drawnOut(points: readonly Point[], { width, height }: Size): readonly Point[] {
  const wanted = (height - MARGIN.y) / Math.max(width - MARGIN.x, 1);
  const [wide, high] = [span(points.map((p) => p.x)) + 60, span(points.map((p) => p.y)) + 60];
  const ratio = wanted / (high / wide);
  const within = (factor: number) => Math.min(Math.max(factor, 1), 2);
  return points.map(({ x, y }) => ({ x: x * within(1 / ratio), y: y * within(ratio) }));
}

/** The camera that sees all of them, not too near; null when there is nothing to see. */
export function seeingAll(points: readonly Point[], { width, height }: Size): Camera | null {
  if (points.length === 0 || width === 0) return null;
  const [left, right] = extent(points.map((p) => p.x));
  const [top, bottom] = extent(points.map((p) => p.y));
  const across = (width - MARGIN.x) / (right - left + 30);
  const down = (height - MARGIN.y) / (bottom - top + 30);
  const scale = Math.max(Math.min(across, down, 1.25), 0.02);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

/** Half the width of an entity on the screen: it grows more slowly than the distances
 * when one zooms in, and is smaller where many are drawn. */
export function radius(node: Node, scale: number, drawn: number): number {
  const crowd = Math.min(1, (40 / drawn) ** 0.3);
  return Math.max(node.size * crowd * Math.min(Math.max(Math.sqrt(scale), 0.35), 1.6), 1.6);
}

/** Whether a point of the canvas is well inside of it. */
export function wellInside({ x, y }: Point, { width, height }: Size): boolean {
  return x > 40 && x < width - 40 && y > 40 && y < height - 60;
}
