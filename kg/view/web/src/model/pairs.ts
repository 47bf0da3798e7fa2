// Who takes part in which claims, and between whom they are: as numbers, since a graph may
// have a hundred thousand of each.
import { type Runs, runs, turned } from "./runs";
import type { Claim, Id } from "./types";

/** Places of entities in the data, by id. */
export type Places = ReadonlyMap<Id, number>;

/** Pairs of entities that some claim joins, each once; by claim, as runs. */
export interface Pairs extends Runs {
  readonly size: number;
  /** The places of the two, the lower first. */
  readonly one: Uint32Array;
  readonly other: Uint32Array;
  /** The claims that join each. */
  readonly claims: Runs;
  /** The number of the pair of two entities, in any order; -1 if no claim joins them. */
  find(a: Id, b: Id): number;
}

/** For each claim the places of those who take part. */
export function takingPart(claims: readonly Claim[], places: Places): Runs {
  return runs(claims, ({ from, to }, put) => {
    for (const ids of [from, to]) {
      for (const id of ids) {
        const place = places.get(id);
        if (place !== undefined) put(place);
      }
    }
  });
}

/** The pairs of some claims; whom the graph does not have is in none. */
export function pairsOf(claims: readonly Claim[], places: Places): Pairs {
  const many = places.size;
  const key = (a: Id, b: Id): number => {
    const [i, j] = [places.get(a) ?? -1, places.get(b) ?? -1];
    return i < 0 || j < 0 || i === j ? -1 : Math.min(i, j) * many + Math.max(i, j);
  };
  const seen = new Map<number, number>();
  const found = runs(claims, ({ pairs }, put) => {
    for (const [a, b] of pairs) {
      const k = key(a, b);
      if (k < 0) continue;
      const n = seen.get(k) ?? seen.size;
      seen.set(k, n);
      put(n);
    }
  });
  const keys = [...seen.keys()];
  return {
    ...found,
    size: seen.size,
    one: new Uint32Array(keys.map((k) => Math.floor(k / many))),
    other: new Uint32Array(keys.map((k) => k % many)),
    claims: turned(found, seen.size),
    find: (a, b) => seen.get(key(a, b)) ?? -1,
  };
}
