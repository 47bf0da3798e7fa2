// The claims as columns of numbers, so that 150,000 of them are asked in one pass.
import { type Graph, NOBODY } from "../model/graph";
import type { Pairs } from "../model/pairs";
import { type Runs, rowOf, runs } from "../model/runs";
import { compare } from "../model/text";
import type { Article, Claim, PageData } from "../model/types";
import { calendar, GRAINS } from "./dates";

export { NOBODY };

/** The facets whose values are chosen from a list. */
export const LISTS = ["cls", "rel", "cat", "in", "src", "by", "st"] as const;
export type ListName = (typeof LISTS)[number];

/** Some values for each claim, numbered by their order in code units. */
export interface Column extends Runs {
  readonly values: readonly string[];
  readonly number: ReadonlyMap<string, number>;
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
  readonly data: Graph;
  readonly size: number;
  readonly lists: Readonly<Record<ListName, Column>>;
  readonly event: Uint8Array; // 1: an event or act, 0: a relation
  readonly first: Uint32Array; // the first report of the same happening, else the claim itself
  readonly pairs: Pairs;
  readonly support: Uint32Array; // independent articles behind a pair
  readonly backing: Uint32Array; // the best support of its pairs, 0 without pairs
  readonly confidence: Float64Array;
  readonly times: Times;
}

/** Sorts the claims of a graph into columns, once. */
export function claimTable(data: Graph): ClaimTable {
  const { claims, pairs } = data;
  const event = new Uint8Array(claims.map((claim) => Number(isEvent(claim, data))));
  const support = supports(data);
  return {
    data,
    size: claims.length,
    lists: listColumns(data, event),
    event,
    first: firstReports(claims),
    pairs,
    support,
    backing: new Uint32Array(claims.map((_, i) => most(pairs, support, i))),
    confidence: new Float64Array(claims.map((claim) => claim.confidence)),
    times: timesOf(data),
  };
}

function isEvent(claim: Claim, data: PageData): boolean {
  const kind = data.terms.claim[claim.term]?.kind;
  return kind ? kind === "event" : claim.trigger !== undefined;
}

function firstReports(claims: readonly Claim[]): Uint32Array {
  const known = new Map<string, number>();
  const first = ({ happening }: Claim, i: number): number => {
    if (!happening) return i;
    const found = known.get(happening) ?? i;
    known.set(happening, found);
    return found;
  };
  return new Uint32Array(claims.map(first));
}

function listColumns(data: Graph, event: Uint8Array): Record<ListName, Column> {
  const { claims, articles, entities, takers } = data;
  const cls = entities.map((entity) => entity.class);
  return {
    cls: column(claims, (_, put, i) => {
      for (let at = takers.start[i] as number; at < (takers.start[i + 1] as number); at++) {
        put(cls[takers.of[at] as number] as string);
      }
    }),
    rel: column(claims, ({ term }, put, i) => event[i] || put(term)),
    cat: column(claims, ({ term }, put, i) => event[i] && put(term)),
    in: column(claims, ({ article }, put) => put(articles[article]?.id ?? NOBODY)),
    src: column(claims, ({ article }, put) => put(articles[article]?.source ?? NOBODY)),
    by: column(claims, ({ speaker, relayedBy }, put) => {
      put(speaker ?? NOBODY);
      for (const id of relayedBy) put(id);
    }),
    st: column(claims, ({ status }, put) => put(status)),
  };
}

type Tell = (claim: Claim, put: (value: string) => void, i: number) => unknown;

function column(claims: readonly Claim[], tell: Tell): Column {
  const seen = new Map<string, number>(); // values, numbered as they come
  let put: (n: number) => void = () => undefined;
  const name = (value: string) => {
    const n = seen.get(value) ?? seen.size;
    seen.set(value, n);
    put(n);
  };
  const { start, of } = runs(claims, (claim, number, i) => {
    put = number;
    tell(claim, name, i);
  });
  const values = [...seen.keys()].sort(compare);
  const number = new Map(values.map((value, i) => [value, i]));
  const place = new Uint32Array([...seen.keys()].map((value) => number.get(value) as number));
  return { values, number, start, of: of.map((n) => place[n] as number) };
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

function supports({ articles, claims, pairs }: Graph): Uint32Array {
  const original = originals(articles);
  const last = new Uint32Array(articles.length); // the pair, from 1, that counted an article
  const found = new Uint32Array(pairs.size);
  for (let pair = 0; pair < pairs.size; pair++) {
    for (const claim of rowOf(pairs.claims, pair)) {
      const article = original[claims[claim]?.article ?? 0] ?? 0;
      if (last[article] === pair + 1) continue;
      last[article] = pair + 1;
      found[pair] = (found[pair] as number) + 1;
    }
  }
  return found;
}

function most({ start, of }: Pairs, support: Uint32Array, claim: number): number {
  let best = 0;
  for (let at = start[claim] as number; at < (start[claim + 1] as number); at++) {
    best = Math.max(best, support[of[at] as number] as number);
  }
  return best;
}

// -------------------------------------------------------------------------- times

function timesOf({ articles, claims }: PageData): Times {
  const daysOf = calendar();
  const column = () => new Float64Array(claims.length).fill(Number.NaN);
  const [begin, end, stands, stops] = [column(), column(), column(), column()];
  const [grain, byArticle] = [new Uint8Array(claims.length), new Uint8Array(claims.length)];
  for (const [i, { when, article }] of claims.entries()) {
    const [first, last] = [daysOf(when?.[0]), daysOf(when?.[1])];
    const known = first ?? last ?? daysOf(articles[article]?.published);
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
