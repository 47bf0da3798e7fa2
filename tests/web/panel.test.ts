// What the panel says: words for dates and doubts, marks, reports, merges, where to begin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { graphOf } from "../../kg/view/web/src/model/graph";
import type { Claim, Dispute, Merge, PageData, Span } from "../../kg/view/web/src/model/types";
import {
  marksOf,
  piecesOf,
  sentenceAt,
  sentencesOf,
  spotsOf,
} from "../../kg/view/web/src/panel/marks";
import { judged } from "../../kg/view/web/src/panel/merges";
import { direction } from "../../kg/view/web/src/panel/pair";
import { type Paragraph, pointAt } from "../../kg/view/web/src/panel/place";
import { disputesOf, reportsOf } from "../../kg/view/web/src/panel/reports";
import { starts } from "../../kg/view/web/src/panel/starts";
import {
  confidenceWords,
  reasonWords,
  stanceWords,
  whenWords,
} from "../../kg/view/web/src/panel/tell";
import { article, claim, EMPTY, entity, HOSTILE, made, nodes, page, SMALL } from "./made";

const graph = (data: PageData) => graphOf(data, { nodes: nodes(data), edges: [] });
const event = (when: Claim["when"]) => claim("c", "meet", { trigger: [0, 1], when });

test("a date is told with what is not known of it", () => {
  const cases: readonly (readonly [Claim["when"], string])[] = [
    [["2019-03-22", "2019-03-22"], "on 22 March 2019"],
    [["2019-03", "2019-03"], "in March 2019, the day is not told"],
    [["2019", "2019"], "in 2019, the month is not told"],
    [["2021-03-08", "2021-03-14"], "between 8 and 14 March 2021"],
    [["2021-03-29", "2021-04-04"], "between 29 March 2021 and 4 April 2021"],
    [["2021-04", null], "from April 2021 on, the end is not told"],
    [[null, "2021-04"], "until April 2021, the beginning is not told"],
    [[null, null], "the day is not told"],
    [null, "the day is not told"],
  ];
  assert.equal(cases.length, 9);
  for (const [when, words] of cases) assert.equal(whenWords(event(when)), words);
  const held = (when: Claim["when"]) => whenWords(claim("c", "leads", { when }));
  assert.equal(held(["2017", "2021"]), "from 2017 to 2021");
  assert.equal(held(["2017-05-10", "2017-05-12"]), "from 10 to 12 May 2017");
  assert.equal(held(null), "");
});

test("a stance is told only where it is not the plain case", () => {
  const told = (more: Partial<Claim>) => stanceWords(claim("c", "meet", more));
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ tense: "present" }), []);
  assert.deepEqual(told({ polarity: "negative", certainty: "possible", tense: "future" }), [
    "said not to be so",
    "only possible",
    "told as still to come",
  ]);
  assert.deepEqual(told({ certainty: "probable" }), ["probable, not certain"]);
});

test("a confidence has a word and its figure", () => {
  const cases = [
    [1, "very high (1)"],
    [0.85, "high (0.85)"],
    [0.7, "fair (0.7)"],
    [0.2, "low (0.2)"],
  ] as const;
  assert.equal(cases.length, 4);
  for (const [n, words] of cases) assert.equal(confidenceWords(n), words);
});

test("reasons of a merge are told in plain words; one that is not known as it stands", () => {
  const label = (id: string) => (id === "moon" ? "Moon Jae-in" : id);
  assert.equal(reasonWords("alias of moon", label), "the gazetteer lists it for Moon Jae-in");
  assert.equal(
    reasonWords("name: ECTC", label),
    "named again in the same article, as \u201cECTC\u201d",
  );
  assert.equal(reasonWords("class differs", label), "not told as of the same kind");
  assert.match(reasonWords("part of name: A.B (C) $1", label), /“A\.B \(C\) \$1”/);
  for (const text of ["years apart", "", ...HOSTILE]) assert.equal(reasonWords(text, label), text);
});

// ------------------------------------------------------------------------- marks

// "Ann met Bob and Cy." twice; the trigger of the second claim covers a name.
const TEXT = "Ann met Bob and Cy. Bob left Ann. Nothing.";
const MARKED = page({
  articles: [article("a", TEXT)],
  entities: [
    entity("ann", "Ann", {
      mentions: [
        [0, 0, 3],
        [0, 29, 32],
      ],
    }),
    entity("bob", "Bob", {
      mentions: [
        [0, 8, 11],
        [0, 20, 23],
      ],
    }),
    entity("cy", "Cy", { mentions: [[0, 16, 18]] }),
  ],
  claims: [
    claim("m", "meet", { from: ["ann"], to: ["bob"], trigger: [4, 7], evidence: [[0, 19]] }),
    claim("n", "act", { from: ["cy"], trigger: [4, 11], evidence: [[0, 19]], speaker: "ann" }),
    claim("o", "leads", { from: ["bob"], to: ["ann"], evidence: [[20, 33]] }),
  ],
});

test("a sentence's marks tell who, whom and what apart; the trigger wins where two overlap", () => {
  const shown = graph(MARKED);
  const of = (id: string, span: readonly [number, number]) =>
    marksOf(shown, shown.findClaim(id) as Claim, span).map(
      ({ start, end, part }) => `${part} ${TEXT.slice(start, end)}`,
    );
  assert.deepEqual(of("m", [0, 19]), ["does Ann", "trigger met", "undergoes Bob"]);
  assert.deepEqual(of("n", [0, 19]), ["speaker Ann", "trigger met Bob", "does Cy"]);
  assert.deepEqual(of("o", [20, 33]), ["does Bob", "undergoes Ann"]);
  assert.deepEqual(of("o", [33, 42]), []);
});

test("an article is cut where marks begin and end, and loses no letter", () => {
  const shown = graph(MARKED);
  const sentences = sentencesOf(shown.claims);
  assert.deepEqual(
    sentences.map(({ start, end, claims }) => [start, end, claims.map(({ id }) => id).join()]),
    [
      [0, 19, "m,n"],
      [20, 33, "o"],
    ],
  );
  const pieces = piecesOf([0, TEXT.length], sentences, spotsOf(shown, 0, shown.claims));
  assert.equal(pieces.map(({ start, end }) => TEXT.slice(start, end)).join(""), TEXT);
  const marked = pieces
    .filter(({ spots }) => spots.length > 0)
    .map(({ start, end, spots }) => `${TEXT.slice(start, end)}:${spots.length}`);
  assert.deepEqual(marked, ["Ann:1", "met:2", " :1", "Bob:2", "Cy:1", "Bob:1", "Ann:1"]);
  assert.equal(pieces.at(-1)?.sentence, null);
});

test("a stretch belongs to the sentence that holds most of it", () => {
  const sentences = sentencesOf(MARKED.claims);
  assert.equal(sentenceAt(sentences, [15, 33])?.start, 20);
  assert.equal(sentenceAt(sentences, [2, 3])?.start, 0);
  assert.equal(sentenceAt(sentences, [34, 42]), null);
  assert.equal(sentencesOf(MARKED.claims, [34, 42]).length, 3);
});

test("sentences that overlap are one, with the claims of both", () => {
  const of = (id: string, ...evidence: [number, number][]) => claim(id, "meet", { evidence });
  const joined = sentencesOf([of("a", [0, 10], [40, 50]), of("b", [5, 20]), of("a2", [20, 30])]);
  assert.deepEqual(
    joined.map(({ start, end, claims }) => `${start}-${end} ${claims.length}`),
    ["0-20 2", "20-30 1", "40-50 1"],
  );
});

test("two thousand claims in a long article are cut within a second", () => {
  const line = "Ann met Bob at noon and left. ";
  const mentions = (at: number) =>
    Array.from({ length: 3400 }, (_, i) => [0, i * 30 + at, i * 30 + at + 3] as const);
  const claims = Array.from({ length: 2000 }, (_, i) =>
    claim(`c${i}`, "meet", {
      from: ["ann"],
      to: ["bob"],
      trigger: [i * 30 + 4, i * 30 + 7],
      evidence: [[i * 30, i * 30 + 29]],
    }),
  );
  const data = page({
    articles: [article("long", line.repeat(3400))],
    entities: [
      entity("ann", "Ann", { mentions: mentions(0) }),
      entity("bob", "Bob", { mentions: mentions(8) }),
    ],
    claims,
  });
  const shown = graph(data);
  const begin = performance.now();
  const spots = spotsOf(shown, 0, claims);
  const pieces = piecesOf([0, line.length * 3400], sentencesOf(claims), spots);
  assert.equal(spots.length, 6000);
  assert.ok(pieces.length >= 12_000);
  assert.ok(performance.now() - begin < 1000);
});

// ----------------------------------------------------------------------- reports

const TOLD = page({
  articles: [
    article("w", "", { source: "Wire" }),
    article("x", "", { source: "Mail", copyOf: 0 }),
    article("y", "", { source: "Herald" }),
    article("z", "", { source: "Herald" }),
  ],
  entities: [entity("a", "A"), entity("b", "B")],
  claims: [
    claim("c0", "meet", { from: ["a"], to: ["b"], trigger: [0, 1], happening: "h" }),
    claim("c1", "meet", { from: ["a"], to: ["b"], trigger: [0, 1], happening: "h", article: 1 }),
    claim("c2", "meet", { from: ["a"], to: ["b"], trigger: [0, 1], article: 2 }),
    ...[0, 1, 2, 3].map((i) => claim(`r${i}`, "leads", { from: ["a"], to: ["b"], article: i })),
    claim("r9", "leads", { from: ["a"], to: ["b"], polarity: "negative", article: 2 }),
  ],
  disputes: [
    {
      id: "d",
      about: "number",
      left: { claim: "c0", value: "3", words: [0, 1] },
      right: { claim: "c2", value: "5", words: [0, 1] },
    },
  ],
});

test("what tells the same is counted by independent articles", () => {
  const shown = graph(TOLD);
  const of = (id: string) => {
    const found = reportsOf(shown, shown.findClaim(id) as Claim);
    return [found.claims.length, found.articles, found.independent];
  };
  assert.deepEqual(of("c1"), [2, 2, 1]);
  assert.deepEqual(of("c2"), [1, 1, 1]);
  assert.deepEqual(of("r0"), [4, 4, 2]);
  assert.deepEqual(of("r9"), [1, 1, 1]);
  const disputed = (id: string) => disputesOf(shown, shown.findClaim(id) as Claim).length;
  assert.deepEqual([disputed("c0"), disputed("c2"), disputed("c1")], [1, 1, 0]);
});

test("merges that say the same are told once, by verdict", () => {
  const merge = (left: string, right: string, verdict: string, more: Partial<Merge> = {}) => ({
    left,
    right,
    leftIn: 0,
    rightIn: 1,
    verdict,
    rule: "r",
    for: ["same name"],
    against: [],
    ...more,
  });
  const all = [
    merge("A", "B", "same"),
    merge("B", "A", "same", { rightIn: 2 }),
    merge("A", "B", "same", { against: ["years apart"] }),
    merge("A", "B", "unsure"),
  ];
  const found = judged(all, "same").map(({ n, articles }) => [n, articles.size]);
  assert.deepEqual(found, [
    [2, 3],
    [1, 2],
  ]);
  assert.equal(judged(all, "unsure").length, 1);
  assert.equal(judged(all, "different").length, 0);
});

test("a claim runs from one to the other, back, or both ways", () => {
  const way = (more: Partial<Claim>) => direction(claim("c", "meet", more), "a", "b");
  assert.equal(way({ from: ["a"], to: ["b", "c"] }), "there");
  assert.equal(way({ from: ["b"], to: ["a"] }), "back");
  assert.equal(way({ from: ["a", "b"] }), "both");
  assert.equal(way({ from: ["a"], to: ["b"], oneWay: false }), "both");
  assert.equal(way({ from: ["a", "b"], to: ["a", "b"] }), "both");
});

// ---------------------------------------------------------------- where to begin

const whys = (data: PageData, claims = data.claims) =>
  starts(graph(data), claims).map(({ why }) => why);

test("three starts are chosen, each with its reason: disputes, the closest pair, a denial", () => {
  assert.deepEqual(whys(SMALL), [
    "Most told of any two: 2 claims in 2 articles.",
    "The newest denial, 2018.",
    "The newest plan, 31 December 2019.",
  ]);
  assert.equal(whys(TOLD)[0], "Most disputed: reports disagree about the number.");
});

test("a graph of nothing has no start; one of little has what there is", () => {
  assert.deepEqual(whys(EMPTY), []);
  const alone = page({
    articles: [article("a", "")],
    entities: [entity("a", "A"), entity("b", "B")],
    claims: [claim("c", "leads", { from: ["a"], to: ["b"] })],
  });
  assert.deepEqual(whys(alone), ["Joined with the most others: 1 of 1."]);
  assert.deepEqual(whys(SMALL, []), []);
});

test("a denial of somebody by somebody is preferred to a newer one of nobody", () => {
  const denied = (id: string, year: string, more: Partial<Claim>) =>
    claim(id, "punish", { status: "denied", trigger: [0, 1], when: [year, year], ...more });
  const data = page({
    articles: [article("a", "")],
    entities: [entity("a", "A"), entity("b", "B")],
    claims: [
      denied("bare", "2022", { from: ["a"] }),
      denied("full", "2020", { from: ["a"], to: ["b"] }),
    ],
  });
  assert.equal(whys(data)[0], "The newest denial, 2020.");
});

test("the same graph gives the same starts, also a large one, and quickly", () => {
  const data = made({ entities: 2000, claims: 50_000, articles: 400 });
  const many = { ...data, disputes: [] as Dispute[] };
  const begin = performance.now();
  const first = whys(many);
  assert.ok(performance.now() - begin < 4000);
  assert.equal(first.length, 3);
  assert.deepEqual(whys(many), first);
});

// -------------------------------------------------------------------------- places

// Three paragraphs under one another, as they stand on the screen after some scrolling.
function paragraphs(scrolled: number): readonly Paragraph[] {
  const heights = [100, 40, 200];
  const spans: readonly Span[] = [
    [0, 50],
    [52, 60],
    [62, 162],
  ];
  let y = 30 - scrolled;
  return spans.map((span, i) => {
    const top = y;
    y += (heights[i] ?? 0) + 10;
    const box = { top, bottom: top + (heights[i] ?? 0) };
    return { span, element: { getBoundingClientRect: () => box } as unknown as HTMLElement };
  });
}

test("the place in a text is the code point at the top of what is seen", () => {
  const cases = [
    [0, 0], // above the text
    [30, 0],
    [80, 25], // half of the first is gone
    [135, 52], // between two, the next
    [160, 56],
    [290, 112],
    [390, null], // below the end
  ] as const;
  assert.equal(cases.length, 7);
  for (const [scrolled, point] of cases) assert.equal(pointAt(paragraphs(scrolled), 0), point);
  assert.equal(pointAt([], 0), null);
});
