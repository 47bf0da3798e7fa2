// Names on the canvas, as on a map: one size at any zoom, the important first, and
// none that would cover another. Numbers and crosses stand in the middle of lines.
import type { Id } from "../model/types";
import type { Point, Size } from "./renderer";

const SANS = '"Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const LINE = 15;
const MARGIN = 4; // no name touches the edge of the canvas
const CROWDED = 400; // from here on, names may cover dots: too many to test
const LEADING = 8; // so many are always named, even if a name covers small dots;
const ROOM = 60; // fewer on a narrow canvas: one for so many pixels of its width

/** Left, top, right, bottom in pixels. */
export type Box = readonly [number, number, number, number];

/** A name to write beside its dot. */
export interface Name extends Point {
  readonly id: Id;
  /** Half the width of its dot. */
  readonly r: number;
  readonly label: string;
  readonly strong: boolean;
  readonly always: boolean;
  readonly quiet: boolean;
}

/** What to write at a line: its ends, and text and colour. */
export interface Sign {
  readonly a: Point;
  readonly b: Point;
  readonly text: string;
  readonly colour: string;
}

/** A name that was written, and where. */
export interface Written {
  readonly id: Id;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** All that is to be written over a drawing, the most important first. */
export interface Lettering {
  readonly names: readonly Name[];
  readonly signs: readonly Sign[];
  readonly ink: string;
  readonly paper: string;
  readonly size: Size;
  /** How many names there may be. */
  readonly most: number;
}

interface Taken {
  readonly taken: readonly Box[];
  readonly dots: readonly Box[];
  readonly size: Size;
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// Places for a name, the best first: below, right, above, left, below and aside.
function places({ x, y, r }: Name, width: number): readonly Box[] {
  const half = width / 2;
  const mid = LINE / 2;
  return [
    [x - half, y + r + 2, x + half, y + r + 2 + LINE],
    [x + r + 5, y - mid, x + r + 5 + width, y + mid],
    [x - half, y - r - 2 - LINE, x + half, y - r - 2],
    [x - r - 5 - width, y - mid, x - r - 5, y + mid],
    [x - r, y + r + 2, x - r + width, y + r + 2 + LINE],
    [x + r - width, y + r + 2, x + r, y + r + 2 + LINE],
  ];
}

// A name that must be written, moved into the canvas when it sticks out.
function inside([left, top, right, bottom]: Box, { width, height }: Size): Box {
  const dx = Math.max(0, MARGIN - left) - Math.max(0, right - width + MARGIN);
  const dy = Math.max(0, MARGIN - top) - Math.max(0, bottom - height + MARGIN);
  return [left + dx, top + dy, right + dx, bottom + dy];
}

const inView = ({ x, y }: Point, { width, height }: Size) =>
  x >= 0 && x <= width && y >= 0 && y <= height;

// How much of a box another covers, in square pixels.
function covered(a: Box, b: Box): number {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0 && high > 0 ? wide * high : 0;
}

// Where a name that must be written does least harm. Another name under it is the
// worst, then large dots; its own dot counts too, so that it stays a shape to click.
function leastBad(name: Name, width: number, { taken, dots, size }: Taken): Box {
  const { x, y, r } = name;
  const over: Box = [x - width / 2, y - LINE / 2, x + width / 2, y + LINE / 2];
  const harm = (box: Box) =>
    taken.reduce((sum, other) => sum + 1000 * covered(box, other), 0) +
    dots.reduce((sum, dot) => sum + covered(box, dot) * (dot[2] - dot[0]), 0);
  let best = inside(over, size);
  let least = Number.POSITIVE_INFINITY;
  for (const place of [...places(name, width), ...places({ ...name, r: r + 8 }, width), over]) {
    const box = inside(place, size);
    const bad = harm(box);
    if (bad < least) [best, least] = [box, bad];
  }
  return best;
}

function freePlace(name: Name, width: number, i: number, { taken, dots, size }: Taken): Box | null {
  const free = (box: Box) =>
    box[0] >= MARGIN &&
    box[2] <= size.width - MARGIN &&
    box[1] >= MARGIN &&
    box[3] <= size.height - MARGIN &&
    !taken.some((other) => overlap(box, other)) &&
    (dots.length > CROWDED || !dots.some((dot, j) => j !== i && overlap(box, dot)));
  return places(name, width).find(free) ?? null;
}

/** The middles of names that cover neither each other nor a dot, wherever there is room
 * on a boundless sheet; what must be written is. The first go first. */
export function arranged(
  names: readonly Name[],
  others: readonly (Point & { readonly r: number })[],
  width: (label: string) => number,
): { readonly places: ReadonlyMap<Id, Point>; readonly free: (box: Box) => boolean } {
  const all = [...names, ...others];
  const far = all.reduce((least, { x, y }) => Math.min(least, x, y), 0) - 9999;
  const dots = all.map(({ x, y, r }): Box => [x - far - r, y - far - r, x - far + r, y - far + r]);
  const size = { width: Infinity, height: Infinity };
  const taken: Box[] = [];
  const found = new Map<Id, Point>();
  for (const [i, one] of names.entries()) {
    const [wide, moved] = [width(one.label), { ...one, x: one.x - far, y: one.y - far }];
    const so = { taken, dots, size };
    const box = freePlace(moved, wide, i, so) ?? (one.always ? leastBad(moved, wide, so) : null);
    if (!box) continue;
    taken.push(box);
    found.set(one.id, { x: (box[0] + box[2]) / 2 + far, y: (box[1] + box[3]) / 2 + far });
  }
  const free = ([left, top, right, bottom]: Box): boolean => {
    const box: Box = [left - far, top - far, right - far, bottom - far];
    const covers = (other: Box) => overlap(box, other);
    if (taken.some(covers) || dots.some(covers)) return false;
    taken.push(box);
    return true;
  };
  return { places: found, free };
}

const font = (strong: boolean, size = 12.5) => `${strong ? "600 " : ""}${size}px ${SANS}`;

function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  { x, y }: Point,
  colour: string,
  paper: string,
): void {
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

function writeNames(ctx: CanvasRenderingContext2D, letters: Lettering): [Written[], Box[]] {
  const { names, size, ink, paper } = letters;
  const dots = names.map(({ x, y, r }): Box => [x - r, y - r, x + r, y + r]);
  const taken: Box[] = [];
  const written: Written[] = [];
  let leading = Math.min(LEADING, Math.floor(size.width / ROOM));
  for (const [i, name] of names.entries()) {
    if (name.quiet || (written.length >= letters.most && !name.always)) continue;
    ctx.font = font(name.strong);
    const width = ctx.measureText(name.label).width;
    const must = inView(name, size) && (name.always || leading-- > 0);
    const so = { taken, dots, size };
    const box = freePlace(name, width, i, so) ?? (must ? leastBad(name, width, so) : null);
    if (!box) continue;
    const [left, top, right, bottom] = [box[0] - 3, box[1], box[2] + 3, box[3]];
    taken.push([left, top, right, bottom]);
    written.push({ id: name.id, left, top, right, bottom });
    write(ctx, name.label, { x: (left + right) / 2, y: (top + bottom) / 2 }, ink, paper);
  }
  return [written, [...taken, ...dots]];
}

// Near the middle of its line, where it is free.
function writeSigns(
  ctx: CanvasRenderingContext2D,
  { signs, paper }: Lettering,
  taken: Box[],
): string[] {
  const written: string[] = [];
  ctx.font = font(true, 11.5);
  for (const { a, b, text, colour } of signs) {
    const half = ctx.measureText(text).width / 2 + 2;
    const around = ({ x, y }: Point): Box => [x - half, y - 7, x + half, y + 7];
    const at = [0.5, 0.42, 0.58, 0.34, 0.66]
      .map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }))
      .find((point) => !taken.some((other) => overlap(around(point), other)));
    if (!at) continue;
    taken.push(around(at));
    written.push(text);
    write(ctx, text, at, colour, paper);
  }
  return written;
}

/** What was written over a drawing: names and where they stand, and what lines say. */
export interface Lettered {
  readonly names: readonly Written[];
  readonly signs: readonly string[];
}

/** Write names and signs over a drawing. */
export function letter(ctx: CanvasRenderingContext2D, letters: Lettering): Lettered {
  const ratio = ctx.canvas.width / Math.max(letters.size.width, 1);
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const [names, taken] = writeNames(ctx, letters);
  const signs = writeSigns(ctx, letters, taken);
  ctx.restore();
  return { names, signs };
}

/** The entity whose name is written at a point. */
export function namedAt(written: readonly Written[], { x, y }: Point): Id | null {
  const hit = written.find((box) => box.left < x && x < box.right && box.top < y && y < box.bottom);
  return hit?.id ?? null;
}
