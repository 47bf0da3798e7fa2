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
  readonly undated: readonly number[]; // neither they nor their article has a date
  readonly byArticle: number; // stand at the date of their article
  readonly coarse: number; // are dated more coarsely than the unit
}

const DAYS = 62; // up to which a span is told by days
const MONTHS = 3660; // days up to which it is told by months
const BARS = 150; // years in one bar grow until there are no more bars than these

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
  const scale = scaleOf(dated);
  const fine = GRAINS.indexOf(scale.unit);
  const coarse = dated.filter(({ claim }) => (times.grain[claim] as number) > fine).length;
  const byArticle = dated.filter(({ claim }) => times.byArticle[claim]).length;
  return { ...scale, keys, bins: binned(dated, scale, keys.length), undated, byArticle, coarse };
}

interface Scale {
  readonly unit: Grain;
  readonly years: number;
}

function ends(dated: readonly Dated[]): [number, number] {
  let first = Infinity;
  let last = -Infinity;
  for (const { day } of dated) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return [first, last];
}

function scaleOf(dated: readonly Dated[]): Scale {
  const [first, last] = ends(dated);
  const span = last - first;
  if (span <= DAYS && span >= 0) return { unit: "day", years: 1 };
  if (span <= MONTHS) return { unit: dated.length ? "month" : "year", years: 1 };
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

function binned(dated: readonly Dated[], scale: Scale, keys: number): Bin[] {
  if (dated.length === 0) return [];
  const [first, last] = ends(dated);
  const start = barOf(first, scale);
  const bars = Array.from({ length: barOf(last, scale) - start + 1 }, () =>
    new Array<number>(keys).fill(0),
  );
  const known = new Map<number, number>(); // many claims share a day
  for (const { key, day } of dated) {
    const bar = known.get(day) ?? barOf(day, scale);
    known.set(day, bar);
    const counts = bars[bar - start];
    if (counts) counts[key] = (counts[key] ?? 0) + 1;
  }
  return bars.map((counts, i) => ({ ...bounds(start + i, scale), counts }));
}
