// The stretch of a histogram that is chosen: bars as dates, steps, and words. Pure.
import type { Bin, Histogram } from "../ask/bins";
import { daysOf } from "../ask/dates";
import { count, date, grouped } from "../model/words";

/** The chosen bars, both inclusive. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The bars that dates cover; a date beyond the ends stands for the end. */
export function rangeOf(bins: readonly Bin[], from: string | null, until: string | null): Range {
  const begin = daysOf(from)?.begin ?? -Infinity;
  const end = daysOf(until)?.end ?? Infinity;
  const last = bins.length - 1;
  const first = bins.findIndex((bin) => (daysOf(bin.until)?.end ?? Infinity) > begin);
  const after = bins.findIndex((bin) => (daysOf(bin.from)?.begin ?? -Infinity) >= end);
  const low = first < 0 ? last : first;
  return { first: low, last: Math.max(low, after < 0 ? last : after - 1) };
}

/** The dates to filter by; an end at the end of the histogram asks for none. */
export function datesOf(bins: readonly Bin[], { first, last }: Range) {
  const from = first > 0 ? (bins[first]?.from ?? null) : null;
  const until = last < bins.length - 1 ? (bins[last]?.until ?? null) : null;
  return { from, until };
}

/** Whether all bars are chosen. */
export function whole(bins: readonly Bin[], { first, last }: Range): boolean {
  return first <= 0 && last >= bins.length - 1;
}

/** The stretch between two bars, in whatever order. */
export function between(a: number, b: number): Range {
  return { first: Math.min(a, b), last: Math.max(a, b) };
}

/** The same stretch so many bars later, kept within all. */
export function shifted({ first, last }: Range, by: number, all: number): Range {
  const step = Math.min(Math.max(by, -first), all - 1 - last);
  return { first: first + step, last: last + step };
}

/** How many claims a bar has. */
export function height(bin: Bin | undefined): number {
  return bin?.counts.reduce((sum, n) => sum + n, 0) ?? 0;
}

/** How many claims stand within a stretch. */
export function within(bins: readonly Bin[], { first, last }: Range): number {
  return bins.slice(first, last + 1).reduce((sum, bin) => sum + height(bin), 0);
}

/**
 * The next stretch of the same width that holds any claim, in a direction; null at the
 * end. From all bars on, the first such bar, or the last one backwards.
 */
export function stepped(bins: readonly Bin[], now: Range, by: 1 | -1): Range | null {
  const all = whole(bins, now);
  const out = by > 0 ? -1 : bins.length; // just outside of the end that is left
  let next: Range = all ? { first: out, last: out } : now;
  for (;;) {
    next = { first: next.first + by, last: next.last + by };
    if (next.first < 0 || next.last >= bins.length) return null;
    if (within(bins, next) > 0) return next;
  }
}

/** A bar in words: "March 2019", "2010 to 2019". */
export function inWords({
  from,
  until,
}: {
  readonly from: string;
  readonly until: string;
}): string {
  return from === until ? date(from) : `${date(from)} to ${date(until)}`;
}

/** A stretch in words, as its bars have it. */
export function told(bins: readonly Bin[], { first, last }: Range): string {
  const [begin, end] = [bins[first], bins[last]];
  return begin && end ? inWords({ from: begin.from, until: end.until }) : "";
}

/** Where a stretch begins or ends that begins or ends with a bar, in words. */
export function bound(bin: Bin | undefined, which: "first" | "last"): string {
  return date(which === "first" ? bin?.from : bin?.until);
}

/** The histogram in words, for who cannot see it. */
export function summary(histogram: Histogram): string {
  const { bins } = histogram;
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return "No claim has a date";
  const top = bins.reduce((best, bin) => (height(bin) > height(best) ? bin : best), first);
  const most = `the most, ${grouped(height(top))}, in ${inWords(top)}`;
  return `Claims ${unitOf(histogram)} from ${inWords(first)} to ${inWords(last)}, ${most}`;
}

/** A histogram of one bar, or none, in words. */
export function datedOnce({ bins, undated, coarse }: Histogram): string {
  const n = height(bins[0]);
  const none = undated.reduce((sum, one) => sum + one, 0);
  if (n === 0) return none ? "no claim has a date" : "no claims";
  const day = bins[0]?.from ?? "";
  const about = coarse < n ? day : day.slice(0, 7);
  const rest = none ? `, ${grouped(none)} without a date` : "";
  return `${count(n, "claim")} dated ${date(about)}${rest}`;
}

// What stands in one bar at either end.
function far({ bins, early, late }: Histogram): string {
  const [first, last] = [bins[0], bins.at(-1)];
  const found = [
    early && first && `${grouped(height(first))} until ${date(first.until)}`,
    late && last && `${grouped(height(last))} from ${date(last.from)} on`,
  ].filter(Boolean);
  const where = found.length > 1 ? "in one bar each" : "in one bar";
  return found.length ? `${found.join(" and ")} ${where}` : "";
}

/** What the histogram cannot show, in words; nothing when it shows all. */
export function besides(histogram: Histogram, timed: boolean): string {
  const { undated, byArticle, coarse } = histogram;
  const none = undated.reduce((sum, n) => sum + n, 0);
  const left = timed ? "left out" : "not shown";
  return [
    far(histogram),
    none > 0 && `${count(none, "claim")} without a date ${none === 1 ? "is" : "are"} ${left}`,
    byArticle === 1
      ? "1 stands at the date of its article"
      : byArticle > 1 && `${grouped(byArticle)} stand at the date of their article`,
    coarse > 0 && `${grouped(coarse)} dated more coarsely`,
  ]
    .filter(Boolean)
    .join("; ");
}

const LETTERS = 10; // that a word at most has where there is room for so many words

/** A word under the histogram: where it stands, from 0 to 1. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

// Where a new year, month, or round number of years begins.
function marks(histogram: Histogram): readonly (readonly [number, string])[] {
  const { unit, bins, early, late } = histogram;
  const months = unit === "day";
  return bins.flatMap(({ from }, i) => {
    if ((early && i === 0) || (late && i === bins.length - 1)) return [];
    if (unit === "year") return [[i, from] as const];
    const begins = months ? from.endsWith("-01") : from.endsWith("-01") && from.length === 7;
    return begins ? [[i, date(months ? from.slice(0, 7) : from.slice(0, 4))] as const] : [];
  });
}

/** At most so many words under the histogram, none of them cut at its end. */
export function ticks(histogram: Histogram, most: number): readonly Tick[] {
  const { bins } = histogram;
  const found = marks(histogram);
  const first = bins[0];
  const all = found.length ? found : first ? [[0, date(first.from)] as const] : [];
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, most)));
  return all
    .filter((_, i) => i % every === 0)
    .map(([i, text]) => ({ at: i / bins.length, text }))
    .filter(({ at, text }) => at === 0 || at + text.length / LETTERS / most <= 1);
}

/** What one bar stands for, in words. */
export function unitOf({ unit, years }: Histogram): string {
  if (unit !== "year" || years === 1) return `by ${unit}`;
  return `by ${years} years`;
}
