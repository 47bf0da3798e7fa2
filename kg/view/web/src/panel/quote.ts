// A sentence with the words marked that a claim rests on, and the key of the marks.
import { type Child, make } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Span } from "../model/types";
import { type Mark, marksOf, PARTS } from "./marks";

const NAMES = new Map(PARTS);

function title(graph: Graph, claim: Claim, { part, id }: Mark): string {
  const what = id === null ? graph.saying(claim) : short(graph.entity(id).label, 60);
  return `${NAMES.get(part)}: ${what}`;
}

/** A sentence of a claim, its words marked by what they are for the claim. */
export function quote(graph: Graph, claim: Claim, span: Span): HTMLElement {
  const text = graph.text(claim.article);
  const parts: Child[] = [];
  let at = span[0];
  for (const mark of marksOf(graph, claim, span)) {
    const properties = { class: mark.part, title: title(graph, claim, mark) };
    parts.push(text.cut(at, mark.start), make("mark", properties, text.cut(mark.start, mark.end)));
    at = mark.end;
  }
  parts.push(text.cut(at, span[1]));
  return make("blockquote", { dir: "auto" }, parts);
}

/** What the marks in the sentences mean. */
export function marksKey(): HTMLElement {
  const marks = PARTS.map(([part, name]) => [" ", make("mark", { class: part }, name)]);
  return make("p", { class: "marks-key" }, "Marked:", marks);
}
