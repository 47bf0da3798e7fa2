// Graphs made by hand and by rule, for the tests of the page's modules.
import { type ClaimTable, claimTable } from "../../kg/view/web/src/ask/claims";
import { type Graph, graphOf } from "../../kg/view/web/src/model/graph";
import type {
  Article,
  Claim,
  Entity,
  Node,
  PageData,
  Status,
} from "../../kg/view/web/src/model/types";

/** What no string of a text may do: end an element, run, turn words, or break a file. */
export const HOSTILE: readonly string[] = [
  "</script><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "=cmd|' /C calc'!A0",
  "\u0000\u0001\u0008",
  "\u202eevil\u202c \u2066iso\u2069",
  "\"quoted\", 'single' & <tag> ]]> -->",
  "line\r\nbreak\ttab\u2028sep",
  "half \ud800 pair",
  "__proto__",
  "constructor",
  "a\u001fb",
  "x".repeat(10_000),
];

export const KOREAN = "김여정";
export const ARABIC = "كيم يو جونغ";
export const HEBREW = "קים יו ג׳ונג";

export function article(id: string, text: string, more: Partial<Article> = {}): Article {
  const none = { title: null, published: null, url: null, source: null, author: null };
  return { id, text, ...none, copyOf: null, ...more };
}

export function entity(id: string, label: string, more: Partial<Entity> = {}): Entity {
  const none = {
    ...{ aliases: [], matches: [], mentions: [], read: 0 },
    ...{ offices: [], held: [], merges: [] },
  };
  return { id, label, class: "Person", ...none, ...more };
}

export function called(text: string): Entity["aliases"][number] {
  return { text, from: "text", n: 1 };
}

/** A claim: an event when it has a trigger, else a relation. Pairs are as data.py's. */
export function claim(id: string, term: string, more: Partial<Claim> = {}): Claim {
  const from = more.from ?? [];
  const to = more.to ?? [];
  const crossed = from.flatMap((a) => to.map((b) => [a, b] as const));
  const among = from.flatMap((a, i) => from.slice(i + 1).map((b) => [a, b] as const));
  return {
    id,
    article: 0,
    term,
    from,
    to,
    oneWay: to.length > 0,
    pairs: (to.length ? crossed : among).filter(([a, b]) => a !== b),
    status: "asserted",
    polarity: "positive",
    certainty: "certain",
    tense: "past",
    speaker: null,
    relayedBy: [],
    unnamed: false,
    when: null,
    evidence: [],
    rules: [],
    confidence: 0.9,
    ...more,
  };
}

export const TERMS: PageData["terms"] = {
  class: { Person: { label: "person" }, Country: { label: "country" } },
  claim: {
    leads: { label: "leads", kind: "relation", family: "structure" },
    sibling: { label: "is a sibling of", kind: "relation", family: "structure" },
    meet: {
      label: "consult",
      kind: "event",
      family: "cooperation",
      quad: "verbal-cooperation",
      score: 1.5,
    },
    punish: {
      label: "sanction",
      kind: "event",
      family: "conflict",
      quad: "material-conflict",
      score: -5,
    },
    act: { label: "act", kind: "event", family: "act" },
  },
  mode: { tour: { label: "visit" } },
  context: { arms: { label: "nuclear arms" } },
};

export function page(more: Partial<PageData> = {}): PageData {
  const families = ["structure", "cooperation", "conflict", "act"];
  return {
    articles: [],
    entities: [],
    claims: [],
    happenings: [],
    disputes: [],
    terms: TERMS,
    classes: [],
    families: families.map((name) => ({ name, label: name, quads: [] })),
    ...more,
  };
}

export const EMPTY: PageData = page();

/** Four people and two countries, in three articles of which one is a copy. */
export const SMALL: PageData = page({
  articles: [
    article("a1", "Kim met Moon. Kim leads the North.", { published: "2019-03-25", source: "AP" }),
    article("a2", "Kim met Moon, 만났다 😀 twice.", { published: "2020-06-16", copyOf: 0 }),
    article("a3", "Bolton denied it.", { source: "KCNA", title: "Denial" }),
  ],
  entities: [
    entity("bolton", "John Bolton"),
    entity("kim", "Kim Yo Jong", { aliases: [called("Kim Yo-jong"), called(KOREAN)] }),
    entity("moon", "Moon Jae-in"),
    entity("north", "North Korea", { class: "Country" }),
    entity("south", "South Korea", { class: "Country" }),
    entity("zed", ARABIC),
  ],
  claims: [
    claim("c0", "meet", { from: ["kim", "moon"], trigger: [4, 7], evidence: [[0, 13]] }),
    claim("c1", "leads", { from: ["kim"], to: ["north"], evidence: [[14, 34]] }),
    claim("c2", "meet", {
      article: 1,
      from: ["kim", "moon"],
      trigger: [4, 7],
      evidence: [[0, 26]],
      when: ["2020-06", null],
    }),
    claim("c3", "punish", {
      article: 2,
      from: ["bolton"],
      to: ["north", "kim"],
      trigger: [7, 13],
      evidence: [[0, 17]],
      status: "denied",
      speaker: "bolton",
      relayedBy: ["zed"],
      confidence: 0.4,
      when: ["2018", "2018"],
    }),
    claim("c4", "act", {
      article: 2,
      from: ["zed"],
      trigger: [7, 13],
      verb: "walk",
      confidence: 1,
    }),
    claim("c5", "punish", {
      from: ["north"],
      to: ["south"],
      trigger: [4, 7],
      status: "planned",
      when: [null, "2019-12-31"],
    }),
  ],
});

/** Ann and Bela, who meet, with another and a place, indexed and joined by one line. */
export function small(): Graph {
  const day = { published: "2020-01-02" };
  const ends = { from: ["a"], to: ["b"] };
  const data = page({
    articles: [article("one", "Ann met Bela.", day), article("two", "Ann will meet.", day)],
    entities: [
      entity("a", "Ann", {
        mentions: [
          [0, 0, 3],
          [1, 0, 3],
        ],
      }),
      entity("b", "Bela", { aliases: [called("Robert")] }),
      entity("c", "Cleo"),
      entity("d", "Annex"),
    ],
    claims: [
      claim("c1", "meet", ends),
      claim("c2", "leads", { ...ends, status: "denied" }),
      claim("c3", "meet", { article: 1, from: ["a"], speaker: "b", place: "d", status: "planned" }),
    ],
  });
  return graphOf(data, { nodes: nodes(data), edges: [{ from: "a", to: "b" }] });
}

/** Numbers from a seed, the same in every run: from 0 up to, not with, `below`. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const STATUSES: readonly Status[] = ["asserted", "reported", "denied", "planned", "possible"];
const NAMES =
  "Kim Lee Park Choe Jung Kang Cho Yun Jang Im Han Oh Seo Shin Kwon Hwang An Song".split(" ");
const GIVEN =
  "Yo-jong Jae-in Jong-un Il-sung Son-gwon Myong-gyun Eui-yong Hye-won Su-mi Do-han".split(" ");
const WORDS =
  "met accused sanctioned talks office summit border leaflets warned about the of in".split(" ");

/** A graph of any size, made by rule. */
export function made(size: {
  entities: number;
  claims: number;
  articles: number;
  seed?: number;
}): PageData {
  const next = numbers(size.seed ?? 1);
  const pick = <T>(values: readonly T[]): T => values[next(values.length)] as T;
  const articles = Array.from({ length: size.articles }, (_, i) =>
    article(`a${i}`, Array.from({ length: 40 }, () => pick(WORDS)).join(" "), {
      published: next(5) ? `20${10 + next(14)}-0${1 + next(9)}-1${next(10)}` : null,
      source: next(4) ? `source ${next(12)}` : null,
      copyOf: i > 0 && next(6) === 0 ? next(i) : null,
    }),
  );
  const entities = Array.from({ length: size.entities }, (_, i) =>
    entity(`e${i}`, `${pick(NAMES)} ${pick(GIVEN)} ${i}`, {
      class: next(3) ? "Person" : "Country",
      aliases: next(2) ? [called(`${pick(GIVEN)} ${pick(NAMES)} ${i}`)] : [],
    }),
  );
  const claims = Array.from({ length: size.claims }, (_, i) => anyClaim(`c${i}`, size, next));
  return page({ articles, entities, claims });
}

type Next = (below: number) => number;

function anyClaim(id: string, size: { entities: number; articles: number }, next: Next): Claim {
  const someone = () => `e${next(size.entities)}`;
  const event = next(5) < 3;
  const start = next(100);
  const term = (event ? ["meet", "punish", "act"] : ["leads", "sibling"])[next(event ? 3 : 2)];
  return claim(id, term ?? "act", {
    article: next(size.articles),
    from: [someone(), ...(event && next(3) === 0 ? [someone()] : [])],
    to: event && next(3) === 0 ? [] : [someone()],
    ...(event ? { trigger: [3, 6] as const } : {}),
    status: STATUSES[next(5)] ?? "asserted",
    speaker: next(3) ? null : someone(),
    relayedBy: next(9) ? [] : [someone()],
    when: anyTime(next),
    confidence: next(101) / 100,
    evidence: [[start, start + 60]],
  });
}

function anyTime(next: Next): Claim["when"] {
  const year = String(2000 + next(25));
  const month = `${year}-0${1 + next(9)}`;
  const date = [year, month, `${month}-2${next(9)}`][next(3)] ?? year;
  const times = [null, [date, null], [null, date], [date, date], [date, date]] as const;
  return times[next(5)] ?? null;
}

/** The columns of a graph that is not drawn. */
export function tableOf(data: PageData): ClaimTable {
  return claimTable(graphOf(data, { nodes: [], edges: [] }));
}

/** Nodes of a graph, ranked as its entities stand. */
export function nodes(data: PageData): Node[] {
  return data.entities.map((one, i) => ({
    id: one.id,
    label: one.label,
    look: one.class,
    shape: "dot",
    size: 8,
    degree: 1,
    rank: i,
    community: 0,
    x: 10 * i,
    y: -5 * i,
    first: [i, i],
  }));
}
