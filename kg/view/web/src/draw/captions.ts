// What is written over a drawing: whose names, how important, and which signs on lines.
import { short } from "../model/text";
import type { Id, Node } from "../model/types";
import type { Scene } from "../state/scene";
import type { Colours } from "./colours";
import type { Name, Sign } from "./labels";
import { type Look, type Looks, lineStandsOut } from "./look";
import { radius } from "./placing";
import type { Point, Renderer } from "./renderer";

/** What is drawn now, as far as captions need to know. */
export interface Drawn {
  readonly scene: Scene;
  readonly renderer: Renderer;
  readonly nodes: readonly Node[];
  readonly looks: Looks;
  readonly lit: ReadonlySet<Id> | null;
  readonly hovered: Id | null;
  readonly colour: Colours;
}

function importance({ scene, lit, hovered }: Drawn, { id }: Node): number {
  const now = scene.store.get();
  if (id === now.e || id === now.with) return -3;
  if (id === hovered) return -2;
  return lit?.has(id) ? -1 : 0;
}

/** The names of all that is drawn, the most important first. */
export function names(drawn: Drawn): readonly Name[] {
  const { renderer, nodes, lit, hovered } = drawn;
  const at = renderer.positions();
  const scale = renderer.scale();
  const ranked = nodes
    .map((node) => ({ node, point: at.get(node.id), weight: importance(drawn, node) }))
    .sort((a, b) => a.weight - b.weight || a.node.rank - b.node.rank);
  return ranked.flatMap(({ node, point, weight }) => {
    if (!point) return [];
    return [
      {
        ...renderer.toScreen(point),
        id: node.id,
        r: radius(node, scale, nodes.length),
        label: short(node.label),
        strong: weight < -1 || node.rank < 8,
        always: weight < -1,
        quiet: lit !== null && !lit.has(node.id) && node.id !== hovered,
      },
    ];
  });
}

// In detail, what the claims say; else how many they are; a cross for what is denied.
function wording({ scene }: Drawn, look: Look, detail: boolean): string {
  const n = look.claims.length;
  const cross = look.manner === "dotted" ? "\u2715 " : "";
  if (!detail) return (cross + (n > 1 ? String(n) : "")).trim();
  const terms = [...new Set(look.claims.map(scene.graph.saying))];
  const more = terms.length > 1 ? ` +${terms.length - 1}` : n > 1 ? ` \u00d7${n}` : "";
  return cross + (terms[0] ?? "") + more;
}

function sign(drawn: Drawn, look: Look, at: ReadonlyMap<Id, Point>): Sign | null {
  const { scene, renderer, colour } = drawn;
  const now = scene.store.get();
  const [from, to] = [at.get(look.from), at.get(look.to)];
  const text = wording(drawn, look, Boolean(now.e));
  if (!from || !to || !text || !lineStandsOut(now, look)) return null;
  const [a, b] = [renderer.toScreen(from), renderer.toScreen(to)];
  const denied = look.manner === "dotted";
  if (Math.hypot(a.x - b.x, a.y - b.y) < (denied ? 30 : 56)) return null;
  return { a, b, text, colour: colour(denied ? "status-denied" : `text-${look.family}`) };
}

/** The signs of all lines that have one, those of most claims first. */
export function signs(drawn: Drawn): readonly Sign[] {
  const at = drawn.renderer.positions();
  return [...drawn.looks.values()]
    .sort((a, b) => b.claims.length - a.claims.length)
    .flatMap((look) => sign(drawn, look, at) ?? []);
}
