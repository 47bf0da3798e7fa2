// Who is drawn: the first screen or all, less what the filter or the reader hides, and
// with what was expanded, focused on, or lies on a path.
import { once } from "../model/once";
import type { Id, Node, State } from "../model/types";
import { AT_ONCE, expanded } from "../state/expanded";
import type { Scene } from "../state/scene";
import { type Kept, takers } from "./look";
import { linesOf, type Near } from "./near";

const FOCUS = 400; // of a neighbourhood, the nearest and best connected

/** Who is drawn, and how that came about. */
export interface Scope {
  readonly nodes: readonly Node[];
  /** Whether positions are those of the whole, not of the first screen. */
  readonly whole: boolean;
  /** What a focus or path is about; null when there is none. */
  readonly kept: Kept;
  readonly paths: readonly (readonly Id[])[];
  /** What the camera should see anew when it changes. */
  readonly frame: string;
}

/** The entities of the first screen; all when it has none. */
export function firstScreen(scene: Scene): readonly Node[] {
  const { nodes } = scene.graph.drawing;
  const first = nodes.filter((node) => node.first);
  return first.length ? first : nodes;
}

// Of a filter that hides, only those who take part in what passes, as many as the first
// screen has, beyond it the best connected; one that fades hides nobody.
function base(
  scene: Scene,
  first: readonly Node[],
  ranked: () => readonly Node[],
  now: State,
): readonly Node[] {
  const { nodes } = scene.graph.drawing;
  if (now.filter.fade || !scene.filtered()) return now.all ? nodes : first;
  const left = takers(scene);
  if (now.all) return nodes.filter(({ id }) => left.has(id));
  const found = first.filter(({ id }) => left.has(id));
  for (const node of ranked()) {
    if (found.length >= first.length) break;
    if (!node.first && left.has(node.id)) found.push(node);
  }
  return found;
}

interface Focus {
  readonly kept: NonNullable<Kept>;
  readonly paths: readonly (readonly Id[])[];
}

function focus({ graph, paths: between }: Scene, near: Near, now: State): Focus | null {
  const { e, with: other, hops, path } = now;
  if (!e || !graph.findEntity(e)) return null;
  if (path && other && graph.findEntity(other)) {
    const paths = between(e, other);
    const ids = new Set([e, other, ...paths.flat()]);
    return { kept: { ids, lines: new Set(paths.flatMap(linesOf)) }, paths };
  }
  if (!hops) return null;
  const ids = new Set([...near.within(e, hops).keys()].slice(0, FOCUS));
  return { kept: { ids, lines: null }, paths: [] };
}

const CONTEXT = 3; // neighbours of one that would stand alone

// The chosen, wherever they are, and of the expanded those who are not drawn yet.
function add(ids: Set<Id>, { graph }: Scene, near: Near, now: State): void {
  const there = (id: string) => graph.findEntity(id) !== undefined;
  for (const id of [now.e, now.with]) {
    if (id === null || !there(id) || ids.has(id)) continue;
    ids.add(id);
    const joined = near.of(id);
    if (joined.some((other) => ids.has(other))) continue;
    for (const other of joined.slice(0, CONTEXT)) ids.add(other);
  }
  for (const [id, times] of expanded(now.open, there)) {
    const left = near.of(id).filter((other) => !ids.has(other) && !now.hide.includes(other));
    for (const one of [id, ...left.slice(0, times * AT_ONCE)]) ids.add(one);
  }
}

function same(a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((node, i) => node === b[i]);
}

/** A way to find who is drawn now; `nodes` stays the same array while they are the same. */
export function scopes(scene: Scene, near: Near): () => Scope {
  const { graph, store } = scene;
  const first = firstScreen(scene);
  const ranked = once(() => [...graph.drawing.nodes].sort((a, b) => a.rank - b.rank));
  let last: readonly Node[] = [];

  function chosen(now: State, about: Focus | null): readonly Node[] {
    const begin = about && !now.filter.fade ? [] : base(scene, first, ranked, now);
    if (begin === graph.drawing.nodes && now.hide.length === 0) return begin;
    const ids = new Set([...begin.map(({ id }) => id), ...(about?.kept.ids ?? [])]);
    add(ids, scene, near, now);
    for (const id of now.hide) ids.delete(id);
    return [...ids].map(graph.node).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  return () => {
    const now = store.get();
    const about = focus(scene, near, now);
    const nodes = chosen(now, about);
    if (!same(nodes, last)) last = nodes;
    const { e, with: other, hops, path } = now;
    const frame = about ? [e, other, hops, path].join("\u001f") : "";
    const kept = about?.kept ?? null;
    return {
      nodes: last,
      whole: now.all,
      kept,
      paths: about?.paths ?? [],
      frame: `${now.all}${frame}`,
    };
  };
}
