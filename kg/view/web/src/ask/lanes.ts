// Swim-lanes: for each of the most told actors its events over time, packed in rows.
import { compare } from "../model/text";
import type { Id } from "../model/types";
import type { ClaimTable } from "./claims";

/**
 * One event of an actor: days (`end` not included), and the row in which it has room.
 * What several articles report of one happening is one event.
 */
export interface Mark {
  readonly claim: number; // the report that dates it, as place in data.claims
  readonly reports: readonly number[]; // all that pass, with it
  readonly begin: number;
  readonly end: number;
  readonly row: number;
  readonly acts: boolean; // the actor does it, and is not only who it is done to
  readonly byArticle: boolean; // dated by its article alone
}

export interface Lane {
  readonly id: Id;
  readonly n: number; // events, with those that have no date or no room
  readonly rows: number;
  readonly marks: readonly Mark[]; // by begin
  readonly crowded: readonly number[]; // claims of events for which there is no row
  readonly undated: readonly number[]; // claims of events of which no date is known
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly begin: number; // days of all marks; 0 and 0 without any
  readonly end: number;
  readonly more: number; // actors that have no lane
}

export interface LaneOptions {
  readonly actors?: readonly Id[]; // these, in this order, and no others
  readonly most?: number; // lanes, if no actors are named
  readonly rows?: number; // at most in one lane
  readonly width?: number; // days that a mark takes up at least
}

/**
 * The lanes of the actors with the most passing events, ties by id.
 *
 * An event with one known end is a mark of that date; where marks would overlap, the
 * later goes to the next free row.
 */
export function lanes(table: ClaimTable, passing: Uint8Array, options: LaneOptions = {}): Lanes {
  const events = eventsOf(table, passing);
  const byNumber = [...events.keys()].sort(
    (a, b) => (events.get(b)?.size ?? 0) - (events.get(a)?.size ?? 0) || compare(a, b),
  );
  const chosen = options.actors ?? byNumber.slice(0, options.most ?? 12);
  const found = chosen.map((id) => laneOf(table, id, events.get(id) ?? new Map(), options));
  const marks = found.flatMap((lane) => lane.marks);
  return {
    lanes: found,
    begin: marks.reduce((least, mark) => Math.min(least, mark.begin), marks[0]?.begin ?? 0),
    end: marks.reduce((last, mark) => Math.max(last, mark.end), marks[0]?.end ?? 0),
    more: byNumber.filter((id) => !chosen.includes(id)).length,
  };
}

type Events = Map<number, number[]>; // by the first report, the reports that pass

function eventsOf({ data, event, first }: ClaimTable, passing: Uint8Array): Map<Id, Events> {
  const events = new Map<Id, Events>();
  for (const [i, claim] of data.claims.entries()) {
    if (!passing[i] || !event[i]) continue;
    for (const id of new Set([...claim.from, ...claim.to])) {
      const own: Events = events.get(id) ?? new Map();
      events.set(id, own);
      const reports = own.get(first[i] as number);
      if (reports) reports.push(i);
      else own.set(first[i] as number, [i]);
    }
  }
  return events;
}

function laneOf(table: ClaimTable, id: Id, events: Events, options: LaneOptions): Lane {
  const dated: Mark[] = [];
  const undated: number[] = [];
  for (const reports of events.values()) {
    const mark = markOf(table, id, reports);
    if (mark) dated.push(mark);
    else undated.push(...reports);
  }
  dated.sort((a, b) => a.begin - b.begin || a.end - b.end || a.claim - b.claim);
  const packed = pack(dated, options.width ?? 1, options.rows ?? 8);
  return { id, n: events.size, ...packed, undated };
}

// A report that tells a date itself comes before one that has but its article's.
function markOf({ data, times }: ClaimTable, id: Id, reports: readonly number[]): Mark | null {
  const dated = reports.filter((i) => !Number.isNaN(times.stands[i] as number));
  const claim = dated.find((i) => !times.byArticle[i]) ?? dated[0];
  if (claim === undefined) return null;
  const [begin, end] = daysAt(times, claim);
  const acts = reports.some((i) => data.claims[i]?.from.includes(id));
  return { claim, reports, begin, end, row: 0, acts, byArticle: times.byArticle[claim] === 1 };
}

function daysAt(times: ClaimTable["times"], claim: number): [number, number] {
  const [begin, end] = [times.begin[claim] as number, times.end[claim] as number];
  if (Number.isFinite(begin) && Number.isFinite(end) && begin < end) return [begin, end];
  return [times.stands[claim] as number, times.stops[claim] as number];
}

interface Packed {
  readonly marks: readonly Mark[];
  readonly rows: number;
  readonly crowded: readonly number[];
}

/** Puts each mark into the first row in which it overlaps none; marks are by begin. */
export function pack(marks: readonly Mark[], width: number, most: number): Packed {
  const free: number[] = []; // by row, where the next mark may begin
  const placed: Mark[] = [];
  const crowded: number[] = [];
  for (const mark of marks) {
    const found = free.findIndex((from) => from <= mark.begin);
    const row = found < 0 ? free.length : found;
    if (row >= most) {
      crowded.push(...mark.reports);
      continue;
    }
    free[row] = Math.max(mark.end, mark.begin + width);
    placed.push({ ...mark, row });
  }
  return { marks: placed, rows: free.length, crowded };
}
