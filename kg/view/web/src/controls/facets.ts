// The facets: what can be chosen, each with the number of claims that it would leave.
import type { ClaimTable } from "../ask/claims";
import { counts, type FacetCounts } from "../ask/filter";
import { byId, type Child, make, replace, wide } from "../dom/make";
import { lineSign } from "../dom/signs";
import type { Filter } from "../model/types";
import { NO_FILTER } from "../state/address";
import type { Scene } from "../state/scene";
import { type Counts, createList, type List } from "./list";
import { createSteps, type Steps } from "./steps";
import { FACETS, type FacetName, LISTS_OF, listOf, TITLES, type Value, valuesOf } from "./values";

type Update = (counts: FacetCounts, filter: Filter) => void;

interface Facet {
  readonly element: HTMLElement;
  readonly update: Update;
}

const MOST_ARTICLES = 10;

function numbers({ lists }: FacetCounts, facet: FacetName): Counts {
  const all = LISTS_OF[facet].flatMap((list) => lists[list]);
  return new Map(all.map(({ value, n }) => [value, n]));
}

function choose({ graph, store }: Scene, facet: FacetName, value: string, on: boolean): void {
  const list = listOf(graph, facet, value);
  const others = store.get().filter[list].filter((one) => one !== value);
  store.go({ filter: { [list]: on ? [...others, value] : others } });
}

// Events and relations stand under the kind of line that they are drawn as.
function byFamily({ graph }: Scene, values: readonly Value[], put: (value: Value) => Child): Child {
  return graph.families.map(({ name, label }) => {
    const own = values.filter(({ value }) => graph.family(value) === name);
    if (own.length === 0) return null;
    return [make("p", { class: "family" }, lineSign(name), label), own.map(put)];
  });
}

function listFacet(scene: Scene, table: ClaimTable, facet: FacetName, whole: FacetCounts): Facet[] {
  const values = valuesOf(scene.graph, table, facet);
  if (values.length < 2) return []; // nothing to choose
  const list: List = createList({
    facet,
    title: TITLES[facet][0],
    values,
    common: numbers(whole, facet),
    choose: (value, on) => choose(scene, facet, value, on),
    ...(facet === "term" && { arrange: (shown, put) => byFamily(scene, shown, put) }),
  });
  const update: Update = (found, filter) =>
    list.update(
      numbers(found, facet),
      LISTS_OF[facet].flatMap((name) => filter[name]),
    );
  return [{ element: list.element, update }];
}

function confidence(scene: Scene): Facet {
  const says = (value: number) => (value ? `at least ${value * 10} %` : "however sure");
  const filter = (value: number) => ({ conf: value / 10 });
  const of = { id: "conf", title: "Confidence", least: 0, most: 9, says, filter };
  const steps: Steps = createSteps(scene, of);
  const update: Update = (found, { conf }) =>
    steps.update(found.confidence, Math.min(Math.floor(conf * 10 + 1e-9), 9));
  return { element: steps.element, update };
}

function articles(scene: Scene, whole: FacetCounts): Facet[] {
  const most = Math.min(whole.backing.length - 1, MOST_ARTICLES);
  if (most < 2) return [];
  const says = (value: number) => (value > 1 ? `${value} or more` : "however many");
  const filter = (value: number) => ({ min: value > 1 ? value : 0 });
  const of = { id: "min", title: "Articles behind a line", least: 1, most, says, filter };
  const steps: Steps = createSteps(scene, of);
  const update: Update = ({ backing }, { min }) => {
    const [low, high] = [backing.slice(0, most), backing.slice(most)];
    const [none = 0, one = 0] = low; // without a line counts as one
    const last = high.reduce((sum, n) => sum + n, 0);
    steps.update([0, none + one, ...low.slice(2), last], Math.min(Math.max(min, 1), most));
  };
  return [{ element: steps.element, update }];
}

function fading({ store }: Scene): Facet {
  const box = make("input", { type: "checkbox", id: "fade" });
  box.addEventListener("change", () => store.go({ filter: { fade: box.checked } }));
  const text = make("span", { class: "what" }, "Fade the rest, do not hide it");
  const update: Update = (_, { fade }) => {
    box.checked = fade;
  };
  return { element: make("label", { class: "choice fading" }, box, text), update };
}

// Beside the views where there is room; else over them, until Escape.
function folding(filters: HTMLDetailsElement): void {
  if (wide(1100)) filters.open = true;
  filters.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || wide(1100)) return;
    filters.open = false;
    filters.querySelector("summary")?.focus();
  });
}

/** Put the facets into the page; gives what brings them up to a filter. */
export function createFacets(scene: Scene, table: ClaimTable): (filter: Filter) => void {
  const whole = counts(table, NO_FILTER);
  const facets = [
    fading(scene),
    ...FACETS.slice(0, 3).flatMap((facet) => listFacet(scene, table, facet, whole)),
    confidence(scene),
    ...articles(scene, whole),
    ...FACETS.slice(3).flatMap((facet) => listFacet(scene, table, facet, whole)),
  ];
  const sets = facets.map(({ element }) => element);
  replace(byId("facets"), make("div", { class: "sets" }, sets));
  folding(byId("filters") as HTMLDetailsElement);
  return (filter) => {
    const found = counts(table, filter);
    for (const { update } of facets) update(found, filter);
    const chosen = FACETS.flatMap((facet) => LISTS_OF[facet]).flatMap((list) => filter[list]);
    const on = chosen.length + Number(filter.conf > 0) + Number(filter.min > 1);
    replace(byId("filters-on"), on ? `(${on} on)` : "");
  };
}
