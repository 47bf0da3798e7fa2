// The drawing: which entities are on the canvas and where, restyled as the state changes.
import type { Adjacency } from "../ask/paths";
import type { Edge, Filter, Id, Node, See, State } from "../model/types";
import type { Scene } from "../state/scene";
import { type Drawn, mostNames, names, signs } from "./captions";
import { type Colours, coloursNow } from "./colours";
import { type Lettered, letter, namedAt } from "./labels";
import {
  known as chosen,
  dotStyle,
  type Look,
  type Looks,
  lineOf,
  lineStyle,
  looksOf,
  standingOut,
} from "./look";
import { type Near, nearIn } from "./near";
import { type Pins, pinsOf } from "./pins";
import { seeingAll, stretch, wellInside } from "./placing";
import type { Camera, Handlers, Line, MakeRenderer, Point, Renderer } from "./renderer";
import { type Scope, scopes } from "./scope";
import { standing } from "./spots";
import { strokes } from "./strokes";

/** What was clicked: an entity, a line between two, or neither. */
export type Clicked = { readonly node: Id } | { readonly pair: Edge } | null;

/** The drawing on its canvas. */
export interface Drawing {
  /** Who is drawn, and why. */
  scope(): Scope;
  readonly near: Near;
  draws(id: Id): boolean;
  /** Draw what the state of now wants. */
  update(): void;
  /** Fill the canvas, also after it got another width. */
  fill(): void;
  fit(): void;
  zoom(factor: number): void;
  /** What the camera sees, and a way to have it see that again, in a window of any size. */
  seen(): See;
  look(see: See): void;
  /** Bring an entity into view with those it is joined with, if they can be seen together;
   * or two, both of them. What can be seen well enough stays where it is. */
  show(id: Id, other?: Id | null): void;
  /** Where an entity is, in pixels of the canvas; null when it is not drawn. */
  screen(id: Id): Point | null;
  /** The names and signs that are written now. */
  written(): Lettered;
  /** How many were dragged; `release` puts them back. */
  pinned(): number;
  release(): void;
  /** Whether it has been painted with its names. */
  painted(): boolean;
}

const READABLE = 0.4; // scale from which on names and lines can be told apart
const LIVELY = 800; // drawn entities up to which hovering changes how all others look
const NOWHERE: Scope = { nodes: [], whole: false, kept: null, paths: [], frame: "?" };

/** A drawing on a canvas; `clicked` is told what was meant. */
export function createDrawing(
  scene: Scene,
  canvas: HTMLElement,
  { make, adjacent }: { readonly make: MakeRenderer; readonly adjacent: () => Adjacency },
  clicked: (hit: Clicked, twice: boolean) => void,
  moved: () => void,
): Drawing {
  const { drawing } = scene.graph;
  const near = nearIn(scene.graph, adjacent);
  const scopeNow = scopes(scene, near);
  const pins = new Map<boolean, Pins>();
  const known = new Map<Edge, Line>();
  let scope = NOWHERE;
  let ranked: readonly Node[] = [];
  let lines: readonly Line[] = [];
  let at = new Map<Id, Point>();
  let drawnOut: Point = { x: 1, y: 1 };
  let looks: Looks = new Map();
  let strongest: readonly Look[] = [];
  let lookedAt: readonly [Filter, readonly Line[]] | null = null;
  let lit: ReadonlySet<Id> | null = null;
  let hovered: Id | null = null;
  let beside: ReadonlySet<Id> = new Set();
  let line: string | null = null;
  let colour: Colours = coloursNow();
  let written: Lettered = { names: [], signs: [] };
  let placedAt = 0; // width of the canvas when the drawing was last spread over it
  let painted = false;

  const drawn = (): Drawn => ({
    ...{ scene, now: about(), renderer, ranked, at, lit, hovered, beside, line, colour },
    looks: strongest,
    known: looks,
    kept: scope.kept,
  });

  function annotate(context: CanvasRenderingContext2D): void {
    if (placedAt === 0) return;
    const [ink, paper, size] = [colour("ink"), colour("paper"), renderer.size()];
    const now = drawn();
    if (hovered !== null && ranked.length > LIVELY) strokes(context, now, hovered);
    const words = { names: names(now), signs: signs(now), most: mostNames(now) };
    written = letter(context, { ...words, ink, paper, size });
    painted = true;
  }

  function click({ node, line: over, at: point, twice }: Parameters<Handlers["click"]>[0]): void {
    const id = node ?? namedAt(written.names, point);
    const pair = over === null ? undefined : looks.get(over);
    clicked(id !== null ? { node: id } : pair ? { pair } : null, twice ?? false);
  }

  function hover(node: Id | null, over: string | null): void {
    if (node === hovered && over === line) return;
    const other = node !== hovered;
    [hovered, line] = [node, over];
    beside = new Set(node !== null && ranked.length > LIVELY ? near.of(node) : []);
    if (other && ranked.length <= LIVELY && !scene.store.get().e) restyle();
    renderer.redraw();
  }

  function dragged(id: Id, to: Point, done: boolean): void {
    at.set(id, to);
    if (!done) return;
    pinsNow().set(id, { x: to.x / drawnOut.x, y: to.y / drawnOut.y });
    moved();
  }

  const renderer: Renderer = make(canvas, { click, annotate, hover, dragged });

  function pinsNow(): Pins {
    const found = pins.get(scope.whole) ?? pinsOf(scene.graph, scope.whole);
    pins.set(scope.whole, found);
    return found;
  }

  function lookAnew(): void {
    const { filter } = scene.store.get();
    if (lookedAt?.[0] === filter && lookedAt[1] === lines) return;
    lookedAt = [filter, lines];
    looks = looksOf(scene, lines, looks);
    strongest = [...looks.values()].sort((a, b) => b.claims.length - a.claims.length);
  }

  function standOut(): ReadonlySet<Id> | null {
    const found = standingOut(scene, looks, scope.kept);
    if (hovered === null || ranked.length > LIVELY || scene.store.get().e) return found;
    return new Set([hovered, ...near.of(hovered)]);
  }

  // What all looks depend on: what is chosen, else what is pointed at, where that is quick.
  function about(): State {
    const now = chosen(scene);
    const lively = hovered !== null && now.e === null && ranked.length <= LIVELY;
    return lively ? { ...now, e: hovered } : now;
  }

  function restyle(): void {
    const now = chosen(scene);
    colour = coloursNow();
    lookAnew();
    lit = standOut();
    const meant = about();
    renderer.style(
      scope.nodes.map((node) => dotStyle(node, lit, now, colour)),
      lines.map((one) => lineStyle(one, looks.get(one.id), meant, scope.kept, colour)),
    );
  }

  // As the build has them, or as the reader has dragged them, drawn out to fill the canvas.
  function stand(): void {
    const { nodes, whole } = scope;
    const own = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]));
    const points = whole ? own : standing(nodes, near.of);
    const pinned = pinsNow();
    const built = drawing.nodes.filter((node) => whole || node.first);
    const plain = built.map(({ x, y, first }) =>
      whole || !first ? { x, y } : { x: first[0], y: first[1] },
    );
    drawnOut = stretch(plain.length ? plain : [...points.values()], renderer.size());
    at = new Map();
    for (const [id, point] of points) {
      const { x, y } = pinned.get(id) ?? point;
      at.set(id, { x: x * drawnOut.x, y: y * drawnOut.y });
    }
  }

  function lineOnce(edge: Edge): Line {
    const found = known.get(edge) ?? lineOf(edge);
    known.set(edge, found);
    return found;
  }

  function place(): void {
    const { nodes } = scope;
    placedAt = renderer.size().width;
    ranked = [...nodes].sort((a, b) => a.rank - b.rank);
    stand();
    const edges = drawing.edges.filter(({ from, to }) => at.has(from) && at.has(to));
    lines = edges.map(lineOnce);
    const origin = { x: 0, y: 0 };
    const dots = nodes.map(({ id, shape, size }) => ({
      id,
      shape,
      size,
      ...(at.get(id) ?? origin),
    }));
    renderer.place(dots, lines);
  }

  function fitting(): Camera | null {
    const seen = scope.kept
      ? [...scope.kept.ids].flatMap((id) => at.get(id) ?? [])
      : [...at.values()];
    return seeingAll(seen, renderer.size());
  }

  function fit(): void {
    renderer.redraw(); // the size may have changed while the drawing was hidden
    const camera = fitting();
    if (camera) renderer.look(camera);
  }

  function update(): void {
    const before = scope;
    scope = scopeNow();
    const placing = scope.nodes !== before.nodes || scope.whole !== before.whole || placedAt === 0;
    if (placing) place();
    if (scope.frame !== before.frame) fit();
    restyle();
  }

  function refill(): void {
    place();
    fit();
    restyle();
  }

  function camera(): Camera {
    const { width, height } = renderer.size();
    const scale = renderer.scale();
    const origin = renderer.toScreen({ x: 0, y: 0 });
    return { x: (width / 2 - origin.x) / scale, y: (height / 2 - origin.y) / scale, scale };
  }

  function zoom(factor: number): void {
    const now = camera();
    renderer.look({ ...now, scale: now.scale * factor });
  }

  // In units of the build, and as many times nearer than where all is seen.
  function seen(): See {
    const { x, y, scale } = camera();
    const nearer = scale / (fitting()?.scale ?? 1);
    return [Math.round(x / drawnOut.x), Math.round(y / drawnOut.y), Number(nearer.toFixed(3))];
  }

  function look([x, y, nearer]: See): void {
    const scale = nearer * (fitting()?.scale ?? 1);
    renderer.look({ x: x * drawnOut.x, y: y * drawnOut.y, scale });
  }

  function screen(id: Id): Point | null {
    const point = at.get(id);
    return point ? renderer.toScreen(point) : null;
  }

  function show(id: Id, other: Id | null = null): void {
    const points = (ids: readonly Id[]) => ids.flatMap((one) => at.get(one) ?? []);
    const meant = points(other === null ? [id] : [id, other]);
    const [point, size, scale] = [meant[0], renderer.size(), renderer.scale()];
    if (!point) return;
    const seen = meant.every((one) => wellInside(renderer.toScreen(one), size));
    if (seen && scale > READABLE) return;
    const nearer = Math.max(scale, 0.8);
    const all = seeingAll(other === null ? [point, ...points(near.of(id))] : meant, size);
    const together = all && (all.scale >= READABLE || other !== null);
    const slowly = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const camera = together
      ? { ...all, scale: Math.min(all.scale, nearer) }
      : { ...point, scale: nearer };
    renderer.look(camera, { slowly });
  }

  // A turned or resized window is filled anew; a phone's hiding address bar is not that.
  function resized(): void {
    const { width } = renderer.size();
    if (width !== 0 && placedAt !== 0 && Math.abs(width - placedAt) >= 20) refill();
  }

  function release(): void {
    pinsNow().clear();
    refill();
    moved();
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  addEventListener("resize", resized);
  return {
    ...{ near, update, fit, zoom, seen, look, show, screen, release },
    scope: () => scope,
    draws: (id) => at.has(id),
    fill: resized,
    written: () => written,
    pinned: () => pinsNow().size,
    painted: () => painted,
  };
}
