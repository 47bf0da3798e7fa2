// The drawing as SVG, from the places and looks of nodes and lines: text stays text, and
// each sign has its title. Nothing in it runs or asks for anything from outside.
import { legible, wellFormed } from "../model/text";

/** A node as it stands: `size` is half its width, in the units of the page. */
export interface Sign {
  readonly label: string;
  readonly title: string; // what is told of it on demand
  readonly shape: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly named: boolean; // whether its label is written
  readonly labelAt?: readonly [number, number]; // its middle; else it stands below
  readonly faded?: boolean;
}

/** A line between two places; `ends` keep clear of the signs there. */
export interface Stroke {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly ends: readonly [number, number]; // half widths of the signs at its ends
  readonly label: string;
  readonly labelAt?: readonly [number, number]; // else in the middle
  readonly title: string;
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly arrows: "none" | "to" | "from" | "both";
  readonly faded?: boolean;
}

/** What a sign or a line of the drawing means: one of `shape` and `dash`. */
export interface KeyItem {
  readonly label: string;
  readonly colour: string;
  readonly shape?: string;
  readonly dash?: readonly number[];
}

/** A drawing; with a key it has its title above it and the key below. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly signs: readonly Sign[];
  readonly strokes: readonly Stroke[];
  readonly paper: string;
  readonly ink: string;
  readonly key?: readonly KeyItem[];
}

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const FONT = "'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans KR', sans-serif";
const SERIF = "Georgia, 'Liberation Serif', 'Noto Serif', 'Noto Serif KR', serif";
const FULL = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/; // as wide as high
const LETTER = 12.5; // height of labels
const SPACE = 24;
const MOST = 120; // code points of a label
const COLOUR = /^#[0-9a-f]{3,8}$|^rgba?\([0-9., %/]{5,40}\)$|^[a-z]{3,20}$/i;

// On a circle of half width 1; the names of the shapes are those of the palette.
const CORNERS = new Map<string, readonly (readonly [number, number])[]>([
  ["square", polygon(4, 45, 1.2)],
  ["diamond", polygon(4, 0, 1.25)],
  ["triangle", polygon(3, 0, 1.25)],
  ["triangleDown", polygon(3, 180, 1.25)],
  ["hexagon", polygon(6, 30, 1.08)],
  ["star", star()],
]);

function polygon(corners: number, turn: number, radius: number): [number, number][] {
  return Array.from({ length: corners }, (_, i) => at(turn + (360 * i) / corners, radius));
}

function star(): [number, number][] {
  return Array.from({ length: 10 }, (_, i) => at(36 * i, i % 2 ? 0.52 : 1.25));
}

// Clockwise from the top.
function at(degrees: number, radius: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
}

/** About how wide a label is, wherever it is opened. */
export function widthOf(label: string): number {
  const letters = Array.from(shortened(label));
  return letters.reduce((sum, letter) => sum + LETTER * (FULL.test(letter) ? 1 : 0.56), 0);
}

/** A number with at most two decimals; what is no number is 0. */
function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Number.isFinite(rounded) ? rounded + 0 : 0);
}

/** Text that is only text in XML, whatever it holds. */
export function inert(text: string): string {
  return wellFormed(legible(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function element(name: string, attributes: Attributes, ...children: string[]): string {
  const given = Object.entries(attributes).filter(([, value]) => value != null);
  const written = given.map(([key, value]) => {
    return ` ${key}="${inert(typeof value === "number" ? n(value) : (value ?? ""))}"`;
  });
  const head = `<${name}${written.join("")}`;
  return children.length ? `${head}>${children.join("")}</${name}>` : `${head}/>`;
}

const title = (text: string): string => element("title", {}, inert(text));
const colour = (given: string): string => (COLOUR.test(given) ? given : "#808080");

function shortened(text: string): string {
  const points = Array.from(legible(text).replace(/\s+/g, " ").trim());
  return points.length > MOST ? `${points.slice(0, MOST - 1).join("")}…` : points.join("");
}

function outline({ shape, x, y, size, colour: fill }: Sign): string {
  const corners = CORNERS.get(shape);
  if (!corners) return element("circle", { cx: x, cy: y, r: size, fill: colour(fill) });
  const points = corners.map(([dx, dy]) => `${n(x + dx * size)},${n(y + dy * size)}`).join(" ");
  return element("polygon", { points, fill: colour(fill) });
}

// A halo of the paper's colour keeps words legible over lines.
function words(text: string, x: number, y: number, fill: string, paper: string): string {
  const place = { x, y, fill: colour(fill), stroke: colour(paper) };
  return element("text", place, inert(shortened(text)));
}

// Where the middle of a label stands on its line.
function middleOf({ labelAt, x, y, size }: Sign): readonly [number, number] {
  return labelAt ? [labelAt[0], labelAt[1] + 0.36 * LETTER] : [x, y + size + LETTER + 2];
}

function sign(one: Sign, { ink, paper }: Picture): string {
  const [x, y] = middleOf(one);
  const label = one.named && one.label ? [words(one.label, x, y, ink, paper)] : [];
  const look = { class: "sign", opacity: one.faded ? 0.25 : null };
  return element("g", look, title(one.title), outline(one), ...label);
}

// From rim to rim, not from centre to centre; null where signs touch.
function rims({ from, to, ends }: Stroke): readonly [number, number, number, number] | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [a, b] = [ends[0] + 2, length - ends[1] - 2];
  if (!(a < b)) return null;
  const [ux, uy] = [dx / length, dy / length];
  return [from[0] + ux * a, from[1] + uy * a, from[0] + ux * b, from[1] + uy * b];
}

function head(x: number, y: number, fromX: number, fromY: number, one: Stroke): string {
  const length = Math.sqrt((x - fromX) ** 2 + (y - fromY) ** 2);
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  const size = 5 + one.width;
  const side = (s: number) =>
    `${n(x - ux * size + uy * s * size * 0.5)},${n(y - uy * size - ux * s * size * 0.5)}`;
  const points = `${n(x)},${n(y)} ${side(1)} ${side(-1)}`;
  return element("polygon", { points, fill: colour(one.colour) });
}

function stroke(one: Stroke, { paper }: Picture): string {
  const ends = rims(one);
  if (!ends) return "";
  const [x1, y1, x2, y2] = ends;
  const dash = one.dash.length ? one.dash.map(n).join(" ") : null;
  const look = { stroke: colour(one.colour), "stroke-width": one.width, "stroke-dasharray": dash };
  const parts = [title(one.title), element("line", { x1, y1, x2, y2, ...look })];
  if (one.arrows === "to" || one.arrows === "both") parts.push(head(x2, y2, x1, y1, one));
  if (one.arrows === "from" || one.arrows === "both") parts.push(head(x1, y1, x2, y2, one));
  const [x, y] = one.labelAt ?? [(x1 + x2) / 2, (y1 + y2) / 2];
  if (one.label) parts.push(words(one.label, x, y + 0.36 * LETTER, one.colour, paper));
  return element("g", { class: "line", opacity: one.faded ? 0.25 : null }, ...parts);
}

type Box = readonly [number, number, number, number];

const both = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

// Room for a sign and its label: as wide as its letters may be.
function box(one: Sign): Box {
  const [half, size] = [widthOf(one.label) / 2, one.size * 1.25];
  const around: Box = [one.x - size, one.y - size, one.x + size, one.y + size];
  if (!one.named || !one.label) return around;
  const [x, y] = middleOf(one);
  return both(around, [x - half, y - LETTER, x + half, y + 0.4 * LETTER]);
}

/** Left, top, width and height of the room that signs and their labels need. */
export function bounds(signs: readonly Sign[]): Box {
  const none: Box = [Infinity, Infinity, -Infinity, -Infinity];
  const [left, top, right, bottom] = signs.map(box).reduce(both, none);
  if (!(left <= right)) return [0, 0, 2 * SPACE, 2 * SPACE];
  return [left - SPACE, top - SPACE, right - left + 2 * SPACE, bottom - top + 2 * SPACE];
}

const NARROWEST = 360; // of a drawing with title and key
const ROW = 20;

// Rows of the key that are no wider than the drawing: each item with its place.
function laidOut(key: readonly KeyItem[], width: number): readonly (readonly [KeyItem, Box])[] {
  let [x, y] = [0, 0];
  return key.map((item) => {
    const wide = 24 + widthOf(item.label) + 14;
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    x += wide;
    return [item, [x - wide, y, x, y + ROW]] as const;
  });
}

function keyItem({ label, colour: own, shape, dash }: KeyItem, x: number, y: number): string {
  const blank = { label: "", title: label, colour: own, named: false };
  const line = { x1: x, y1: y, x2: x + 18, y2: y, stroke: colour(own), "stroke-width": 2 };
  const dashes = { "stroke-dasharray": dash?.length ? dash.map(n).join(" ") : null };
  const mark = shape
    ? outline({ ...blank, shape, x: x + 10, y, size: 5 })
    : element("line", { ...line, ...dashes });
  const place = { x: x + 24, y: y + 0.36 * LETTER, class: "key" };
  return element("g", {}, mark, element("text", place, inert(shortened(label))));
}

// The title and what there is above a drawing, the key below it; and the room for all.
function framed(picture: Picture, [x, y, width, height]: Box): readonly [Box, readonly string[]] {
  const { key, ink } = picture;
  if (!key) return [[x, y, width, height], []];
  const wide = Math.max(width, NARROWEST);
  const [left, top] = [x - (wide - width) / 2, y - 52];
  const items = laidOut(key, wide - 2 * SPACE);
  const rows = items.reduce((most, [, place]) => Math.max(most, place[3]), 0);
  const at = { x: left + SPACE, fill: colour(ink) };
  const heading = Array.from(shortened(picture.title))
    .slice(0, Math.floor(wide / 12))
    .join("");
  const parts = [
    element("text", { ...at, y: top + 32, class: "title" }, inert(heading)),
    element("text", { ...at, y: top + 52, class: "key" }, inert(picture.description)),
    ...items.map(([item, place]) =>
      keyItem(item, left + SPACE + place[0], y + height + place[1] + ROW / 2),
    ),
  ];
  return [[left, top, wide, height + 52 + rows + (rows ? SPACE : 0)], parts];
}

const STYLE =
  `text{font:${LETTER}px ${FONT};text-anchor:middle;unicode-bidi:plaintext;` +
  "paint-order:stroke;stroke-width:3px;stroke-linejoin:round}" +
  `.key{text-anchor:start;font-size:12px}.title{text-anchor:start;font:700 18px ${SERIF}}`;

/** Writes a drawing as one SVG file; an empty one is an empty sheet. */
export function toSvg(picture: Picture): string {
  const [[x, y, width, height], frame] = framed(picture, bounds(picture.signs));
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: [x, y, width, height].map(n).join(" "),
    width,
    height,
    role: "img",
  };
  const lines = [
    title(picture.title),
    element("desc", {}, inert(picture.description)),
    element("style", {}, STYLE.replaceAll("&", "&amp;")),
    element("rect", { x, y, width, height, fill: colour(picture.paper) }),
    ...picture.strokes.map((one) => stroke(one, picture)).filter((line) => line !== ""),
    ...picture.signs.map((one) => sign(one, picture)),
    ...frame,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("svg", root, `\n${lines.join("\n")}\n`)}\n`;
}
