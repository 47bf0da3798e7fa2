// All claims as a table: the same as the drawing, for keyboard and screen reader.
import type { ClaimTable } from "../ask/claims";
import { button, byId, fill, make, replace } from "../dom/make";
import { participants } from "../model/graph";
import { short } from "../model/text";
import type { Claim, ColumnName, Order, State } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { claim as openClaim } from "../state/store";
import { onArrows, type Place } from "./arrows";
import { COLUMNS, type Column, sorter } from "./columns";
import { claimRow } from "./row";
import type { ShownView, View } from "./view";
import { rowsIn } from "./window";

const PRINTED = 2000; // rows at most on paper: some 130 pages

type Sort = (order: Order) => void;

interface Headings {
  readonly row: HTMLElement;
  update(order: Order): void;
}

const arrow = (down: boolean) => (down ? "\u2193" : "\u2191");

function headings(sort: (column: ColumnName) => void): Headings {
  const cells = COLUMNS.map(({ id, title }) => {
    const sign = make("span", { class: "way", "aria-hidden": "true" });
    const press = button({ class: "plain", id: `sort-${id}` }, () => sort(id), title, sign);
    const cell = make("th", { class: `column-${id}`, scope: "col", role: "columnheader" }, press);
    return { id, sign, cell };
  });

  function update({ column, down }: Order): void {
    for (const { id, sign, cell } of cells) {
      const on = id === column;
      replace(sign, on ? ` ${arrow(down)}` : "");
      if (on) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  const row = make(
    "tr",
    { role: "row", "aria-rowindex": "1" },
    cells.map(({ cell }) => cell),
  );
  return { row, update };
}

interface SortBy {
  readonly element: HTMLElement;
  update(order: Order): void;
}

// In the place of headings where each row is a card.
function sortBy(order: () => Order, sort: Sort): SortBy {
  const option = ({ id, title }: Column) => make("option", { value: id }, title);
  const select = make("select", { id: "sort-by" }, COLUMNS.map(option));
  select.addEventListener("change", () => {
    sort({ column: COLUMNS[select.selectedIndex]?.id ?? order().column, down: false });
  });
  const turn = button({ class: "turn", id: "sort-turn" }, () => {
    sort({ ...order(), down: !order().down });
  });
  const label = make("label", { for: "sort-by" }, "Sort by");
  return {
    element: make("div", { class: "sort-by" }, label, select, turn),
    update({ column, down }) {
      select.value = column;
      replace(turn, arrow(down));
      const way = down ? "last to first" : "first to last";
      turn.setAttribute("aria-label", `Now from ${way}: turn round`);
    },
  };
}

function note({ graph, store }: Scene, claims: readonly Claim[]): string {
  const { e } = store.get();
  const found = e === null ? undefined : graph.findEntity(e);
  const own = found && claims.filter((one) => participants(one).includes(found.id)).length;
  const marked = found ? `, ${own} of ${short(found.label, 40)} (marked)` : "";
  const how = "Choose what is said to read its sentences. A date in grey is that of the article.";
  return `${count(claims.length, "claim")}${marked}. ${how}`;
}

function inWords({ column, down }: Order): string {
  const title = COLUMNS.find(({ id }) => id === column)?.title ?? column;
  return `${title.toLowerCase()}, ${down ? "last to first" : "first to last"}`;
}

// What paper leaves out; nothing where it holds all.
function onPaper(n: number, order: Order): string {
  if (n <= PRINTED) return "";
  const some = `The first ${grouped(PRINTED)} of ${count(n, "claim")}, by ${inWords(order)}.`;
  return `${some} All of them: Take away, Table (CSV).`;
}

function build(section: HTMLElement, scene: Scene, claims: ClaimTable): ShownView {
  const { graph, store } = scene;
  const order = sorter(claims, graph);
  const lead = make("p", { class: "note" });
  const by = () => store.get().sort;
  const sort = (next: Order) => store.go({ sort: next });
  let shown: Uint32Array = new Uint32Array();
  let stop = 0; // the row that Tab leads to

  const heads = headings((column) => sort({ column, down: by().column === column && !by().down }));
  const choice = sortBy(by, sort);
  const paper = make("p", { class: "paper-note" });
  const table = make(
    "table",
    { role: "grid" },
    make("caption", { class: "unseen" }, "Claims"),
    make("thead", { role: "rowgroup" }, heads.row),
  );
  const rows = rowsIn(table, COLUMNS.length, (i, place) => {
    const row = claimRow(scene, claims.data.claims[i] as Claim, place);
    mark(row, claims.data.claims[i] as Claim, store.get());
    if (place === stop) reach(row, true);
    return row;
  });
  fill(section, make("div", { class: "bar" }, lead, choice.element), paper, table);

  function mark(row: Element, claim: Claim, { c, e }: State): void {
    const open = claim.id === c;
    row.classList.toggle("open", open);
    row.classList.toggle("part", e !== null && participants(claim).includes(e));
    if (open) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }

  function reach(row: Element | null, on: boolean): void {
    const verb = row?.querySelector<HTMLElement>(".verb");
    if (verb) verb.tabIndex = on ? 0 : -1;
  }

  function list(): void {
    shown = order(by(), scene.left());
    stop = 0;
    heads.update(by());
    choice.update(by());
    table.setAttribute("aria-rowcount", String(shown.length + 1));
    replace(paper, onPaper(shown.length, by()));
    rows.show(shown);
  }

  function place(): Place | null {
    const row = document.activeElement?.closest<HTMLElement>("tr[data-place]");
    const cell = document.activeElement?.closest("td");
    if (!row || !cell) return null;
    return { row: Number(row.dataset.place), column: cell.cellIndex };
  }

  // A cell without a control is stepped over, to what is said.
  function move(to: Place): void {
    const row = rows.reveal(to.row);
    reach(rows.find(stop), false);
    stop = to.row;
    reach(row, true);
    const cell = row?.children[to.column]?.querySelector<HTMLElement>("button");
    (cell ?? row?.querySelector<HTMLElement>(".verb"))?.focus({ preventScroll: true });
  }

  onArrows(table, place, () => ({ rows: shown.length, columns: COLUMNS.length }), move);
  table.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>("tr[data-place]");
    const claim = claims.data.claims[shown[Number(row?.dataset.place)] ?? -1];
    if (row && claim && !target?.closest("button")) store.go(openClaim(claim));
  });

  function remark(now: State): void {
    for (const row of table.querySelectorAll<HTMLElement>("tr[data-place]")) {
      const claim = claims.data.claims[shown[Number(row.dataset.place)] ?? -1];
      if (claim) mark(row, claim, now);
    }
  }

  function reveal({ c }: State): void {
    const at = c === null ? -1 : shown.findIndex((i) => claims.data.claims[i]?.id === c);
    if (at >= 0) rows.reveal(at);
  }

  addEventListener("beforeprint", () => rows.print(PRINTED));
  addEventListener("afterprint", () => rows.print(0));

  let filled: Uint8Array | null = null;
  let sorted: Order | null = null;
  return {
    update(now, before) {
      replace(lead, note(scene, scene.passing()));
      const same = sorted?.column === now.sort.column && sorted.down === now.sort.down;
      if (same && filled === scene.left()) remark(now);
      else list();
      if (sorted && !same) replace(byId("live"), `Sorted by ${inWords(now.sort)}`);
      [filled, sorted] = [scene.left(), now.sort];
      if (now.c !== before?.c || now.view !== before?.view) reveal(now);
    },
  };
}

/** The table of claims, in which they are sorted by any column. */
export function tableView(claims: ClaimTable): View {
  return {
    name: "table",
    label: "Table",
    build: (section, scene) => build(section, scene, claims),
  };
}
