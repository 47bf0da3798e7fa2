// Who is joined with whom by the claims that pass: neighbourhoods and shortest paths.
import type { Id } from "../model/types";
import type { ClaimTable } from "./claims";
import type { Passing } from "./filter";

/** Who is joined with whom, each by its place among the graph's entities. */
export interface Adjacency {
  readonly ids: readonly Id[];
  readonly place: ReadonlyMap<Id, number>;
  readonly start: Uint32Array; // the neighbours of i are `of[start[i]]` to `of[start[i + 1]]`
  readonly of: Uint32Array; // in the order of the entities
}

/** Joins the two of each pair that is still drawn under a filter. */
export function adjacency({ data, pairs }: ClaimTable, passing: Pick<Passing, "pairs">): Adjacency {
  const ids = data.entities.map((entity) => entity.id);
  const start = new Uint32Array(ids.length + 2);
  const drawn = Uint32Array.from({ length: pairs.size }, (_, i) => i).filter(
    (i) => passing.pairs[i],
  );
  for (const pair of drawn) {
    for (const end of [pairs.one[pair], pairs.other[pair]] as [number, number]) {
      start[end + 2] = (start[end + 2] as number) + 1;
    }
  }
  for (let i = 2; i < start.length; i++) start[i] = (start[i] as number) + (start[i - 1] as number);
  const of = new Uint32Array(2 * drawn.length);
  const put = (from: number, to: number) => {
    const at = start[from + 1] as number;
    start[from + 1] = at + 1;
    of[at] = to;
  };
  for (const pair of drawn) {
    const [a, b] = [pairs.one[pair] as number, pairs.other[pair] as number];
    put(a, b);
    put(b, a);
  }
  for (let i = 0; i < ids.length; i++) of.subarray(start[i], start[i + 1]).sort();
  return { ids, place: data.places, start, of };
}

function near({ start, of }: Adjacency, i: number): Uint32Array {
  return of.subarray(start[i], start[i + 1]);
}

/** Those that one is joined with, in the order of the graph's entities. */
export function neighbours(adjacent: Adjacency, id: Id): readonly Id[] {
  const i = adjacent.place.get(id);
  return i === undefined ? [] : Array.from(near(adjacent, i), (j) => adjacent.ids[j] as Id);
}

/** All within so many steps of one, itself at 0, the nearest first; none of nobody. */
export function ego(adjacent: Adjacency, id: Id, hops: number): ReadonlyMap<Id, number> {
  const i = adjacent.place.get(id);
  if (i === undefined) return new Map();
  const far = steps(adjacent, i, hops);
  return new Map(Array.from(far, ([j, distance]) => [adjacent.ids[j] as Id, distance]));
}

function steps(adjacent: Adjacency, from: number, most: number, to = -1): Map<number, number> {
  const far = new Map<number, number>([[from, 0]]);
  for (const [i, distance] of far) {
    if (distance >= most || far.has(to)) break;
    for (const j of near(adjacent, i)) if (!far.has(j)) far.set(j, distance + 1);
  }
  return far;
}

/**
 * The shortest paths from one to another, all of one length, at most `limit`.
 *
 * They are in the order of the graph's entities, step by step. None when the two are
 * not joined at all; of one with itself, the path that holds it alone.
 */
export function shortestPaths(
  adjacent: Adjacency,
  a: Id,
  b: Id,
  limit = 10,
): readonly (readonly Id[])[] {
  const [from, to] = [adjacent.place.get(a), adjacent.place.get(b)];
  if (from === undefined || to === undefined) return [];
  const far = steps(adjacent, to, Infinity, from);
  const found = far.has(from) ? walks(adjacent, far, from, limit) : [];
  return found.map((path) => path.map((i) => adjacent.ids[i] as Id));
}

// Every step goes nearer to the aim, so that no walk is in vain.
function walks(
  adjacent: Adjacency,
  far: ReadonlyMap<number, number>,
  from: number,
  limit: number,
): number[][] {
  const distance = far.get(from) ?? 0;
  const paths: number[][] = [];
  const path: number[] = [];
  const open: (readonly [number, number])[] = [[from, distance]]; // with the steps left
  while (paths.length < limit) {
    const [i, left] = open.pop() ?? [-1, 0];
    if (i < 0) break;
    path.length = distance - left;
    path.push(i);
    if (left === 0) paths.push([...path]);
    const nearer = near(adjacent, i).filter((j) => far.get(j) === left - 1);
    for (const j of nearer.reverse()) open.push([j, left - 1]);
  }
  return paths;
}
