// What is known of a claim, in words: its date and how sure that is, its stance, its
// confidence; and why names were taken for one.
import type { Claim } from "../model/types";
import { date } from "../model/words";

type Ends = NonNullable<Claim["when"]>;

const NOT_TOLD: Readonly<Record<number, string>> = {
  4: ", the month is not told",
  7: ", the day is not told",
};

// The grain of a date is its length: 2019, 2019-03, 2019-03-22.
function one(iso: string): string {
  const unsure = NOT_TOLD[iso.length];
  return unsure === undefined ? `on ${date(iso)}` : `in ${date(iso)}${unsure}`;
}

// "8 and 14 March 2021": the month of two days is said once.
function both(begin: string, end: string, word: string): string {
  const shared = begin.length === 10 && begin.slice(0, 7) === end.slice(0, 7);
  const first = shared ? String(Number(begin.slice(8))) : date(begin);
  return `${first} ${word} ${date(end)}`;
}

function known([begin, end]: Ends, happens: boolean): string {
  if (begin && end) {
    if (begin === end) return one(begin);
    if (happens) return `between ${both(begin, end, "and")}`;
    return `from ${both(begin, end, "to")}`;
  }
  if (begin) return `from ${date(begin)} on, the end is not told`;
  return end ? `until ${date(end)}, the beginning is not told` : "";
}

/**
 * When a claim was, with what is not known of it: "between 8 and 14 March 2021", "in
 * 2019, the month is not told". What happens has a day, even where nobody tells it; what
 * only holds need not have one.
 */
export function whenWords(claim: Claim): string {
  const happens = claim.trigger !== undefined;
  const told = claim.when ? known(claim.when, happens) : "";
  return told || (happens ? "the day is not told" : "");
}

const STANCES: readonly (readonly ["polarity" | "certainty" | "tense", string, string])[] = [
  ["polarity", "negative", "said not to be so"],
  ["certainty", "possible", "only possible"],
  ["certainty", "probable", "probable, not certain"],
  ["tense", "future", "told as still to come"],
];

/** How the words tell it, where that is not the plain case: positive, certain, not to come. */
export function stanceWords(claim: Claim): string[] {
  return STANCES.filter(([key, value]) => claim[key] === value).map(([, , words]) => words);
}

const SURE: readonly (readonly [number, string])[] = [
  [0.9, "very high"],
  [0.8, "high"],
  [0.6, "fair"],
  [0, "low"],
];

/** A confidence in a word and as a figure: "high (0.85)". */
export function confidenceWords(confidence: number): string {
  const word = SURE.find(([least]) => confidence >= least)?.[1] ?? "low";
  return `${word} (${confidence})`;
}

type Retold = readonly [RegExp, (name: string) => string];

const REASONS: readonly Retold[] = [
  [/^same gazetteer entry$/, () => "the gazetteer has both as names of one"],
  [/^different gazetteer entries$/, () => "the gazetteer has them as two"],
  [/^alias of (.+)$/, (name) => `the gazetteer lists it for ${name}`],
  [/^part of name: (.+)$/, (name) => `part of the name \u201c${name}\u201d in the same article`],
  [/^said of: (.+)$/, (name) => `the text says so of \u201c${name}\u201d`],
  [/^said again: (.+)$/, (name) => `comes back to \u201c${name}\u201d`],
  [/^office of: (.+)$/, (name) => `the office that \u201c${name}\u201d holds`],
  [/^same head: (.+)$/, (name) => `short for \u201c${name}\u201d, by the same noun`],
  [/^government of: (.+)$/, (name) => `its government stands for \u201c${name}\u201d`],
  [/^capital of: (.+)$/, (name) => `its capital stands for \u201c${name}\u201d`],
  [/^kin of: (.+)$/, (name) => `the relative of \u201c${name}\u201d`],
  [/^country of: (.+)$/, (name) => `the country of \u201c${name}\u201d`],
  [/^name: (.+)$/, (name) => `named again in the same article, as \u201c${name}\u201d`],
  [/^repeated: (.+)$/, (name) => `told of before, as \u201c${name}\u201d`],
  [/^age of: (.+)$/, (name) => `the age that \u201c${name}\u201d is said to have`],
  [/^office of one named later: (.+)$/, (name) => `the office of \u201c${name}\u201d, named later`],
  [
    /^government again: (.+)$/,
    (name) => `its government, told of before, is for \u201c${name}\u201d`,
  ],
  [/^only country: (.+)$/, (name) => `\u201c${name}\u201d is the only country that it can be`],
  [/^only place: (.+)$/, (name) => `\u201c${name}\u201d is the only place that it can be`],
  [/^name$/, () => "the same name in the same article"],
  [/^same name of one word$/, () => "the same name, but of one word"],
  [/^family name only$/, () => "one is a family name alone"],
  [/^acronym$/, () => "one is the initials of the other"],
  [/^country in the article$/, () => "the article of one tells of the other\u2019s country"],
  [/^class differs$/, () => "not told as of the same kind"],
  [/^comes again$/, () => "what is called so comes again and again"],
  [/^government of$/, () => "its government stands for it"],
  [/^kin of$/, () => "the relative of that one"],
  [/^office of$/, () => "the office that is held"],
];

/** A reason for or against a merge in plain words; one that is not known stands as it is. */
export function reasonWords(reason: string, labelOf: (id: string) => string): string {
  for (const [pattern, words] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return words(labelOf(found[1] ?? ""));
  }
  return reason;
}
