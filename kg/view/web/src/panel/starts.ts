// Where to begin reading: what in the graph stands out, each with the reason in one line.
import type { Graph } from "../model/graph";
import { rowOf } from "../model/runs";
import { compare } from "../model/text";
import type { Claim, Id } from "../model/types";
import { count, date } from "../model/words";
import { aboutWords } from "./disputes";
import { disputesOf } from "./reports";

/** What a start opens. */
export type Target =
  | { readonly claim: Claim }
  | { readonly pair: readonly [Id, Id] }
  | { readonly entity: Id }
  | { readonly article: number };

/** One suggestion, and why it is one. */
export interface Start {
  readonly target: Target;
  readonly why: string;
}

// The first of those with the highest number; nothing where all are below the least.
function most<T>(all: Iterable<T>, of: (one: T) => number, least: number): T | null {
  let best: T | null = null;
  let highest = least - 1;
  for (const one of all) {
    const n = of(one);
    if (n > highest) [best, highest] = [one, n];
  }
  return best;
}

function disputed(graph: Graph, claims: readonly Claim[]): Start | null {
  if (graph.disputes.length === 0) return null;
  const claim = most(claims, (one) => disputesOf(graph, one).length, 1);
  if (!claim) return null;
  const all = disputesOf(graph, claim);
  const about = [...new Set(all.map(aboutWords))].join(" and ");
  return { target: { claim }, why: `Most disputed: reports disagree about ${about}.` };
}

function closest(graph: Graph, claims: readonly Claim[]): Start | null {
  const { pairs, entities } = graph;
  const told = new Uint32Array(pairs.size);
  for (const claim of claims) {
    for (const pair of rowOf(pairs, graph.number(claim))) told[pair] = (told[pair] as number) + 1;
  }
  const best = most(told.keys(), (pair) => told[pair] as number, 2);
  if (best === null) return null;
  const [a = "", b = ""] = [pairs.one, pairs.other].map((end) => entities[end[best] ?? -1]?.id);
  const between = new Set(graph.ofPair(a, b));
  const articles = new Set(claims.filter((one) => between.has(one)).map((one) => one.article));
  const n = count(told[best] as number, "claim");
  const why = `Most told of any two: ${n} in ${count(articles.size, "article")}.`;
  return { target: { pair: [a, b] }, why };
}

// How much a claim tells: who, whom, and of what category.
const fullness = ({ from, to, verb }: Claim) =>
  Number(from.length > 0) + Number(to.length > 0 || from.length > 1) + Number(!verb);

// The newest of those claims of a status that tell most; of one day the first.
function newest(graph: Graph, claims: readonly Claim[], status: string): Claim | null {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (claim.status !== status || fullness(claim) === 0) continue;
    const more = best ? fullness(claim) - fullness(best) : 1;
    const later = best ? compare(graph.date(claim), graph.date(best)) : 1;
    if (more > 0 || (more === 0 && later > 0)) best = claim;
  }
  return best;
}

const dated = (text: string) => (text ? `, ${date(text)}` : "");

function denied(graph: Graph, claims: readonly Claim[]): Start | null {
  const claim = newest(graph, claims, "denied");
  return claim && { target: { claim }, why: `The newest denial${dated(graph.date(claim))}.` };
}

function widest(graph: Graph, claims: readonly Claim[]): Start | null {
  if (!graph.happenings.some(({ independent }) => independent > 1)) return null;
  const first = new Map<Id, Claim>();
  for (const claim of claims) {
    if (claim.happening && !first.has(claim.happening)) first.set(claim.happening, claim);
  }
  const told = graph.happenings.filter(({ id }) => first.has(id));
  const best = most(told, ({ independent }) => independent, 2);
  const claim = best && first.get(best.id);
  if (!best || !claim) return null;
  const why = `Most widely told: by ${count(best.independent, "independent article")}.`;
  return { target: { claim }, why };
}

function planned(graph: Graph, claims: readonly Claim[]): Start | null {
  const claim = newest(graph, claims, "planned");
  return claim && { target: { claim }, why: `The newest plan${dated(graph.date(claim))}.` };
}

function connected(graph: Graph, claims: readonly Claim[]): Start | null {
  const joined = new Map<Id, Set<Id>>();
  const join = (a: Id, b: Id) => {
    const others = joined.get(a) ?? new Set<Id>();
    joined.set(a, others.add(b));
  };
  for (const { pairs } of claims) {
    for (const [a, b] of pairs) {
      join(a, b);
      join(b, a);
    }
  }
  const best = most(joined, ([, others]) => others.size, 1);
  if (!best) return null;
  const why = `Joined with the most others: ${best[1].size} of ${graph.entities.length - 1}.`;
  return { target: { entity: best[0] }, why };
}

function fullest(graph: Graph, claims: readonly Claim[]): Start | null {
  const told = new Map<number, number>();
  for (const { article } of claims) told.set(article, (told.get(article) ?? 0) + 1);
  const best = most(told, ([, n]) => n, 1);
  if (!best || graph.articles.length < 2) return null;
  return {
    target: { article: best[0] },
    why: `The article that tells most: ${count(best[1], "claim")}.`,
  };
}

const FINDERS = [disputed, closest, denied, widest, planned, connected, fullest];

/** Up to three places to begin, chosen from the claims that pass; the same for the same. */
export function starts(graph: Graph, claims: readonly Claim[], atMost = 3): Start[] {
  const found: Start[] = [];
  for (const finder of FINDERS) {
    if (found.length >= atMost) break;
    const start = finder(graph, claims);
    if (start && !found.some((one) => sameTarget(one.target, start.target))) found.push(start);
  }
  return found;
}

function sameTarget(a: Target, b: Target): boolean {
  return JSON.stringify(named(a)) === JSON.stringify(named(b));
}

function named(target: Target): unknown {
  return "claim" in target ? target.claim.id : target;
}
