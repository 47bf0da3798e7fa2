// A small graph, made by hand; it uses nothing of any ontology.
import { type Graph, graphOf } from "../../kg/view/web/src/model/graph";
import type { Article, Claim, Entity, Node, PageData } from "../../kg/view/web/src/model/types";

const article = (id: string, text: string): Article => ({
  id,
  title: null,
  published: "2020-01-02",
  url: null,
  source: null,
  author: null,
  text,
  copyOf: null,
});

const entity = (id: string, label: string, aliases: readonly string[] = []): Entity => ({
  id,
  class: "Being",
  label,
  aliases: aliases.map((text) => ({ text, from: "text", n: 1 })),
  matches: [],
  mentions:
    id === "a"
      ? [
          [0, 0, 3],
          [1, 0, 3],
        ]
      : [],
  offices: [],
  merges: [],
});

const node = (id: string, rank: number): Node => ({
  id,
  label: id,
  look: "Being",
  shape: "dot",
  size: 6,
  degree: 1,
  rank,
  community: 0,
  x: rank * 10,
  y: 0,
  first: [rank * 10, 0],
});

/** A claim between a and b, changed as wanted. */
export function claim(id: string, changes: Partial<Claim> = {}): Claim {
  return {
    id,
    article: 0,
    term: "Meet",
    from: ["a"],
    to: ["b"],
    oneWay: true,
    pairs: [["a", "b"]],
    status: "asserted",
    polarity: "positive",
    certainty: "certain",
    tense: "past",
    speaker: null,
    relayedBy: [],
    unnamed: false,
    when: null,
    evidence: [[0, 12]],
    rules: ["r"],
    confidence: 1,
    ...changes,
  };
}

/** Three beings and a place, two articles, three claims. */
export function small(): Graph {
  const data: PageData = {
    articles: [article("one", "Ann met Bela."), article("two", "Ann will meet.")],
    entities: [
      entity("a", "Ann"),
      entity("b", "Bela", ["Robert"]),
      entity("c", "Cleo"),
      entity("d", "Annex"),
    ],
    claims: [
      claim("c1"),
      claim("c2", { term: "knows", status: "denied" }),
      claim("c3", { to: [], pairs: [], status: "planned", speaker: "b", place: "d", article: 1 }),
    ],
    happenings: [],
    disputes: [],
    terms: {
      class: { Being: { label: "being", look: "Being" } },
      claim: {
        Meet: { label: "meets", kind: "event", family: "cooperation" },
        knows: { label: "knows", kind: "relation", family: "structure" },
      },
      mode: {},
      context: {},
    },
    classes: [{ name: "Being", shape: "dot" }],
    families: [],
  };
  const nodes = ["a", "b", "c", "d"].map(node);
  return graphOf(data, { nodes, edges: [{ from: "a", to: "b" }] });
}
