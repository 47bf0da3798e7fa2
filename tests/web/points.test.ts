// Texts: code points, folding for search, what may be shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byPoints,
  compare,
  fold,
  legible,
  short,
  wellFormed,
} from "../../kg/view/web/src/model/text";
import { HEBREW, HOSTILE, KOREAN } from "./made";

const TEXTS: readonly string[] = [
  "",
  "plain",
  "a😀b",
  "😀😀",
  KOREAN,
  "half \ud800 x",
  "\udc00😀",
  "e\u0301",
];

test("A text has as many code points as Python counts", () => {
  const counted = TEXTS.map((text) => Array.from(text).length);
  assert.equal(counted.length, 8);
  assert.deepEqual(
    TEXTS.map((text) => byPoints(text).length),
    counted,
  );
});

test("Every span that is cut is the same code points, whatever their width", () => {
  let cuts = 0;
  for (const text of TEXTS) {
    const points = Array.from(text);
    for (let start = 0; start <= points.length; start++) {
      for (let end = start; end <= points.length; end++, cuts++) {
        assert.equal(byPoints(text).cut(start, end), points.slice(start, end).join(""));
      }
    }
  }
  assert.equal(cuts, 105);
});

test("Code points and units are turned into each other and back", () => {
  for (const text of TEXTS) {
    const read = byPoints(text);
    for (let point = 0; point <= read.length; point++) {
      assert.equal(read.point(read.unit(point)), point);
    }
  }
  assert.equal(byPoints("a😀b").point(2), 1); // the second half is the same code point
});

test("What lies beyond the ends of a text is its end", () => {
  for (const text of ["abc", "a😀c"]) {
    assert.equal(byPoints(text).cut(-5, 99), text);
    assert.equal(byPoints(text).cut(7, 9), "");
    assert.equal(byPoints(text).unit(99), text.length);
  }
});

test("Spellings that differ by case, accents, hyphens or apostrophes are folded alike", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Kim Yo-jong", "kim yo jong"],
    ["KIM  YO JONG", "kim yo jong"],
    ["Kim Yŏ-jŏng", "kim yo jong"],
    ["Chŏng’ŭn", "chongun"],
    ["Ch'oe", "choe"],
    ["Erdoğan", "erdogan"],
    ["İstanbul", "istanbul"],
    ["Straße", "strasse"],
    ["ΣΊΣΥΦΟΣ", "σισυφοσ"],
    ["Łódź, Ærø", "lodz aero"],
    ["Ｆｕｌｌ ①", "full 1"],
    [KOREAN, KOREAN],
    ["김여정".normalize("NFD"), KOREAN],
    ["  -- ", ""],
    ["", ""],
  ];
  assert.equal(cases.length, 15);
  for (const [given, folded] of cases) assert.equal(fold(given), folded);
});

test("Folding what is folded changes nothing", () => {
  const texts = [...TEXTS, ...HOSTILE, HEBREW];
  assert.equal(texts.length, 21);
  for (const text of texts) assert.equal(fold(fold(text)), fold(text));
});

test("No control character is left in what is legible, and all else is", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const hidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  for (const text of HOSTILE) assert.doesNotMatch(legible(text), hidden);
  assert.equal(legible("\u202eevil"), "⟨U+202E⟩evil");
  assert.equal(legible(`${KOREAN} ${HEBREW} 😀\n`), `${KOREAN} ${HEBREW} 😀\n`);
  assert.equal(legible("half \ud800"), "half ⟨U+D800⟩");
});

test("A short line has at most so many code points and no half pairs", () => {
  assert.equal(short("😀".repeat(30), 5), "😀😀😀😀…");
  assert.equal(short("a\n  b"), "a b");
  assert.equal(Array.from(short("x".repeat(10_000))).length, 26);
  assert.equal(short(""), "");
});

test("A text can always be written as UTF-8", () => {
  assert.equal(wellFormed("a\ud800b\udc00😀"), "a\ufffdb\ufffd😀");
  for (const text of HOSTILE) assert.doesNotThrow(() => encodeURIComponent(wellFormed(text)));
});

test("Texts are ordered by code units, whatever the locale", () => {
  assert.deepEqual(["b", "a", "Z", "ä", "é"].sort(compare), ["Z", "a", "b", "ä", "é"]);
});
