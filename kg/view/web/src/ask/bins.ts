// A histogram of the claims over time: by day, month or year, as their span asks for.
import type { Claim, PageData } from "../model/types";
import type { ClaimTable } from "./claims";
import { GRAINS, type Grain, isoOf } from "./dates";

/** One bar: the dates that it covers, both inclusive, and a count for each key. */
export interface Bin {
  readonly from: string;
  readonly until: string;
  readonly counts: readonly number[];
}

/** The histogram. What is dated more coarsely than its unit stands where its date begins. */
export interface Histogram {
  readonly unit: Grain;
  readonly years: number; // in one bar, where the unit is a year: 1, 10, 100 ...
  readonly keys: readonly string[];
  readonly bins: readonly Bin[]; // without gaps
  /** Whether the first bar, and the last, is of all that lies far before, or after. */
  readonly early: boolean;
  readonly late: boolean;
  readonly undated: readonly number[]; // neither they nor their article has a date
  readonly byArticle: number; // stand at the date of their article
  readonly coarse: number; // are dated more coarsely than the unit
}

const DAYS = 62; // up to which a span is told by days
const MONTHS = 3660; // days up to which it is told by months
const BARS = 150; // years in one bar grow until there are no more bars than these
const FAR = 0.02; // of the claims, at either end, that may lie far from all others
const NEARER = 3; // times as short the rest has to be for them to be told in one bar

type Key = (claim: Claim) => string;

/** The key of a claim by the family of lines that its term is drawn as. */
export function byFamily(data: PageData): Key {
  return (claim) => data.terms.claim[claim.term]?.family ?? "act";
}

/** The key of a claim by its status. */
export function byStatus(claim: Claim): string {
  return claim.status;
}

interface Dated {
  readonly claim: number;
  readonly key: number;
  readonly day: number;
}

/**
 * Counts the passing claims by time, each once, where it begins.
 *
 * `keys` are in the order in which they are stacked; claims of other keys are not
 * counted. No dated claim gives no bins.
 */
export function histogram(
  { data, times }: ClaimTable,
  passing: Uint8Array,
  keys: readonly string[],
  key: Key,
): Histogram {
  const place = new Map(keys.map((name, i) => [name, i]));
  const undated = keys.map(() => 0);
  const dated: Dated[] = [];
  for (const [i, claim] of data.claims.entries()) {
    const k = passing[i] ? place.get(key(claim)) : undefined;
    if (k === undefined) continue;
    const day = times.stands[i] as number;
    if (Number.isNaN(day)) undated[k] = (undated[k] ?? 0) + 1;
    else dated.push({ claim: i, key: k, day });
  }
  const [first, last] = bulk(dated);
  const scale = scaleOf(last - first);
  const fine = GRAINS.indexOf(scale.unit);
  const coarse = dated.filter(({ claim }) => (times.grain[claim] as number) > fine).length;
  const byArticle = dated.filter(({ claim }) => times.byArticle[claim]).length;
  const binned = inBins(dated, scale, [first, last], keys.length);
  return { ...scale, keys, ...binned, undated, byArticle, coarse };
}

interface Scale {
  readonly unit: Grain;
  readonly years: number;
}

// The first and last day of nearly all claims, where some few lie far from the others; else
// of all of them.
function bulk(dated: readonly Dated[]): [number, number] {
  const days = Float64Array.from(dated, ({ day }) => day).sort();
  const far = Math.floor(days.length * FAR);
  const [first, last] = [days[0] ?? Infinity, days.at(-1) ?? -Infinity];
  const [low, high] = [days[far] ?? first, days[days.length - 1 - far] ?? last];
  const near = (high - low) / 10; // what is that near belongs to them
  const begin = days.find((day) => day >= low - near) ?? first;
  const end = days.reverse().find((day) => day <= high + near) ?? last;
  return (end - begin + 1) * NEARER < last - first ? [begin, end] : [first, last];
}

function scaleOf(span: number): Scale {
  if (span <= DAYS && span >= 0) return { unit: "day", years: 1 };
  if (span <= MONTHS) return { unit: span >= 0 ? "month" : "year", years: 1 };
  let years = 1;
  while (span / 365.25 / years > BARS) years *= 10;
  return { unit: "year", years };
}

// The number of the bar that a day is in.
function barOf(day: number, { unit, years }: Scale): number {
  if (unit === "day") return day;
  const [year, month] = yearMonth(day);
  return unit === "month" ? year * 12 + month - 1 : Math.floor(year / years);
}

function yearMonth(day: number): [number, number] {
  const iso = isoOf(day, "month");
  const at = iso.lastIndexOf("-");
  return [Number(iso.slice(0, at)), Number(iso.slice(at + 1))];
}

function bounds(bar: number, { unit, years }: Scale): { from: string; until: string } {
  if (unit === "year") return { from: year(bar * years), until: year((bar + 1) * years - 1) };
  const iso = unit === "day" ? isoOf(bar, "day") : monthOf(bar);
  return { from: iso, until: iso };
}

function monthOf(bar: number): string {
  return `${year(Math.floor(bar / 12))}-${String((((bar % 12) + 12) % 12) + 1).padStart(2, "0")}`;
}

function year(n: number): string {
  return `${n < 0 ? "-" : ""}${String(Math.abs(n)).padStart(4, "0")}`;
}

interface Binned {
  readonly bins: readonly Bin[];
  readonly early: boolean;
  readonly late: boolean;
}

// What lies before the first day, or after the last, stands in one bar at that end.
function inBins(
  dated: readonly Dated[],
  scale: Scale,
  [first, last]: readonly [number, number],
  keys: number,
): Binned {
  if (dated.length === 0) return { bins: [], early: false, late: false };
  const [start, end] = [barOf(first, scale), barOf(last, scale)];
  const counts = Array.from({ length: end - start + 3 }, () => new Array<number>(keys).fill(0));
  const known = new Map<number, number>(); // many claims share a day
  let [least, most] = [start, end];
  for (const { key, day } of dated) {
    const bar = known.get(day) ?? barOf(day, scale);
    known.set(day, bar);
    [least, most] = [Math.min(least, bar), Math.max(most, bar)];
    const own = counts[Math.min(Math.max(bar, start - 1), end + 1) - start + 1];
    if (own) own[key] = (own[key] ?? 0) + 1;
  }
  const [before, ...rest] = counts;
  const after = rest.pop();
  const stretch = (from: number, until: number, own: readonly number[]) => ({
    from: bounds(from, scale).from,
    until: bounds(until, scale).until,
    counts: own,
  });
  const [early, late] = [least < start, most > end];
  const bins = rest.map((own, i) => stretch(start + i, start + i, own));
  if (early && before) bins.unshift(stretch(least, start - 1, before));
  if (late && after) bins.push(stretch(end + 1, most, after));
  return { bins, early, late };
}
