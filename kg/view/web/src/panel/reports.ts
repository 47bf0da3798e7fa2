// What else tells what a claim tells, and what disagrees with it.
import { originals } from "../ask/claims";
import type { Graph } from "../model/graph";
import type { Claim, Dispute, Id } from "../model/types";

/** All claims that tell one thing, in the order of the graph. */
export interface Reports {
  readonly claims: readonly Claim[];
  /** Articles that tell it, those of one source and copies of one report counted once. */
  readonly independent: number;
  readonly articles: number;
}

interface Indexes {
  readonly told: Map<string, Claim[]>;
  readonly disputes: Map<Id, Dispute[]>;
  readonly independent: ReadonlyMap<Id, number>; // by happening, as the build counted them
  readonly origin: readonly string[]; // by article
}

const known = new WeakMap<Graph, Indexes>();

// Events that report one happening; relations that say the same of the same two.
function key(claim: Claim): string {
  if (claim.happening) return `h\u001f${claim.happening}`;
  if (claim.trigger) return `c\u001f${claim.id}`;
  const { term, from, to, former, polarity } = claim;
  return ["r", term, ...from, ">", ...to, former ? "former" : "", polarity].join("\u001f");
}

// Whose report an article is: that of the source of what it is copied from.
function originsOf({ articles }: Graph): string[] {
  const original = originals(articles);
  return articles.map((own, i) => {
    const first = articles[original[i] ?? i] ?? own;
    return first.source ? `s\u001f${first.source}` : `a\u001f${first.id}`;
  });
}

function push<K, V>(map: Map<K, V[]>, at: K, value: V): void {
  const list = map.get(at);
  if (list) list.push(value);
  else map.set(at, [value]);
}

function indexes(graph: Graph): Indexes {
  const found = known.get(graph);
  if (found) return found;
  const made: Indexes = {
    told: new Map(),
    disputes: new Map(),
    independent: new Map(graph.happenings.map((one) => [one.id, one.independent])),
    origin: originsOf(graph),
  };
  for (const claim of graph.claims) push(made.told, key(claim), claim);
  for (const dispute of graph.disputes) {
    const sides = new Set([dispute.left.claim, dispute.right.claim]);
    for (const id of sides) push(made.disputes, id, dispute);
  }
  known.set(graph, made);
  return made;
}

/** What tells the same as a claim, itself among it. */
export function reportsOf(graph: Graph, claim: Claim): Reports {
  const { told, independent, origin } = indexes(graph);
  const claims = told.get(key(claim)) ?? [claim];
  const articles = new Set(claims.map((one) => one.article));
  const counted = new Set([...articles].map((i) => origin[i])).size;
  const happening = claim.happening ? independent.get(claim.happening) : undefined;
  return { claims, independent: happening ?? counted, articles: articles.size };
}

/** The disputes that a claim is a side of, in the order of the graph. */
export function disputesOf(graph: Graph, claim: Claim): readonly Dispute[] {
  return indexes(graph).disputes.get(claim.id) ?? [];
}
