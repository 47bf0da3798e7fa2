// All claims as a table: the same as the drawing, for keyboard and screen reader.
import { button, byId, type Child, make, name, replace } from "../dom/make";
import { badge } from "../dom/signs";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import { count, date, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, article as openArticle, claim as openClaim } from "../state/store";
import type { View } from "./view";

const AT_ONCE = 200;

interface Column {
  readonly id: string;
  readonly title: string;
  of(graph: Graph, claim: Claim): string;
}

const labels = (graph: Graph, ids: readonly Id[]) =>
  ids.map((id) => graph.entity(id).label).join(", ");

const articleTitle = (graph: Graph, claim: Claim) => {
  const { title, id } = graph.article(claim.article);
  return title ?? id;
};

const COLUMNS: readonly Column[] = [
  { id: "who", title: "Who", of: (graph, claim) => labels(graph, claim.from) },
  { id: "what", title: "What", of: (graph, claim) => graph.saying(claim) },
  { id: "whom", title: "Whom", of: (graph, claim) => labels(graph, claim.to) },
  { id: "status", title: "Status", of: (_, claim) => claim.status },
  { id: "when", title: "When", of: (graph, claim) => graph.date(claim) },
  { id: "article", title: "Article", of: articleTitle },
];

interface Order {
  readonly column: string;
  readonly down: boolean;
}

function sorted({ graph, passing }: Scene, { column, down }: Order): readonly Claim[] {
  const of = COLUMNS.find(({ id }) => id === column)?.of ?? articleTitle;
  const sign = down ? -1 : 1;
  return passing()
    .map((claim) => ({ key: of(graph, claim), claim }))
    .sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
    .map(({ claim }) => claim);
}

function header({ id, title }: Column, order: Order, sort: (column: string) => void): HTMLElement {
  const on = order.column === id;
  const direction = order.down ? "descending" : "ascending";
  const sign = on ? (order.down ? " \u2193" : " \u2191") : "";
  const properties = { class: `column-${id}`, scope: "col", "aria-sort": on ? direction : null };
  const press = button({ class: "plain", id: `sort-${id}` }, () => sort(id), title, sign);
  return make("th", properties, press);
}

function cell(title: string, ...children: readonly Child[]): HTMLElement {
  const inside = make("div", {}, ...children);
  const empty = inside.hasChildNodes() ? null : "empty";
  return make("td", { "data-title": title, class: empty }, inside);
}

function people({ graph, store }: Scene, ids: readonly Id[]): Child {
  return ids.map((id) => {
    const label = name(short(graph.entity(id).label, 40));
    const open = button({ class: "plain" }, () => store.go(entity(id)), label);
    return make("span", { class: "one" }, open);
  });
}

function what({ graph, store }: Scene, claim: Claim): Child {
  const open = () => store.go(openClaim(claim));
  const mode = claim.mode ? ` ${graph.label("mode", claim.mode)}` : null;
  return [
    button({ class: "plain verb" }, open, graph.saying(claim)),
    mode && make("span", { class: "soft" }, mode),
  ];
}

function articleLink({ graph, store }: Scene, claim: Claim): Child {
  const { id } = graph.article(claim.article);
  const open = () => store.go(openArticle(id, claim.evidence[0] ?? null));
  const label = name(short(articleTitle(graph, claim), 48));
  return button({ class: "plain article" }, open, label);
}

function row(scene: Scene, claim: Claim): HTMLElement {
  const open = scene.store.get().c === claim.id;
  const when = interval(claim.when) || date(scene.graph.article(claim.article).published);
  return make(
    "tr",
    { class: open && "open", "aria-current": open ? "true" : null },
    cell("Who", people(scene, claim.from)),
    cell("What", what(scene, claim)),
    cell("Whom", people(scene, claim.to)),
    cell("Status", badge(claim.status)),
    cell("When", make("span", { class: claim.when ? null : "soft" }, when)),
    cell("Article", articleLink(scene, claim)),
  );
}

function build(section: HTMLElement, scene: Scene) {
  let order: Order = { column: "when", down: true };
  let shown = AT_ONCE;

  function sort(column: string): void {
    order = { column, down: order.column === column ? !order.down : false };
    update();
    byId(`sort-${column}`).focus();
  }

  function more(): void {
    shown += AT_ONCE;
    update();
  }

  function update(): void {
    const claims = sorted(scene, order);
    const left = claims.length - shown;
    const note =
      `${count(claims.length, "claim")}. Choose what is said to read its sentences. ` +
      "A date in grey is that of the article.";
    const headers = COLUMNS.map((column) => header(column, order, sort));
    const rows = claims.slice(0, shown).map((claim) => row(scene, claim));
    const table = make(
      "table",
      {},
      make("caption", { class: "unseen" }, "Claims"),
      make("thead", {}, make("tr", {}, headers)),
      make("tbody", {}, rows),
    );
    const next = `Show ${Math.min(left, AT_ONCE)} more of ${left}`;
    const rest = left > 0 && button({ class: "more" }, more, next);
    replace(section, make("p", { class: "note" }, note), table, rest);
  }

  return { update };
}

/** The table of claims. */
export const tableView: View = { name: "table", label: "Table", build };
