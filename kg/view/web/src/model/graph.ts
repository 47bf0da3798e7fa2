// The graph with its indexes: who is in which claim, which claims join whom.
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
  /** An entity of a claim or node. */
  entity(id: Id): Entity;
  /** How an entity is drawn. */
  node(id: Id): Node;
  /** The article of a claim or mention. */
  article(index: number): Article;
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

interface Indexes {
  readonly pair: Map<string, Claim[]>;
  readonly told: Map<Id, Claim[]>;
  readonly said: Map<Id, Claim[]>;
  readonly here: Map<Id, Claim[]>;
}

function indexed(claims: readonly Claim[]): Indexes {
  const found: Indexes = { pair: new Map(), told: new Map(), said: new Map(), here: new Map() };
  for (const claim of claims) {
    for (const id of participants(claim)) push(found.told, id, claim);
    if (claim.speaker) push(found.said, claim.speaker, claim);
    if (claim.place) push(found.here, claim.place, claim);
    const keys = new Set(claim.pairs.map(([a, b]) => pairKey(a, b)));
    for (const key of keys) push(found.pair, key, claim);
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
  const entities = byId(data.entities);
  const nodes = byId(drawing.nodes);
  const claims = byId(data.claims);
  const articles = new Map(data.articles.map((article, i) => [article.id, i]));
  const index = indexed(data.claims);
  const others = joined(drawing.edges);
  const texts = new Map<number, Text>();
  const label = (kind: keyof Terms, term: string) => data.terms[kind][term]?.label ?? term;
  const article = (i: number) => held(data.articles[i], "article", i);

  function text(i: number): Text {
    const known = texts.get(i) ?? byPoints(article(i).text);
    texts.set(i, known);
    return known;
  }

  return {
    ...data,
    drawing,
    entity: (id) => held(entities.get(id), "entity", id),
    node: (id) => held(nodes.get(id), "node", id),
    article,
    findEntity: (id) => entities.get(id),
    findClaim: (id) => claims.get(id),
    findArticle: (id) => articles.get(id),
    ofPair: (a, b) => index.pair.get(pairKey(a, b)) ?? NONE,
    told: (id) => index.told.get(id) ?? NONE,
    said: (id) => index.said.get(id) ?? NONE,
    here: (id) => index.here.get(id) ?? NONE,
    others: (id) => others.get(id) ?? NONE,
    label,
    saying: (claim) => claim.verb ?? label("claim", claim.term),
    family: (term) => data.terms.claim[term]?.family ?? "act",
    date: (claim) => claim.when?.[0] ?? claim.when?.[1] ?? article(claim.article).published ?? "",
    text,
    mentions: (id, i, [start, end]) =>
      held(entities.get(id), "entity", id)
        .mentions.filter(([a, s, e]) => a === i && start <= s && e <= end)
        .map(([, s, e]) => [s, e]),
  };
}
