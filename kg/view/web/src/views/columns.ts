// The columns of the table of claims, and the orders that they give.
import type { ClaimTable } from "../ask/claims";
import type { Graph } from "../model/graph";
import { compare } from "../model/text";
import type { Claim, ColumnName, Id, Order } from "../model/types";
import { STATUSES } from "../model/words";

/** A column: its heading, and the text by which claims are sorted in it. */
export interface Column {
  readonly id: ColumnName;
  readonly title: string;
  key(graph: Graph, claim: Claim): string;
}

function labels(graph: Graph, ids: readonly Id[]): string {
  return ids
    .map((id) => graph.entity(id).label)
    .join(", ")
    .toLowerCase();
}

const rank = (claim: Claim) => String(STATUSES.findIndex(({ id }) => id === claim.status));

/** The title of the article of a claim, else its id. */
export function articleTitle(graph: Graph, claim: Claim): string {
  const { title, id } = graph.article(claim.article);
  return title ?? id;
}

/** Every column in the order in which they stand. */
export const COLUMNS: readonly Column[] = [
  { id: "who", title: "Who", key: (graph, claim) => labels(graph, claim.from) },
  { id: "what", title: "What", key: (graph, claim) => graph.saying(claim).toLowerCase() },
  { id: "whom", title: "Whom", key: (graph, claim) => labels(graph, claim.to) },
  { id: "status", title: "Status", key: (_, claim) => rank(claim) },
  { id: "when", title: "When", key: (graph, claim) => graph.date(claim) },
  {
    id: "article",
    title: "Article",
    key: (graph, claim) => articleTitle(graph, claim).toLowerCase(),
  },
];

/** What gives claims in an order. */
export type Sorter = (order: Order, left: Uint8Array) => Uint32Array;

interface Sorted {
  readonly claims: Uint32Array; // from the first to the last
  readonly blank: number; // from here on those that have nothing in the column
}

function sorted({ data, size }: ClaimTable, graph: Graph, column: Column): Sorted {
  const keys = data.claims.map((claim) => column.key(graph, claim));
  const key = (i: number) => keys[i] ?? "";
  const claims = Uint32Array.from({ length: size }, (_, i) => i);
  const empty = (i: number) => Number(key(i) === "");
  claims.sort((a, b) => empty(a) - empty(b) || compare(key(a), key(b)) || a - b);
  const blank = claims.findIndex((i) => key(i) === "");
  return { claims, blank: blank < 0 ? size : blank };
}

/** Sorts claims by columns, each once; what has nothing in a column stands last both ways. */
export function sorter(table: ClaimTable, graph: Graph): Sorter {
  const known = new Map<string, Sorted>();
  return ({ column, down }, left) => {
    const by = COLUMNS.find(({ id }) => id === column) ?? (COLUMNS[0] as Column);
    const { claims, blank } = known.get(by.id) ?? sorted(table, graph, by);
    known.set(by.id, { claims, blank });
    const filled = claims.slice(0, blank);
    if (down) filled.reverse();
    const all = new Uint32Array(claims);
    all.set(filled);
    return all.filter((i) => left[i]);
  };
}
