// Texts and words: code points, legible strings, dates and counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byPoints, fold, legible, short } from "../../kg/view/web/src/model/text";
import { count, date, grouped, interval } from "../../kg/view/web/src/model/words";

test("a text is cut by code points, not by units of UTF-16", () => {
  const text = byPoints("\ud835\udd38 Kim");
  assert.equal(text.length, 5);
  assert.equal(text.cut(2, 5), "Kim");
  assert.equal(byPoints("plain").cut(1, 3), "la");
});

test("controls that turn or hide words are named", () => {
  assert.equal(legible("a\u202eb\u0000c\td"), "a\u27e8U+202E\u27e9b\u27e8U+0000\u27e9c\td");
  assert.equal(short(" a \n b ", 3), "a b");
  assert.equal(short("abcdef", 4), "abc\u2026");
});

test("folding leaves letters and digits, without case and accents", () => {
  assert.equal(fold("  W\u00f6rkers\u2019 Party-2 "), "workers party 2");
});

const DATES = [
  ["2019-03-22", "22 March 2019"],
  ["2019-03", "March 2019"],
  ["2019", "2019"],
  ["soon", "soon"],
  [null, ""],
] as const;

test("dates are worded as finely as they are known", () => {
  assert.equal(DATES.length, 5);
  for (const [iso, words] of DATES) assert.equal(date(iso), words);
  assert.equal(interval(["2018", "2018"]), "2018");
  assert.equal(interval(["2018", "2019-01"]), "2018 to January 2019");
  assert.equal(interval(["2018", null]), "from 2018");
  assert.equal(interval([null, "2018"]), "until 2018");
  assert.equal(interval(null), "");
});

test("numbers are the same for everyone", () => {
  assert.equal(grouped(1234567), "1,234,567");
  assert.equal(grouped(999), "999");
  assert.equal(count(1, "claim"), "1 claim");
  assert.equal(count(1000, "entity", "entities"), "1,000 entities");
});
