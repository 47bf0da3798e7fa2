// The timeline as SVG: axis, lanes, marks; pointed at, clicked, and gone through by keys.
import type { ClaimTable } from "../ask/claims";
import type { Child } from "../dom/make";
import { familyMark } from "../dom/marks";
import { draw } from "../dom/svg";
import { short } from "../model/text";
import type { Id } from "../model/types";
import { count, grouped } from "../model/words";
import { telling } from "../panel/wording";
import type { Scene } from "../state/scene";
import { pileStops } from "./bars";
import { type Band, type Chart, ROW, type Spot } from "./chart";
import { type Focus, type Meant, type Stop, type Stops, walk } from "./stops";

const CLEAR = 16; // letters of a name at the least, however narrow

function axis({ ticks, height, width, left, right, bands }: Chart): Child {
  const lines = ticks.map(({ x, over }) =>
    draw("line", { x1: x, x2: x, y1: 40, y2: height, class: over ? "grid change" : "grid" }),
  );
  const words = ticks.flatMap(({ x, label, over }) => [
    x + 7 * label.length > width + 4 ? null : draw("text", { x, y: 35, class: "tick" }, label),
    over
      ? draw("text", { x: Math.min(x, right - 7 * over.length), y: 16, class: "over" }, over)
      : null,
  ]);
  const rule = (x1: number, x2: number) =>
    draw("line", { x1, x2, y1: 40.5, y2: 40.5, class: "axis" });
  const loose = bands.some(({ undated }) => undated.length > 0);
  const beyond = loose && [
    rule(right + 14, width),
    draw("text", { x: right + 14, y: 35, class: "tick" }, "no date told"),
  ];
  return draw(
    "g",
    { "aria-hidden": "true" },
    lines,
    right > left && rule(left, right),
    words,
    beyond,
  );
}

function bar({ left, right, y }: Spot, family: string): Child {
  const width = right - left;
  if (width <= ROW * 1.3) return null;
  const style = `fill:var(--family-${family});stroke:var(--family-${family})`;
  const place = { x: left + 0.5, y: y - 3, width: width - 1, height: 6, rx: 3 };
  return draw("rect", { ...place, style, class: "interval" });
}

function markStop(
  scene: Scene,
  table: ClaimTable,
  spot: Spot,
  lane: Id,
  meant: Meant,
): Stop | null {
  const claim = table.data.claims[spot.mark.claim];
  if (!claim) return null;
  const family = scene.graph.family(claim.term);
  const manner = { hollow: spot.mark.byArticle, struck: claim.status === "denied" };
  const glyph = familyMark(scene.graph, family, manner);
  glyph.setAttribute("transform", `translate(${spot.x.toFixed(2)} ${spot.y})`);
  const n = spot.mark.reports.length;
  const open = scene.store.get().c;
  const own = spot.mark.reports.some((i) => table.data.claims[i]?.id === open);
  const label = telling(scene.graph, claim, n);
  const ring = draw("circle", { cx: spot.x, cy: spot.y, r: 9, class: "ring" });
  const element = draw(
    "g",
    {
      class: `spot${own ? " open" : ""}`,
      role: "button",
      tabindex: "-1",
      "aria-label": label,
      "aria-current": own ? "true" : null,
      "data-event": table.first[spot.mark.claim],
    },
    ring,
    bar(spot, family),
    glyph,
  );
  return {
    name: `${lane}\u001f${claim.id}`,
    x: spot.x,
    element,
    act: () => meant.open(claim, lane),
    show: () => meant.tell(claim, n),
  };
}

function left({ outside, crowded }: Band): string {
  const parts = [
    outside && `${grouped(outside)} before or after`,
    crowded && `${grouped(crowded)} more than fit`,
  ];
  return parts.filter(Boolean).join(", ");
}

function actorStop(scene: Scene, band: Band, chart: Chart, meant: Meant): Stop {
  const { label } = scene.graph.entity(band.id);
  const most = chart.narrow ? Math.floor((chart.width - 110) / 8) : 20;
  const y = band.top + 19;
  const x = chart.narrow ? chart.left : 0;
  const seen = short(label, Math.max(most, CLEAR));
  const whole = short(label, 80);
  const name = draw("text", { x, y, class: "actor" }, seen);
  const element = draw(
    "g",
    {
      role: "button",
      class: "name",
      tabindex: "-1",
      "aria-label": `${seen === whole ? seen : `${seen} ${whole}`}, ${count(band.n, "event")}`,
    },
    draw("title", {}, short(label, 200)),
    name,
  );
  const act = () => meant.actor(band.id);
  return { name: band.id, x: -2, element, act, show: () => meant.tell(null, 0) };
}

function restStop(band: Band, chart: Chart, meant: Meant): Stop | null {
  const words = left(band);
  if (!words) return null;
  const n = band.outside + band.crowded;
  const place = chart.narrow
    ? { x: chart.width - 4, y: band.top + 18, "text-anchor": "end" }
    : { x: 0, y: band.top + 53 };
  const seen = chart.narrow ? `+${grouped(n)} not drawn` : words;
  const label = `${seen}: list them`;
  const element = draw(
    "g",
    { role: "button", class: "rest", tabindex: "-1", "aria-label": label },
    draw("text", place, seen),
  );
  const name = `${band.id}\u001frest`;
  const act = () => meant.list(band.id);
  return { name, x: -1, element, act, show: () => meant.tell(null, 0) };
}

function figures(band: Band, chart: Chart): Child {
  if (chart.narrow) return null;
  const line = (y: number, words: string) => draw("text", { x: 0, y, class: "figure" }, words);
  const unit = band.piles?.unit;
  return [
    line(band.top + 36, count(band.n, "event")),
    unit && line(band.top + 72, `a bar: ${/^\d/.test(unit) ? unit : `one ${unit}`},`),
    unit && line(band.top + 88, "cooperation up, conflict down"),
  ];
}

function ground(scene: Scene, band: Band, chart: Chart): Child {
  const { e, with: other } = scene.store.get();
  const place = { x: 0, y: band.top, width: chart.width };
  const on = band.id === e || band.id === other;
  return [
    on && draw("rect", { ...place, height: band.height, class: "chosen" }),
    draw("line", { x1: 0, x2: chart.width, y1: band.top, y2: band.top, class: "between" }),
  ];
}

/** The drawing in the page. */
export interface Drawn extends Focus {
  readonly element: SVGSVGElement;
}

// A line joins the marks of one event in several lanes.
function joiner(chart: Chart, { first }: ClaimTable, links: Element): (stop: Stop | null) => void {
  const events = new Map<string, [number, number][]>(); // by event, where it stands
  for (const { mark, x, y } of chart.bands.flatMap(({ spots }) => spots)) {
    const key = String(first[mark.claim]);
    const known = events.get(key);
    if (known) known.push([x, y]);
    else events.set(key, [[x, y]]);
  }
  return (stop) => {
    const at = events.get(stop?.element.dataset.event ?? "") ?? [];
    const ys = at.map(([, y]) => y);
    const [x] = at[0] ?? [0];
    const line = { x1: x, x2: x, y1: Math.min(...ys), y2: Math.max(...ys) };
    links.replaceChildren(...(at.length > 1 ? [draw("line", line)] : []));
  };
}

function stopsOf(scene: Scene, table: ClaimTable, chart: Chart, meant: Meant): Stops {
  return chart.bands.map((band) => {
    const heads = [actorStop(scene, band, chart, meant), restStop(band, chart, meant)];
    const marks = band.spots.map((spot) => markStop(scene, table, spot, band.id, meant));
    return [...heads, ...pileStops(band, meant), ...marks].filter((stop) => stop !== null);
  });
}

function lane(scene: Scene, band: Band, chart: Chart, stops: readonly Stop[]): Child {
  const label = short(scene.graph.entity(band.id).label, 80);
  const elements = stops.map(({ element }) => element);
  return draw("g", { role: "group", "aria-label": label }, figures(band, chart), elements);
}

/** Draw a chart; the whole is one stop of Tab, arrows lead through it. */
export function drawLanes(scene: Scene, table: ClaimTable, chart: Chart, meant: Meant): Drawn {
  const { width, height, bands } = chart;
  const links = draw("g", { class: "links", "aria-hidden": "true" });
  const stops = stopsOf(scene, table, chart, meant);
  const name = "Timeline: arrow keys lead from event to event, Enter opens one";
  const element = draw(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name },
    bands.map((band) => ground(scene, band, chart)),
    axis(chart),
    links,
    bands.map((band, i) => lane(scene, band, chart, stops[i] ?? [])),
  );
  const join = joiner(chart, table, links);
  const focus = walk(element, stops, (stop) => {
    join(stop);
    if (stop) stop.show();
    else meant.tell(null, 0);
  });
  return { element, ...focus };
}
