// The signs of classes, lines and statuses outside the canvas: the same shapes and colours.
import type { Graph } from "../model/graph";
import type { Entity, Status } from "../model/types";
import { status } from "../model/words";
import { make, setAttributes } from "./make";

const SVG = "http://www.w3.org/2000/svg";
const DOT = "M8 2a6 6 0 1 0 .01 0z";
const PATHS: Readonly<Record<string, string>> = {
  dot: DOT,
  square: "M3 3h10v10H3z",
  hexagon: "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z",
  triangle: "M8 2l6.5 11h-13z",
  triangleDown: "M8 14L1.5 3h13z",
  diamond: "M8 1l6 7-6 7-6-7z",
  star: "M8 1l2 4.8 5 .4-3.8 3.3L12.4 15 8 12.2 3.6 15l1.2-5.5L1 6.2l5-.4z",
};

function svg(path: string, attributes: Readonly<Record<string, string>>): SVGSVGElement {
  const element = document.createElementNS(SVG, "svg");
  const shared = { viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" };
  setAttributes(element, { ...shared, ...attributes });
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  element.append(shape);
  return element;
}

/** The sign of a class: shape and colour of its look. */
export function classSign(graph: Graph, cls: string): SVGSVGElement {
  const look = graph.terms.class[cls]?.look ?? graph.classes.at(-1)?.name;
  const shape = graph.classes.find((one) => one.name === look)?.shape ?? "dot";
  return svg(PATHS[shape] ?? DOT, { class: "sign", style: `fill:var(--class-${look})` });
}

/** The sign of an entity's class. */
export function entitySign(graph: Graph, entity: Entity): SVGSVGElement {
  return classSign(graph, entity.class);
}

/** A piece of line of a family, "dashed" or "dotted" for what is not, or not yet, so. */
export function lineSign(family: string, how: "" | "dashed" | "dotted" = ""): SVGSVGElement {
  const style = `stroke:var(--family-${family})`;
  return svg("M0 8h24", { viewBox: "0 0 24 16", class: `line ${how}`, style });
}

/** A status as symbol and word. */
export function badge(id: Status): HTMLElement {
  const { symbol, means } = status(id);
  const sign = make("span", { class: "symbol", "aria-hidden": "true" }, symbol);
  return make("span", { class: `badge status-${id}`, title: means }, sign, id);
}

/** The outline of a shape of the palette, 16 by 16. */
export function shapePath(shape: string): string {
  return PATHS[shape] ?? DOT;
}

/** Numbers as small bars beside one another, faint where `on` says no. */
export function bars(numbers: readonly number[], on: (i: number) => boolean): SVGSVGElement {
  const most = Math.max(1, ...numbers);
  const element = document.createElementNS(SVG, "svg");
  const box = `0 0 ${numbers.length} 1`;
  setAttributes(element, { viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (const [i, n] of numbers.entries()) {
    const bar = document.createElementNS(SVG, "rect");
    const height = n ? Math.max(n / most, 0.06) : 0;
    const place = { x: i + 0.08, y: 1 - height, width: 0.84, height };
    setAttributes(bar, { ...place, class: on(i) ? "on" : "off" });
    element.append(bar);
  }
  return element;
}
