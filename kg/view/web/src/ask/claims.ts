// The claims as columns of numbers, so that 150,000 of them are asked in one pass.
import { NOBODY } from "../model/graph";
import { compare } from "../model/text";
import type { Article, Claim, PageData } from "../model/types";
import { type Calendar, calendar, GRAINS } from "./dates";

export { NOBODY };

/** The facets whose values are chosen from a list. */
export const LISTS = ["cls", "rel", "cat", "in", "src", "by", "st"] as const;
export type ListName = (typeof LISTS)[number];

/** Some values for each claim: those of claim i are `of[start[i]]` to `of[start[i + 1]]`. */
export interface Column {
  readonly values: readonly string[]; // by code units
  readonly number: ReadonlyMap<string, number>;
  readonly start: Uint32Array;
  readonly of: Uint32Array;
}

/** Pairs of entities that some claim joins, each once: places in data.entities. */
export interface Pairs {
  readonly size: number;
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  readonly support: Uint32Array; // independent articles behind a pair
  readonly start: Uint32Array; // by claim, as in a Column
  readonly of: Uint32Array;
  /** The number of the pair of two entities, in any order; -1 if no claim joins them. */
  find(a: string, b: string): number;
}

/** When claims are, in days; NaN where no date is known at all. */
export interface Times {
  readonly begin: Float64Array; // an end that is not known is open
  readonly end: Float64Array; // not included
  readonly stands: Float64Array; // the day at which a claim stands in a row of all
  readonly stops: Float64Array; // the day after the date at which it stands
  readonly grain: Uint8Array; // of that date, in GRAINS
  readonly byArticle: Uint8Array; // 1: it has no date but its article's
}

/** What filters and views ask of the claims, each by its place in `data.claims`. */
export interface ClaimTable {
  readonly data: PageData;
  readonly size: number;
  readonly lists: Readonly<Record<ListName, Column>>;
  readonly event: Uint8Array; // 1: an event or act, 0: a relation
  readonly first: Uint32Array; // the first report of the same happening, else the claim itself
  readonly pairs: Pairs;
  readonly backing: Uint32Array; // the best support of its pairs, 0 without pairs
  readonly confidence: Float64Array;
  readonly times: Times;
}

/** Sorts the claims of a page into columns, once. */
export function claimTable(data: PageData): ClaimTable {
  const { claims } = data;
  const event = Uint8Array.from(claims, (claim) => Number(isEvent(claim, data)));
  const pairs = pairsOf(data);
  return {
    data,
    size: claims.length,
    lists: listColumns(data, event),
    event,
    first: firstReports(claims),
    pairs,
    backing: Uint32Array.from(claims, (_, i) => most(pairs, i)),
    confidence: Float64Array.from(claims, (claim) => claim.confidence),
    times: timesOf(data, calendar()),
  };
}

function isEvent(claim: Claim, data: PageData): boolean {
  const kind = data.terms.claim[claim.term]?.kind;
  return kind ? kind === "event" : claim.trigger !== undefined;
}

function firstReports(claims: readonly Claim[]): Uint32Array {
  const known = new Map<string, number>();
  return Uint32Array.from(claims, ({ happening }, i) => {
    if (!happening) return i;
    const first = known.get(happening) ?? i;
    known.set(happening, first);
    return first;
  });
}

function listColumns(data: PageData, event: Uint8Array): Record<ListName, Column> {
  const { claims, articles, entities } = data;
  const classes = new Map(entities.map((e) => [e.id, e.class]));
  const cls = (id: string) => classes.get(id) ?? NOBODY;
  return {
    cls: column(claims, (c) => [...c.from.map(cls), ...c.to.map(cls)]),
    rel: column(claims, (c, i) => (event[i] ? [] : [c.term])),
    cat: column(claims, (c, i) => (event[i] ? [c.term] : [])),
    in: column(claims, (c) => [articles[c.article]?.id ?? NOBODY]),
    src: column(claims, (c) => [articles[c.article]?.source ?? NOBODY]),
    by: column(claims, (c) => [c.speaker ?? NOBODY, ...c.relayedBy]),
    st: column(claims, (c) => [c.status]),
  };
}

type ValuesOf = (claim: Claim, i: number) => readonly string[];

// A value that a claim has twice counts once.
function column(claims: readonly Claim[], valuesOf: ValuesOf): Column {
  const seen = new Map<string, number>(); // values, numbered as they come
  const start = new Uint32Array(claims.length + 1);
  const flat: number[] = [];
  for (const [i, claim] of claims.entries()) {
    for (const value of valuesOf(claim, i)) put(flat, start[i] as number, numbered(seen, value));
    start[i + 1] = flat.length;
  }
  const values = [...seen.keys()].sort(compare);
  const number = new Map(values.map((value, i) => [value, i]));
  const place = Uint32Array.from(seen.keys(), (value) => number.get(value) as number);
  return { values, number, start, of: Uint32Array.from(flat, (n) => place[n] as number) };
}

function numbered<K>(seen: Map<K, number>, value: K): number {
  const known = seen.get(value);
  if (known !== undefined) return known;
  seen.set(value, seen.size);
  return seen.size - 1;
}

// Puts a value of one claim down once; those of the claim begin at `from`.
function put(flat: number[], from: number, value: number): void {
  if (flat.indexOf(value, from) < 0) flat.push(value);
}

// -------------------------------------------------------------------------- pairs

function pairsOf(data: PageData): Pairs {
  const place = new Map(data.entities.map((entity, i) => [entity.id, i]));
  const many = data.entities.length;
  const key = (a: string, b: string): number => {
    const [i, j] = [place.get(a) ?? -1, place.get(b) ?? -1];
    return i < 0 || j < 0 || i === j ? -1 : Math.min(i, j) * many + Math.max(i, j);
  };
  const seen = new Map<number, number>();
  const start = new Uint32Array(data.claims.length + 1);
  const flat: number[] = [];
  for (const [i, claim] of data.claims.entries()) {
    for (const [a, b] of claim.pairs) {
      const k = key(a, b);
      if (k >= 0) put(flat, start[i] as number, numbered(seen, k));
    }
    start[i + 1] = flat.length;
  }
  const of = Uint32Array.from(flat);
  return {
    size: seen.size,
    one: Uint32Array.from(seen.keys(), (k) => Math.floor(k / many)),
    other: Uint32Array.from(seen.keys(), (k) => k % many),
    support: supports(data, seen.size, start, of),
    start,
    of,
    find: (a, b) => seen.get(key(a, b)) ?? -1,
  };
}

/** For each article the first that it is copied from: itself, if it is no copy. */
export function originals(articles: readonly Article[]): Uint32Array {
  return Uint32Array.from(articles, (_, i) => {
    let at = i;
    for (let steps = 0; steps < articles.length; steps++) {
      const next = articles[at]?.copyOf ?? null;
      if (next === null || next === at || !articles[next]) break;
      at = next;
    }
    return at;
  });
}

function supports(data: PageData, size: number, start: Uint32Array, of: Uint32Array): Uint32Array {
  const original = originals(data.articles);
  const told: (Set<number> | undefined)[] = new Array(size);
  for (const [i, claim] of data.claims.entries()) {
    const article = original[claim.article] ?? claim.article;
    for (let at = start[i] as number; at < (start[i + 1] as number); at++) {
      const pair = of[at] as number;
      const known = told[pair];
      if (known) known.add(article);
      else told[pair] = new Set([article]);
    }
  }
  return Uint32Array.from(told, (articles) => articles?.size ?? 0);
}

function most({ start, of, support }: Pairs, claim: number): number {
  let best = 0;
  for (let at = start[claim] as number; at < (start[claim + 1] as number); at++) {
    best = Math.max(best, support[of[at] as number] as number);
  }
  return best;
}

// -------------------------------------------------------------------------- times

function timesOf(data: PageData, daysOf: Calendar): Times {
  const size = data.claims.length;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const [begin, end, stands, stops] = [column(), column(), column(), column()];
  const [grain, byArticle] = [new Uint8Array(size), new Uint8Array(size)];
  for (const [i, { when, article }] of data.claims.entries()) {
    const [first, last] = [daysOf(when?.[0]), daysOf(when?.[1])];
    const known = first ?? last ?? daysOf(data.articles[article]?.published);
    if (!known) continue;
    byArticle[i] = Number(!first && !last);
    begin[i] = first ? first.begin : last ? -Infinity : known.begin;
    end[i] = last ? last.end : first ? Infinity : known.end;
    stands[i] = known.begin;
    stops[i] = known.end;
    grain[i] = GRAINS.indexOf(known.grain);
  }
  return { begin, end, stands, stops, grain, byArticle };
}
