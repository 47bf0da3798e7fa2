// Text as kg counts it (code points) and as JavaScript holds it (UTF-16 units); text as
// a person searches it, without case, accents, hyphens; text as it may be shown.
const PAIRED = /[\ud800-\udbff]/;
const MARKS = /\p{M}+/gu;
const INSIDE = /['’‘ʼʻʽ`´\u00ad\u200b-\u200d\u2060\ufeff]/g;
const OTHER = /[^\p{L}\p{N}]+/gu;
const ASCII = /^[^\u0080-\uffff]*$/;
const LETTER = /[æœøłđðþħς]/g;
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ς: "σ",
};
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Embeddings, overrides and isolates would turn the words around them; the other
// control characters, noncharacters and half pairs show nothing or break a file.
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text that can be cut by code points, however often, at the cost of its slices. */
export interface Text {
  readonly length: number;
  cut(start: number, end: number): string;
  /** The UTF-16 unit at which a code point begins. */
  unit(point: number): number;
  /** The code point that a UTF-16 unit belongs to. */
  point(unit: number): number;
}

/** Reads a text by code points; what lies beyond its ends is taken for the end. */
export function byPoints(text: string): Text {
  return PAIRED.test(text) ? paired(text, unitsOf(text)) : plain(text);
}

function plain(text: string): Text {
  const within = (at: number) => Math.min(Math.max(at, 0), text.length);
  const cut = (start: number, end: number) => text.slice(within(start), within(end));
  return { length: text.length, cut, unit: within, point: within };
}

function paired(text: string, units: Uint32Array): Text {
  const length = units.length - 1;
  const unit = (point: number) => units[Math.min(Math.max(point, 0), length)] ?? text.length;
  return {
    length,
    cut: (start, end) => text.slice(unit(start), unit(end)),
    unit,
    point: (at) => lastUpTo(units, Math.min(Math.max(at, 0), text.length)),
  };
}

function unitsOf(text: string): Uint32Array {
  const units = new Uint32Array(text.length + 1);
  let points = 0;
  for (let at = 0; at < text.length; points++) {
    units[points] = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  units[points] = text.length;
  return units.subarray(0, points + 1);
}

function lastUpTo(units: Uint32Array, wanted: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * What a text is searched by: compatibility forms, accents, case and apostrophes do not
 * matter, and all that is neither letter nor digit parts words by one space. Hangul
 * stays whole syllables.
 */
export function fold(text: string): string {
  // most of what is folded: nothing of it is to be taken apart and put together again
  if (ASCII.test(text)) {
    return text
      .replace(/['`]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  }
  const bare = text.normalize("NFKD").replace(MARKS, "").replace(INSIDE, "");
  const low = bare.toUpperCase().toLowerCase().normalize("NFKD").replace(MARKS, "");
  const spelt = low.replace(LETTER, (letter) => LETTERS[letter] ?? letter);
  return spelt.replace(OTHER, " ").trim().normalize("NFC");
}

/** A string as it may be shown: characters that hide or turn words are named. */
export function legible(text: string): string {
  return text.replace(CONTROLS, named).replace(HALVES, named);
}

function named(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `\u27e8U+${code}\u27e9`;
}

/** A line for canvas and lists: legible, on one line, at most so many code points. */
export function short(text: string, most = 26): string {
  const line = legible(text).replace(/\s+/g, " ").trim();
  const points = Array.from(line);
  return points.length <= most ? line : `${points.slice(0, most - 1).join("")}\u2026`;
}

/** Puts halves of pairs right, so that a text can be written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(HALVES, "\ufffd");
}

/** Orders by code units: the same for everyone, whatever the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
