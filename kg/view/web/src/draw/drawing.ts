// The drawing: which entities are on the canvas, restyled as the state changes.
import { pairKey } from "../model/graph";
import type { Edge, Id, Node } from "../model/types";
import type { Scene } from "../state/scene";
import { type Drawn, names, signs } from "./captions";
import { type Colours, coloursNow } from "./colours";
import { letter, namedAt, type Written } from "./labels";
import { dotStyle, type Looks, lineStyle, looksOf, standingOut } from "./look";
import { drawnOut, radius, seeingAll, wellInside } from "./placing";
import type { Handlers, MakeRenderer, Point, Renderer } from "./renderer";

/** What was clicked: an entity, a line between two, or neither. */
export type Clicked = { readonly node: Id } | { readonly pair: Edge } | null;

/** The drawing on its canvas. */
export interface Drawing {
  /** The entities that are drawn. */
  nodes(): readonly Node[];
  draws(id: Id): boolean;
  /** Draw all entities, or those of the first screen. */
  choose(all: boolean): void;
  /** Colours and lines as the state of now has them. */
  restyle(): void;
  /** Fill the canvas, also after it got another width. */
  fill(): void;
  fit(): void;
  zoom(factor: number): void;
  /** Bring an entity into view, unless it can be seen well enough where it is. */
  show(id: Id): void;
  /** Where an entity is, in pixels of the canvas; null when it is not drawn. */
  screen(id: Id): Point | null;
  /** The names that are written now. */
  named(): readonly Written[];
}

/** The entities of the first screen; all when it has none. */
export function firstScreen(scene: Scene): readonly Node[] {
  const { nodes } = scene.graph.drawing;
  const first = nodes.filter((node) => node.first);
  return first.length ? first : nodes;
}

/** A drawing on a canvas; `clicked` is told what was meant. */
export function createDrawing(
  scene: Scene,
  canvas: HTMLElement,
  makeRenderer: MakeRenderer,
  clicked: (hit: Clicked) => void,
): Drawing {
  const { drawing } = scene.graph;
  const pairs = new Map(drawing.edges.map((edge) => [pairKey(edge.from, edge.to), edge]));
  const first = firstScreen(scene);
  let nodes = first;
  let present = new Set<Id>();
  let edges: readonly Edge[] = [];
  let looks: Looks = new Map();
  let lit: ReadonlySet<Id> | null = null;
  let hovered: Id | null = null;
  let colour: Colours = coloursNow();
  let written: readonly Written[] = [];
  let placedAt = 0; // width of the canvas when the drawing was last spread over it
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const drawn = (): Drawn => ({ scene, renderer, nodes, looks, lit, hovered, colour });

  function annotate(context: CanvasRenderingContext2D): void {
    const [ink, paper, size] = [colour("ink"), colour("paper"), renderer.size()];
    const now = drawn();
    written = letter(context, { names: names(now), signs: signs(now), ink, paper, size });
  }

  function click({ node, line, at }: Parameters<Handlers["click"]>[0]): void {
    const id = node ?? namedAt(written, at);
    const pair = line === null ? undefined : pairs.get(line);
    clicked(id !== null ? { node: id } : pair ? { pair } : null);
  }

  function resize(): void {
    const scale = renderer.scale();
    const half = (node: Node) => radius(node, scale, nodes.length) / scale;
    renderer.resize(nodes.map((node) => ({ id: node.id, size: half(node) })));
  }

  const handlers: Handlers = {
    click,
    annotate,
    hover(id) {
      hovered = id;
      renderer.redraw();
    },
    moved() {
      clearTimeout(waiting);
      waiting = setTimeout(resize, nodes.length > 400 ? 150 : 0);
    },
  };
  const renderer: Renderer = makeRenderer(canvas, handlers);

  function restyle(): void {
    const now = scene.store.get();
    colour = coloursNow();
    looks = looksOf(scene);
    lit = standingOut(scene, looks);
    renderer.style(
      nodes.map((node) => dotStyle(node, lit, now, colour)),
      edges.map((edge) => lineStyle(edge, looks.get(pairKey(edge.from, edge.to)), now, colour)),
    );
  }

  function points(): readonly Point[] {
    return nodes.map((node) => {
      const [x, y] = nodes === first && node.first ? node.first : [node.x, node.y];
      return { x, y };
    });
  }

  function place(): void {
    const size = renderer.size();
    const at = drawnOut(points(), size);
    placedAt = size.width;
    present = new Set(nodes.map((node) => node.id));
    edges = drawing.edges.filter(({ from, to }) => present.has(from) && present.has(to));
    renderer.place(
      nodes.map(({ id, shape, size: half }, i) => ({
        id,
        shape,
        size: half,
        x: 0,
        y: 0,
        ...at[i],
      })),
      edges.map(({ from, to }) => ({ id: pairKey(from, to), from, to })),
    );
    restyle();
    fit();
  }

  function fit(): void {
    renderer.redraw(); // the size may have changed while the drawing was hidden
    const camera = seeingAll([...renderer.positions().values()], renderer.size());
    if (!camera) return;
    renderer.look(camera);
    resize();
  }

  function zoom(factor: number): void {
    const { width, height } = renderer.size();
    const scale = renderer.scale();
    const origin = renderer.toScreen({ x: 0, y: 0 });
    const x = (width / 2 - origin.x) / scale;
    const y = (height / 2 - origin.y) / scale;
    renderer.look({ x, y, scale: scale * factor });
    resize();
  }

  function screen(id: Id): Point | null {
    const at = present.has(id) ? renderer.positions().get(id) : undefined;
    return at ? renderer.toScreen(at) : null;
  }

  function show(id: Id): void {
    const at = present.has(id) ? renderer.positions().get(id) : undefined;
    if (!at) return;
    const scale = renderer.scale();
    if (scale > 0.4 && wellInside(renderer.toScreen(at), renderer.size())) return;
    const slowly = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    renderer.look({ ...at, scale: Math.max(scale, 0.8) }, { slowly });
  }

  // A turned or resized window is filled anew; a phone's hiding address bar is not that.
  function resized(): void {
    const { width } = renderer.size();
    if (width !== 0 && Math.abs(width - placedAt) >= 20) place();
  }

  function choose(all: boolean): void {
    const wanted = all ? drawing.nodes : first;
    if (wanted === nodes && placedAt > 0) return;
    nodes = wanted;
    place();
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  addEventListener("resize", resized);
  return {
    nodes: () => nodes,
    draws: (id) => present.has(id),
    choose,
    restyle,
    fill: () => (renderer.size().width === placedAt ? fit() : place()),
    fit,
    zoom,
    show,
    screen,
    named: () => written,
  };
}
