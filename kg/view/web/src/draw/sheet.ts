// The drawing as an element for paper: sharp at any size, as no canvas is.
import { shapePath } from "../dom/signs";
import { draw } from "../dom/svg";
import { bounds, type Picture, type Sign, type Stroke } from "../write/svg";

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

function sign({ x, y, size, shape, colour, label, labelAt, faded }: Sign): SVGElement {
  const scale = (size / 8) * 1.15;
  const place = `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})`;
  const style = `fill:${colour};opacity:${faded ? 0.25 : 1}`;
  return draw(
    "g",
    {},
    draw("path", { d: shapePath(shape), transform: place, style }),
    labelAt && draw("text", { x: labelAt[0], y: labelAt[1] + 4.5 }, label),
  );
}

/** A picture as an element of the page. */
export function sheet({ signs, strokes }: Picture): SVGSVGElement {
  const viewBox = bounds(signs).join(" ");
  return draw("svg", { viewBox }, strokes.map(line), signs.map(sign));
}
