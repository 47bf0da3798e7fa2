// The facets: boxes to tick, each with the number of claims that it would leave.
import type { ClaimTable, ListName } from "../ask/claims";
import { asks, counts } from "../ask/filter";
import { button, byId, type Child, make, name, replace, wide } from "../dom/make";
import { classSign, lineSign } from "../dom/signs";
import type { Graph } from "../model/graph";
import type { Filter } from "../model/types";
import { STATUSES } from "../model/words";
import type { Scene } from "../state/scene";
import { unfiltered } from "../state/store";

/** The facets in their order; relations and categories are one of two lists. */
const FACETS = ["st", "cls", "term", "in"] as const;
type FacetName = (typeof FACETS)[number];

const LISTS: Readonly<Record<FacetName, readonly ListName[]>> = {
  st: ["st"],
  cls: ["cls"],
  term: ["rel", "cat"],
  in: ["in"],
};

const TITLES: Readonly<Record<FacetName, string>> = {
  st: "Status",
  cls: "Who and what",
  term: "What is said",
  in: "Article",
};

interface Value {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
  readonly sign?: Node;
}

interface Choice {
  readonly facet: FacetName;
  readonly value: string;
  readonly box: HTMLInputElement;
  readonly counter: HTMLElement;
}

const byLabel = (a: Value, b: Value) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

function statusValues(seen: ReadonlySet<string>): readonly Value[] {
  return STATUSES.filter(({ id }) => seen.has(id)).map(({ id, symbol, means }) => ({
    value: id,
    label: id,
    title: means,
    sign: make("span", { class: `sign status-${id}`, "aria-hidden": "true" }, symbol),
  }));
}

function values(graph: Graph, table: ClaimTable, facet: FacetName): readonly Value[] {
  const seen = new Set(LISTS[facet].flatMap((list) => table.lists[list].values));
  switch (facet) {
    case "st":
      return statusValues(seen);
    case "in":
      return graph.articles
        .filter(({ id }) => seen.has(id))
        .map(({ id, title }) => ({ value: id, label: title ?? id }));
    case "cls":
      return [...seen]
        .map((id) => ({ value: id, label: graph.label("class", id), sign: classSign(graph, id) }))
        .sort(byLabel);
    case "term":
      return [...seen].map((id) => ({ value: id, label: graph.label("claim", id) })).sort(byLabel);
  }
}

// A term is chosen among relations or among categories, as its kind is.
function keyOf(graph: Graph, facet: FacetName, value: string): keyof Filter & string {
  if (facet !== "term") return facet;
  return graph.terms.claim[value]?.kind === "relation" ? "rel" : "cat";
}

function choose({ graph, store }: Scene, facet: FacetName, value: string, on: boolean): void {
  const key = keyOf(graph, facet, value) as "st" | "cls" | "rel" | "cat" | "in";
  const others = store.get().filter[key].filter((one) => one !== value);
  store.go({ filter: { [key]: on ? [...others, value] : others } });
}

function choice(scene: Scene, facet: FacetName, of: Value, choices: Choice[]): HTMLElement {
  const { value, label, title, sign } = of;
  const counter = make("span", { class: "count" });
  const box = make("input", { type: "checkbox", name: facet, value });
  box.addEventListener("change", () => choose(scene, facet, value, box.checked));
  choices.push({ facet, value, box, counter });
  const text = make("span", { class: "what" }, name(label));
  return make("label", { class: "choice", title }, box, sign, text, counter);
}

// Events and relations stand under the kind of line that they are drawn as.
function grouped({ graph }: Scene, all: readonly Value[], put: (value: Value) => Child): Child {
  return graph.families.map((family) => {
    const own = all.filter(({ value }) => graph.family(value) === family.name);
    if (own.length === 0) return null;
    const head = make("p", { class: "family" }, lineSign(family.name), family.label);
    return [head, own.map(put)];
  });
}

function fieldset(scene: Scene, table: ClaimTable, facet: FacetName, choices: Choice[]): Child {
  const all = values(scene.graph, table, facet);
  if (all.length === 0) return null;
  const put = (value: Value) => choice(scene, facet, value, choices);
  const unit = make("span", { class: "unit" }, "claims");
  const legend = make("legend", {}, make("span", {}, TITLES[facet]), unit);
  const body = facet === "term" ? grouped(scene, all, put) : all.map(put);
  const box = make("div", { class: "choices" }, body);
  return make("fieldset", { class: `facet facet-${facet}` }, legend, box);
}

function chosen(filter: Filter, facet: FacetName): readonly string[] {
  return LISTS[facet].flatMap((list) => filter[list]);
}

function recount(table: ClaimTable, filter: Filter, choices: readonly Choice[]): void {
  const { lists } = counts(table, filter);
  const all = (facet: FacetName) => LISTS[facet].flatMap((list) => lists[list]);
  const found = new Map(
    FACETS.map((facet) => [facet, new Map(all(facet).map(({ value, n }) => [value, n]))]),
  );
  for (const { facet, value, box, counter } of choices) {
    const n = found.get(facet)?.get(value) ?? 0;
    replace(counter, String(n));
    box.checked = chosen(filter, facet).includes(value);
    box.parentElement?.classList.toggle("none", n === 0);
  }
}

/** Put the facets into the page; gives what brings them up to a filter. */
export function createFacets(scene: Scene, table: ClaimTable): (filter: Filter) => void {
  const choices: Choice[] = [];
  const sets = FACETS.map((facet) => fieldset(scene, table, facet, choices));
  const clearAll = () => scene.store.go(unfiltered());
  const clear = button({ class: "plain clear", id: "clear" }, clearAll, "Clear all filters");
  replace(byId("facets"), clear, sets);
  if (wide(1100)) byId("filters").setAttribute("open", "");
  return (filter) => {
    recount(table, filter, choices);
    const on = FACETS.reduce((sum, facet) => sum + chosen(filter, facet).length, 0);
    clear.hidden = !asks(filter);
    replace(byId("filters-on"), on ? `(${on} on)` : "");
  };
}
