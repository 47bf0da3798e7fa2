// Where the reader has dragged entities: kept by the browser, under a name made from the
// graph's content, so that the file itself stays as the build wrote it.
import type { Graph } from "../model/graph";
import type { Id } from "../model/types";
import type { Point } from "./renderer";

/** Places that the reader chose. */
export interface Pins {
  readonly size: number;
  get(id: Id): Point | undefined;
  set(id: Id, point: Point): void;
  clear(): void;
}

/** A short name of a graph's content: others have others (FNV-1a, 32 bits). */
export function contentKey({ entities, claims, articles }: Graph): string {
  let hash = 0x811c9dc5;
  const mix = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
  };
  for (const { id } of entities) mix(id);
  for (const { id } of articles) mix(id);
  mix(`${claims.length}/${claims[0]?.id}/${claims.at(-1)?.id}`);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function read(key: string): Map<Id, Point> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    if (!Array.isArray(found)) return new Map();
    const whole = found.filter(
      (one): one is [Id, number, number] =>
        Array.isArray(one) && Number.isFinite(one[1]) && Number.isFinite(one[2]),
    );
    return new Map(whole.map(([id, x, y]) => [id, { x, y }]));
  } catch {
    return new Map(); // the browser keeps nothing for this page
  }
}

function write(key: string, pins: ReadonlyMap<Id, Point>): void {
  try {
    if (pins.size === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify([...pins].map(([id, { x, y }]) => [id, x, y])));
  } catch {
    // they hold until the page is closed
  }
}

/** The pins of a graph, in units of the build; the first screen and the whole have their own. */
export function pinsOf(graph: Graph, whole: boolean): Pins {
  const key = `kg-pins-${contentKey(graph)}-${whole ? "whole" : "first"}`;
  const pins = read(key);
  return {
    get size() {
      return pins.size;
    },
    get: (id) => pins.get(id),
    set(id, point) {
      pins.set(id, { x: Math.round(point.x), y: Math.round(point.y) });
      write(key, pins);
    },
    clear() {
      pins.clear();
      write(key, pins);
    },
  };
}
