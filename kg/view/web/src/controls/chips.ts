// The filters that are on, one chip each, which takes its filter away.
import { type ListName, NOBODY } from "../ask/claims";
import { asks } from "../ask/filter";
import { button, byId, type Child, make, name, replace } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Filter } from "../model/types";
import { count, grouped, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { unfiltered } from "../state/store";
import { asNamed, FACETS, LISTS_OF, TITLES } from "./values";

interface Chip {
  readonly what: string;
  readonly value: string;
  readonly without: Partial<Filter>;
}

const MOST = 12;

function listed(graph: Graph, filter: Filter): Chip[] {
  return FACETS.flatMap((facet) =>
    LISTS_OF[facet].flatMap((list: ListName) =>
      filter[list].map((value) => ({
        what: TITLES[facet][1],
        value: value === NOBODY ? "nobody named" : asNamed(graph, facet, value).label,
        without: { [list]: filter[list].filter((one) => one !== value) },
      })),
    ),
  );
}

/** What a filter asks for, part by part, and the filter without that part. */
export function chipsOf(graph: Graph, filter: Filter): readonly Chip[] {
  const { conf, from, until, min } = filter;
  const sure = `at least ${Math.round(conf * 100)} %`;
  const when = interval([from, until]);
  return [
    ...listed(graph, filter),
    ...(conf > 0 ? [{ what: "confidence", value: sure, without: { conf: 0 } }] : []),
    ...(min > 1 ? [{ what: "at least", value: count(min, "article"), without: { min: 0 } }] : []),
    ...(when ? [{ what: "", value: when, without: { from: null, until: null } }] : []),
  ];
}

/** Put the chips into the page; gives what brings them up to a filter. */
export function createChips({ graph, store }: Scene): (filter: Filter, left: number) => void {
  const box = byId("chips");

  function take(chip: Chip, at: number): void {
    store.go({ filter: chip.without });
    const rest = box.querySelectorAll("button");
    (rest[Math.min(at, rest.length - 1)] ?? byId("search")).focus();
  }

  function chip(one: Chip, at: number): HTMLElement {
    const { what, value } = one;
    const label = `Take away the filter ${what} ${value}`.replace("  ", " ");
    const kind = what && make("span", { class: "soft" }, what, " ");
    const cross = make("span", { class: "cross", "aria-hidden": "true" }, "\u00d7");
    const press = { class: "chip on", "aria-label": label };
    return button(press, () => take(one, at), kind, name(short(value, 32)), cross);
  }

  function all(): void {
    store.go(unfiltered());
    byId("search").focus();
  }

  return (filter, left) => {
    const found = chipsOf(graph, filter);
    const rest = found.length - MOST;
    const told = make(
      "p",
      { id: "left" },
      `${grouped(left)} of ${count(graph.claims.length, "claim")}`,
    );
    const more: Child = rest > 0 && make("span", { class: "soft" }, `and ${rest} more`);
    const clear = button({ class: "plain", id: "clear" }, all, "Clear all");
    const shown = found.slice(0, MOST).map(chip);
    box.hidden = !asks(filter);
    replace(box, told, shown, more, clear);
  };
}
