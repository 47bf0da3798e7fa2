// Filters: what is left, and how many each choice would leave.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LISTS, NOBODY, originals } from "../../kg/view/web/src/ask/claims";
import { asks, counts, type Facet, passes, passesBut } from "../../kg/view/web/src/ask/filter";
import type { Claim, Filter, PageData } from "../../kg/view/web/src/model/types";
import { NO_FILTER } from "../../kg/view/web/src/state/address";
import {
  article,
  claim,
  EMPTY,
  entity,
  HOSTILE,
  made,
  numbers,
  page,
  SMALL,
  tableOf,
} from "./made";

const small = tableOf(SMALL);

function left(filter: Partial<Filter>, data = SMALL): string[] {
  const { claims } = passes(tableOf(data), { ...NO_FILTER, ...filter });
  return data.claims.filter((_, i) => claims[i]).map((c) => c.id);
}

test("A filter leaves the claims that fit every facet that is asked", () => {
  const cases: readonly (readonly [Partial<Filter>, string])[] = [
    [{}, "c0 c1 c2 c3 c4 c5"],
    [{ cls: ["Country"] }, "c1 c3 c5"],
    [{ cls: ["Country", "Person"] }, "c0 c1 c2 c3 c4 c5"],
    [{ rel: ["leads"] }, "c1"],
    [{ cat: ["meet"] }, "c0 c2"],
    [{ rel: ["leads"], cat: ["meet"] }, "c0 c1 c2"],
    [{ in: ["a2"] }, "c2"],
    [{ src: ["AP"] }, "c0 c1 c5"],
    [{ src: [NOBODY] }, "c2"],
    [{ by: ["bolton"] }, "c3"],
    [{ by: ["zed"] }, "c3"],
    [{ by: [NOBODY] }, "c0 c1 c2 c4 c5"],
    [{ st: ["denied", "planned"] }, "c3 c5"],
    [{ st: ["denied"], cls: ["Country"], src: ["AP"] }, ""],
    [{ conf: 0.9 }, "c0 c1 c2 c4 c5"],
    [{ conf: 1 }, "c4"],
    [{ min: 1 }, "c0 c1 c2 c3 c4 c5"],
    [{ min: 2 }, ""], // the second meeting is told in a copy of the first article
    [{ st: ["no such status"] }, ""],
    [{ fade: true }, "c0 c1 c2 c3 c4 c5"],
  ];
  assert.equal(cases.length, 20);
  for (const [filter, ids] of cases)
    assert.equal(left(filter).join(" "), ids, JSON.stringify(filter));
});

test("A time that is asked leaves what overlaps it; without dates the article's counts", () => {
  const cases: readonly (readonly [string | null, string | null, string])[] = [
    ["2020", null, "c2"],
    ["2019", "2019", "c0 c1 c5"],
    ["2019-03-25", "2019-03-25", "c0 c1 c5"],
    ["2019-03-26", "2019-12", "c5"],
    [null, "2018", "c3 c5"],
    ["2018-05-07", "2018-05-07", "c3 c5"],
    ["2031", null, "c2"], // since June 2020, and nobody says until when
    [null, "1900", "c5"], // until 2019, and nobody says since when
    ["not a date", null, "c0 c1 c2 c3 c4 c5"],
    ["2020", "2019", ""],
  ];
  assert.equal(cases.length, 10);
  for (const [from, until, ids] of cases) assert.equal(left({ from, until }).join(" "), ids);
});

test("Two independent articles are behind a pair, copies of one are not", () => {
  const met = (at: number) =>
    claim(`c${at}`, "meet", { article: at, from: ["a", "b"], trigger: [0, 1] });
  const articles = [null, 0, 1, null].map((copyOf, i) => article(`a${i}`, "", { copyOf }));
  const data = page({
    articles,
    entities: [entity("a", "A"), entity("b", "B")],
    claims: [0, 1, 2, 3].map(met),
  });
  assert.deepEqual([...originals(articles)], [0, 0, 0, 3]);
  assert.equal(left({ min: 2 }, data).length, 4);
  assert.equal(left({ min: 3 }, data).length, 0);
  const circle = [article("x", "", { copyOf: 1 }), article("y", "", { copyOf: 0 })];
  assert.equal(originals(circle).length, 2); // and it ends
});

test("A pair is drawn while a claim of it passes and enough articles are behind it", () => {
  const drawn = (filter: Partial<Filter>) => {
    const { pairs } = passes(small, { ...NO_FILTER, ...filter });
    const ends = ["kim moon", "kim north", "kim bolton", "bolton north", "south north"];
    const known = ends.filter(
      (both) => pairs[small.pairs.find(...(both.split(" ") as [string, string]))],
    );
    assert.equal(
      known.length,
      pairs.reduce((n, bit) => n + bit, 0),
    );
    return known;
  };
  assert.equal(small.pairs.size, 5);
  assert.deepEqual(drawn({}), [
    "kim moon",
    "kim north",
    "kim bolton",
    "bolton north",
    "south north",
  ]);
  assert.deepEqual(drawn({ cat: ["meet"] }), ["kim moon"]);
  assert.deepEqual(drawn({ st: ["denied"] }), ["kim bolton", "bolton north"]);
  assert.deepEqual(drawn({ min: 2 }), []);
  assert.equal(small.pairs.find("kim", "nobody"), -1);
  assert.equal(small.pairs.find("moon", "kim"), small.pairs.find("kim", "moon"));
});

test("An empty graph has no claims, no values and no counts", () => {
  const found = counts(tableOf(EMPTY), { ...NO_FILTER, st: ["denied"], min: 2, from: "2019" });
  assert.equal(found.n, 0);
  assert.deepEqual(
    LISTS.map((name) => found.lists[name].length),
    [0, 0, 0, 0, 0, 0, 0],
  );
});

test("Hostile values are values like others", () => {
  const claims = HOSTILE.map((_, i) =>
    claim(`c${i}`, "leads", { article: i, from: ["a"], to: ["b"] }),
  );
  const articles = HOSTILE.map((source, i) => article(`a${i}`, "", { source }));
  const data = page({ articles, entities: [entity("a", "A"), entity("b", "B")], claims });
  for (const [i, source] of HOSTILE.entries())
    assert.deepEqual(left({ src: [source] }, data), [`c${i}`]);
  assert.equal(counts(tableOf(data), NO_FILTER).lists.src.length, 12);
});

test("Whether a filter asks for anything does not hang on how it is shown", () => {
  assert.equal(asks(NO_FILTER), false);
  assert.equal(asks({ ...NO_FILTER, fade: true, min: 1 }), false);
  assert.equal(asks({ ...NO_FILTER, until: "2019" }), true);
  assert.equal(asks({ ...NO_FILTER, by: [NOBODY] }), true);
});

// ------------------------------------------------------- against the plain definition

const pairKey = (a: string, b: string) => [a, b].sort().join(" ");

function support(data: PageData, key: string): number {
  const root = (i: number): number => {
    const copied = data.articles[i]?.copyOf ?? null;
    return copied === null ? i : root(copied);
  };
  const told = data.claims.filter((c) => c.pairs.some(([a, b]) => pairKey(a, b) === key));
  return new Set(told.map((c) => root(c.article))).size;
}

const low = (date: string) => `${date}-01-01`.slice(0, 10);
const high = (date: string) =>
  `${date}${date.length < 7 ? "-12" : ""}${date.length < 10 ? "-31" : ""}`;

function overlaps(data: PageData, c: Claim, filter: Filter): boolean {
  const published = data.articles[c.article]?.published ?? null;
  const [begin, end] = c.when?.[0] || c.when?.[1] ? c.when : [published, published];
  if (!begin && !end && (filter.from || filter.until)) return false;
  const from = filter.from === null || !end || high(end) >= low(filter.from);
  return from && (filter.until === null || !begin || low(begin) <= high(filter.until));
}

type Values = (c: Claim) => readonly string[];

function valuesOf(data: PageData): Record<(typeof LISTS)[number], Values> {
  const event = (c: Claim) => c.trigger !== undefined;
  return {
    cls: (c) =>
      [...c.from, ...c.to].map((id) => data.entities.find((e) => e.id === id)?.class ?? ""),
    rel: (c) => (event(c) ? [] : [c.term]),
    cat: (c) => (event(c) ? [c.term] : []),
    in: (c) => [data.articles[c.article]?.id ?? ""],
    src: (c) => [data.articles[c.article]?.source ?? NOBODY],
    by: (c) => [c.speaker ?? NOBODY, ...c.relayedBy],
    st: (c) => [c.status],
  };
}

function fits(data: PageData, c: Claim, filter: Filter, but: Facet | null): boolean {
  const values = valuesOf(data);
  const any = (name: (typeof LISTS)[number]) =>
    values[name](c).some((v) => filter[name].includes(v));
  const list = (name: "cls" | "in" | "src" | "by" | "st") =>
    but === name || filter[name].length === 0 || any(name);
  const said =
    but === "said" || filter.rel.length + filter.cat.length === 0 || any("rel") || any("cat");
  const best = Math.max(0, ...c.pairs.map(([a, b]) => support(data, pairKey(a, b))));
  return (
    list("cls") &&
    list("in") &&
    list("src") &&
    list("by") &&
    list("st") &&
    said &&
    (but === "conf" || c.confidence >= filter.conf) &&
    (but === "min" || filter.min <= 1 || best >= filter.min) &&
    (but === "time" || overlaps(data, c, filter))
  );
}

function anyFilter(data: PageData, next: (below: number) => number): Filter {
  const values = valuesOf(data);
  const some = (name: (typeof LISTS)[number]) =>
    next(3) ? [] : [...new Set(data.claims.flatMap(values[name]))].filter(() => next(2) === 0);
  return {
    cls: some("cls"),
    rel: some("rel"),
    cat: some("cat"),
    in: some("in"),
    src: some("src"),
    by: some("by"),
    st: some("st"),
    conf: next(2) ? 0 : next(100) / 100,
    from: next(2) ? null : `20${10 + next(9)}`,
    until: next(2) ? null : `20${15 + next(9)}-0${1 + next(9)}`,
    min: next(4),
    fade: false,
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

// By value, as the definition has it: claims that have it and fit all other facets.
function plainCounts(data: PageData, filter: Filter, name: (typeof LISTS)[number]) {
  const values = valuesOf(data)[name];
  const rest = data.claims.filter((c) => {
    return fits(data, c, filter, name === "rel" || name === "cat" ? "said" : name);
  });
  const known = [...new Set(data.claims.flatMap(values))].sort();
  return known.map((value) => ({ value, n: rest.filter((c) => values(c).includes(value)).length }));
}

test("Claims left and counts are those of the definition, for filters of all kinds", () => {
  let compared = 0;
  let passed = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const data = made({ entities: 8, claims: 60, articles: 7, seed });
    const filter = anyFilter(data, numbers(seed + 1000));
    const table = tableOf(data);
    const left = (but: Facet | null) => data.claims.map((c) => Number(fits(data, c, filter, but)));
    assert.deepEqual([...passes(table, filter).claims], left(null), `seed ${seed}`);
    const found = counts(table, filter);
    assert.equal(found.n, total(left(null)));
    passed += found.n;
    for (const name of LISTS) {
      assert.deepEqual(found.lists[name], plainCounts(data, filter, name), `seed ${seed} ${name}`);
      compared += found.lists[name].length;
    }
    for (const facet of ["time", "conf", "min"] as const) {
      assert.deepEqual(
        [...passesBut(table, filter, facet).claims],
        left(facet),
        `${seed} ${facet}`,
      );
    }
    assert.equal(total(found.backing), total(left("min")));
    assert.equal(total(found.confidence), total(left("conf")));
  }
  assert.ok(compared > 1000 && passed > 100, `${compared} counts, ${passed} claims`);
});

test("All counts of 30,000 claims take less than half a second, even on a busy machine", () => {
  const table = tableOf(made({ entities: 10_000, claims: 30_000, articles: 2_000 }));
  const filter = {
    ...NO_FILTER,
    st: ["asserted", "denied"],
    cls: ["Person"],
    from: "2005",
    conf: 0.2,
  };
  counts(table, filter);
  const start = process.hrtime.bigint();
  counts(table, filter);
  assert.ok(Number(process.hrtime.bigint() - start) / 1e6 < 500);
});
