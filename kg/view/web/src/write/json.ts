// The shown claims as JSON, with their sentences, and who and what they name.
import type { Article, Claim, Entity, Span } from "../model/types";
import type { Shown } from "./shown";

// Escaped, these can neither turn nor end anything where the file is shown or put in.
const ESCAPED = /[<\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;

function articleOf({ id, title, source, published, author, url }: Article) {
  return { id, title, source, published, author, url };
}

function entityOf(entity: Entity, shown: Shown) {
  const { id, label, aliases, matches } = entity;
  const names = aliases.map((alias) => alias.text);
  return {
    id,
    label,
    class: entity.class,
    classLabel: shown.term("class", entity.class),
    aliases: names,
    matches,
  };
}

function wordsOf(claim: Claim, [start, end]: Span, shown: Shown) {
  return { start, end, text: shown.words(claim, [start, end]) };
}

function claimOf(claim: Claim, shown: Shown) {
  const { pairs, article, evidence, trigger, disputes, when, ...rest } = claim;
  return {
    ...rest,
    says: shown.saying(claim),
    article: shown.article(claim).id,
    when: when && { begin: when[0], end: when[1] },
    ...(trigger ? { trigger: wordsOf(claim, trigger, shown) } : {}),
    evidence: evidence.map((span) => wordsOf(claim, span, shown)),
  };
}

/** Writes articles (without their text), entities and claims; offsets in code points. */
export function toJson(shown: Shown): string {
  const all = {
    articles: shown.articles.map(articleOf),
    entities: shown.entities.map((entity) => entityOf(entity, shown)),
    claims: shown.claims.map((claim) => claimOf(claim, shown)),
  };
  const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(all, null, 1).replace(ESCAPED, escaped)}\n`;
}
