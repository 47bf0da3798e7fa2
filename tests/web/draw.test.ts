// What the drawing decides without a canvas: places, what is under the pointer, words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { commonest } from "../../kg/view/web/src/draw/captions";
import { fromCanvas, lookingAt, scaleAt, toCanvas } from "../../kg/view/web/src/draw/lens";
import { kindOf } from "../../kg/view/web/src/draw/lines";
import { lineOf, looksOf, takers } from "../../kg/view/web/src/draw/look";
import { linesOf } from "../../kg/view/web/src/draw/near";
import { apart, nearestDot, nearestLine } from "../../kg/view/web/src/draw/nearest";
import { contentKey } from "../../kg/view/web/src/draw/pins";
import { radius, seeingAll, stretch } from "../../kg/view/web/src/draw/placing";
import type { LineStyle } from "../../kg/view/web/src/draw/renderer";
import { standing } from "../../kg/view/web/src/draw/spots";
import { ink, withOpacity } from "../../kg/view/web/src/draw/webgl";
import { pairKey, participants } from "../../kg/view/web/src/model/graph";
import type { Node } from "../../kg/view/web/src/model/types";
import { expanded, withExpanded } from "../../kg/view/web/src/state/expanded";
import type { Scene } from "../../kg/view/web/src/state/scene";
import { made, small, tableOf } from "./made";

const node = (id: string, rank: number, first: Node["first"] = null): Node => ({
  ...{ id, label: id, look: "Being", shape: "dot", size: 8, degree: 1, rank, first },
  ...{ community: 0, x: rank * 3, y: rank * 2 },
});

test("how far a point is from a line ends at the line's ends", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  const cases: readonly (readonly [number, number, number])[] = [
    [5, 3, 9],
    [0, 0, 0],
    [13, 4, 25],
    [-3, 4, 25],
  ];
  assert.equal(cases.length, 4);
  for (const [x, y, far] of cases) assert.equal(apart({ x, y }, a, b), far);
  assert.equal(apart({ x: 3, y: 4 }, a, a), 25);
});

test("the nearest line that is seen is found within reach, else none", () => {
  const at = new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 10, y: 0 }],
    ["c", { x: 0, y: 10 }],
  ]);
  const lines = [
    { id: "ab", from: "a", to: "b" },
    { id: "ac", from: "a", to: "c" },
    { id: "ax", from: "a", to: "nobody" },
  ];
  const find = (x: number, y: number, hidden = "") =>
    nearestLine(lines, at, { x, y }, 3, (id) => id !== hidden);
  assert.equal(find(5, 1), "ab");
  assert.equal(find(1, 5), "ac");
  assert.equal(find(5, 5), null);
  assert.equal(find(5, 1, "ab"), null);
});

test("of dots that overlap the one whose middle is nearer is meant", () => {
  const dots = ["a", "b"].map((id) => ({ id, shape: "dot", size: 4, x: 0, y: 0 }));
  const at = new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 5, y: 0 }],
  ]);
  const find = (x: number) => nearestDot(dots, at, { x, y: 0 }, (size) => size);
  assert.deepEqual([1, 3, 9, 10].map(find), ["a", "b", "b", null]);
});

test("those off the first screen stand near whom they are joined with, on nobody", () => {
  const nodes = [node("hub", 0, [0, 0]), node("far", 1, [400, 0])];
  const more = Array.from({ length: 60 }, (_, i) => node(`m${i}`, i + 2));
  const at = standing([...nodes, ...more], (id) => (id.startsWith("m") ? ["hub"] : []));
  assert.equal(at.size, 62);
  assert.deepEqual(at.get("hub"), { x: 0, y: 0 });
  assert.deepEqual(at.get("far"), { x: 400, y: 0 });
  const places = [...at.values()];
  const covering = places.filter((a, i) =>
    places.slice(0, i).some((b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 30),
  );
  assert.deepEqual(covering, []);
  const again = standing([...nodes, ...more], (id) => (id.startsWith("m") ? ["hub"] : []));
  assert.deepEqual([...again], [...at]);
});

test("one who is joined with nobody that is drawn stands where the whole has it", () => {
  assert.deepEqual(standing([node("alone", 5)], () => []).get("alone"), { x: 15, y: 10 });
});

test("positions are drawn apart, never together, by at most two", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 400 },
  ];
  for (const [width, height] of [
    [1200, 300],
    [300, 1200],
    [600, 600],
  ] as const) {
    const { x, y } = stretch(points, { width, height });
    assert.ok(x >= 1 && x <= 2 && y >= 1 && y <= 2);
    assert.ok(x === 1 || y === 1);
  }
});

test("the camera sees all, is never too near, and needs something to see", () => {
  const size = { width: 800, height: 600 };
  assert.equal(seeingAll([], size), null);
  assert.equal(seeingAll([{ x: 1, y: 1 }], size)?.scale, 1.25);
  const far = seeingAll(
    [
      { x: -4000, y: 0 },
      { x: 4000, y: 10 },
    ],
    size,
  );
  assert.ok(far && far.scale * 8000 < 800);
  assert.deepEqual([far.x, far.y], [0, 5]);
});

test("the camera of the engine is ours in other units, there and back", () => {
  const size = { width: 800, height: 600 };
  const looking = lookingAt({ x: 120, y: -40, scale: 0.5 }, size);
  assert.ok(Math.abs(scaleAt(looking.ratio, size) - 0.5) < 1e-12);
  const middle = toCanvas({ x: 120, y: -40 }, looking, size);
  assert.ok(Math.hypot(middle.x - 400, middle.y - 300) < 1e-9);
  const point = toCanvas({ x: 140, y: -40 }, looking, size);
  assert.ok(Math.hypot(point.x - 410, point.y - 300) < 1e-9);
  const back = fromCanvas(point, looking, size);
  assert.ok(Math.hypot(back.x - 140, back.y + 40) < 1e-9);
});

test("lines are the fainter the more there are, the stronger the nearer", () => {
  assert.equal(ink(500, 1), 1);
  assert.ok(ink(9_000, 0.2) < ink(2_000, 0.2));
  assert.ok(ink(9_000, 0.2) < ink(9_000, 1));
  assert.equal(ink(1e9, 0.01), 0.05);
});

test("nobody is smaller than can be seen", () => {
  assert.equal(radius(6, 0.001, 100_000), 1.6);
  assert.ok(radius(26, 1, 10) > radius(26, 0.2, 10));
});

test("a line says what is said most often, and how much else", () => {
  assert.deepEqual(commonest(["meet", "accuse", "meet"]), ["meet", 1]);
  assert.deepEqual(commonest(["meet"]), ["meet", 0]);
  assert.deepEqual(commonest(["b", "a"]), ["b", 1]);
});

test("manner, arrows and strength of a line are one number, different for all", () => {
  const kinds = (["solid", "dashed", "dotted"] as const).flatMap((manner) =>
    [false, true].flatMap((forth) =>
      [false, true].flatMap((back) =>
        [false, true].map((strong) => kindOf({ manner, forth, back, strong } as LineStyle)),
      ),
    ),
  );
  assert.equal(kinds.length, 24);
  assert.equal(new Set(kinds).size, 24);
});

test("colours get their opacity as two more figures; what is no colour is grey", () => {
  assert.equal(withOpacity("#35506b", 1), "#35506bff");
  assert.equal(withOpacity("#35506b", 0), "#35506b00");
  assert.equal(withOpacity("", 0.5), "#88888880");
});

test("an expansion is an id, or an id and how often; what is not there is left out", () => {
  const known = (id: string) => ["a", "b", "odd~2"].includes(id);
  assert.deepEqual(
    [...expanded(["a", "b~3", "odd~2", "c", "c~2", "a~0"], known)],
    [
      ["a", 1],
      ["b", 3],
      ["odd~2", 1],
    ],
  );
  assert.deepEqual(withExpanded(["a"], known, "b", 2), ["a", "b~2"]);
  assert.deepEqual(withExpanded(["a", "b~2"], known, "b", 0), ["a"]);
  assert.deepEqual(withExpanded(["odd~2"], known, "odd~2", 3), ["odd~2~3"]);
  assert.deepEqual([...expanded(["odd~2~3"], known)], [["odd~2", 3]]);
});

test("the lines of a path are those between each and the next", () => {
  assert.deepEqual(linesOf(["b", "a", "c"]), ["a\u001fb", "a\u001fc"]);
  assert.deepEqual(linesOf(["a"]), []);
});

test("who takes part in what passes is found in order; looks that are still right are kept", () => {
  const { data: graph } = tableOf(made({ entities: 30, claims: 200, articles: 9 }));
  let left = new Uint8Array(200).fill(1);
  const scene = { graph, left: () => left } as unknown as Scene;
  const keys = new Set(graph.claims.flatMap(({ pairs }) => pairs.map((ends) => pairKey(...ends))));
  const lines = [...keys].map((id) => {
    const [from = "", to = ""] = id.split("\u001f");
    return lineOf({ from, to });
  });
  const all = looksOf(scene, lines);
  assert.equal(all.size, keys.size);
  left = left.map((_, i) => Number(i % 3 > 0));
  const passing = graph.claims.filter((_, i) => left[i]);
  assert.deepEqual([...takers(scene)], [...new Set(passing.flatMap(participants))]);
  const found = looksOf(scene, lines, all);
  assert.deepEqual(found, looksOf(scene, lines));
  for (const [id, look] of found) {
    const same = look.claims.length === all.get(id)?.claims.length;
    assert.equal(look === all.get(id), same);
  }
});

test("pins are kept under a name made from the content alone", () => {
  const graph = small();
  assert.match(contentKey(graph), /^[0-9a-f]{8}$/);
  assert.equal(contentKey(graph), contentKey(small()));
  assert.notEqual(contentKey(graph), contentKey({ ...graph, entities: graph.entities.slice(1) }));
  assert.notEqual(contentKey(graph), contentKey({ ...graph, claims: graph.claims.slice(1) }));
});
