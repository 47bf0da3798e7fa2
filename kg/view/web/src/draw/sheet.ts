// The drawing as an element for paper: sharp at any size, as no canvas is.
import { shapePath } from "../dom/signs";
import { draw } from "../dom/svg";
import type { Picture, Sign, Stroke } from "../write/svg";
import { extent } from "./placing";

const WIDTH = 680; // of paper, in pixels: names keep their size on it
const EDGE = 60; // for names that stand out at the sides

function line({ from, to, colour, width, dash, faded, arrows }: Stroke): SVGElement {
  const [[x1, y1], [x2, y2]] = [from, to];
  const style = `stroke:${colour};stroke-width:${width};opacity:${faded ? 0.25 : 1}`;
  const dashes = dash.length ? dash.join(" ") : null;
  const middle = (part: number) => `${x1 + (x2 - x1) * part},${y1 + (y2 - y1) * part}`;
  // pointing from the middle on, where no sign covers it
  const ways = { none: [], to: [0], from: [180], both: [0, 180] }[arrows];
  const turn = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const heads = ways.map((half) =>
    draw("path", {
      d: "M-5-4L5 0L-5 4z",
      transform: `translate(${middle(half ? 0.4 : 0.6)}) rotate(${turn + half})`,
      style: `fill:${colour};opacity:${faded ? 0.25 : 1}`,
    }),
  );
  return draw("g", {}, draw("line", { x1, y1, x2, y2, style, "stroke-dasharray": dashes }), heads);
}

function shape({ x, y, shape: name, colour, size, faded }: Sign, unit: number): SVGElement {
  const scale = (size * Math.sqrt(unit) * 1.15) / 8;
  const transform = `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})`;
  return draw("path", {
    d: shapePath(name),
    transform,
    style: `fill:${colour};opacity:${faded ? 0.25 : 1}`,
  });
}

function label({ x, y, size, label: text }: Sign, unit: number): SVGElement {
  const below = y + size * Math.sqrt(unit) + 13 * unit;
  return draw("text", { x, y: below, style: `font-size:${10 * unit}px` }, text);
}

/** A picture as an element of the page; names are written over all that is drawn. */
export function sheet({ signs, strokes }: Picture): SVGSVGElement {
  const places = signs.length ? signs : [{ x: 0, y: 0 }];
  const [left, right] = extent(places.map(({ x }) => x));
  const [top, bottom] = extent(places.map(({ y }) => y));
  const [width, height] = [right - left + 2 * EDGE, bottom - top + 2 * EDGE];
  const unit = Math.max(1, width / WIDTH);
  return draw(
    "svg",
    { viewBox: `${left - EDGE} ${top - EDGE} ${width} ${height}` },
    strokes.map(line),
    signs.map((one) => shape(one, unit)),
    signs.filter(({ named }) => named).map((one) => label(one, unit)),
  );
}
