// Search: names, their variants and slips, sentences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nameKey } from "../../kg/view/web/src/ask/romanise";
import { type Hit, makeSearch } from "../../kg/view/web/src/ask/search";
import type { PageData } from "../../kg/view/web/src/model/types";
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
  made,
  nodes,
  page,
} from "./made";

const TEXT =
  "North Korea blew up its joint liaison office with the South. " +
  "The office stood in Kaesong 개성공단에서, and the liaison was over. 😀 Kim Yo Jong had warned of it.";

const SECOND = TEXT.indexOf("The office");
const THIRD = Array.from(TEXT).indexOf("😀") + 2;
const LAST = [THIRD, THIRD + 29] as const;

const PEOPLE: PageData = page({
  articles: [article("a1", TEXT)],
  entities: [
    entity("kim-yo-jong", "Kim Yo Jong", { aliases: [called("Kim Yo-jong"), called(KOREAN)] }),
    entity("kim-jong-un", "Kim Jong Un", { aliases: [called("the marshal")] }),
    entity("jong", "Jong", { class: "Country" }),
    entity("moon", "Moon Jae-in"),
    entity("lee", "Lee Hsien Loong"),
    entity("kaesong", "Gaeseong", { class: "Country" }),
    entity("erdogan", "Recep Tayyip Erdoğan"),
    entity("arab", ARABIC),
    entity("hebrew", HEBREW),
    entity("yo", "Yo Jong Kim"),
  ],
  claims: [
    claim("c1", "act", { from: ["moon"], trigger: [12, 19], evidence: [[0, 60]] }),
    claim("c2", "act", {
      from: ["moon"],
      trigger: [21, 23],
      evidence: [
        [0, 60],
        [SECOND, THIRD - 3],
      ],
    }),
    claim("c3", "act", { from: ["kim-yo-jong"], trigger: [131, 135], evidence: [LAST] }),
  ],
});

function ready(data: PageData) {
  const search = makeSearch(data, nodes(data));
  while (search.prepare(1));
  return search;
}

const search = ready(PEOPLE);
const id = (hit: Hit) => (hit.kind === "entity" ? hit.id : hit.claims.join("+"));
const ids = (query: string, limit = 12) => search(query, limit).map(id);

test("The first hit is who is called so, however it is spelt", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["Kim Yo Jong", "kim-yo-jong", "name"],
    ["kim yo-jong", "kim-yo-jong", "name"],
    ["KIMYOJONG", "kim-yo-jong", "name"],
    ["kim y", "kim-yo-jong", "prefix"],
    ["yojong", "yo", "prefix"],
    ["jong yo", "kim-yo-jong", "words"],
    ["Kim Yeo-jeong", "kim-yo-jong", "variant"],
    ["Gim Yŏ-jŏng", "kim-yo-jong", "variant"],
    ["Kim Yeojung", "kim-yo-jong", "variant"],
    [KOREAN, "kim-yo-jong", "name"],
    [KOREAN.normalize("NFD"), "kim-yo-jong", "name"],
    ["여정", "kim-yo-jong", "words"],
    ["jong", "jong", "name"],
    ["Kim Jeong-eun", "kim-jong-un", "variant"],
    ["Mun Chae-in", "moon", "variant"],
    ["Ri Hsien", "lee", "variant"],
    ["Kaesong", "kaesong", "variant"],
    ["erdogan", "erdogan", "words"],
    ["Erdoagn", "erdogan", "fuzzy"],
    ["marshal", "kim-jong-un", "words"],
    [ARABIC, "arab", "name"],
    [ARABIC.slice(0, 3), "arab", "prefix"],
    [HEBREW.slice(4), "hebrew", "words"],
    ["coun", "jong", "class"],
  ];
  assert.equal(cases.length, 24);
  for (const [query, wanted, fit] of cases) {
    const [first] = search(query);
    assert.equal(
      first?.kind === "entity" ? `${first.id} ${first.fit}` : "",
      `${wanted} ${fit}`,
      query,
    );
  }
});

test("Better fits come first, equals by their rank in the graph", () => {
  assert.deepEqual(ids("jong").slice(0, 4), ["jong", "kim-yo-jong", "kim-jong-un", "yo"]);
  assert.deepEqual(ids("kim").slice(0, 3), ["kim-yo-jong", "kim-jong-un", "yo"]);
  assert.deepEqual(ids("person", 3), ["kim-yo-jong", "kim-jong-un", "moon"]);
});

test("Beside who is called so, only whole names in another spelling are of interest", () => {
  const beside = ready(
    page({
      entities: [
        entity("land", "Country", { aliases: [called("Lison")] }),
        entity("office", "Lison Office"),
        entity("city", "Lison"),
        entity("ri", "Ri Son Gwon"),
        entity("slip", "Lisen"),
        entity("twin", "Leeson"),
      ],
    }),
  );
  assert.deepEqual(beside("lison").map(id), ["city", "land", "office", "twin"]);
  assert.deepEqual(beside("ri so").map(id), ["ri"]);
  const kims = ready(
    page({
      entities: [entity("un", "Kim Jong Un", { aliases: [called("Kim")] }), entity("kim", "Kim")],
    }),
  );
  assert.deepEqual(kims("kim").map(id), ["un", "kim"]);
  const banks = ready(
    page({ entities: [entity("ban", "Ban Ki-moon"), entity("bank", "West Bank")] }),
  );
  assert.deepEqual(banks("banki").map(id), ["ban"]);
  assert.deepEqual(
    banks("bank").map((hit) => hit.kind === "entity" && hit.fit),
    ["words", "words"],
  );
});

test("A name may stand with the words of a class or an office", () => {
  const office = {
    title: "Prime Minister",
    of: null,
    claim: null,
    begin: null,
    end: null,
    told: null,
  };
  const people = ready(
    page({
      entities: [
        entity("moon", "Moon Jae-in", { offices: [office] }),
        entity("land", "Moon Land", { class: "Country" }),
      ],
    }),
  );
  assert.deepEqual(people("prime minister moon").map(id), ["moon"]);
  assert.deepEqual(people("country moon").map(id), ["land"]);
  assert.deepEqual(people("minis").map(id), ["moon"]);
  assert.deepEqual(people("min").map(id), []);
});

test("A hit tells which of its names fits", () => {
  const [first] = search("the mar");
  assert.equal(first?.text, "the marshal");
});

test("Sentences are found by their words, the last unfinished, side by side first", () => {
  const found = search("liaison offi");
  assert.deepEqual(found.map(id), ["c1+c2", "c2"]);
  const [whole] = found;
  assert.equal(whole?.text, TEXT.slice(0, 60));
  assert.deepEqual(whole?.kind === "sentence" && whole.span, [0, 60]);
  assert.deepEqual(ids("공단"), ["c2"]);
  assert.equal(search("had warned of")[0]?.text, "Kim Yo Jong had warned of it.");
  assert.deepEqual(ids("office warned"), []);
});

test("A sentence has its place among the hits, and no more hits come than asked for", () => {
  const kinds = search("kim yo jong", 3).map((hit) => hit.kind);
  assert.deepEqual(kinds, ["entity", "entity", "sentence"]);
  for (const limit of [0, 1, 2, 5]) assert.ok(search("kim", limit).length <= limit);
});

test("Of names and sentences it is told how many there are, however few are listed", () => {
  const { hits, names, sentences } = search.counted("kim yo jong", 3);
  assert.deepEqual([hits.length, names, sentences], [3, 2, 1]);
  const few = search.counted("office", 1);
  assert.deepEqual([few.hits.length, few.names, few.sentences], [1, 0, 2]);
  const none = search.counted("");
  assert.deepEqual([none.hits, none.names, none.sentences], [[], 0, 0]);
});

test("Nothing is found for nothing, and in nothing", () => {
  for (const query of ["", "  ", "-", "'", "\u0000", "!!"]) assert.deepEqual(search(query), []);
  assert.deepEqual(ready(EMPTY)("kim"), []);
  assert.deepEqual(ids("zzzzzz"), []);
});

test("Hostile names and queries are names and queries like others", () => {
  const data = page({ entities: HOSTILE.map((label, i) => entity(`h${i}`, label)) });
  const hostile = ready(data);
  for (const text of HOSTILE) {
    const found = hostile(text);
    const [first] = found;
    const letters = /[\p{L}\p{N}]/u.test(text);
    assert.equal(first?.text, letters ? text : undefined, text.slice(0, 20));
    assert.ok(search(text).length >= 0);
  }
});

test("Names are found before anything is prepared, sentences once they are", () => {
  const fresh = makeSearch(PEOPLE, nodes(PEOPLE));
  assert.deepEqual(fresh("liaison"), []);
  assert.equal(fresh("Kim Yo Jong").length, 2);
  while (fresh.prepare());
  assert.equal(fresh("liaison").length, 2);
});

test("Spellings of different names keep different keys", () => {
  const same = [
    ["Kim Yo-jong", "Gim Yeojeong", "KIM YO JUNG", "Kim Yŏ-jŏng"],
    ["Lee", "Ri", "Yi", "Rhee", "I"],
    ["Park Geun-hye", "Pak Kŭn-hye", "Bak Geunhye"],
    ["Roh Moo-hyun", "No Mu-hyŏn", "Noh Muhyeon"],
    ["Kim Il-sung", "Gim Il-seong"],
    ["Pyongyang", "Pyeongyang", "P'yŏngyang"],
    ["Busan", "Pusan"],
    ["Yoon", "Yun"],
    ["Choe", "Choi", "Ch'oe"],
  ];
  assert.equal(same.length, 9);
  const keys = same.map((names) => {
    assert.equal(new Set(names.map(nameKey)).size, 1, names.map(nameKey).join(" "));
    return nameKey(names[0] ?? "");
  });
  assert.equal(new Set(keys).size, 9);
  assert.notEqual(nameKey("Kim Jong-un"), nameKey("Kim Jong-nam"));
});

test("Typing in 10,000 names takes less than a fifth of a second, even on a busy machine", () => {
  const data = made({ entities: 10_000, claims: 1_000, articles: 50 });
  const large = makeSearch(data, nodes(data));
  const slice = (n: number) => large.prepare(n);
  assert.equal(slice(100), true);
  while (slice(500));
  for (const query of ["k", "kim", "kim yo", "kim yeo-jeong", "Jeong-eun"]) large(query);
  const start = process.hrtime.bigint();
  for (const query of ["k", "kim", "kim yo", "kim yeo-jeong", "Jeong-eun"]) {
    assert.ok(large(query).length > 0, query);
  }
  assert.ok(Number(process.hrtime.bigint() - start) / 5e6 < 200);
});
