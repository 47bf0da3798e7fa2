// Building elements of SVG: as make() does, in their namespace.
import { type Child, fill, type Properties, setAttributes } from "./make";

const SPACE = "http://www.w3.org/2000/svg";

/** An element of SVG: draw("g", {class: "mark", on: {click: f}}, child, null). */
export function draw<K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SPACE, tag);
  const { on = {}, ...attributes } = properties;
  for (const [event, act] of Object.entries(on)) {
    element.addEventListener(event, act as (event: Event) => void);
  }
  setAttributes(element, attributes);
  return fill(element, ...children);
}
