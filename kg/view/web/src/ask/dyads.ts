// Who does what to whom, counted: actors by actors, cooperation and conflict.
import { compare } from "../model/text";
import type { Id, PageData, Term } from "../model/types";
import type { ClaimTable } from "./claims";

export type Tone = "cooperation" | "conflict" | "neither";

/**
 * The events of one actor towards another; what both do together is in both cells. What
 * several articles report of one happening is one event, and as its first report has it.
 */
export interface Dyad {
  readonly from: Id;
  readonly to: Id;
  readonly n: number; // events
  readonly cooperation: number;
  readonly conflict: number;
  readonly score: number | null; // mean over the events whose category has one
  readonly claims: readonly number[]; // all reports, as places in data.claims
}

export interface Matrix {
  readonly actors: readonly Id[]; // of rows and of columns, the most told first
  readonly totals: readonly number[]; // by actor: events with any other
  readonly cells: ReadonlyMap<string, Dyad>; // by dyadKey; no cell, no event
  readonly most: number; // the largest n of a cell
  readonly more: number; // actors that are left out
}

/** The key of the cell in the row of one actor and the column of another. */
export function dyadKey(from: Id, to: Id): string {
  return `${from}\u001f${to}`;
}

/** Whether a category is cooperation or conflict: by its quad class, family or score. */
export function toneOf(term: Term | undefined): Tone {
  const found = /(?:^|-)(cooperation|conflict)$/.exec(term?.quad ?? term?.family ?? "");
  if (found) return found[1] as Tone;
  const score = term?.score ?? 0;
  return score > 0 ? "cooperation" : score < 0 ? "conflict" : "neither";
}

interface Cell {
  readonly from: Id;
  readonly to: Id;
  readonly claims: number[];
}

/**
 * The matrix of the actors with the most passing events between two, ties by id; those in
 * `also` are in it as well, if they have any.
 */
export function dyads(
  table: ClaimTable,
  passing: Uint8Array,
  most = 20,
  also: readonly Id[] = [],
): Matrix {
  const { data } = table;
  const events = eventsOf(table, passing);
  const totals = totalsOf(table, events);
  const all = [...totals.keys()].sort(
    (a, b) => (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || compare(a, b),
  );
  const actors = all.filter((id, i) => i < most || also.includes(id));
  const shown = cellsOf(data, events, new Set(actors)).map((cell) => dyadOf(table, cell));
  return {
    actors,
    totals: actors.map((id) => totals.get(id) ?? 0),
    cells: new Map(shown.map((dyad) => [dyadKey(dyad.from, dyad.to), dyad])),
    most: shown.reduce((n, dyad) => Math.max(n, dyad.n), 0),
    more: all.length - actors.length,
  };
}

function eventsOf({ size, event, pairs }: ClaimTable, passing: Uint8Array): number[] {
  const found: number[] = [];
  for (let i = 0; i < size; i++) {
    if (passing[i] && event[i] && pairs.start[i] !== pairs.start[i + 1]) found.push(i);
  }
  return found;
}

function totalsOf({ data, first }: ClaimTable, events: readonly number[]): Map<Id, number> {
  const told = new Map<Id, Set<number>>();
  for (const i of events) {
    for (const id of new Set(data.claims[i]?.pairs.flat())) {
      const known = told.get(id);
      if (known) known.add(first[i] as number);
      else told.set(id, new Set([first[i] as number]));
    }
  }
  return new Map(Array.from(told, ([id, own]) => [id, own.size]));
}

function cellsOf(data: PageData, events: readonly number[], actors: ReadonlySet<Id>): Cell[] {
  const cells = new Map<string, Cell>();
  for (const i of events) {
    const claim = data.claims[i];
    for (const [from, to] of claim?.pairs ?? []) {
      if (!actors.has(from) || !actors.has(to)) continue;
      put(cells, from, to, i);
      if (!claim?.oneWay) put(cells, to, from, i);
    }
  }
  return [...cells.values()];
}

function put(cells: Map<string, Cell>, from: Id, to: Id, claim: number): void {
  const key = dyadKey(from, to);
  const cell = cells.get(key);
  if (!cell) cells.set(key, { from, to, claims: [claim] });
  else if (cell.claims.at(-1) !== claim) cell.claims.push(claim);
}

function dyadOf({ data, first }: ClaimTable, { from, to, claims }: Cell): Dyad {
  const reports = new Map([...claims].reverse().map((i) => [first[i], i]));
  const terms = claims
    .filter((i) => reports.get(first[i]) === i)
    .map((i) => data.terms.claim[data.claims[i]?.term ?? ""]);
  const tones = terms.map(toneOf);
  const scores = terms.map((term) => term?.score ?? null).filter((score) => score !== null);
  return {
    from,
    to,
    n: terms.length,
    cooperation: tones.filter((tone) => tone === "cooperation").length,
    conflict: tones.filter((tone) => tone === "conflict").length,
    score: scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    claims,
  };
}
