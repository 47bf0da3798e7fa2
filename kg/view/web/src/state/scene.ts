// What every part of the page is given: the graph, what is open, and what passes.
import type { Graph } from "../model/graph";
import type { Claim, Id } from "../model/types";
import type { Store } from "./store";

/** The graph under the state that it is seen in. */
export interface Scene {
  readonly graph: Graph;
  readonly store: Store;
  /** Whether the filter of the state lets a claim pass. */
  passes(claim: Claim): boolean;
  /** All claims that pass, in the order of the graph. */
  passing(): readonly Claim[];
  /** The same as a byte for each claim of the graph: 1 if it passes. */
  left(): Uint8Array;
  /** The shortest paths between two by claims that pass, each from one end to the other. */
  paths(a: Id, b: Id): readonly (readonly Id[])[];
  /** Whether the filter leaves anything out. */
  filtered(): boolean;
}
