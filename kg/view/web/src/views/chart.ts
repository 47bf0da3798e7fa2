// Where everything of the timeline stands: lanes of actors, marks of events, in pixels.
import type { ClaimTable } from "../ask/claims";
import { type Lane, type Lanes, lanes, type Mark, pack } from "../ask/lanes";
import type { Graph } from "../model/graph";
import type { Id, PageData, State } from "../model/types";
import { roomy, type Stretch, stretchOf, type Tick, ticks } from "./axis";
import { happenings } from "./happenings";
import { type Piles, pilesOf } from "./piles";

/** Width of a mark's place in its row, and height of a row. */
export const ROW = 14;
const MARGIN = 12; // of the axis at the right
const AXIS = 44; // height of the axis
const ROWS = 7; // of marks, in one lane
const NAMES = 168; // width of the names beside the lanes
const GAP = 18; // between the axis and what has no date

/** A mark where it stands; `left` and `right` are the ends of its interval. */
export interface Spot {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

/** A lane where it stands. */
export interface Band {
  readonly id: Id;
  readonly n: number;
  readonly top: number;
  readonly height: number;
  readonly spots: readonly Spot[]; // from left to right, those without a date last
  readonly piles: Piles | null; // in the place of marks, where those are too many
  readonly dated: readonly number[]; // all reports, also of what is not drawn
  readonly undated: readonly number[];
  readonly outside: number; // events before or after the axis
  readonly crowded: number; // events for which there is no room
}

/** The whole drawing. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly left: number; // of the axis; names stand before it, if there is room
  readonly narrow: boolean;
  readonly right: number; // of the axis; beyond it stands what has no date
  readonly ticks: readonly (Tick & { readonly x: number })[];
  readonly bands: readonly Band[];
  readonly more: number; // actors that have no lane
}

/** What a chart is made from. */
export interface Given {
  readonly graph: Graph;
  readonly table: ClaimTable;
  readonly left: Uint8Array;
  readonly now: State;
  readonly most: number;
  readonly width: number;
}

// Who deals with the selected in events that pass, the most often first.
function dealing({ graph, table, left }: Given, id: Id): readonly Id[] {
  const place = new Map(table.data.claims.map((claim, i) => [claim, i]));
  const met = new Map<Id, number>();
  for (const claim of graph.told(id)) {
    const i = place.get(claim) ?? -1;
    if (!left[i] || !table.event[i]) continue;
    for (const other of new Set([...claim.from, ...claim.to])) {
      met.set(other, (met.get(other) ?? 0) + 1);
    }
  }
  const rest = [...met].filter(([other]) => other !== id);
  const byNumber = rest.sort(
    (a, b) => b[1] - a[1] || graph.node(a[0]).rank - graph.node(b[0]).rank,
  );
  return byNumber.map(([other]) => other);
}

/** Whose lane is the first: the selected's, but once a mark is opened whose it was before. */
export function firstOf({ e, first }: State): Id | null {
  return first ?? e;
}

/** Whose lanes there are: first the selected's, with those it deals with; null: the most told. */
export function chosen(
  given: Given,
): { readonly actors: readonly Id[]; readonly more: number } | null {
  const { graph, now, most } = given;
  const known = (id: Id | null) => id !== null && graph.findEntity(id) !== undefined;
  const first = firstOf(now);
  if (first === null || !known(first)) return null;
  const all = [first, ...dealing(given, first)];
  const actors = all.slice(0, most);
  for (const id of [now.with, now.e]) {
    if (id !== null && known(id) && !actors.includes(id)) actors.push(id);
  }
  return { actors, more: Math.max(0, all.length - most) };
}

interface Scale {
  readonly stretch: Stretch;
  readonly pixels: number; // of a day
  x(day: number): number;
}

// Left and right of the axis, and of what has no date.
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly end: number;
}

function frameOf(found: readonly Loose[], left: number, width: number): Frame {
  const end = width - MARGIN;
  const most = found.reduce((n, { undated }) => Math.max(n, undated.length), 0);
  if (most === 0) return { left, right: end, end };
  const sum = (of: (one: Loose) => number) => found.reduce((n, one) => n + of(one), 0);
  const [dated, undated] = [sum(({ lane }) => lane.marks.length), sum((one) => one.undated.length)];
  if (dated === 0) return { left, right: left - GAP, end };
  const [rows, part] = undated > 2 * dated ? [ROWS / 2, 0.6] : [ROWS, 0.4];
  const wanted = Math.max(72, Math.ceil(most / rows) * ROW + 10);
  return { left, right: end - GAP - Math.min(wanted, (end - left) * part), end };
}

function scaleOf(found: Lanes, { now }: Given, { left, right }: Frame): Scale | null {
  const marks = found.lanes.flatMap((lane) => lane.marks);
  const stretch = roomy(stretchOf(marks), now.filter.from, now.filter.until);
  if (!stretch || marks.length === 0) return null;
  const pixels = (right - left) / (stretch.end - stretch.begin);
  const clamped = (day: number) => Math.min(Math.max(day, stretch.begin), stretch.end);
  return { stretch, pixels, x: (day) => left + (clamped(day) - stretch.begin) * pixels };
}

function spot(mark: Mark, scale: Scale, top: number): Spot {
  const [left, right] = [scale.x(mark.begin), scale.x(mark.end)];
  return { mark, left, right, x: (left + right) / 2, y: top + (mark.row + 0.5) * ROW };
}

// What has no date stands in rows beyond the axis, in the order in which it is told.
function looseSpots(events: readonly (readonly number[])[], { right, end }: Frame, top: number) {
  const columns = Math.max(1, Math.floor((end - right - GAP) / ROW));
  return events.slice(0, columns * ROWS).map((reports, i): Spot => {
    const row = Math.floor(i / columns);
    const x = right + GAP + ((i % columns) + 0.5) * ROW;
    const mark = { claim: reports[0] ?? -1, reports, begin: 0, end: 0, row };
    const told = { ...mark, acts: false, byArticle: false };
    return { mark: told, x, left: x, right: x, y: top + (row + 0.5) * ROW };
  });
}

interface Loose {
  readonly lane: Lane;
  readonly undated: readonly (readonly number[])[]; // events
}

function bandOf({ lane, undated }: Loose, frame: Frame, scale: Scale | null, at: At): Band {
  const within = ({ begin, end }: Mark) =>
    scale !== null && begin < scale.stretch.end && end > scale.stretch.begin;
  const inside = lane.marks.filter(within);
  const packed = pack(inside, scale ? ROW / scale.pixels : 1, ROWS);
  const start = at.top + at.head + 5;
  const dense = scale !== null && inside.length > 2 * packed.marks.length;
  const piles = dense ? pilesOf(at.data, inside, scale) : null;
  const marks = dense ? [] : packed.marks;
  const spots = scale ? marks.map((mark) => spot(mark, scale, start)) : [];
  const loose = looseSpots(undated, frame, start);
  const rows = dense
    ? ROWS
    : 1 + [...spots, ...loose].reduce((n, { mark }) => Math.max(n, mark.row), 0);
  const outside = lane.marks.length - inside.length;
  const crowded = (dense ? 0 : inside.length - spots.length) + undated.length - loose.length;
  const least = at.head ? at.head + ROW + 10 : outside + crowded > 0 ? 62 : 48;
  return {
    id: lane.id,
    n: lane.n,
    top: at.top,
    height: Math.max(at.head + rows * ROW + 10, least),
    spots: [...[...spots].sort((a, b) => a.x - b.x || a.y - b.y), ...loose],
    piles,
    dated: lane.marks.flatMap(({ reports }) => reports),
    undated: lane.undated,
    outside,
    crowded,
  };
}

interface At {
  readonly data: PageData;
  readonly top: number;
  readonly head: number; // height of a name above its lane
}

function stacked(
  data: PageData,
  found: readonly Loose[],
  frame: Frame,
  scale: Scale | null,
  head: number,
) {
  let top = AXIS;
  return found.map((lane): Band => {
    const band = bandOf(lane, frame, scale, { data, top, head });
    top += band.height;
    return band;
  });
}

/** Lay the timeline out. */
export function chartOf(given: Given): Chart {
  const { table, width, most } = given;
  const narrow = width < 520;
  const named = chosen(given);
  const options = named ? { actors: named.actors } : { most };
  const found = lanes(table, given.left, { ...options, rows: Infinity });
  const loose = found.lanes.map((lane) => ({ lane, undated: happenings(table, lane.undated) }));
  const frame = frameOf(loose, narrow ? MARGIN : NAMES, width);
  const scale = scaleOf(found, given, frame);
  const bands = stacked(table.data, loose, frame, scale, narrow ? 24 : 0);
  const marked = scale ? ticks(scale.stretch, frame.right - frame.left) : [];
  return {
    width,
    height: (bands.at(-1)?.top ?? 0) + (bands.at(-1)?.height ?? AXIS) + 1,
    left: frame.left,
    right: frame.right,
    narrow,
    ticks: marked.map((tick) => ({ ...tick, x: scale?.x(tick.day) ?? 0 })),
    bands,
    more: named ? named.more : found.more,
  };
}
