// The engine of large drawings, as types: sigma and graphology are in a script of their own.
import type { UndirectedGraph } from "graphology";
import type { Sigma } from "sigma";
import type { EdgeProgram, NodeProgram } from "sigma/rendering";
import type { floatColor } from "sigma/utils";
import type { Handlers, Renderer } from "./renderer";

/** What the programs and the renderer of large drawings take from it. */
export interface Engine {
  readonly EdgeProgram: typeof EdgeProgram;
  readonly floatColor: typeof floatColor;
  readonly NodeProgram: typeof NodeProgram;
  readonly Sigma: typeof Sigma;
  readonly UndirectedGraph: typeof UndirectedGraph;
}

/** What pages of large graphs find as `kgWebgl`. */
export interface Webgl {
  /** Whether this browser can draw with WebGL now. */
  works(): boolean;
  /** Draw with it; throws where it does not work after all. */
  renderer(canvas: HTMLElement, handlers: Handlers): Renderer;
}
