// Which claims a filter leaves, and how many each further choice would leave.
//
// Between facets all must fit, within one any. Relations and categories are two lists of
// one question, what is said: a claim is one or the other, so that either list fits.
// How many articles stand behind a pair is counted over the whole graph, copies of one
// wire report once: it tells how well the pair is known, whatever else is asked.
import type { Filter } from "../model/types";
import { type ClaimTable, type Column, LISTS, type ListName } from "./claims";
import { daysOf } from "./dates";

/** What can be asked; `said` is relations and categories, `time` is from and until. */
export type Facet = "cls" | "said" | "in" | "src" | "by" | "st" | "conf" | "time" | "min";

const BITS: Readonly<Record<Facet, number>> = {
  cls: 1,
  said: 2,
  in: 4,
  src: 8,
  by: 16,
  st: 32,
  conf: 64,
  time: 128,
  min: 256,
};

/** Steps of confidence that are counted: 0 to 0.1, ... 0.9 to 1. */
const STEPS = 10;

/** One value of a facet, and how many claims it would leave. */
export interface Count {
  readonly value: string;
  readonly n: number;
}

/** What a filter leaves: one byte for each claim and for each pair, 1 if it stays. */
export interface Passing {
  readonly claims: Uint8Array;
  readonly pairs: Uint8Array;
  readonly n: number;
}

/** How many claims are left, and would be left by each choice in each facet. */
export interface FacetCounts {
  readonly n: number;
  readonly lists: Readonly<Record<ListName, readonly Count[]>>;
  readonly confidence: readonly number[]; // by STEPS
  readonly backing: readonly number[]; // by number of independent articles
}

/** Whether a filter asks for anything at all. */
export function asks(filter: Filter): boolean {
  const timed = filter.from !== null || filter.until !== null;
  return (
    LISTS.some((name) => filter[name].length > 0) || timed || filter.conf > 0 || filter.min > 1
  );
}

/** The claims that pass a filter, and the pairs that are still drawn. */
export function passes(table: ClaimTable, filter: Filter): Passing {
  return passing(table, failing(table, filter), filter.min, 0);
}

/** What would pass if one facet were not asked: what its own chart is drawn from. */
export function passesBut(table: ClaimTable, filter: Filter, facet: Facet): Passing {
  const least = facet === "min" ? 0 : filter.min;
  return passing(table, failing(table, filter), least, BITS[facet]);
}

function passing(table: ClaimTable, failed: Uint16Array, least: number, but: number): Passing {
  const claims = new Uint8Array(table.size);
  const pairs = new Uint8Array(table.pairs.size);
  const { start, of } = table.pairs;
  let n = 0;
  for (let i = 0; i < table.size; i++) {
    if (((failed[i] as number) & ~but) !== 0) continue;
    claims[i] = 1;
    n++;
    for (let at = start[i] as number; at < (start[i + 1] as number); at++) {
      const pair = of[at] as number;
      if ((table.support[pair] as number) >= least) pairs[pair] = 1;
    }
  }
  return { claims, pairs, n };
}

// For each claim the facets that it fails, as bits.
function failing(table: ClaimTable, filter: Filter): Uint16Array {
  const failed = new Uint16Array(table.size);
  for (const name of ["cls", "in", "src", "by", "st"] as const) {
    if (filter[name].length === 0) continue;
    const fits = fitting(table.lists[name], filter[name], new Uint8Array(table.size));
    fail(failed, fits, BITS[name]);
  }
  if (filter.rel.length + filter.cat.length > 0) {
    const fits = fitting(table.lists.rel, filter.rel, new Uint8Array(table.size));
    fail(failed, fitting(table.lists.cat, filter.cat, fits), BITS.said);
  }
  failByNumber(table, filter, failed);
  failByTime(table, filter, failed);
  return failed;
}

function fitting(column: Column, chosen: readonly string[], fits: Uint8Array): Uint8Array {
  const wanted = new Uint8Array(column.values.length);
  for (const value of chosen) {
    const number = column.number.get(value);
    if (number !== undefined) wanted[number] = 1;
  }
  for (let i = 0; i < fits.length; i++) {
    for (let at = column.start[i] as number; at < (column.start[i + 1] as number); at++) {
      if (wanted[column.of[at] as number]) fits[i] = 1;
    }
  }
  return fits;
}

function fail(failed: Uint16Array, fits: Uint8Array, bit: number): void {
  for (let i = 0; i < failed.length; i++) if (!fits[i]) failed[i] = (failed[i] as number) | bit;
}

function failByNumber(table: ClaimTable, filter: Filter, failed: Uint16Array): void {
  const { confidence, backing } = table;
  const least = filter.min > 1 ? filter.min : 0;
  if (filter.conf > 0) {
    fail(
      failed,
      Uint8Array.from(confidence, (c) => Number(c >= filter.conf)),
      BITS.conf,
    );
  }
  if (least)
    fail(
      failed,
      Uint8Array.from(backing, (n) => Number(n >= least)),
      BITS.min,
    );
}

function failByTime(table: ClaimTable, filter: Filter, failed: Uint16Array): void {
  const from = daysOf(filter.from)?.begin ?? -Infinity;
  const until = daysOf(filter.until)?.end ?? Infinity;
  if (from === -Infinity && until === Infinity) return;
  const { begin, end } = table.times;
  const fits = new Uint8Array(table.size);
  for (let i = 0; i < fits.length; i++) {
    fits[i] = Number((begin[i] as number) < until && from < (end[i] as number));
  }
  fail(failed, fits, BITS.time);
}

/**
 * How many claims each choice would leave: those of a value that pass all other facets.
 * Every value of the graph is there, in the order of code units, also with 0.
 */
export function counts(table: ClaimTable, filter: Filter): FacetCounts {
  const failed = failing(table, filter);
  const list = (name: ListName) => counted(table.lists[name], failed, BITS[facetOf(name)]);
  const left = (bit: number) => (i: number) => ((failed[i] as number) & ~bit) === 0;
  const step = (i: number) => Math.floor((table.confidence[i] as number) * STEPS + 1e-9);
  return {
    n: failed.reduce((n, bits) => n + (bits === 0 ? 1 : 0), 0),
    lists: {
      cls: list("cls"),
      rel: list("rel"),
      cat: list("cat"),
      in: list("in"),
      src: list("src"),
      by: list("by"),
      st: list("st"),
    },
    confidence: tally(table.size, STEPS, left(BITS.conf), (i) => Math.min(step(i), STEPS - 1)),
    backing: tally(table.size, 1 + highest(table.backing), left(BITS.min), (i) =>
      Number(table.backing[i]),
    ),
  };
}

function facetOf(name: ListName): Facet {
  return name === "rel" || name === "cat" ? "said" : name;
}

function counted(column: Column, failed: Uint16Array, bit: number): Count[] {
  const found = new Uint32Array(column.values.length);
  const { start, of } = column;
  for (let i = 0; i < failed.length; i++) {
    if (((failed[i] as number) & ~bit) !== 0) continue;
    for (let at = start[i] as number; at < (start[i + 1] as number); at++) {
      const value = of[at] as number;
      found[value] = (found[value] as number) + 1;
    }
  }
  return column.values.map((value, i) => ({ value, n: found[i] as number }));
}

type Test = (claim: number) => boolean;

function tally(size: number, bins: number, left: Test, bin: (claim: number) => number): number[] {
  const found = new Array<number>(bins).fill(0);
  for (let i = 0; i < size; i++) {
    const at = bin(i);
    if (left(i) && at in found) found[at] = (found[at] as number) + 1;
  }
  return found;
}

function highest(numbers: Uint32Array): number {
  let best = 0;
  for (const number of numbers) if (number > best) best = number;
  return best;
}
