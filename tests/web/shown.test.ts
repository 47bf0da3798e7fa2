// What stands where in table, timeline and matrix, and what files are called.
import assert from "node:assert/strict";
import { test } from "node:test";
import { daysOf } from "../../kg/view/web/src/ask/dates";
import { type Dyad, dyads } from "../../kg/view/web/src/ask/dyads";
import { passes } from "../../kg/view/web/src/ask/filter";
import { fileName } from "../../kg/view/web/src/controls/take";
import { graphOf } from "../../kg/view/web/src/model/graph";
import type { PageData, State } from "../../kg/view/web/src/model/types";
import { deed, telling } from "../../kg/view/web/src/panel/wording";
import { NO_FILTER, read, START } from "../../kg/view/web/src/state/address";
import { led } from "../../kg/view/web/src/views/arrows";
import { roomy, stretchOf, ticks } from "../../kg/view/web/src/views/axis";
import { bentOf, figure, inWords, strength } from "../../kg/view/web/src/views/cells";
import { type Chart, chartOf, ROW } from "../../kg/view/web/src/views/chart";
import { COLUMNS, sorter } from "../../kg/view/web/src/views/columns";
import { happenings, inTime } from "../../kg/view/web/src/views/happenings";
import { EMPTY, made, nodes, SMALL, tableOf } from "./made";

const graph = (data: PageData) => graphOf(data, { nodes: nodes(data), edges: [] });
const all = (data: PageData) => passes(tableOf(data), NO_FILTER).claims;
const day = (iso: string) => daysOf(iso)?.begin ?? Number.NaN;
const span = (begin: string, end: string) => ({ begin: day(begin), end: day(end) });

// ------------------------------------------------------------------------- axis

test("Ticks are days, months or years as the stretch and the room ask for", () => {
  const cases: readonly (readonly [string, string, number, string, string])[] = [
    ["2019-03-01", "2019-03-08", 600, "1 2 3 4 5 6 7", "March 2019"],
    ["2019-02-25", "2019-03-12", 160, "26 1 6 11", "March 2019"],
    ["2018-12-20", "2019-04-10", 300, "Jan Feb Mar Apr", "2019"],
    ["2018-02-01", "2020-02-01", 340, "Apr Jul Oct Jan Apr Jul Oct Jan", "2018 2019 2020"],
    ["2010-05-01", "2019-02-01", 500, "2011 2012 2013 2014 2015 2016 2017 2018 2019", ""],
    ["1900-01-01", "2020-01-01", 300, "1900 1920 1940 1960 1980 2000", ""],
  ];
  assert.equal(cases.length, 6);
  for (const [begin, end, width, labels, over] of cases) {
    const found = ticks(span(begin, end), width);
    assert.equal(found.map((tick) => tick.label).join(" "), labels, begin);
    assert.equal(
      found
        .map((tick) => tick.over)
        .filter(Boolean)
        .join(" "),
      over,
      begin,
    );
  }
});

test("Ticks stand in order, within the stretch, and never too many for the room", () => {
  for (const days of [1, 3, 10, 40, 100, 400, 2000, 9000, 90_000, 700_000]) {
    for (const width of [120, 300, 700, 2000]) {
      const stretch = { begin: 17_000.3, end: 17_000.3 + days };
      const found = ticks(stretch, width);
      const at = found.map((tick) => tick.day);
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
      );
      assert.ok(at.every((one) => one >= stretch.begin && one < stretch.end));
      assert.ok(found.length <= width / 24 + 1, `${days} days in ${width}: ${found.length}`);
    }
  }
});

test("A few marks far off do not take the room of all the others", () => {
  const near = Array.from({ length: 20 }, (_, i) => ({ begin: 1000 + 9 * i, end: 1001 + 9 * i }));
  const whole = { begin: 1000, end: 1172 };
  assert.deepEqual(stretchOf(near), whole);
  const far = { begin: -6000, end: -5999 };
  assert.deepEqual(stretchOf([far, ...near]), whole);
  const few = [far, ...near.slice(0, 3)];
  assert.deepEqual(stretchOf(few), { begin: -6000, end: 1019 });
  assert.equal(stretchOf([]), null);
});

test("The days of a filter are the ends of the axis; without it there is some room", () => {
  const found = { begin: 1000, end: 1100 };
  assert.deepEqual(roomy(found, null, null), { begin: 998, end: 1102 });
  const [begin, end] = [day("2019"), day("2020-03")];
  assert.deepEqual(roomy(found, "2019", "2020-02"), { begin, end });
  assert.deepEqual(roomy(null, "2019", null), { begin, end: begin + 365 + 7.3 });
  assert.equal(roomy(null, null, null), null);
});

// ------------------------------------------------------------------------- chart

function chart(data: PageData, more: Partial<State> = {}, width = 800, most = 12): Chart {
  const now: State = { ...START, filter: NO_FILTER, ...more };
  return chartOf({
    graph: graph(data),
    table: tableOf(data),
    left: all(data),
    now,
    most,
    width,
  });
}

test("The selected has the first lane, with those in the same events", () => {
  assert.deepEqual(
    chart(SMALL, { e: "north" }).bands.map((band) => band.id),
    ["north", "bolton", "kim", "south"],
  );
  assert.deepEqual(
    chart(SMALL, { e: "north", with: "zed" }, 800, 2).bands.map((band) => band.id),
    ["north", "bolton", "zed"],
  );
  assert.equal(chart(SMALL, { e: "north" }, 800, 2).more, 2);
  assert.equal(chart(SMALL, { e: "nobody" }).bands[0]?.id, "kim");
});

test("Lanes stay where they were when a mark is opened", () => {
  const lanesOf = (now: Partial<State>, most = 9) =>
    chart(SMALL, now, 800, most).bands.map((band) => band.id);
  const told = lanesOf({});
  assert.deepEqual(lanesOf({ e: "zed", c: "c4", first: "-" }), told);
  const dealing = lanesOf({ e: "north" });
  assert.deepEqual(lanesOf({ e: "kim", with: "north", c: "c3", first: "north" }), dealing);
  assert.deepEqual(lanesOf({ e: "zed", c: "c4", first: "north" }, 2), ["north", "bolton", "zed"]);
});

test("What has no date stands beyond the axis", () => {
  const { bands, right, left, width } = chart(SMALL);
  const zed = bands.find((band) => band.id === "zed");
  assert.deepEqual([zed?.spots.length, zed?.undated], [1, [4]]);
  assert.ok((zed?.spots[0]?.x ?? 0) > right);
  for (const { spots } of bands.filter((band) => band.id !== "zed")) {
    assert.ok(spots.length > 0);
    assert.ok(spots.every(({ x }) => x >= left && x <= right));
  }
  assert.ok(right < width);
});

test("In no lane do marks cover one another, and every event is drawn or counted", () => {
  for (const width of [336, 600, 1400]) {
    const { bands } = chart(made({ entities: 6, claims: 500, articles: 40 }), {}, width);
    assert.equal(bands.length, 6);
    for (const band of bands) {
      const piled = band.piles?.piles.reduce((n, pile) => n + pile.n, 0) ?? 0;
      assert.equal(band.spots.length + piled + band.outside + band.crowded, band.n);
      assert.ok(!band.piles || band.piles.piles.every(({ begin, end }) => begin < end));
      for (const y of new Set(band.spots.map((spot) => spot.y))) {
        const row = band.spots.filter((spot) => spot.y === y);
        const xs = row.map((spot) => spot.x).sort((a, b) => a - b);
        assert.ok(xs.every((x, i) => i === 0 || x - (xs[i - 1] ?? 0) >= ROW / 2 - 0.01));
      }
    }
  }
});

test("A graph without events gives an empty chart", () => {
  const { bands, ticks: none } = chart(EMPTY);
  assert.deepEqual([bands, none], [[], []]);
});

// ------------------------------------------------------------------------- table

test("Every column gives each claim once, blanks last, and the same backwards", () => {
  const data = made({ entities: 30, claims: 300, articles: 12 });
  const table = tableOf(data);
  const sort = sorter(table, graph(data));
  const left = all(data);
  left[7] = 0;
  assert.equal(COLUMNS.length, 6);
  for (const { id, key } of COLUMNS) {
    const keys = (down: boolean) =>
      Array.from(sort({ column: id, down }, left), (i) => {
        const claim = data.claims[i];
        return claim ? key(graph(data), claim) : "?";
      });
    const [up, down] = [keys(false), keys(true)];
    assert.equal(up.length, 299);
    const filled = up.filter(Boolean);
    assert.deepEqual(filled, [...filled].sort());
    assert.deepEqual(down.filter(Boolean), [...filled].reverse());
    assert.ok(up.slice(filled.length).every((text) => text === ""));
    assert.equal(new Set(sort({ column: id, down: true }, left)).size, 299);
    assert.equal(read(`sort=-${id}`).state.sort.column, id);
  }
});

test("Arrow keys lead within a grid and not out of it", () => {
  const size = { rows: 30, columns: 4 };
  const cases: readonly (readonly [string, boolean, number, number, number, number])[] = [
    ["ArrowUp", false, 0, 2, 0, 2],
    ["ArrowDown", false, 0, 2, 1, 2],
    ["ArrowLeft", false, 5, 0, 5, 0],
    ["ArrowRight", false, 5, 3, 5, 3],
    ["PageDown", false, 25, 1, 29, 1],
    ["PageUp", false, 25, 1, 15, 1],
    ["Home", false, 9, 3, 9, 0],
    ["End", false, 9, 0, 9, 3],
    ["Home", true, 9, 3, 0, 0],
    ["End", true, 9, 0, 29, 3],
  ];
  assert.equal(cases.length, 10);
  for (const [key, far, row, column, toRow, toColumn] of cases) {
    assert.deepEqual(led(key, far, { row, column }, size), { row: toRow, column: toColumn }, key);
  }
  assert.equal(led("a", false, { row: 0, column: 0 }, size), null);
});

// ------------------------------------------------------------------------- dyads

const dyad = (n: number, cooperation: number, conflict: number): Dyad => ({
  from: "a",
  to: "b",
  n,
  cooperation,
  conflict,
  score: null,
  claims: [],
});

test("A cell has a sign for what most of its events are, and says so in words", () => {
  const cases = [
    [dyad(3, 3, 0), "cooperation", "+3"],
    [dyad(3, 2, 1), "cooperation", "+3"],
    [dyad(4, 1, 2), "conflict", "\u22124"],
    [dyad(4, 2, 2), "mixed", "\u00b14"],
    [dyad(1200, 0, 0), "neither", "1,200"],
    [dyad(9, 0, 1), "conflict", "\u22129"],
  ] as const;
  assert.equal(cases.length, 6);
  for (const [one, bent, text] of cases) {
    assert.equal(bentOf(one), bent);
    assert.equal(figure(one), text);
  }
  assert.equal(
    inWords("A", "B", dyad(5, 1, 3)),
    "A towards B: 5 events, 1 cooperation, 3 conflict, 1 other",
  );
  assert.equal(inWords("A", "B", undefined), "A towards B: no event");
});

test("The more events, the stronger the colour, in four steps", () => {
  assert.deepEqual(
    [1, 2, 8, 64].map((n) => strength(n, 64)),
    [1, 2, 3, 4],
  );
  assert.equal(strength(1, 1), 2);
  for (let n = 1; n < 300; n++) assert.ok(strength(n, 300) <= strength(n + 1, 300));
});

test("Who is asked for is in the matrix, whoever else is told more often", () => {
  const table = tableOf(SMALL);
  const { actors, more } = dyads(table, all(SMALL), 1, ["south", "nobody"]);
  assert.deepEqual([actors, more], [["kim", "south"], 3]);
});

// ------------------------------------------------------------------------- words

test("An event is told in one line: when, who, what, whom, status, reports", () => {
  const own = graph(SMALL);
  const told = SMALL.claims.map((claim) => telling(own, claim));
  assert.deepEqual(told, [
    "told on 25 March 2019: Kim Yo Jong \u2194 consult \u2194 Moon Jae-in",
    "told on 25 March 2019: Kim Yo Jong leads North Korea",
    "from June 2020: Kim Yo Jong \u2194 consult \u2194 Moon Jae-in",
    "2018: John Bolton \u2192 sanction \u2192 North Korea and Kim Yo Jong (denied)",
    `no date: ${deed(own, SMALL.claims[4] as (typeof SMALL.claims)[number])}`,
    "until 31 December 2019: North Korea \u2192 sanction \u2192 South Korea (planned)",
  ]);
  const [first] = SMALL.claims;
  assert.ok(first && telling(own, first, 3).endsWith("Moon Jae-in (3 reports)"));
});

test("Reports of one happening are one event, the dated report first; all in time", () => {
  const claims = SMALL.claims.map((claim) =>
    claim.id === "c0" || claim.id === "c2" ? { ...claim, happening: "h" } : claim,
  );
  const data = { ...SMALL, claims };
  const table = tableOf(data);
  const events = happenings(table, [0, 2, 3, 4]);
  assert.deepEqual(events, [[2, 0], [3], [4]]);
  assert.deepEqual(inTime(graph(data), table, events), [[3], [2, 0], [4]]);
});

test("Files are named after the page in plain letters", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["Two Koreas, 2018 to 2020", "timeline", "two-koreas-2018-to-2020-timeline.svg"],
    ["../../etc/passwd", "", "etc-passwd.svg"],
    ["\u0000\u202e<script>", "", "script.svg"],
    ["김여정", "graph", "김여정-graph.svg"],
    ["...", "", "graph.svg"],
    ["x".repeat(500), "", `${"x".repeat(60)}.svg`],
  ];
  assert.equal(cases.length, 6);
  for (const [title, kind, name] of cases) {
    const found = fileName(title, kind, "svg");
    assert.equal(found, name);
    assert.match(found, /^[\p{L}\p{N}-]+\.svg$/u);
  }
});
