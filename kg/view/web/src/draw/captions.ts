// What is written over a drawing: whose names, how important, and which signs on lines.
import { short } from "../model/text";
import type { Id, Node, State } from "../model/types";
import { grouped } from "../model/words";
import type { Scene } from "../state/scene";
import type { Colours } from "./colours";
import type { Name, Sign } from "./labels";
import { type Kept, type Look, type Looks, lineStandsOut } from "./look";
import { radius } from "./placing";
import type { Point, Renderer, Size } from "./renderer";

const CANDIDATES = 260; // names that are tried, of a large drawing
const NEAR = 1.3; // pixels a unit from which on all lines in view say what they are
const SIGNED = 140; // lines with a sign at once
const FEW = 600; // drawn entities up to which lines have signs at any zoom

/** What is drawn now, as far as captions need to know. */
export interface Drawn {
  readonly scene: Scene;
  /** What is chosen, or else pointed at. */
  readonly now: State;
  readonly renderer: Renderer;
  /** Those that are drawn, the best connected first, and where they stand. */
  readonly ranked: readonly Node[];
  readonly at: ReadonlyMap<Id, Point>;
  /** The lines, those of most claims first. */
  readonly looks: readonly Look[];
  readonly known: Looks;
  readonly lit: ReadonlySet<Id> | null;
  readonly kept: Kept;
  readonly hovered: Id | null;
  /** Those joined with whom is pointed at, if how they look does not tell it. */
  readonly beside: ReadonlySet<Id>;
  readonly line: string | null;
  readonly colour: Colours;
}

/** From units of the drawing to pixels; asked of the renderer once for all of a frame. */
export function projection(renderer: Renderer): (point: Point) => Point {
  const k = renderer.scale();
  const { x, y } = renderer.toScreen({ x: 0, y: 0 });
  return (point) => ({ x: x + point.x * k, y: y + point.y * k });
}

const inView = ({ x, y }: Point, { width, height }: Size, margin: number) =>
  x > -margin && y > -margin && x < width + margin && y < height + margin;

function importance({ now, lit, hovered, beside }: Drawn, id: Id): number {
  if (id === now.e || id === now.with) return -3;
  if (id === hovered) return -2;
  return lit?.has(id) || beside.has(id) ? -1 : 0;
}

// In view, the most important first: what is chosen, what stands out, then by rank.
function candidates(drawn: Drawn, size: Size, project: (point: Point) => Point) {
  const groups = new Map<number, { node: Node; point: Point; weight: number }[]>(
    [-3, -2, -1, 0].map((weight) => [weight, []]),
  );
  for (const node of drawn.ranked) {
    const place = drawn.at.get(node.id);
    if (!place) continue;
    const point = project(place);
    if (!inView(point, size, 60)) continue;
    const weight = importance(drawn, node.id);
    const group = groups.get(weight);
    if (group && group.length < CANDIDATES) group.push({ node, point, weight });
  }
  return [...groups.values()].flat().slice(0, Math.max(CANDIDATES, drawn.lit?.size ?? 0));
}

/** The names of what is in view, the most important first. */
export function names(drawn: Drawn): readonly Name[] {
  const { renderer, ranked, lit, hovered } = drawn;
  const scale = renderer.scale();
  const found = candidates(drawn, renderer.size(), projection(renderer));
  return found.map(({ node, point, weight }) => ({
    ...point,
    id: node.id,
    r: radius(node.size, scale, ranked.length),
    label: short(node.label),
    strong: weight < -1 || node.rank < 8,
    always: weight < -1,
    quiet: lit !== null && !lit.has(node.id) && node.id !== hovered,
  }));
}

/** How many names a canvas holds before it is a page of names. */
export function mostNames(drawn: Drawn): number {
  if (drawn.ranked.length < FEW) return Number.POSITIVE_INFINITY;
  const { width, height } = drawn.renderer.size();
  return Math.max(12, Math.floor((width * height) / 7000));
}

// In detail, what the claims say; else how many they are; a cross for what is denied.
function wording({ scene }: Drawn, look: Look, detail: boolean): string {
  const n = look.claims.length;
  const cross = look.manner === "dotted" ? "\u2715 " : "";
  if (!detail) return (cross + (n > 1 ? grouped(n) : "")).trim();
  const [term, more] = commonest(look.claims.map(scene.graph.saying));
  return cross + term + (more ? ` +${grouped(more)}` : n > 1 ? ` \u00d7${grouped(n)}` : "");
}

/** The word that is said most often, the first of equals, and how many others there are. */
export function commonest(words: readonly string[]): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const best = Math.max(...counts.values());
  const [word = ""] = [...counts].find(([, n]) => n === best) ?? [];
  return [word, Math.max(counts.size - 1, 0)];
}

function sign(drawn: Drawn, look: Look, [a, b]: readonly [Point, Point]): Sign | null {
  const { now, renderer, colour, kept } = drawn;
  const meant = look.id === drawn.line;
  if (!meant && !lineStandsOut(now, look, kept)) return null;
  const chosen = Boolean(now.e) && (kept === null || kept.ids.size <= 40);
  const detail = meant || chosen || renderer.scale() > NEAR;
  const text = wording(drawn, look, detail);
  if (!text) return null;
  const denied = look.manner === "dotted";
  const far = Math.hypot(a.x - b.x, a.y - b.y);
  if (!meant && far < (denied ? 30 : 56)) return null;
  return { a, b, text, colour: colour(denied ? "status-denied" : `text-${look.family}`) };
}

// Where lines are many and small, only the one that is pointed at says something.
function withSigns({ now, renderer, ranked, looks, known, line }: Drawn): readonly Look[] {
  const meant = line === null ? undefined : known.get(line);
  const all = ranked.length <= FEW || renderer.scale() > 0.6 || now.e !== null;
  return [...(meant ? [meant] : []), ...(all ? looks.filter((look) => look !== meant) : [])];
}

/** The signs of lines in view, those of most claims first. */
export function signs(drawn: Drawn): readonly Sign[] {
  const project = projection(drawn.renderer);
  const size = drawn.renderer.size();
  const found: Sign[] = [];
  for (const look of withSigns(drawn)) {
    const [from, to] = [drawn.at.get(look.from), drawn.at.get(look.to)];
    if (!from || !to) continue;
    const ends = [project(from), project(to)] as const;
    const middle = { x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2 };
    const one = inView(middle, size, 0) ? sign(drawn, look, ends) : null;
    if (one && found.push(one) >= SIGNED) break;
  }
  return found;
}
