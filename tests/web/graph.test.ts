// The graph's indexes, filters and the looks of lines, on a graph made by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articlesOf, pairKey, participants } from "../../kg/view/web/src/model/graph";
import { small } from "./small";

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

test("what is asked by an unknown id throws, or says that there is none", () => {
  assert.throws(() => graph.entity("nobody"), /nobody/);
  assert.throws(() => graph.article(9), /9/);
  assert.equal(graph.findEntity("nobody"), undefined);
  assert.equal(graph.findArticle("one"), 0);
});

test("terms have labels; one that nobody wrote down is its own, whatever its name", () => {
  assert.equal(graph.label("claim", "Meet"), "meets");
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
