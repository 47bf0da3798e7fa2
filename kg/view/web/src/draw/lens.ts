// sigma's camera in our terms: units of the drawing and pixels of the canvas.
import type { Camera, Point, Size } from "./renderer";

/** Units of the drawing that sigma's camera calls 1: its box around the middle, fixed. */
export const BOX = 10_000;

/** What sigma's camera looks at. */
export interface Looking extends Point {
  readonly ratio: number;
}

/** How many pixels a unit of the drawing has at a ratio of sigma's camera. */
export function scaleAt(ratio: number, { width, height }: Size): number {
  return Math.max(Math.min(width, height), 1) / (ratio * BOX);
}

/** What sigma's camera must look at for ours; a ratio is found like a scale, and back. */
export function lookingAt({ x, y, scale }: Camera, size: Size): Looking & { angle: number } {
  return { x: 0.5 + x / BOX, y: 0.5 - y / BOX, ratio: scaleAt(scale, size), angle: 0 };
}

function middle({ x, y }: Looking): Point {
  return { x: (x - 0.5) * BOX, y: (0.5 - y) * BOX };
}

/** Where a point of the drawing is on the canvas. */
export function toCanvas({ x, y }: Point, looking: Looking, size: Size): Point {
  const [k, centre] = [scaleAt(looking.ratio, size), middle(looking)];
  return { x: size.width / 2 + (x - centre.x) * k, y: size.height / 2 + (y - centre.y) * k };
}

/** Which point of the drawing is at one of the canvas. */
export function fromCanvas({ x, y }: Point, looking: Looking, size: Size): Point {
  const [k, centre] = [scaleAt(looking.ratio, size), middle(looking)];
  return { x: centre.x + (x - size.width / 2) / k, y: centre.y + (y - size.height / 2) / k };
}
