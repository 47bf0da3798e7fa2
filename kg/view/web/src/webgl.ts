// The engine for large graphs, a script of its own that only their pages carry: it hands
// sigma and graphology to draw/webgl.ts, which has only their types.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

/** What pages of large graphs find as `kgWebgl`. */
export const engine = { EdgeProgram, floatColor, NodeProgram, Sigma, UndirectedGraph };

/** The type of `kgWebgl`. */
export type Engine = typeof engine;

Object.assign(globalThis, { kgWebgl: Object.freeze(engine) });
