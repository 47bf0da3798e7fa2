// vis-network as a renderer: for small graphs, and wherever WebGL is missing. Its script
// comes with pyvis and stands in the page before ours.
import type { Id } from "../model/types";
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
  on(event: "click", act: (hit: Hit) => void): void;
  on(event: "hoverNode", act: (hit: { readonly node: Id }) => void): void;
  on(event: "afterDrawing", act: (context: CanvasRenderingContext2D) => void): void;
  on(event: string, act: () => void): void;
  getPositions(): Readonly<Record<Id, Point>>;
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

function dot({ id, fill, border, borderWidth, opacity }: DotStyle): object {
  return { id, opacity, borderWidth, color: { background: fill, border }, chosen: false };
}

function line(style: LineStyle): object {
  const { id, hidden, colour, opacity, width, manner, forth, back } = style;
  if (hidden) return { id, hidden };
  const arrow = (enabled: boolean) => ({ enabled, scaleFactor: 0.45, type: "arrow" });
  return {
    id,
    hidden,
    color: { color: colour, hover: colour, highlight: colour, opacity },
    width,
    dashes: DASHES[manner],
    arrows: { to: arrow(forth), from: arrow(back) },
    chosen: false,
    hoverWidth: 1.5,
  };
}

function listen(network: Network, canvas: HTMLElement, handlers: Handlers): void {
  network.on("click", ({ nodes: [node = null], edges: [edge = null], pointer }) =>
    handlers.click({ node, line: edge, at: pointer.DOM }),
  );
  network.on("hoverNode", ({ node }) => handlers.hover(node));
  network.on("blurNode", () => handlers.hover(null));
  for (const what of ["Node", "Edge"]) {
    network.on(`hover${what}`, () => canvas.classList.add("pointing"));
    network.on(`blur${what}`, () => canvas.classList.remove("pointing"));
  }
  network.on("zoom", handlers.moved);
  network.on("animationFinished", handlers.moved);
  network.on("afterDrawing", handlers.annotate);
}

/** Draw with vis-network, with the settings that pyvis wrote. */
export function visRenderer(options: object, canvas: HTMLElement, handlers: Handlers): Renderer {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(canvas, { nodes, edges }, options);
  listen(network, canvas, handlers);
  // nothing in it can be done by keys
  if (canvas.firstElementChild instanceof HTMLElement) canvas.firstElementChild.tabIndex = -1;

  function place(dots: readonly Dot[], lines: readonly Line[]): void {
    edges.clear();
    nodes.clear();
    nodes.add(dots);
    edges.add(lines);
  }

  return {
    place,
    style(dots, lines) {
      nodes.update(dots.map(dot));
      edges.update(lines.map(line));
    },
    resize: (sizes) => nodes.update(sizes),
    positions: () => new Map(Object.entries(network.getPositions())),
    toScreen: (point) => network.canvasToDOM(point),
    size: () => canvas.getBoundingClientRect(),
    scale: () => network.getScale(),
    look: ({ x, y, scale }, { slowly = false } = {}) =>
      network.moveTo({ position: { x, y }, scale, animation: slowly && SLOWLY }),
    redraw: () => network.redraw(),
  };
}
