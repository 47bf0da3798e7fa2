// sigma as a renderer: for large graphs, where there is WebGL. It draws by the programs of
// dots.ts and lines.ts; names are written over it on a canvas of their own.
import type { Id } from "../model/types";
import { type DotData, dotProgram, SHAPES } from "./dots";
import type { Engine } from "./engine";
import { BOX, fromCanvas, lookingAt, scaleAt, toCanvas } from "./lens";
import { kindOf, type LineData, lineProgram } from "./lines";
import { nearestDot, nearestLine } from "./nearest";
import { growth, radius } from "./placing";
import { listenToPointer, type Under } from "./pointer";
import type { Growth } from "./program";
import type {
  Camera,
  Dot,
  DotStyle,
  Handlers,
  Line,
  LineStyle,
  Point,
  Renderer,
  Size,
} from "./renderer";

// With more lines than these they are left out while all moves; fewer without a graphics card.
const STILL = 40_000;
const STILL_SLOW = 4_000;
const MANY = 4_000; // from here on, one that is dragged moves when it is let go
const REACH = 5; // pixels from a line within which a click means it

type Style = { readonly hidden: boolean; readonly zIndex: number };

// With the others on one level, so that the engine need not sort.
const HIDDEN: Style = { hidden: true, zIndex: 1 };

/** A colour with an opacity as the engine reads it; ours are written #rrggbb. */
export function withOpacity(colour: string, opacity: number): string {
  const full = /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#888888";
  const alpha = Math.round(Math.min(Math.max(opacity, 0), 1) * 255);
  return `${full}${alpha.toString(16).padStart(2, "0")}`;
}

function dot(style: DotStyle): Omit<DotData, "x" | "y" | "size" | "shape"> & Style {
  return {
    hidden: false,
    color: withOpacity(style.fill, style.opacity),
    border: withOpacity(style.border, style.opacity),
    borderWidth: style.borderWidth,
    zIndex: style.opacity < 1 ? 0 : 1,
  };
}

function line(style: LineStyle): LineData & Style {
  return {
    hidden: style.hidden,
    color: withOpacity(style.colour, style.opacity),
    width: style.width,
    kind: kindOf(style),
    zIndex: style.opacity < 0.5 && !style.hidden ? 0 : 1,
  };
}

/** Whether this browser can draw with WebGL now. */
export function webglWorks(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

// Whether WebGL is drawn by the processor, as in virtual machines: then each line counts.
function software(box: HTMLElement): boolean {
  const gl = box.querySelector("canvas")?.getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

/** How strong lines are: many seen from afar are a fog, near each is as in a small graph. */
export function ink(lines: number, scale: number): number {
  const strength = (900 / Math.max(lines, 1)) ** 0.5 * (0.35 + 2 * scale);
  return Math.min(1, Math.max(0.05, strength));
}

/** Draw with sigma; throws where WebGL does not work after all. */
export function webglRenderer(engine: Engine, canvas: HTMLElement, handlers: Handlers): Renderer {
  const at = new Map<Id, Point>();
  let dots: readonly Dot[] = [];
  let lines: readonly Line[] = [];
  let dotStyles = new Map<Id, object>();
  let lineStyles = new Map<string, LineData & Style>();
  let box: Size = canvas.getBoundingClientRect();

  const grow: Growth = (ratio, size) => growth(scaleAt(ratio, size), at.size);
  const graphOf = () => new engine.UndirectedGraph<object, object>();
  const sigma = new engine.Sigma(graphOf(), canvas, {
    allowInvalidContainer: true,
    defaultDrawNodeHover: () => undefined,
    defaultEdgeType: "line",
    defaultNodeType: "dot",
    doubleClickZoomingRatio: 1,
    edgeProgramClasses: {
      line: lineProgram(engine, grow, (ratio) => ink(lines.length, scaleAt(ratio, box))),
    },
    edgeReducer: (id) => lineStyles.get(id) ?? { ...HIDDEN },
    maxCameraRatio: 60,
    minCameraRatio: 0.002,
    nodeHoverProgramClasses: { dot: dotProgram(engine, grow) },
    nodeProgramClasses: { dot: dotProgram(engine, grow) },
    nodeReducer: (id, data) => ({ ...data, ...(dotStyles.get(id) ?? HIDDEN) }),
    renderLabels: false,
    stagePadding: 0,
    zIndex: true,
  });
  const still = software(canvas) ? STILL_SLOW : STILL;
  const camera = sigma.getCamera();
  const context = sigma
    .createCanvas("names", { style: { pointerEvents: "none" } })
    .getContext("2d");
  sigma.setCustomBBox({ x: [-BOX / 2, BOX / 2], y: [-BOX / 2, BOX / 2] });

  const scale = () => scaleAt(camera.getState().ratio, box);
  const from = (point: Point) => fromCanvas(point, camera.getState(), box);
  const under: Under = {
    dot(point) {
      const k = scale();
      const reach = (size: number) => (radius(size, k, dots.length) + 2) / k;
      return nearestDot(dots, at, from(point), reach);
    },
    line(point) {
      const seen = (id: string) => !lineStyles.get(id)?.hidden;
      return nearestLine(lines, at, from(point), REACH / scale(), seen);
    },
    drag(id, point, done) {
      const to = from(point);
      at.set(id, to);
      if (done || dots.length < MANY) {
        sigma.getGraph().mergeNodeAttributes(id, { x: to.x, y: -to.y });
      }
      handlers.dragged(id, to, done);
    },
  };

  function annotate(): void {
    if (!context) return;
    const ratio = devicePixelRatio || 1;
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;
    context.canvas.style.width = `${box.width}px`;
    context.canvas.style.height = `${box.height}px`;
    context.clearRect(0, 0, width, height);
    handlers.annotate(context);
  }

  // What is placed is shown when it is styled: to draw it twice would be slow.
  let placed = sigma.getGraph();
  let fresh = false; // what is new is shown in this frame, with what is said of it

  // Whether all of them stand there already. Others that do are not styled, and so hidden: to
  // bring a graph together anew is slower than anything else.
  function holds(those: readonly Dot[], given: readonly Line[]): boolean {
    const stands = ({ id, x, y }: Dot) => {
      if (!placed.hasNode(id)) return false;
      const now = placed.getNodeAttributes(id) as Point;
      return now.x === x && now.y === -y;
    };
    return those.every(stands) && given.every(({ id }) => placed.hasEdge(id));
  }

  function place(those: readonly Dot[], given: readonly Line[]): void {
    [dots, lines] = [those, given];
    [dotStyles, lineStyles] = [new Map(), new Map()];
    fresh = true;
    at.clear();
    for (const { id, x, y } of dots) at.set(id, { x, y });
    if (holds(those, given)) return;
    const graph = graphOf();
    placed = graph;
    for (const { id, x, y, size, shape } of dots) {
      graph.addNode(id, { x, y: -y, size, shape: Math.max(SHAPES.indexOf(shape), 0) });
    }
    for (const { id, from, to } of given) graph.addEdgeWithKey(id, from, to);
  }

  function show(): void {
    const hide = lines.length > still;
    if (sigma.getSetting("hideEdgesOnMove") !== hide) sigma.setSetting("hideEdgesOnMove", hide);
    if (placed === sigma.getGraph()) sigma.refresh({ schedule: !fresh });
    else sigma.setGraph(placed);
    fresh = false;
  }

  function look(wanted: Camera, { slowly = false } = {}): void {
    box = canvas.getBoundingClientRect();
    const state = lookingAt(wanted, box);
    if (slowly) camera.animate(state, { duration: 300 });
    else camera.setState(state);
  }

  Object.defineProperty(sigma, "getNodeAtPosition", { value: under.dot });
  sigma.on("beforeRender", () => {
    box = canvas.getBoundingClientRect();
  });
  sigma.on("afterRender", annotate);
  listenToPointer(sigma, canvas, under, handlers);
  return {
    place,
    style(looks, styles) {
      dotStyles = new Map(looks.map((one) => [one.id, dot(one)]));
      lineStyles = new Map(styles.map((one) => [one.id, line(one)]));
      show();
    },
    toScreen: (point) => toCanvas(point, camera.getState(), box),
    size: () => canvas.getBoundingClientRect(),
    scale,
    look,
    redraw: () => sigma.scheduleRender(),
  };
}
