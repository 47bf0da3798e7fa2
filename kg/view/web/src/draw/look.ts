// How lines and entities look: family and manner of a line, and who stands out.
import { pairKey } from "../model/graph";
import { eachOf, rowOf } from "../model/runs";
import type { Claim, Edge, Entity, Id, Node, State } from "../model/types";
import type { Scene } from "../state/scene";
import type { Colours } from "./colours";
import type { DotStyle, Line, LineStyle, Manner } from "./renderer";

/** One line for all claims that join two and pass the filter. */
export interface Look extends Line {
  readonly claims: readonly Claim[];
  readonly family: string;
  readonly manner: Manner;
  readonly forth: boolean;
  readonly back: boolean;
}

/** Who and what stays when the drawing is about a neighbourhood or paths; null: it is not. */
export type Kept = {
  readonly ids: ReadonlySet<Id>;
  /** The lines along paths; null: all between those who stay. */
  readonly lines: ReadonlySet<string> | null;
} | null;

/** The looks of all lines that there are under the filter, by id. */
export type Looks = ReadonlyMap<string, Look>;

// The family of two thirds of the claims, else mixed.
function familyOf({ graph }: Scene, claims: readonly Claim[]): string {
  const counts = new Map<string, number>();
  for (const { term } of claims) {
    const family = graph.family(term);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const [name, n] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["mixed", 0];
  return 3 * n >= 2 * claims.length ? name : "mixed";
}

// Solid when it is so; dashed when it may or is to be; dotted when it is denied.
function mannerOf(claims: readonly Claim[]): Manner {
  const statuses = new Set(claims.map((claim) => claim.status));
  if (statuses.has("asserted") || statuses.has("reported")) return "solid";
  return statuses.has("planned") || statuses.has("possible") ? "dashed" : "dotted";
}

function runs(claims: readonly Claim[], a: Id, b: Id): boolean {
  return claims.some((c) => c.oneWay && c.pairs.some(([from, to]) => from === a && to === b));
}

function claimsOf({ graph, left }: Scene, { from, to }: Edge): readonly Claim[] {
  const passing = left();
  const found: Claim[] = [];
  for (const i of rowOf(graph.pairs.claims, graph.pairs.find(from, to))) {
    if (passing[i]) found.push(graph.claims[i] as Claim);
  }
  return found;
}

function lookOf(scene: Scene, { id, from, to }: Line, claims: readonly Claim[]): Look {
  return {
    ...{ id, from, to, claims },
    family: familyOf(scene, claims),
    manner: mannerOf(claims),
    forth: runs(claims, from, to),
    back: runs(claims, to, from),
  };
}

function same(a: readonly Claim[], b: readonly Claim[]): boolean {
  return a.length === b.length && a.every((claim, i) => claim === b[i]);
}

/** The line of an edge. */
export function lineOf({ from, to }: Edge): Line {
  return { id: pairKey(from, to), from, to };
}

/** The looks of lines under the filter of now; one `before` that is still right is kept. */
export function looksOf(scene: Scene, lines: readonly Line[], before: Looks = new Map()): Looks {
  const found = new Map<string, Look>();
  for (const line of lines) {
    const claims = claimsOf(scene, line);
    if (claims.length === 0) continue;
    const known = before.get(line.id);
    const kept = known && same(known.claims, claims);
    found.set(line.id, kept ? known : lookOf(scene, line, claims));
  }
  return found;
}

/** The state, without a chosen entity that the graph does not have: nothing is about it. */
export function known({ graph, store }: Scene): State {
  const now = store.get();
  const there = (id: string | null) => (id !== null && graph.findEntity(id) ? id : null);
  const e = there(now.e);
  return { ...now, e, with: e && there(now.with) };
}

/** Those in focus; else the selected and those joined with it; else those of filtered
 * claims; null: all. */
export function standingOut(scene: Scene, looks: Looks, kept: Kept): ReadonlySet<Id> | null {
  const { e, with: other } = known(scene);
  if (kept) return kept.ids;
  if (e && other) return new Set([e, other]);
  if (e) return new Set([e, ...scene.graph.others(e).filter((id) => looks.has(pairKey(e, id)))]);
  return scene.filtered() ? takers(scene) : null;
}

const taking = new WeakMap<Uint8Array, ReadonlySet<Id>>();

/** Those who take part in what passes, in the order of its claims. */
export function takers({ graph, left }: Scene): ReadonlySet<Id> {
  const passing = left();
  const known = taking.get(passing);
  if (known) return known;
  const places = new Set<number>();
  eachOf(graph.takers, passing, (place) => places.add(place));
  const found = new Set(Array.from(places, (place) => (graph.entities[place] as Entity).id));
  taking.set(passing, found);
  return found;
}

/** Whether a line is among those that the selection is about. */
export function lineStandsOut({ e, with: other }: State, line: Line, kept: Kept): boolean {
  const { id, from, to } = line;
  if (kept?.lines) return kept.lines.has(id);
  if (kept) return kept.ids.has(from) && kept.ids.has(to);
  if (e && other) return id === pairKey(e, other);
  return !e || from === e || to === e;
}

/** How wide a line is in pixels: wider for more claims, ever more slowly. */
export function lineWidth({ claims }: Look): number {
  return 1 + Math.min(Math.log2(claims.length) * 0.9, 4);
}

const NO_LINE = {
  hidden: true,
  colour: "",
  opacity: 0,
  width: 1,
  manner: "solid",
  forth: false,
  back: false,
  strong: false,
} as const;

// What a filter leaves out: hidden, or a trace of it where the reader wants that.
function leftOut({ id }: Line, { filter }: State, colour: Colours): LineStyle {
  if (!filter.fade) return { id, ...NO_LINE };
  return { id, ...NO_LINE, hidden: false, colour: colour("family-structure"), opacity: 0.1 };
}

/** How a line is to be drawn; hidden or a trace of itself without a look. */
export function lineStyle(
  line: Line,
  look: Look | undefined,
  now: State,
  kept: Kept,
  colour: Colours,
): LineStyle {
  if (!look) return leftOut(line, now, colour);
  const out = lineStandsOut(now, line, kept);
  return {
    id: look.id,
    hidden: false,
    colour: colour(`family-${look.family}`),
    opacity: out ? 0.85 : 0.12,
    width: lineWidth(look),
    manner: look.manner,
    forth: look.forth,
    back: look.back,
    strong: out && Boolean(now.e || kept),
  };
}

/** How an entity is to be drawn: in its class's colour, faint if it does not stand out. */
export function dotStyle(
  node: Node,
  lit: ReadonlySet<Id> | null,
  now: State,
  colour: Colours,
): DotStyle {
  const chosen = node.id === now.e || node.id === now.with;
  return {
    id: node.id,
    fill: colour(`class-${node.look}`),
    border: colour(chosen ? "ink" : "paper"),
    borderWidth: chosen ? 3 : 1.5,
    opacity: lit && !lit.has(node.id) ? 0.18 : 1,
  };
}
