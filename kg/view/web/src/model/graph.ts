// The graph with its indexes: who is in which claim, which claims join whom.
import { once } from "./once";
import { type Pairs, type Places, pairsOf, takingPart } from "./pairs";
import { type Runs, rowOf, turned } from "./runs";
import { byPoints, type Text } from "./text";
import type {
  Article,
  Claim,
  Drawing,
  Edge,
  Entity,
  Id,
  Node,
  PageData,
  Span,
  Terms,
} from "./types";

/** The graph and the ways to ask it. What is asked by an id that must be there throws. */
export interface Graph extends PageData {
  readonly drawing: Drawing;
  /** Where entities stand in the data. */
  readonly places: Places;
  /** For each claim the places of those who take part. */
  readonly takers: Runs;
  readonly pairs: Pairs;
  /** An entity of a claim or node. */
  entity(id: Id): Entity;
  /** How an entity is drawn. */
  node(id: Id): Node;
  /** The article of a claim or mention. */
  article(index: number): Article;
  /** Where a claim stands in the data. */
  number(claim: Claim): number;
  /** What an address names, which may not be there. */
  findEntity(id: Id): Entity | undefined;
  findClaim(id: Id): Claim | undefined;
  findArticle(id: Id): number | undefined;
  /** Claims that join the two. */
  ofPair(a: Id, b: Id): readonly Claim[];
  /** Claims in which it takes part. */
  told(id: Id): readonly Claim[];
  /** Claims that it is the speaker of. */
  said(id: Id): readonly Claim[];
  /** Events that take place there. */
  here(id: Id): readonly Claim[];
  /** Those it is joined with. */
  others(id: Id): readonly Id[];
  /** The label of a term, else the term itself. */
  label(kind: keyof Terms, term: string): string;
  /** What a claim says: the verb of an act without a category, else its term's label. */
  saying(claim: Claim): string;
  /** The family of lines that a claim's term is drawn as. */
  family(term: string): string;
  /** The date to sort a claim by: its own, else that of its article, else none. */
  date(claim: Claim): string;
  /** An article's text, to be cut by code points. */
  text(article: number): Text;
  /** Mentions of an entity within a stretch of an article. */
  mentions(id: Id, article: number, within: Span): readonly Span[];
}

/** Stands for the speaker, or source, where none is named. */
export const NOBODY = "-";

/** Who takes part in a claim, each once. */
export function participants(claim: Claim): readonly Id[] {
  return [...new Set([...claim.from, ...claim.to])];
}

/** The name of the line between two, the same from both sides. */
export function pairKey(a: Id, b: Id): string {
  return a < b ? `${a}\u001f${b}` : `${b}\u001f${a}`;
}

/** The indexes of the articles that mention an entity. */
export function articlesOf(entity: Entity): ReadonlySet<number> {
  return new Set(entity.mentions.map(([article]) => article));
}

const NONE: readonly never[] = [];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function held<K, V>(value: V | undefined, what: string, key: K): V {
  if (value === undefined) throw new Error(`no ${what} ${String(key)} in this graph`);
  return value;
}

function byWho(claims: readonly Claim[], who: (claim: Claim) => Id | null | undefined) {
  const found = new Map<Id, Claim[]>();
  for (const claim of claims) {
    const id = who(claim);
    if (id) push(found, id, claim);
  }
  return found;
}

function joined(edges: readonly Edge[]): Map<Id, Id[]> {
  const others = new Map<Id, Id[]>();
  for (const { from, to } of edges) {
    push(others, from, to);
    push(others, to, from);
  }
  return others;
}

function byId<T extends { readonly id: Id }>(values: readonly T[]): Map<Id, T> {
  return new Map(values.map((value) => [value.id, value]));
}

/** The graph of a page, indexed. */
export function graphOf(data: PageData, drawing: Drawing): Graph {
  const { claims } = data;
  const places: Places = new Map(data.entities.map(({ id }, i) => [id, i]));
  const takers = takingPart(claims, places);
  const pairs = pairsOf(claims, places);
  const told = once(() => turned(takers, places.size));
  const nodes = once(() => byId(drawing.nodes));
  const named = once(() => byId(claims));
  const numbers = once(() => new Map(claims.map((claim, i) => [claim, i])));
  const said = once(() => byWho(claims, ({ speaker }) => speaker));
  const here = once(() => byWho(claims, ({ place }) => place));
  const others = once(() => joined(drawing.edges));
  const articles = new Map(data.articles.map((article, i) => [article.id, i]));
  const texts = new Map<number, Text>();
  const label = (kind: keyof Terms, term: string) => data.terms[kind][term]?.label ?? term;
  const article = (i: number) => held(data.articles[i], "article", i);

  function text(i: number): Text {
    const known = texts.get(i) ?? byPoints(article(i).text);
    texts.set(i, known);
    return known;
  }

  const findEntity = (id: Id) => data.entities[places.get(id) ?? -1];
  const entity = (id: Id) => held(findEntity(id), "entity", id);
  const those = (from: Runs, row: number) =>
    Array.from(rowOf(from, row), (i) => claims[i] as Claim);

  return {
    ...data,
    drawing,
    places,
    takers,
    pairs,
    entity,
    node: (id) => held(nodes().get(id), "node", id),
    article,
    number: (claim) => held(numbers().get(claim), "claim", claim.id),
    findEntity,
    findClaim: (id) => named().get(id),
    findArticle: (id) => articles.get(id),
    ofPair: (a, b) => those(pairs.claims, pairs.find(a, b)),
    told: (id) => those(told(), places.get(id) ?? -1),
    said: (id) => said().get(id) ?? NONE,
    here: (id) => here().get(id) ?? NONE,
    others: (id) => others().get(id) ?? NONE,
    label,
    saying: (claim) => claim.verb ?? label("claim", claim.term),
    family: (term) => data.terms.claim[term]?.family ?? "act",
    date: (claim) => claim.when?.[0] ?? claim.when?.[1] ?? article(claim.article).published ?? "",
    text,
    mentions: (id, i, [start, end]) =>
      entity(id)
        .mentions.filter(([a, s, e]) => a === i && start <= s && e <= end)
        .map(([, s, e]) => [s, e]),
  };
}
