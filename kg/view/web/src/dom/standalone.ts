// A drawing of the page as a file of its own: its styles are written into it.
import { draw } from "./svg";

const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;
const OWN = /^(?:class|style|role|tabindex|focusable|aria-.*|data-.*)$/;
const EDGE = 16;
const LETTER = 6.4; // width of a letter of the note
const LINE = 17;

function restyled(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const { name } of [...to.attributes]) if (OWN.test(name)) to.removeAttribute(name);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value && value !== "none" && value !== "normal") to.setAttribute(name, value);
    else if (name === "fill") to.setAttribute(name, "none");
  }
  for (const [i, child] of [...from.children].entries()) {
    const twin = to.children[i];
    if (twin) restyled(child, twin);
  }
}

// Styles are known only of what is in the page.
function inPage<T>(svg: SVGSVGElement, act: () => T): T {
  if (svg.isConnected) return act();
  const place = document.createElement("div");
  place.style.cssText = "position:absolute;visibility:hidden";
  place.append(svg);
  document.body.append(place);
  const result = act();
  place.remove();
  return result;
}

// In lines as wide as the drawing.
function lines(note: string, width: number): readonly string[] {
  const most = Math.max(20, Math.floor(width / LETTER));
  const all: string[] = [];
  for (const word of note.split(" ")) {
    const longer = [all.at(-1), word].filter(Boolean).join(" ");
    if (longer.length <= most) all.pop();
    all.push(longer.length <= most ? longer : word);
  }
  return all;
}

// Above the drawing, which begins at 0.
function heading({ title, note, ink, soft }: Caption, head: number): Element {
  const sans = { "font-family": "Helvetica, Arial, sans-serif", "font-size": 12, fill: soft };
  const serif = { "font-family": "Georgia, serif", "font-size": 18, "font-weight": 700, fill: ink };
  const top = 18 - head;
  return draw(
    "g",
    {},
    draw("text", { x: 0, y: top, ...serif }, title),
    note.map((line, i) => draw("text", { x: 0, y: top + 20 + LINE * i, ...sans }, line)),
  );
}

interface Caption {
  readonly title: string;
  readonly note: readonly string[];
  readonly ink: string;
  readonly soft: string;
}

/**
 * A drawing as SVG text that looks the same wherever it is opened, under a title and a
 * line that says how to read it.
 */
export function standalone(svg: SVGSVGElement, title: string, note: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  inPage(svg, () => restyled(svg, copy));
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const said = lines(note, width ?? 0);
  const above = 38 + LINE * said.length;
  const size = { width: (width ?? 0) + 2 * EDGE, height: (height ?? 0) + above + 2 * EDGE };
  const [x, y] = [-EDGE, -EDGE - above];
  copy.setAttribute("viewBox", `${x} ${y} ${size.width} ${size.height}`);
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value));
  const ground = draw("rect", { x, y, ...size, fill: colour("paper") });
  const head = heading({ title, note: said, ink: colour("ink"), soft: colour("soft") }, above);
  copy.prepend(draw("title", {}, title), ground, head);
  const text = new XMLSerializer().serializeToString(copy);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}
