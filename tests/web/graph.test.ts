// The graph's indexes, filters and the looks of lines, on a graph made by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesOf, pairKey, participants } from "../../kg/view/web/src/model/graph";
import { rowOf, runs, turned } from "../../kg/view/web/src/model/runs";
import { made, small, tableOf } from "./made";

const graph = small();
const ids = (claims: readonly { readonly id: string }[]) => claims.map(({ id }) => id);

test("claims are found by pair, participant, speaker and place", () => {
  assert.deepEqual(ids(graph.ofPair("b", "a")), ["c1", "c2"]);
  assert.deepEqual(ids(graph.told("a")), ["c1", "c2", "c3"]);
  assert.deepEqual(ids(graph.said("b")), ["c3"]);
  assert.deepEqual(ids(graph.here("d")), ["c3"]);
  assert.deepEqual(graph.others("a"), ["b"]);
  assert.deepEqual(graph.told("nobody"), []);
  assert.equal(pairKey("a", "b"), pairKey("b", "a"));
});

test("rows of numbers are turned round, and back to where they were", () => {
  const letters = ["cab", "", "abba", "d"];
  const found = runs(letters, (word, put) => {
    for (const letter of word) put(letter.charCodeAt(0) - 97);
  });
  assert.deepEqual(
    letters.map((_, i) => [...rowOf(found, i)]),
    [[2, 0, 1], [], [0, 1], [3]],
  );
  const round = turned(found, 5);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 9, -1].map((n) => [...rowOf(round, n)]),
    [[0, 2], [0, 2], [0], [3], [], [], []],
  );
  assert.deepEqual([...turned(round, 4).start], [...found.start]);
});

test("claims, entities and pairs are numbered as they stand", () => {
  const { data, pairs } = tableOf(made({ entities: 40, claims: 300, articles: 20 }));
  for (const [i, claim] of data.claims.entries()) {
    assert.equal(data.number(claim), i);
    const ids = [...rowOf(data.takers, i)].map((place) => data.entities[place]?.id);
    assert.deepEqual(ids, participants(claim));
    for (const [a, b] of claim.pairs) assert.ok(data.ofPair(b, a).includes(claim));
  }
  assert.equal(pairs.claims.of.length, pairs.of.length);
});

test("what is asked by an unknown id throws, or says that there is none", () => {
  assert.throws(() => graph.entity("nobody"), /nobody/);
  assert.throws(() => graph.article(9), /9/);
  assert.equal(graph.findEntity("nobody"), undefined);
  assert.equal(graph.findArticle("one"), 0);
});

test("terms have labels; one that nobody wrote down is its own, whatever its name", () => {
  assert.equal(graph.label("claim", "meet"), "consult");
  for (const term of ["unheard", "constructor", "__proto__"]) {
    assert.equal(graph.label("claim", term), term);
    assert.equal(graph.family(term), "act");
  }
});

test("participants and mentions are those of the claim and the stretch", () => {
  const [first] = graph.claims;
  assert.ok(first);
  assert.deepEqual(participants(first), ["a", "b"]);
  assert.deepEqual(graph.mentions("a", 0, [0, 5]), [[0, 3]]);
  assert.deepEqual([...articlesOf(graph.entity("a"))], [0, 1]);
});
