// The address: everything in a state comes back from it; what means nothing is named.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Filter, State } from "../../kg/view/web/src/model/types";
import { alike, NO_FILTER, read, START, written } from "../../kg/view/web/src/state/address";

const filtered = (filter: Partial<Filter>): Partial<State> => ({
  filter: { ...NO_FILTER, ...filter },
});

const CASES: readonly (readonly [string, Partial<State>])[] = [
  ["", {}],
  ["view=table", { view: "table" }],
  ["e=kim-yo-jong", { e: "kim-yo-jong" }],
  ["e=a&with=b&path=1", { e: "a", with: "b", path: true }],
  ["e=a&c=claim%201&hops=2", { e: "a", c: "claim 1", hops: 2 }],
  ["a=envoy&at=12-80", { a: "envoy", at: [12, 80] }],
  ["open=a,b&hide=c%2Cd,e%26f&all=1", { open: ["a", "b"], hide: ["c,d", "e&f"], all: true }],
  ["e=%E6%96%87%E5%9C%A8%E5%AF%85", { e: "\u6587\u5728\u5bc5" }],
  ["e=%3C%2Fscript%3E".replace("%2F", "/"), { e: "</script>" }],
  [
    "view=timeline&e=a&cat=Sanction&from=2019-01&until=2020",
    {
      view: "timeline",
      e: "a",
      ...filtered({ cat: ["Sanction"], from: "2019-01", until: "2020" }),
    },
  ],
  [
    "cls=A&rel=B&cat=C&in=d&src=E%20F&by=g&st=denied,possible",
    filtered({
      cls: ["A"],
      rel: ["B"],
      cat: ["C"],
      in: ["d"],
      src: ["E F"],
      by: ["g"],
      st: ["denied", "possible"],
    }),
  ],
  ["conf=0.75&min=3&fade=1", filtered({ conf: 0.75, min: 3, fade: true })],
  ["a=envoy&at=1200", { a: "envoy", at: [1200, 1200] }],
  ["e=a&c=b&first=-", { e: "a", c: "b", first: "-" }],
  ["view=table&sort=-who", { view: "table", sort: { column: "who", down: true } }],
  ["view=table&sort=when", { view: "table", sort: { column: "when", down: false } }],
  ["view=timeline&lanes=24&list=1", { view: "timeline", lanes: 24, list: true }],
  ["view=dyads&actors=32&stack=kind", { view: "dyads", actors: 32, stack: "kind" }],
  ["view=reader&rows=200", { view: "reader", rows: 200 }],
  ["e=a&see=-120,45,1.6", { e: "a", see: [-120, 45, 1.6] }],
];

test("a state and its address are each other's, in both directions", () => {
  assert.equal(CASES.length, 20);
  for (const [address, changes] of CASES) {
    const state = { ...START, ...changes };
    assert.equal(written(state), address);
    assert.deepEqual(read(address), { state, dropped: [] });
    assert.deepEqual(read(`#${address}`).state, state);
  }
});

const DROPPED = [
  "nonsense=1",
  "e",
  "e=",
  "view=map",
  "hops=0",
  "hops=4",
  "hops=x",
  "all=yes",
  "path=0",
  "at=5-2",
  "at=x",
  "from=yesterday",
  "from=2019-13",
  "conf=2",
  "conf=-1",
  "min=0",
  "min=1.5",
  "st=true",
  "st=denied,sure",
  "cat=,",
  "e=%E0%A4%A",
  "__proto__=1",
  "toString=1",
  "filter=1",
  "at=5-5",
  "sort=",
  "sort=weight",
  "sort=--who",
  "lanes=0",
  "lanes=-12",
  "lanes=12345",
  "actors=many",
  "rows=1.5",
  "list=0",
  "stack=colour",
  "first=",
  "see=1,2",
  "see=1,2,0",
  "see=1.5,2,1",
  "see=1,2,-3",
];

test("what means nothing is dropped and named, and all else is kept", () => {
  assert.equal(DROPPED.length, 40);
  for (const part of DROPPED) {
    const found = read(`view=table&${part}&cat=Aid`);
    assert.deepEqual(found.dropped, [part]);
    assert.equal(written(found.state), "view=table&cat=Aid");
  }
});

test("what is nothing without another is not open without it", () => {
  assert.equal(written(read("with=b&path=1&at=1-2&first=a").state), "");
});

test("what a view shows otherwise is alike; what is open, where and under which filter is not", () => {
  const same = (a: string, b: string) => alike(read(a).state, read(b).state);
  const shapes = [
    "sort=who",
    "lanes=24",
    "list=1",
    "actors=32",
    "rows=200",
    "stack=kind",
    "see=1,2,3",
    "a=x&at=7",
  ];
  assert.equal(shapes.length, 8);
  for (const shape of shapes) assert.ok(same(`view=table&a=x&${shape}`, "view=table&a=x"), shape);
  for (const other of ["view=table", "e=a", "c=b", "a=x", "a=x&at=1-2", "st=denied", "hide=a"]) {
    assert.ok(!same(other, ""), other);
  }
});

test("any string survives, but for halves of characters", () => {
  for (const id of ["a,b", "50%", "a+b", "#&=", "\u202e", "\u0000", "\ud834\udd1e", "'\"<>"]) {
    const state = { ...START, e: id, filter: { ...NO_FILTER, in: [id, "x"] } };
    assert.deepEqual(read(written(state)).state, state);
  }
  assert.equal(read(written({ ...START, e: "a\ud834" })).state.e, "a\ufffd");
});
