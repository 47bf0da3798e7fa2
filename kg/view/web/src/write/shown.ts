// What is written out: the claims that are shown, with their words looked up once.
import { byPoints, type Text } from "../model/text";
import type { Article, Claim, Entity, Id, PageData, Span } from "../model/types";

/** The shown part of a graph, in the order of the graph. */
export interface Shown {
  readonly data: PageData;
  readonly claims: readonly Claim[];
  readonly entities: readonly Entity[]; // who is named by those claims
  readonly articles: readonly Article[]; // where those claims are told
  entity(id: Id): Entity | undefined;
  article(claim: Claim): Article;
  /** The label of an entity; of one that is not there, its id. */
  label(id: Id): string;
  /** What a claim says: its verb, else the label of its term. */
  saying(claim: Claim): string;
  term(kind: keyof PageData["terms"], term: string): string;
  /** The words of a span of a claim's article. */
  words(claim: Claim, span: Span): string;
}

/** Everyone whom a claim names: who takes part, the speakers, the place. */
export function named(claim: Claim): readonly Id[] {
  const others = [claim.speaker, ...claim.relayedBy, claim.place ?? null];
  return [...claim.from, ...claim.to, ...others.filter((id) => id !== null)];
}

/** Looks up what the passing claims need; with `also` entities that no claim names. */
export function shownOf(data: PageData, passing: Uint8Array, also: readonly Id[] = []): Shown {
  const claims = data.claims.filter((_, i) => passing[i]);
  const who = new Set([...also, ...claims.flatMap(named)]);
  const where = new Set(claims.map((claim) => claim.article));
  const byId = new Map(data.entities.map((entity) => [entity.id, entity]));
  const texts = new Map<number, Text>();

  function article(claim: Claim): Article {
    const found = data.articles[claim.article];
    if (!found) throw new Error(`claim ${claim.id}: no article ${claim.article}`);
    return found;
  }

  function text(claim: Claim): Text {
    const known = texts.get(claim.article) ?? byPoints(article(claim).text);
    texts.set(claim.article, known);
    return known;
  }

  const term: Shown["term"] = (kind, name) => data.terms[kind][name]?.label ?? name;
  return {
    data,
    claims,
    entities: data.entities.filter((entity) => who.has(entity.id)),
    articles: data.articles.filter((_, i) => where.has(i)),
    entity: (id) => byId.get(id),
    article,
    label: (id) => byId.get(id)?.label ?? id,
    saying: (claim) => claim.verb ?? term("claim", claim.term),
    term,
    words: (claim, [start, end]) => text(claim).cut(start, end),
  };
}
