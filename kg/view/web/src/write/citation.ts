// A claim as one quotes it: the article, and the sentence with its place.
import { legible } from "../model/text";
import type { Article, Claim, Span } from "../model/types";
import type { Shown } from "./shown";

function line(text: string): string {
  return legible(text).replace(/\s+/g, " ").trim();
}

/** `Title, source, date, url: “sentence” (characters 12-80)`; what is not known is left out. */
export function cite(article: Article, sentence: string, [start, end]: Span): string {
  const url = article.url && /^https?:/i.test(article.url) ? article.url : null;
  const known = [article.title ?? article.id, article.source, article.published, url]
    .map((part) => line(part ?? ""))
    .filter((part) => part !== "");
  return `${known.join(", ")}: “${line(sentence)}” (characters ${start}-${end})`;
}

/** The citations of a claim, one for each of its sentences, each on a line of its own. */
export function citations(claim: Claim, shown: Shown): string {
  return claim.evidence
    .map((span) => cite(shown.article(claim), shown.words(claim, span), span))
    .join("\n");
}
