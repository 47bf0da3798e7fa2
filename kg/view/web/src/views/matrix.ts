// The matrix of actors as a grid: rows act on columns.
import { type Dyad, dyadKey, type Matrix } from "../ask/dyads";
import { button, make } from "../dom/make";
import { short } from "../model/text";
import type { Id, State } from "../model/types";
import type { Scene } from "../state/scene";
import { onArrows, type Place } from "./arrows";
import { bentOf, figure, inWords, strength } from "./cells";

/** What is done when a cell or a heading is meant. */
export interface Chosen {
  actor(id: Id): void;
  dyad(dyad: Dyad): void;
  /** Tell what a cell says. */
  tell(words: string): void;
}

/** The matrix in the page. */
export interface Grid {
  readonly element: HTMLElement;
  /** Which place has the focus, to give it back after drawing anew. */
  focused(): Place | null;
  focus(place: Place): void;
}

function heading(scene: Scene, id: Id, way: "row" | "col", now: State, chosen: Chosen) {
  const { label } = scene.graph.entity(id);
  const on = id === now.e || id === now.with;
  const text = make("bdi", {}, short(label, way === "row" ? 24 : 20));
  const open = () => chosen.actor(id);
  const press = button({ class: "plain", tabindex: "-1", title: short(label, 120) }, open, text);
  const role = way === "row" ? "rowheader" : "columnheader";
  return make("th", { scope: way, role, class: on ? "chosen" : null }, press);
}

interface Lettered {
  readonly scene: Scene;
  readonly matrix: Matrix;
  readonly now: State;
  readonly chosen: Chosen;
}

function cell({ scene, matrix, now, chosen }: Lettered, from: Id, to: Id): HTMLElement {
  if (from === to) {
    return make(
      "td",
      { role: "gridcell", class: "self" },
      make("span", { tabindex: "-1" }, "\u00b7"),
    );
  }
  const dyad = matrix.cells.get(dyadKey(from, to));
  const name = (id: Id) => scene.graph.entity(id).label;
  const words = inWords(name(from), name(to), dyad);
  const on = now.e === from && now.with === to;
  if (!dyad) {
    const nothing = make("span", { tabindex: "-1", "aria-label": words, role: "img" });
    return make("td", { role: "gridcell", class: "none" }, nothing);
  }
  const press = button(
    { tabindex: "-1", "aria-label": words, "aria-current": on ? "true" : null },
    () => chosen.dyad(dyad),
    figure(dyad),
  );
  const look = `${bentOf(dyad)} step-${strength(dyad.n, matrix.most)}`;
  return make("td", { role: "gridcell", class: on ? `${look} open` : look }, press);
}

function tableOf(all: Lettered): HTMLTableElement {
  const { scene, matrix, now, chosen } = all;
  const columns = matrix.actors.map((id) => heading(scene, id, "col", now, chosen));
  const rows = matrix.actors.map((id) =>
    make(
      "tr",
      { role: "row" },
      heading(scene, id, "row", now, chosen),
      matrix.actors.map((other) => cell(all, id, other)),
    ),
  );
  const corner = make(
    "th",
    { role: "columnheader", class: "corner" },
    make("span", { tabindex: "-1" }, "does \u2193 to \u2192"),
  );
  return make(
    "table",
    { role: "grid", "aria-label": "Who does what to whom: rows act on columns" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, corner, columns)),
    make("tbody", { role: "rowgroup" }, rows),
  );
}

/** The matrix; arrow keys lead through it, Enter opens a cell's events or an actor. */
export function grid(scene: Scene, matrix: Matrix, chosen: Chosen): Grid {
  const now = scene.store.get();
  const table = tableOf({ scene, matrix, now, chosen });
  const size = matrix.actors.length + 1;
  const inside = (place: Place) =>
    table.rows[place.row]?.cells[place.column]?.querySelector<HTMLElement>("button, span") ?? null;
  let stop: HTMLElement | null = null;

  function placeOf(target: EventTarget | null): Place | null {
    const found = target instanceof Element ? target.closest("td, th") : null;
    if (!(found instanceof HTMLTableCellElement)) return null;
    return { row: (found.parentElement as HTMLTableRowElement).rowIndex, column: found.cellIndex };
  }

  function reach(next: HTMLElement | null): void {
    if (stop) stop.tabIndex = -1;
    stop = next;
    if (stop) stop.tabIndex = 0;
  }

  function tell(target: EventTarget | null): void {
    const found = target instanceof Element ? target.closest("td") : null;
    const { row, column } = placeOf(found) ?? { row: 0, column: 0 };
    const [from, to] = [matrix.actors[row - 1], matrix.actors[column - 1]];
    const name = (id: Id) => scene.graph.entity(id).label;
    const any = from && to && from !== to;
    const dyad = any ? matrix.cells.get(dyadKey(from, to)) : undefined;
    chosen.tell(any ? inWords(name(from), name(to), dyad) : "");
  }

  onArrows(
    table,
    () => placeOf(document.activeElement),
    () => ({ rows: size, columns: size }),
    (place) => inside(place)?.focus(),
  );
  table.addEventListener("focusin", (event) => {
    reach(event.target as HTMLElement);
    tell(event.target);
  });
  table.addEventListener("pointerover", (event) => tell(event.target));
  table.addEventListener("pointerleave", () => chosen.tell(""));
  const open = table.querySelector<HTMLElement>("td.open button");
  reach(open ?? table.querySelector<HTMLElement>("td button") ?? inside({ row: 0, column: 0 }));
  return {
    element: table,
    focused: () =>
      table.contains(document.activeElement) ? placeOf(document.activeElement) : null,
    focus: (place) => inside(place)?.focus({ preventScroll: true }),
  };
}
