// Who is joined with whom by claims that pass, the best connected first.
import { type Adjacency, ego, neighbours } from "../ask/paths";
import { type Graph, pairKey } from "../model/graph";
import type { Id } from "../model/types";

/** Neighbourhoods under the filter of now. */
export interface Near {
  /** Those joined with one, the best connected first. */
  of(id: Id): readonly Id[];
  /** All within so many steps, itself at 0, the nearest first. */
  within(id: Id, hops: number): ReadonlyMap<Id, number>;
}

/** The neighbourhoods of a graph; `adjacent` is another one when the filter is. */
export function nearIn(graph: Graph, adjacent: () => Adjacency): Near {
  let last: Adjacency | null = null;
  let known = new Map<Id, readonly Id[]>();

  function of(id: Id): readonly Id[] {
    const now = adjacent();
    if (now !== last) [last, known] = [now, new Map()];
    const found = known.get(id) ?? byRank(graph, neighbours(now, id));
    known.set(id, found);
    return found;
  }

  return {
    of,
    within: (id, hops) => ego(adjacent(), id, hops),
  };
}

function byRank({ node }: Graph, ids: readonly Id[]): readonly Id[] {
  return [...ids].sort((a, b) => node(a).rank - node(b).rank);
}

/** The names of the lines along a path. */
export function linesOf(path: readonly Id[]): readonly string[] {
  return path.slice(1).map((id, i) => pairKey(path[i] ?? id, id));
}
