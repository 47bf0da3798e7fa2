// What the views are drawn from: dates, histogram, lanes, dyads, paths.

import assert from "node:assert/strict";
import { test } from "node:test";
import { byFamily, byStatus, histogram } from "../../kg/view/web/src/ask/bins";
import { calendar, dayNumber, daysOf, isoOf } from "../../kg/view/web/src/ask/dates";
import { dyadKey, dyads, toneOf } from "../../kg/view/web/src/ask/dyads";
import { passes } from "../../kg/view/web/src/ask/filter";
import { lanes, type Mark, pack } from "../../kg/view/web/src/ask/lanes";
import { adjacency, ego, neighbours, shortestPaths } from "../../kg/view/web/src/ask/paths";
import type { Filter, PageData } from "../../kg/view/web/src/model/types";
import { NO_FILTER } from "../../kg/view/web/src/state/address";
import { article, claim, EMPTY, entity, HOSTILE, KOREAN, made, page, SMALL, tableOf } from "./made";

const all = (data: PageData) => passes(tableOf(data), NO_FILTER).claims;
const STATUSES = ["asserted", "reported", "denied", "planned", "possible"];

// ------------------------------------------------------------------------- dates

test("A partial date covers its year, month or day", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["1970", "1970-01-01", "1970-12-31"],
    ["2020", "2020-01-01", "2020-12-31"],
    ["2020-02", "2020-02-01", "2020-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["2019-12", "2019-12-01", "2019-12-31"],
    ["2019-03-22", "2019-03-22", "2019-03-22"],
    ["0001", "0001-01-01", "0001-12-31"],
    ["-0044-03-15", "-0044-03-15", "-0044-03-15"],
    ["2019-03-22T10:00", "2019-03-22", "2019-03-22"],
  ];
  assert.equal(cases.length, 9);
  for (const [iso, first, last] of cases) {
    const days = daysOf(iso);
    assert.deepEqual(
      [isoOf(days?.begin ?? 0, "day"), isoOf((days?.end ?? 0) - 1, "day")],
      [first, last],
    );
    assert.deepEqual(calendar()(iso), days);
  }
  for (const text of [null, "", "soon", "19", "2019-13", "2019-00", "\u0000"])
    assert.equal(daysOf(text), null);
});

test("Days are those of the calendar, back and forth", () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  for (let day = -800_000; day < 800_000; day += 997) {
    const iso = isoOf(day, "day");
    assert.equal(daysOf(iso)?.begin, day, iso);
    if (day >= 0 && day < 20_000)
      assert.equal(new Date(day * 864e5).toISOString().slice(0, 10), iso);
  }
});

// ------------------------------------------------------------------------- histogram

function dated(...dates: (string | null)[]): PageData {
  const claims = dates.map((date, i) =>
    claim(`c${i}`, "meet", { from: ["a", "b"], trigger: [0, 1], when: date ? [date, null] : null }),
  );
  return page({
    articles: [article("a", "")],
    entities: [entity("a", "A"), entity("b", "B")],
    claims,
  });
}

const bars = (data: PageData) => histogram(tableOf(data), all(data), STATUSES, byStatus);

test("A histogram is by day, month or year, as its span asks for, without gaps", () => {
  const cases: readonly (readonly [string[], string, number, string, string])[] = [
    [["2019-03-22"], "day", 1, "2019-03-22", "2019-03-22"],
    [["2019-02-27", "2019-03-02"], "day", 4, "2019-02-27", "2019-03-02"],
    [["2019-11-05", "2020-02-01"], "month", 4, "2019-11", "2020-02"],
    [["2012", "2020-02-01"], "month", 98, "2012-01", "2020-02"],
    [["1950-06-25", "2020"], "year", 71, "1950", "2020"],
    [["0660", "2020"], "year", 137, "0660", "2029"],
    [["-0044", "2020"], "year", 22, "-0100", "2099"],
    [["0001", "9999"], "year", 100, "0000", "9999"],
  ];
  assert.equal(cases.length, 8);
  for (const [dates, unit, n, from, until] of cases) {
    const found = bars(dated(...dates));
    assert.equal(found.unit, unit, dates.join());
    assert.deepEqual(
      [found.bins.length, found.bins[0]?.from, found.bins.at(-1)?.until],
      [n, from, until],
    );
    const counted = found.bins.flatMap((bin) => bin.counts).reduce((sum, k) => sum + k, 0);
    assert.equal(counted, dates.length);
  }
});

test("Some few claims far from all others stand in one bar at their end", () => {
  const months = Array.from(
    { length: 144 },
    (_, i) => `2019-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const found = bars(dated(...months, "1900-05", "1914", "2050-01-31"));
  assert.deepEqual([found.unit, found.bins.length], ["month", 14]);
  assert.deepEqual([found.early, found.late], [true, true]);
  const [first, last] = [found.bins[0], found.bins.at(-1)];
  assert.deepEqual([first?.from, first?.until], ["1900-05", "2018-12"]);
  assert.deepEqual([last?.from, last?.until], ["2020-01", "2050-01"]);
  const total = (bin: typeof first) => bin?.counts.reduce((sum, n) => sum + n, 0);
  assert.deepEqual(found.bins.map(total), [2, ...new Array(12).fill(12), 1]);
  const near = bars(dated(...months, "2018-12"));
  assert.deepEqual([near.bins.length, near.early, near.late], [13, false, false]);
});

test("What has no date is counted apart, what has but its article's is told", () => {
  const found = bars(SMALL);
  assert.deepEqual(found.undated, [1, 0, 0, 0, 0]); // c4
  assert.equal(found.byArticle, 2); // c0 and c1
  assert.equal(found.coarse, 1); // c3, of 2018
  assert.deepEqual([found.unit, found.bins.length], ["month", 30]);
  assert.deepEqual(found.bins[0]?.counts, [0, 0, 1, 0, 0]);
  const families = histogram(
    tableOf(SMALL),
    all(SMALL),
    ["cooperation", "conflict"],
    byFamily(SMALL),
  );
  assert.equal(
    families.bins.flatMap((bin) => bin.counts).reduce((sum, n) => sum + n, 0),
    4,
  );
});

test("Nothing dated gives no bars", () => {
  assert.deepEqual(bars(EMPTY).bins, []);
  assert.deepEqual(bars(dated(null, null)).undated, [2, 0, 0, 0, 0]);
  assert.deepEqual(histogram(tableOf(SMALL), new Uint8Array(6), STATUSES, byStatus).bins, []);
});

test("Every claim is in one bar or undated", () => {
  for (let seed = 1; seed <= 10; seed++) {
    const data = made({ entities: 9, claims: 200, articles: 20, seed });
    const found = bars(data);
    const counts = [...found.bins.flatMap((bin) => bin.counts), ...found.undated];
    assert.equal(
      counts.reduce((sum, n) => sum + n, 0),
      200,
    );
  }
});

// ------------------------------------------------------------------------- lanes

test("The lanes are those of the most told actors, by their events", () => {
  const found = lanes(tableOf(SMALL), all(SMALL), { most: 3 });
  assert.deepEqual(
    found.lanes.map((lane) => `${lane.id} ${lane.n}`),
    ["kim 3", "moon 2", "north 2"],
  );
  assert.equal(found.more, 3);
  assert.deepEqual(
    found.lanes[0]?.marks.map((mark) => mark.claim),
    [3, 0, 2],
  );
  assert.deepEqual(
    found.lanes[0]?.marks.map((mark) => mark.acts),
    [false, true, true],
  );
  assert.deepEqual(
    found.lanes[0]?.marks.map((mark) => mark.byArticle),
    [false, true, false],
  );
});

test("Named actors have the lanes, in their order; what has no date is apart", () => {
  const found = lanes(tableOf(SMALL), all(SMALL), { actors: ["zed", "nobody"] });
  assert.deepEqual(
    found.lanes.map((lane) => [lane.id, lane.n, lane.undated]),
    [
      ["zed", 1, [4]],
      ["nobody", 0, []],
    ],
  );
  assert.deepEqual([found.begin, found.end], [0, 0]);
});

test("Marks that would overlap stand in different rows, and no more than there is room for", () => {
  const mark = (begin: number, end: number, i: number): Mark => ({
    claim: i,
    reports: [i],
    begin,
    end,
    row: 0,
    acts: true,
    byArticle: false,
  });
  const cases: readonly (readonly [
    readonly (readonly [number, number])[],
    number,
    readonly number[],
    number,
  ])[] = [
    [[], 1, [], 0],
    [
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      1,
      [0, 0, 0],
      1,
    ],
    [
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      2,
      [0, 1, 0],
      2,
    ],
    [
      [
        [0, 10],
        [1, 2],
        [3, 4],
        [11, 12],
      ],
      1,
      [0, 1, 1, 0],
      2,
    ],
    [
      [
        [0, 9],
        [0, 9],
        [0, 9],
        [0, 9],
      ],
      1,
      [0, 1, 2],
      3,
    ],
  ];
  assert.equal(cases.length, 5);
  for (const [spans, width, rows, used] of cases) {
    const packed = pack(
      spans.map(([b, e], i) => mark(b, e, i)),
      width,
      3,
    );
    assert.deepEqual(
      packed.marks.map((one) => one.row),
      rows,
    );
    assert.equal(packed.rows, used);
    assert.equal(packed.crowded.length + packed.marks.length, spans.length);
  }
});

test("In no lane do two marks of one row overlap", () => {
  const data = made({ entities: 6, claims: 400, articles: 30 });
  const found = lanes(tableOf(data), all(data), { rows: 30, width: 20 });
  assert.equal(found.lanes.length, 6);
  for (const lane of found.lanes) {
    const ends = new Map<number, number>();
    for (const { row, begin, end } of lane.marks) {
      assert.ok((ends.get(row) ?? -Infinity) <= begin);
      ends.set(row, Math.max(end, begin + 20));
    }
    assert.equal(lane.marks.length + lane.crowded.length + lane.undated.length, lane.n);
  }
});

// ------------------------------------------------------------------------- dyads

test("A cell counts what one does to another; what both do is in both cells", () => {
  const { actors, totals, cells, most, more } = dyads(tableOf(SMALL), all(SMALL));
  assert.deepEqual(actors, ["kim", "moon", "north", "bolton", "south"]);
  assert.deepEqual(totals, [3, 2, 2, 1, 1]);
  assert.deepEqual([most, more, cells.size], [2, 0, 5]);
  const met = cells.get(dyadKey("moon", "kim"));
  assert.deepEqual(
    [met?.n, met?.cooperation, met?.conflict, met?.score, met?.claims],
    [2, 2, 0, 1.5, [0, 2]],
  );
  assert.equal(cells.get(dyadKey("bolton", "kim"))?.score, -5);
  assert.equal(cells.get(dyadKey("kim", "bolton")), undefined);
});

test("Whether a category is cooperation or conflict is told by quad, family or score", () => {
  const cases = [
    [{ label: "x", quad: "verbal-cooperation", score: -1 }, "cooperation"],
    [{ label: "x", quad: "material-conflict" }, "conflict"],
    [{ label: "x", family: "conflict" }, "conflict"],
    [{ label: "x", score: 2 }, "cooperation"],
    [{ label: "x", quad: null, score: -2 }, "conflict"],
    [{ label: "x", family: "act" }, "neither"],
    [undefined, "neither"],
  ] as const;
  assert.equal(cases.length, 7);
  for (const [term, tone] of cases) assert.equal(toneOf(term), tone);
});

test("The matrix holds the most told actors and the events between them alone", () => {
  const { actors, cells, more } = dyads(tableOf(SMALL), all(SMALL), 2);
  assert.deepEqual([actors, more, cells.size], [["kim", "moon"], 3, 2]);
  assert.deepEqual(dyads(tableOf(EMPTY), all(EMPTY)).actors, []);
});

test("What several articles report of one happening is one event", () => {
  const claims = [
    claim("c0", "meet", { from: ["a", "b"], trigger: [0, 1], happening: "h1" }),
    claim("c1", "punish", { from: ["a"], to: ["b"], trigger: [0, 1], happening: "h2" }),
    claim("c2", "meet", {
      from: ["a", "b"],
      trigger: [0, 1],
      happening: "h1",
      when: ["2020", null],
    }),
    claim("c3", "meet", { from: ["a", "b"], trigger: [0, 1] }),
  ];
  const articles = [article("x", "", { published: "2021-01-01" })];
  const data = page({ articles, entities: [entity("a", "A"), entity("b", "B")], claims });
  const { cells, totals } = dyads(tableOf(data), all(data));
  const met = cells.get(dyadKey("a", "b"));
  assert.deepEqual([met?.n, met?.cooperation, met?.conflict, met?.claims], [3, 2, 1, [0, 1, 2, 3]]);
  assert.deepEqual(totals, [3, 3]);
  const [lane] = lanes(tableOf(data), all(data)).lanes;
  assert.equal(lane?.n, 3);
  assert.deepEqual(
    lane?.marks.map((mark) => [mark.claim, mark.reports, mark.byArticle]),
    [
      [2, [0, 2], false],
      [1, [1], true],
      [3, [3], true],
    ],
  );
});

// ------------------------------------------------------------------------- paths

function joined(...pairs: string[]): PageData {
  const ids = [...new Set(pairs.join(" ").split(" "))].sort();
  const claims = pairs.map((both, i) =>
    claim(`c${i}`, "leads", { from: both.split(" ").slice(0, 1), to: both.split(" ").slice(1) }),
  );
  return page({
    articles: [article("a", "")],
    entities: ids.map((one) => entity(one, one)),
    claims,
  });
}

function paths(data: PageData, filter: Partial<Filter> = {}) {
  const table = tableOf(data);
  return adjacency(table, passes(table, { ...NO_FILTER, ...filter }));
}

test("All shortest paths are found, in the order of the entities, no more than asked for", () => {
  const square = paths(joined("d b", "a b", "a c", "c d", "d e", "x y"));
  const cases: readonly (readonly [string, string, number, string])[] = [
    ["a", "d", 9, "abd acd"],
    ["d", "a", 9, "dba dca"],
    ["a", "d", 1, "abd"],
    ["a", "d", 0, ""],
    ["a", "e", 9, "abde acde"],
    ["a", "a", 9, "a"],
    ["a", "b", 9, "ab"],
    ["a", "x", 9, ""],
    ["a", "nobody", 9, ""],
    ["nobody", "nobody", 9, ""],
  ];
  assert.equal(cases.length, 10);
  for (const [from, to, limit, found] of cases) {
    assert.equal(
      shortestPaths(square, from, to, limit)
        .map((path) => path.join(""))
        .join(" "),
      found,
    );
  }
});

test("Paths go by claims that pass", () => {
  assert.deepEqual(shortestPaths(paths(SMALL), "moon", "south"), [
    ["moon", "kim", "north", "south"],
  ]);
  assert.deepEqual(shortestPaths(paths(SMALL, { st: ["asserted"] }), "moon", "south"), []);
  assert.deepEqual(shortestPaths(paths(SMALL, { min: 2 }), "moon", "kim"), []);
});

test("A neighbourhood is all within so many steps, the nearest first", () => {
  const line = paths(joined("a b", "b c", "c d", "a e"));
  assert.deepEqual([...ego(line, "a", 0)], [["a", 0]]);
  assert.deepEqual(
    [...ego(line, "a", 2)],
    [
      ["a", 0],
      ["b", 1],
      ["e", 1],
      ["c", 2],
    ],
  );
  assert.equal(ego(line, "a", 9).size, 5);
  assert.equal(ego(line, "nobody", 3).size, 0);
  assert.deepEqual(neighbours(line, "b"), ["a", "c"]);
  assert.deepEqual(neighbours(line, "nobody"), []);
});

test("Paths through a ladder of many squares end, and a long line is walked", () => {
  const rungs = Array.from({ length: 60 }, (_, i) => [
    `${i}n ${i}a`,
    `${i}n ${i}b`,
    `${i}a ${i + 1}n`,
    `${i}b ${i + 1}n`,
  ]);
  const ladder = paths(joined(...rungs.flat()));
  assert.equal(shortestPaths(ladder, "0n", "60n", 25).length, 25); // of 2 ** 60
  const line = paths(joined(...Array.from({ length: 20_000 }, (_, i) => `n${i} n${i + 1}`)));
  assert.equal(shortestPaths(line, "n0", "n20000")[0]?.length, 20_001);
});

test("Hostile and Korean ids are ids like others", () => {
  const ids = [...HOSTILE, KOREAN];
  const claims = ids
    .slice(1)
    .map((to, i) => claim(`c${i}`, "leads", { from: [ids[i] ?? ""], to: [to] }));
  const data = page({
    articles: [article("a", "")],
    entities: ids.map((one) => entity(one, one)),
    claims,
  });
  assert.deepEqual(shortestPaths(paths(data), ids[0] ?? "", KOREAN), [ids]);
  assert.deepEqual(ego(paths(EMPTY), "a", 3).size, 0);
});
