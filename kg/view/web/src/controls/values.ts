// What can be chosen in each facet: the values that the graph has, named and signed.
import { type ClaimTable, type ListName, NOBODY } from "../ask/claims";
import { make } from "../dom/make";
import { classSign } from "../dom/signs";
import type { Graph } from "../model/graph";
import { compare } from "../model/text";
import { STATUSES } from "../model/words";

/** The facets in their order; relations and categories are one of two lists. */
export const FACETS = ["st", "cls", "term", "by", "src", "in"] as const;
export type FacetName = (typeof FACETS)[number];

/** The lists of the filter that a facet chooses from. */
export const LISTS_OF: Readonly<Record<FacetName, readonly ListName[]>> = {
  st: ["st"],
  cls: ["cls"],
  term: ["rel", "cat"],
  by: ["by"],
  src: ["src"],
  in: ["in"],
};

/** What each facet is called, alone and before one value of it. */
export const TITLES: Readonly<Record<FacetName, readonly [string, string]>> = {
  st: ["Status", "status"],
  cls: ["Who and what", "with"],
  term: ["What is said", "said"],
  by: ["Who says so", "says"],
  src: ["Source", "source"],
  in: ["Article", "article"],
};

/** One value of a facet. */
export interface Value {
  readonly value: string;
  readonly label: string;
  readonly title?: string | undefined;
  readonly sign?: Node;
}

type Named = (graph: Graph, value: string) => Value;

const status: Named = (_, value) => {
  const { symbol, means } = STATUSES.find(({ id }) => id === value) ?? { symbol: "", means: "" };
  const properties = { class: `sign status-${value}`, "aria-hidden": "true" };
  return { value, label: value, title: means, sign: make("span", properties, symbol) };
};

function articleValue(graph: Graph, value: string): Value {
  const found = graph.findArticle(value);
  const article = found === undefined ? null : graph.article(found);
  return { value, label: article?.title ?? value, title: article?.published ?? undefined };
}

const NAMED: Readonly<Record<FacetName, Named>> = {
  st: status,
  cls: (graph, value) => ({
    value,
    label: graph.label("class", value),
    sign: classSign(graph, value),
  }),
  term: (graph, value) => ({ value, label: graph.label("claim", value) }),
  by: (graph, value) => ({
    value,
    label: value === NOBODY ? "nobody named" : (graph.findEntity(value)?.label ?? value),
  }),
  src: (_, value) => ({ value, label: value === NOBODY ? "not named" : value }),
  in: articleValue,
};

/** A value of a facet as it is named to the reader. */
export function asNamed(graph: Graph, facet: FacetName, value: string): Value {
  return NAMED[facet](graph, value);
}

const byStatus = (a: Value, b: Value) => place(a.value) - place(b.value);
const place = (value: string) => STATUSES.findIndex(({ id }) => id === value);

/** All values that the claims of the graph have, by name; statuses in their own order. */
export function valuesOf(graph: Graph, table: ClaimTable, facet: FacetName): readonly Value[] {
  const all = LISTS_OF[facet].flatMap((list) => table.lists[list].values);
  const named = all.map((value) => asNamed(graph, facet, value));
  const byName = (a: Value, b: Value) => compare(a.label, b.label) || compare(a.value, b.value);
  return named.sort(facet === "st" ? byStatus : byName);
}

/** The list of the filter that holds a value: a term is a relation or a category. */
export function listOf(graph: Graph, facet: FacetName, value: string): ListName {
  if (facet !== "term") return facet;
  return graph.terms.claim[value]?.kind === "relation" ? "rel" : "cat";
}
