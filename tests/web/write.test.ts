// What is taken away: CSV, JSON, Turtle, SVG, citations.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageData } from "../../kg/view/web/src/model/types";
import { citations, cite } from "../../kg/view/web/src/write/citation";
import { cell, toCsv } from "../../kg/view/web/src/write/csv";
import { decimal, literal, Names, quoted } from "../../kg/view/web/src/write/iris";
import { toJson } from "../../kg/view/web/src/write/json";
import { shownOf } from "../../kg/view/web/src/write/shown";
import {
  inert,
  type Picture,
  type Sign,
  type Stroke,
  toSvg,
  widthOf,
} from "../../kg/view/web/src/write/svg";
import { toTurtle } from "../../kg/view/web/src/write/turtle";
import {
  ARABIC,
  article,
  called,
  claim,
  EMPTY,
  entity,
  HEBREW,
  HOSTILE,
  KOREAN,
  page,
  SMALL,
} from "./made";

const every = (data: PageData) => shownOf(data, new Uint8Array(data.claims.length).fill(1));

// Each hostile string as title, label, alias, speaker, verb, title of office and text.
const EVIL: PageData = page({
  articles: HOSTILE.map((text, i) =>
    article(`id ${text.slice(0, 40)} ${i}`, text, { title: text, source: text, url: text }),
  ),
  entities: HOSTILE.map((text, i) =>
    entity(`e${i} ${text.slice(0, 40)}`, text, { aliases: [called(`${text}!`)], matches: [text] }),
  ),
  claims: HOSTILE.map((text, i) => {
    const who = `e${i} ${text.slice(0, 40)}`;
    return claim(`c${i}`, "act", {
      article: i,
      from: [who],
      speaker: who,
      verb: text,
      trigger: [0, 1],
      evidence: [[0, 10_000]],
      rules: [text],
    });
  }),
});

// Controls, but for those that end lines, and what turns words.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

test("No file holds a control character, one that turns words, or half a pair", () => {
  const files = [toCsv, toJson, toTurtle].map((write) => write(every(EVIL)));
  const texts = [
    ...files,
    svg({ signs: HOSTILE.map((label, i) => sign({ label, title: label, x: i })) }),
  ];
  assert.equal(texts.length, 4);
  for (const text of texts) {
    assert.doesNotMatch(text, HIDDEN);
    assert.doesNotMatch(text, HALF);
  }
});

// ------------------------------------------------------------------------- shown

test("What is shown are the passing claims, and whom they name", () => {
  const shown = shownOf(SMALL, Uint8Array.from([1, 0, 0, 1, 0, 0]), ["south"]);
  assert.deepEqual(
    shown.claims.map((c) => c.id),
    ["c0", "c3"],
  );
  assert.deepEqual(
    shown.entities.map((e) => e.id),
    ["bolton", "kim", "moon", "north", "south", "zed"],
  );
  assert.deepEqual(
    shown.articles.map((a) => a.id),
    ["a1", "a3"],
  );
  assert.equal(shown.label("nobody"), "nobody");
});

// ------------------------------------------------------------------------- CSV

// A reader of RFC 4180, as strict as it is.
function records(text: string): string[][] {
  const found: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let at = 0; at < text.length; at = cells.lastIndex) {
    cells.lastIndex = at;
    const match = cells.exec(text);
    assert.ok(match, `no cell at ${at}`);
    found.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] !== ",") found.push([]);
  }
  return found.slice(0, -1);
}

test("A cell is text that no spreadsheet computes", () => {
  const cases: readonly (readonly [string | number | null, string])[] = [
    ["plain", "plain"],
    ["", ""],
    [null, ""],
    [-3.5, "-3.5"],
    [Number.NaN, ""],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["  =1", "'  =1"],
    ["\t=1", "'\t=1"],
    ["＝1", "'＝1"],
    ["\n=1", '"\'\n=1"'],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['say "no", twice', '"say ""no"", twice"'],
    ["a\r\nb", '"a\r\nb"'],
    ["\u0000\u202e", "⟨U+0000⟩⟨U+202E⟩"],
    [KOREAN, KOREAN],
    [HEBREW, HEBREW],
  ];
  assert.equal(cases.length, 19);
  for (const [value, written] of cases) assert.equal(cell(value), written);
});

test("CSV has a header and a record for each claim, all of one width", () => {
  const read = records(toCsv(every(SMALL)));
  assert.equal(read.length, 7);
  for (const record of read) assert.equal(record.length, 29);
  const [header = [], , , third = [], denied = []] = read;
  const at = (record: string[], name: string) => record[header.indexOf(name)];
  assert.equal(at(third, "sentence"), "Kim met Moon, 만났다 😀 twice.");
  assert.equal(at(third, "from"), "Kim Yo Jong; Moon Jae-in");
  assert.equal(at(denied, "relayed by"), ARABIC);
  assert.deepEqual(
    [at(denied, "begin"), at(denied, "status"), at(denied, "confidence")],
    ["2018", "denied", "0.4"],
  );
  assert.equal(at(denied, "title"), "Denial");
});

test("Hostile strings stay in their cells; an empty graph is a header", () => {
  const read = records(toCsv(every(EVIL)));
  assert.equal(read.length, 13);
  for (const record of read.slice(1)) {
    assert.equal(record.length, 29);
    for (const text of record) assert.doesNotMatch(text, /^\s*[=+@]/);
  }
  assert.equal(records(toCsv(every(EMPTY))).length, 1);
});

// ------------------------------------------------------------------------- JSON

test("JSON holds the claims with their sentences, and keeps every character", () => {
  const read = JSON.parse(toJson(every(SMALL)));
  assert.deepEqual(Object.keys(read), ["articles", "entities", "claims"]);
  assert.equal(read.claims.length, 6);
  assert.deepEqual(read.claims[2].evidence, [
    { start: 0, end: 26, text: "Kim met Moon, 만났다 😀 twice." },
  ]);
  assert.deepEqual(read.claims[3].when, { begin: "2018", end: "2018" });
  assert.deepEqual(read.claims[0].trigger, { start: 4, end: 7, text: "met" });
  assert.equal(read.claims[4].says, "walk");
  assert.equal(read.articles[0].text, undefined);
  const evil = JSON.parse(toJson(every(EVIL)));
  assert.deepEqual(
    evil.entities.map((e: { label: string }) => e.label),
    HOSTILE,
  );
  assert.doesNotMatch(toJson(every(EVIL)), /<\/script|<img/);
  assert.deepEqual(JSON.parse(toJson(every(EMPTY))), { articles: [], entities: [], claims: [] });
});

// ------------------------------------------------------------------------- Turtle

test("Ids become one step of an IRI, as Python's quote makes them", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["kim-yo-jong", "kim-yo-jong"],
    ["a b", "a%20b"],
    ["a/b#c?d", "a%2Fb%23c%3Fd"],
    ["!'()*", "%21%27%28%29%2A"],
    ["_.-~", "_.-~"],
    ["é김", "%C3%A9%EA%B9%80"],
    ["😀", "%F0%9F%98%80"],
    ["\u0000", "%00"],
    ["\ud800", "%EF%BF%BD"],
    ["%20", "%2520"],
  ];
  assert.equal(cases.length, 10);
  for (const [id, step] of cases) assert.equal(quoted(id), step);
});

test("Literals and numbers are written as kg writes them", () => {
  assert.equal(literal('say "no"\n\\', "@en"), '"say \\"no\\"\\n\\\\"@en');
  assert.equal(literal("\u0000\u2028\u202e"), '"\\u0000\\u2028\\u202E"');
  const cases = [
    [0.9251, "0.93"],
    [0, "0.00"],
    [1, "1.00"],
    [0.125, "0.12"],
    [0.375, "0.38"],
    [0.625, "0.62"],
    [0.005, "0.01"],
    [-0, "0.00"],
  ] as const;
  assert.equal(cases.length, 8);
  for (const [value, written] of cases) assert.equal(decimal(value), `"${written}"^^xsd:decimal`);
});

test("Names have a prefix where Turtle lets them", () => {
  const names = new Names();
  assert.equal(names.of("e", "kim-yo-jong"), "e:kim-yo-jong");
  assert.equal(names.of("e", "a.b"), "<https://w3id.org/newskg/id/e/a.b>");
  assert.equal(names.span("a1", [3, 7]), "<https://w3id.org/newskg/id/article/a1#char=3,7>");
  assert.equal(
    new Names("https://x.org/").of("attribution", "c", "-1"),
    "<https://x.org/attribution/c-1>",
  );
  assert.equal(names.reference("https://example.org/a b"), "<https://example.org/a%20b>");
  assert.equal(names.reference("a.html"), '"a.html"^^xsd:anyURI');
});

test("A claim in Turtle has its stance, speakers, sentences and whom it names", () => {
  const text = toTurtle(every(SMALL));
  const wanted = [
    "@prefix kg: <https://w3id.org/newskg/ontology#> .",
    'e:kim a kg:Person ;\n    rdfs:label "Kim Yo Jong"@en ;\n    skos:altLabel "Kim Yo-jong"@en, "김여정"@en .',
    "e:kim kg:leads e:north .",
    "claim:c1 a kg:RelationClaim ;\n    rdf:subject e:kim ;\n    rdf:predicate kg:leads ;\n    rdf:object e:north ;",
    "claim:c3 a kg:punish ;\n    gaf:denotedBy <https://w3id.org/newskg/id/article/a3#char=7,13> ;",
    "    kg:actor e:bolton ;\n    kg:recipient e:north, e:kim ;",
    '    kg:status kg:denied ;\n    kg:confidence "0.40"^^xsd:decimal ;',
    '    prov:wasAttributedTo e:bolton ;\n    kg:beginDate "2018" ;\n    kg:endDate "2018" ;',
    "<https://w3id.org/newskg/id/attribution/c3-2> a prov:Attribution ;\n    kg:order 2 ;\n    prov:agent e:zed .",
    '    nif:anchorOf "Bolton denied it." .',
  ];
  assert.equal(wanted.length, 10);
  for (const part of wanted) assert.ok(text.includes(part), part);
});

test("Plain triples are of asserted relations alone, the smaller IRI first if it holds both ways", () => {
  const data = page({
    articles: [article("a", "x")],
    entities: [entity("a", "A"), entity("b", "B")],
    claims: [
      claim("c1", "sibling", { from: ["b"], to: ["a"], oneWay: false }),
      claim("c2", "leads", { from: ["b"], to: ["a"], status: "denied" }),
      claim("c3", "leads", { from: ["a"], to: ["b"], former: true }),
    ],
  });
  const plain = toTurtle(every(data))
    .split("\n")
    .filter((line) => /^e:\w+ kg:/.test(line));
  assert.deepEqual(plain, ["e:a kg:sibling e:b ."]);
});

test("Hostile strings end no literal and no IRI", () => {
  const text = toTurtle(every(EVIL))
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");
  const iri = /<[^\s<>"{}|^`\\]*>/g;
  const bare = text
    .replace(/"(?:[^"\\\n\r]|\\.)*"/g, '""')
    .replace(iri, "<>")
    .replace(/\w+:(?:[\w-]|%[0-9A-F]{2})+/g, ":");
  assert.doesNotMatch(bare, /alert|script|cmd|evil/);
  assert.match(toTurtle(every(EMPTY)), /^# .*\n@prefix/);
});

// ------------------------------------------------------------------------- citation

test("A citation leaves out what is not known, and runs nothing", () => {
  const whole = { title: "T", source: "S", published: "2020-01-02", url: "https://x.org/a" };
  const cases: readonly (readonly [Parameters<typeof article>[2], string, string])[] = [
    [whole, "He left.", "T, S, 2020-01-02, https://x.org/a: “He left.” (characters 3-11)"],
    [{}, "He left.", "id: “He left.” (characters 3-11)"],
    [{ ...whole, url: "javascript:alert(1)" }, "x", "T, S, 2020-01-02: “x” (characters 3-11)"],
    [{ title: "a\nb", source: "" }, "two\r\n lines", "a b: “two lines” (characters 3-11)"],
    [
      { title: KOREAN, source: HEBREW },
      ARABIC,
      `${KOREAN}, ${HEBREW}: “${ARABIC}” (characters 3-11)`,
    ],
    [{ title: "\u202ex\u0000" }, "y", "⟨U+202E⟩x⟨U+0000⟩: “y” (characters 3-11)"],
  ];
  assert.equal(cases.length, 6);
  for (const [more, sentence, cited] of cases)
    assert.equal(cite(article("id", "", more), sentence, [3, 11]), cited);
});

test("A claim is cited once for each of its sentences", () => {
  const shown = every(SMALL);
  const [, , third] = SMALL.claims;
  assert.equal(
    third && citations(third, shown),
    "a2, 2020-06-16: “Kim met Moon, 만났다 😀 twice.” (characters 0-26)",
  );
  const both = claim("c", "act", {
    evidence: [
      [0, 3],
      [4, 7],
    ],
  });
  assert.equal(citations(both, shown).split("\n").length, 2);
});

// ------------------------------------------------------------------------- SVG

function sign(more: Partial<Sign> = {}): Sign {
  return {
    label: "",
    title: "",
    shape: "dot",
    colour: "#123456",
    x: 0,
    y: 0,
    size: 5,
    named: true,
    ...more,
  };
}

function stroke(more: Partial<Stroke> = {}): Stroke {
  return {
    from: [0, 0],
    to: [100, 0],
    ends: [5, 5],
    label: "",
    title: "",
    colour: "#123456",
    width: 1,
    dash: [],
    arrows: "none",
    ...more,
  };
}

function svg(more: Partial<Picture>): string {
  const none = { title: "", description: "", signs: [], strokes: [], paper: "#fff", ink: "#000" };
  return toSvg({ ...none, ...more });
}

// The elements of a well-formed file, in order; fails where one is not closed.
function elements(text: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  const tags = text
    .replace(/^<\?xml[^>]*\?>/, "")
    .matchAll(/<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<]*")*)(\/?)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g);
  for (const [whole, closing, name, , empty] of tags) {
    assert.ok(name, `a bare ${whole}`);
    if (closing) assert.equal(open.pop(), name);
    else found.push(name);
    if (!closing && !empty) open.push(name);
  }
  assert.deepEqual(open, []);
  return found;
}

test("A drawing has a title and a sign with title and text for each node", () => {
  const signs = [
    sign({ label: KOREAN, title: "one" }),
    sign({ label: HEBREW, title: "two", x: 100, shape: "star" }),
  ];
  const text = svg({
    title: "All",
    description: "of it",
    signs,
    strokes: [stroke({ title: "line", label: "met" })],
  });
  assert.deepEqual(elements(text), [
    "svg",
    "title",
    "desc",
    "style",
    "rect",
    "g",
    "title",
    "line",
    "text",
    "g",
    "title",
    "circle",
    "text",
    "g",
    "title",
    "polygon",
    "text",
  ]);
  assert.ok(text.includes(`>${KOREAN}</text>`) && text.includes(`>${HEBREW}</text>`));
  assert.ok(text.includes("<title>All</title>") && text.includes("<desc>of it</desc>"));
});

test("A drawing with a key tells what it is, above and below, and labels stand as placed", () => {
  const key = [
    { label: "person", colour: "#123456", shape: "star" },
    { label: "planned", colour: "#654321", dash: [7, 5] },
  ];
  const text = svg({
    title: "All that is told",
    description: "2 entities",
    signs: [sign({ label: "Kim", labelAt: [40, -20] }), sign({ label: "Moon", y: 90 })],
    key,
  });
  assert.match(text, /<text x="40" y="-15.5"[^>]*>Kim</);
  const words = [...text.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word]) => word);
  const wanted = ["Kim", "Moon", "All that is told", "2 entities", "person", "planned"];
  assert.deepEqual(words, wanted);
  const box = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(text)?.slice(1).map(Number) ?? [];
  const [left = 0, top = 0, width = 0, height = 0] = box;
  for (const [, x, y] of text.matchAll(/<text x="([^"]*)" y="([^"]*)"/g)) {
    assert.ok(left < Number(x) && Number(x) < left + width);
    assert.ok(top < Number(y) && Number(y) < top + height);
  }
  assert.match(text, /stroke-dasharray="7 5"/);
  assert.ok(widthOf("\ubb38\uc7ac\uc778") > widthOf("abc"));
});

test("Hostile strings are text in a drawing", () => {
  const signs = HOSTILE.map((text, i) =>
    sign({ label: text, title: text, shape: text, colour: text, x: i }),
  );
  const text = svg({
    title: HOSTILE.join(),
    signs,
    strokes: HOSTILE.map((t) => stroke({ label: t, title: t, colour: t })),
    paper: "url(//x)",
  });
  const kinds = new Set(elements(text));
  assert.deepEqual([...kinds].sort(), [
    "circle",
    "desc",
    "g",
    "line",
    "rect",
    "style",
    "svg",
    "text",
    "title",
  ]);
  const tags = text.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) assert.doesNotMatch(tag, /url\(| on[a-z]+=|href|javascript/);
  assert.equal(inert("<a b='c' d=\"e\">&"), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
  for (const [label] of text.matchAll(/<text[^>]*>[^<]*/g)) assert.ok(label.length < 400);
});

test("An empty drawing is an empty sheet, and odd places are places", () => {
  assert.deepEqual(elements(svg({})), ["svg", "title", "desc", "style", "rect"]);
  assert.match(svg({}), /viewBox="0 0 48 48"/);
  assert.doesNotMatch(svg({ signs: [sign({ x: Number.NaN, size: Infinity })] }), /NaN|Infinity/);
  assert.match(svg({ signs: [sign({ x: 1 / 3 })] }), /cx="0.33"/);
});

test("A line keeps clear of the signs at its ends and points where it runs", () => {
  const line = (more: Partial<Stroke>) => svg({ strokes: [stroke(more)] });
  assert.match(line({}), /<line x1="7" y1="0" x2="93" y2="0"/);
  assert.equal(line({ to: [8, 0] }).includes("<line"), false); // the signs touch
  const heads = (["none", "to", "from", "both"] as const).map(
    (arrows) => line({ arrows }).split("<polygon").length - 1,
  );
  assert.deepEqual(heads, [0, 1, 1, 2]);
  assert.match(line({ dash: [5, 4] }), /stroke-dasharray="5 4"/);
  assert.equal(line({}).includes("dasharray"), false);
});

test("The same drawing is the same bytes", () => {
  const picture = {
    signs: [sign({ label: "a" }), sign({ label: "b", x: 9 })],
    strokes: [stroke({})],
  };
  assert.equal(svg(picture), svg(picture));
});
