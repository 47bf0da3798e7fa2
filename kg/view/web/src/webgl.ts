// The renderer of large drawings with its engine: a script that only pages of large graphs
// carry. The page finds it as `kgWebgl`.
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { Engine, Webgl } from "./draw/engine";
import { webglRenderer, webglWorks } from "./draw/webgl";

const engine: Engine = { EdgeProgram, floatColor, NodeProgram, Sigma, UndirectedGraph };

const webgl: Webgl = {
  works: webglWorks,
  renderer: (canvas, handlers) => webglRenderer(engine, canvas, handlers),
};

Object.assign(globalThis, { kgWebgl: Object.freeze(webgl) });
