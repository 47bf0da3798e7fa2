// Which claims a filter lets pass, and how many each of its values would leave.
// Within one facet any chosen value fits, between facets all must.
import { type Graph, participants } from "../model/graph";
import type { Claim, Filter } from "../model/types";

/** Facets that the page offers; events and relations are one facet of two lists. */
export type FacetName = "st" | "cls" | "term" | "in";
export const FACETS: readonly FacetName[] = ["st", "cls", "term", "in"];

/** The values that a claim has in a facet. */
export function valuesOf(graph: Graph, facet: FacetName, claim: Claim): readonly string[] {
  switch (facet) {
    case "st":
      return [claim.status];
    case "cls":
      return [...new Set(participants(claim).map((id) => graph.entity(id).class))];
    case "term":
      return [claim.term];
    case "in":
      return [graph.article(claim.article).id];
  }
}

/** The values chosen in a facet. */
export function chosen(filter: Filter, facet: FacetName): readonly string[] {
  return facet === "term" ? [...filter.rel, ...filter.cat] : filter[facet];
}

/** Whether a filter leaves anything out. */
export function active(filter: Filter): boolean {
  return FACETS.some((facet) => chosen(filter, facet).length > 0);
}

type Test = (claim: Claim) => boolean;

function tests(graph: Graph, filter: Filter, without?: FacetName): readonly Test[] {
  return FACETS.filter((facet) => facet !== without).flatMap((facet) => {
    const wanted = new Set(chosen(filter, facet));
    if (wanted.size === 0) return [];
    return [(claim: Claim) => valuesOf(graph, facet, claim).some((value) => wanted.has(value))];
  });
}

/** The test that a claim passes when no facet speaks against it. */
export function passing(graph: Graph, filter: Filter): Test {
  const all = tests(graph, filter);
  return (claim) => all.every((test) => test(claim));
}

/** How many claims each value of a facet would leave, the other facets as they are. */
export function counts(graph: Graph, filter: Filter, facet: FacetName): Map<string, number> {
  const rest = tests(graph, filter, facet);
  const found = new Map<string, number>();
  for (const claim of graph.claims) {
    if (!rest.every((test) => test(claim))) continue;
    for (const value of valuesOf(graph, facet, claim)) {
      found.set(value, (found.get(value) ?? 0) + 1);
    }
  }
  return found;
}
