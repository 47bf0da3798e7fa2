// What the controls decide without a page: stretches of time, trails, marks, known values.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bin, Histogram } from "../../kg/view/web/src/ask/bins";
import { drawn } from "../../kg/view/web/src/controls/brush";
import { gesture } from "../../kg/view/web/src/controls/gesture";
import { around, pieces } from "../../kg/view/web/src/controls/matched";
import {
  besides,
  between,
  bound,
  datedOnce,
  datesOf,
  rangeOf,
  shifted,
  stepped,
  summary,
  ticks,
  told,
  whole,
  within,
} from "../../kg/view/web/src/controls/range";
import { reachable } from "../../kg/view/web/src/controls/roving";
import { type Trail, titleOf, type Visit, visited } from "../../kg/view/web/src/controls/trail";
import { NO_FILTER, read, START } from "../../kg/view/web/src/state/address";
import { onlyKnown } from "../../kg/view/web/src/state/known";
import type { Scene } from "../../kg/view/web/src/state/scene";
import type { Changes, Store } from "../../kg/view/web/src/state/store";
import { small } from "./made";

// Twelve months of 2019 with claims in January, March and December.
const YEAR: readonly Bin[] = Array.from({ length: 12 }, (_, i) => {
  const month = `2019-${String(i + 1).padStart(2, "0")}`;
  return { from: month, until: month, counts: [i === 0 ? 2 : 0, i === 2 || i === 11 ? 1 : 0] };
});

const RANGES: readonly (readonly [string | null, string | null, number, number])[] = [
  [null, null, 0, 11],
  ["2019-03", null, 2, 11],
  [null, "2019-03", 0, 2],
  ["2019-03", "2019-03", 2, 2],
  ["2019-03-15", "2019-04-02", 2, 3],
  ["2019", "2019", 0, 11],
  ["2018", "2025", 0, 11],
  ["2025", null, 11, 11],
  [null, "2011", 0, 0],
];

test("dates cover the bars that they touch, and those beyond an end stand for it", () => {
  assert.equal(RANGES.length, 9);
  for (const [from, until, first, last] of RANGES) {
    assert.deepEqual(rangeOf(YEAR, from, until), { first, last }, `${from} to ${until}`);
  }
});

test("every stretch of bars comes back from its dates; all bars ask for none", () => {
  for (let first = 0; first < 12; first++) {
    for (let last = first; last < 12; last++) {
      const { from, until } = datesOf(YEAR, { first, last });
      assert.deepEqual(rangeOf(YEAR, from, until), { first, last });
    }
  }
  assert.deepEqual(datesOf(YEAR, { first: 0, last: 11 }), { from: null, until: null });
  assert.ok(whole(YEAR, { first: 0, last: 11 }));
  assert.ok(!whole(YEAR, { first: 0, last: 10 }));
});

test("a stretch is drawn either way, moved within all, and an end never passes the other", () => {
  assert.deepEqual(between(7, 3), { first: 3, last: 7 });
  assert.deepEqual(shifted({ first: 3, last: 5 }, 20, 12), { first: 9, last: 11 });
  assert.deepEqual(shifted({ first: 3, last: 5 }, -20, 12), { first: 0, last: 2 });
  const range = { first: 3, last: 5 };
  assert.deepEqual(drawn({ part: "first", from: 3, range }, 9, 12), { first: 5, last: 5 });
  assert.deepEqual(drawn({ part: "last", from: 5, range }, 1, 12), { first: 3, last: 3 });
  assert.deepEqual(drawn({ part: "move", from: 4, range }, 5, 12), { first: 4, last: 6 });
  assert.deepEqual(drawn({ part: "new", from: 8, range }, 1, 12), { first: 1, last: 8 });
});

test("steps go from one stretch with claims to the next, and end", () => {
  const one = stepped(YEAR, { first: 0, last: 11 }, 1);
  assert.deepEqual(one, { first: 0, last: 0 });
  assert.deepEqual(stepped(YEAR, { first: 0, last: 0 }, 1), { first: 2, last: 2 });
  assert.deepEqual(stepped(YEAR, { first: 2, last: 2 }, 1), { first: 11, last: 11 });
  assert.equal(stepped(YEAR, { first: 11, last: 11 }, 1), null);
  assert.deepEqual(stepped(YEAR, { first: 0, last: 11 }, -1), { first: 11, last: 11 });
  assert.deepEqual(stepped(YEAR, { first: 3, last: 5 }, 1), { first: 9, last: 11 });
  assert.equal(stepped([], { first: 0, last: -1 }, 1), null);
  assert.equal(within(YEAR, { first: 0, last: 11 }), 4);
});

const HISTOGRAM: Histogram = {
  unit: "month",
  years: 1,
  keys: ["a", "b"],
  bins: YEAR,
  early: false,
  late: false,
  undated: [1, 2],
  byArticle: 4,
  coarse: 0,
};

test("what the bars do not show is told", () => {
  const rest = "4 stand at the date of their article";
  assert.equal(besides(HISTOGRAM, false), `3 claims without a date are not shown; ${rest}`);
  assert.equal(besides(HISTOGRAM, true), `3 claims without a date are left out; ${rest}`);
  assert.equal(besides({ ...HISTOGRAM, undated: [0, 0], byArticle: 0 }, false), "");
  const one = { ...HISTOGRAM, undated: [0, 0], byArticle: 1 };
  assert.equal(besides(one, false), "1 stands at the date of its article");
  const many = { ...one, byArticle: 13439, coarse: 1200 };
  const words = "13,439 stand at the date of their article; 1,200 dated more coarsely";
  assert.equal(besides(many, false), words);
  assert.equal(told(YEAR, { first: 0, last: 2 }), "January 2019 to March 2019");
  const [early, late] = [
    { from: "1900-05", until: "2018-12", counts: [3, 0] },
    { from: "2020-01", until: "2050-01", counts: [0, 1] },
  ];
  const far = { ...HISTOGRAM, bins: [early, ...YEAR, late], early: true, late: true };
  const bare = { ...far, undated: [0, 0], byArticle: 0 };
  const ends = "3 until December 2018 and 1 from January 2020 on in one bar each";
  assert.equal(besides(bare, false), ends);
  assert.deepEqual(ticks(far, 9), [{ at: 1 / 14, text: "2019" }]);
  assert.deepEqual(rangeOf(far.bins, "1950", "2018-03"), { first: 0, last: 0 });
  assert.deepEqual(rangeOf(far.bins, "2019-03", null), { first: 3, last: 13 });
});

test("a histogram is told in words, whole or where it has one bar or none", () => {
  const most = "the most, 2, in January 2019";
  const words = `Claims by month from January 2019 to December 2019, ${most}`;
  assert.equal(summary(HISTOGRAM), words);
  assert.equal(summary({ ...HISTOGRAM, bins: [] }), "No claim has a date");
  const one = { ...HISTOGRAM, bins: YEAR.slice(0, 1) };
  assert.equal(datedOnce(one), "2 claims dated January 2019, 3 without a date");
  const none = { ...HISTOGRAM, bins: [] };
  assert.equal(datedOnce(none), "no claim has a date");
  assert.equal(datedOnce({ ...none, undated: [0, 0] }), "no claims");
  const day = { from: "2015-12-01", until: "2015-12-01", counts: [3, 0] };
  const coarse = { ...none, undated: [0, 0], unit: "day" as const, bins: [day], coarse: 3 };
  assert.equal(datedOnce(coarse), "3 claims dated December 2015");
  const decade = { from: "2010", until: "2019", counts: [1, 0] };
  assert.deepEqual([bound(decade, "first"), bound(decade, "last")], ["2010", "2019"]);
});

test("as many words stand under the bars as there is room for, none of them cut", () => {
  const months = Array.from({ length: 60 }, (_, i) => {
    const month = `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    return { from: month, until: month, counts: [1, 0] };
  });
  const of = (bins: readonly Bin[], most: number, unit: Histogram["unit"] = "month") =>
    ticks({ ...HISTOGRAM, bins, unit }, most).map(({ text }) => text);
  assert.deepEqual(of(months, 9), ["2015", "2016", "2017", "2018", "2019"]);
  assert.deepEqual(of(months, 3), ["2015", "2017", "2019"]);
  assert.deepEqual(of(months.slice(1, 8), 3), ["February 2015"]);
  assert.deepEqual(of([], 3), []);
  const days = Array.from({ length: 62 }, (_, i) => {
    const day = `2021-0${i < 31 ? 3 : 4}-${String((i % 31) + 1).padStart(2, "0")}`;
    return { from: day, until: day, counts: [1, 0] };
  });
  assert.deepEqual(of(days, 3, "day"), ["March 2021", "April 2021"]);
  assert.deepEqual(of(days.slice(0, 34), 7, "day"), ["March 2021"]);
});

// ------------------------------------------------------------------------- marks

const MARKED: readonly (readonly [string, string, readonly string[]])[] = [
  ["Kim Yo-jong", "yo", ["Yo"]],
  ["Kim Yo-jong", "kimyojong", ["Kim", "Yo", "jong"]],
  ["Kim Yo-jong", "KIM JONG", ["Kim", "jong"]],
  ["Workers\u2019 Party", "w\u00f6rkers", ["Workers\u2019"]],
  ["\u{1d538} Kim", "kim", ["Kim"]],
  ["\ubb38\uc7ac\uc778", "\uc7ac\uc778", ["\ubb38\uc7ac\uc778"]],
  ["Kaesong", "zzz", []],
  ["Kaesong", " ", []],
  ["</script>", "script", ["script"]],
];

test("what was asked for is marked, and a text is whole in its pieces", () => {
  assert.equal(MARKED.length, 9);
  for (const [text, query, wanted] of MARKED) {
    const found = pieces(text, query);
    assert.equal(found.map((piece) => piece.text).join(""), text);
    assert.deepEqual(
      found.filter(({ hit }) => hit).map((piece) => piece.text),
      wanted,
      `${query} in ${text}`,
    );
  }
});

test("of a long sentence the stretch around the words is shown, in whole words", () => {
  const text = `${"word ".repeat(60)}needle ${"more ".repeat(60)}`;
  const cut = around(text, "needle", 80);
  assert.ok(cut.includes("needle"));
  assert.ok(cut.startsWith("\u2026 word") && cut.endsWith("more \u2026"));
  assert.ok(cut.length <= 84);
  assert.equal(around("short one", "one", 80), "short one");
  const long = "\u{1d538}".repeat(100);
  assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(around(long, "x", 31)));
});

// ------------------------------------------------------------------------- trail

const visit = (e: string | null, other: string | null = null, a: string | null = null): Visit => ({
  e,
  with: other,
  c: null,
  a,
  at: null,
});

const START_OF_TRAIL: Trail = { visits: [], at: -1 };
const after = (...visits: readonly Visit[]) => visits.reduce(visited, START_OF_TRAIL);
const ids = ({ visits }: Trail) => visits.map(({ e, a }) => a ?? e);

test("back and forward walk in the trail, another thing goes on from there", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => visit(id)) as [Visit, Visit, Visit, Visit];
  assert.deepEqual(ids(after(a, b, c)), ["a", "b", "c"]);
  assert.deepEqual(ids(after(a, b, c, b)), ["a", "b", "c"]);
  assert.equal(after(a, b, c, b).at, 1);
  assert.deepEqual(ids(after(a, b, c, b, d)), ["a", "b", "d"]);
  assert.deepEqual(ids(after(a, b, c, a)), ["b", "c", "a"]);
  assert.equal(after(a, visit(null)).at, -1);
  assert.deepEqual(ids(after(a, visit(null), a)), ["a"]);
  const [over, alone] = [visit("a", null, "one"), visit(null, null, "one")];
  assert.deepEqual(ids(after(a, over, alone)), ["a", "one"]); // one article, however opened
  const many = Array.from({ length: 20 }, (_, i) => visit(`e${i}`));
  assert.deepEqual(ids(after(...many)).length, 6);
});

test("a visit is called by its names or title, also when the graph has none such", () => {
  const graph = small();
  assert.equal(titleOf(graph, visit("a")), "Ann");
  assert.equal(titleOf(graph, visit("a", "b")), "Ann and Bela");
  assert.equal(titleOf(graph, visit("a", null, "one")), "one");
  assert.equal(titleOf(graph, visit("nobody")), "nobody");
});

// ---------------------------------------------------------------- state and keys

test("nobody named is known as a speaker; as a source only where an article has none", () => {
  const graph = small();
  const known = onlyKnown(graph);
  const { state, dropped } = known(read("by=-,b&src=-"));
  assert.deepEqual([state.filter.by, state.filter.src, dropped], [["-", "b"], ["-"], []]);
  const articles = graph.articles.map((article) => ({ ...article, source: "Post" }));
  const named = onlyKnown({ ...graph, articles })(read("src=-,Post"));
  assert.deepEqual([named.state.filter.src, named.dropped], [["Post"], ["src=-"]]);
});

test("whose lane came first is known, or nobody's", () => {
  const known = onlyKnown(small());
  for (const first of ["a", "-"]) {
    assert.equal(known(read(`c=c1&first=${first}`)).state.first, first);
  }
  const { state, dropped } = known(read("c=c1&first=nobody"));
  assert.deepEqual([state.first, dropped], [null, ["first=nobody"]]);
});

test("a gesture leaves one step, what follows its end another, and no change none", () => {
  let state = START;
  const steps: boolean[] = [];
  const store = {
    get: () => state,
    go(changes: Changes, { replace = false } = {}) {
      if (changes.filter?.conf === state.filter.conf) return;
      steps.push(replace);
      state = { ...state, filter: { ...NO_FILTER, ...changes.filter } };
    },
  } as Store;
  const moves = gesture(store);
  for (const conf of [0, 0.1, 0.1, 0.2]) moves.go({ filter: { conf } });
  moves.end();
  moves.go({ filter: { conf: 0.3 } });
  assert.deepEqual(steps, [false, true, false]);
});

test("the neighbours of the selected are gone through clockwise; else all, by rank", () => {
  const graph = small();
  const scene = { graph, passes: () => true } as unknown as Scene;
  const screen = (id: string) => (id === "c" ? null : { x: id.charCodeAt(0), y: 0 });
  assert.deepEqual(reachable(scene, null, screen), ["a", "b", "d"]);
  assert.deepEqual(reachable(scene, "a", screen), ["b"]);
  assert.deepEqual(reachable({ ...scene, passes: () => false }, "a", screen), []);
  assert.deepEqual(reachable(scene, "nobody", screen), ["a", "b", "d"]);
});
