// vis-network as a renderer: for small graphs, and wherever WebGL is missing. Its script
// comes with pyvis and stands in the page before ours.
import type { Id } from "../model/types";
import { radius } from "./placing";
import type { Dot, DotStyle, Handlers, Line, LineStyle, Manner, Point, Renderer } from "./renderer";

interface DataSet {
  add(items: readonly object[]): void;
  update(items: readonly object[]): void;
  clear(): void;
}

interface Hit {
  readonly nodes: readonly Id[];
  readonly edges: readonly string[];
  readonly pointer: { readonly DOM: Point };
}

interface Network {
  on(event: "click" | "doubleClick" | "dragging" | "dragEnd", act: (hit: Hit) => void): void;
  on(event: "hoverNode", act: (hit: { readonly node: Id }) => void): void;
  on(event: "hoverEdge", act: (hit: { readonly edge: string }) => void): void;
  on(event: "afterDrawing", act: (context: CanvasRenderingContext2D) => void): void;
  on(event: string, act: () => void): void;
  getPosition(node: Id): Point;
  getScale(): number;
  canvasToDOM(point: Point): Point;
  moveTo(options: object): void;
  redraw(): void;
}

declare const vis: {
  readonly DataSet: new () => DataSet;
  readonly Network: new (box: HTMLElement, data: object, options: object) => Network;
};

const DASHES: Readonly<Record<Manner, false | readonly number[]>> = {
  solid: false,
  dashed: [7, 5],
  dotted: [2, 5],
};
const SLOWLY = { duration: 300, easingFunction: "easeInOutQuad" };
const MANY = 400; // from here on, sizes follow only when the zooming is over

function dot({ id, fill, border, borderWidth, opacity }: DotStyle): object {
  return { id, opacity, borderWidth, color: { background: fill, border }, chosen: false };
}

function line(style: LineStyle, thickness: number): object {
  const { id, hidden, colour, opacity, width, manner, forth, back } = style;
  if (hidden) return { id, hidden };
  const arrow = (enabled: boolean) => ({ enabled, scaleFactor: 0.45, type: "arrow" });
  return {
    id,
    hidden,
    color: { color: colour, hover: colour, highlight: colour, opacity },
    width: width * thickness,
    dashes: DASHES[manner],
    arrows: { to: arrow(forth), from: arrow(back) },
    chosen: false,
    hoverWidth: 1.5,
  };
}

function listen(network: Network, canvas: HTMLElement, handlers: Handlers): void {
  let node: Id | null = null;
  let edge: string | null = null;
  const over = (now: { node?: Id | null; edge?: string | null }) => {
    if (now.node !== undefined) node = now.node;
    if (now.edge !== undefined) edge = now.edge;
    canvas.classList.toggle("pointing", node !== null || edge !== null);
    handlers.hover(node, node === null ? edge : null);
  };
  const drag = (done: boolean) => (hit: Hit) => {
    for (const id of hit.nodes) handlers.dragged(id, network.getPosition(id), done);
  };
  network.on("click", ({ nodes, edges, pointer }) =>
    handlers.click({ node: nodes[0] ?? null, line: edges[0] ?? null, at: pointer.DOM }),
  );
  network.on("doubleClick", ({ nodes: [id = null], pointer }) => {
    if (id !== null) handlers.click({ node: id, line: null, at: pointer.DOM, twice: true });
  });
  network.on("hoverNode", (hit) => over({ node: hit.node }));
  network.on("blurNode", () => over({ node: null }));
  network.on("hoverEdge", (hit) => over({ edge: hit.edge }));
  network.on("blurEdge", () => over({ edge: null }));
  network.on("dragging", drag(false));
  network.on("dragEnd", drag(true));
  network.on("afterDrawing", handlers.annotate);
}

/** Draw with vis-network, with the settings that pyvis wrote. */
export function visRenderer(options: object, canvas: HTMLElement, handlers: Handlers): Renderer {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(canvas, { nodes, edges }, options);
  let drawn: readonly Dot[] = [];
  let widths: readonly LineStyle[] = [];
  let thickness = 1;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  // vis-network has sizes and widths grow like distances; ours grow more slowly, and lines
  // are never thinner than their width
  function resize(scale = network.getScale()): void {
    const size = (dot: Dot) => radius(dot.size, scale, drawn.length) / scale;
    nodes.update(drawn.map((dot) => ({ id: dot.id, size: size(dot) })));
    const thick = Math.max(1, 0.65 / scale);
    if (Math.abs(thick / thickness - 1) < 0.1) return;
    thickness = thick;
    edges.update(widths.map(({ id, width }) => ({ id, width: width * thick })));
  }

  function zoomed(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => resize(), drawn.length > MANY ? 150 : 0);
  }

  function place(dots: readonly Dot[], lines: readonly Line[]): void {
    drawn = dots;
    edges.clear();
    nodes.clear();
    nodes.add(dots);
    edges.add(lines);
  }

  listen(network, canvas, handlers);
  network.on("zoom", zoomed);
  network.on("animationFinished", zoomed);
  // nothing in it can be done by keys
  if (canvas.firstElementChild instanceof HTMLElement) canvas.firstElementChild.tabIndex = -1;
  return {
    place,
    style(dots, lines) {
      nodes.update(dots.map(dot));
      widths = lines.filter(({ hidden }) => !hidden);
      edges.update(lines.map((one) => line(one, thickness)));
    },
    toScreen: (point) => network.canvasToDOM(point),
    size: () => canvas.getBoundingClientRect(),
    scale: () => network.getScale(),
    look({ x, y, scale }, { slowly = false } = {}) {
      resize(scale);
      network.moveTo({ position: { x, y }, scale, animation: slowly && SLOWLY });
    },
    redraw: () => network.redraw(),
  };
}
