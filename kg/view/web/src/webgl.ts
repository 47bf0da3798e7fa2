// The engine for large graphs, a script of its own that only their pages carry: it hands
// sigma and graphology to draw/webgl.ts, which has only their types.
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { DirectedGraph } from "graphology";
import Sigma from "sigma";

/** What pages of large graphs find as `kgWebgl`. */
export const engine = { DirectedGraph, EdgeCurveProgram, EdgeCurvedArrowProgram, Sigma };

/** The type of `kgWebgl`. */
export type Engine = typeof engine;

Object.assign(globalThis, { kgWebgl: Object.freeze(engine) });
