// Texts: offsets in code points, folding for search, and what may be shown as it is.
// Offsets of kg count code points; JavaScript counts UTF-16 units.

const PAIRED = /[\ud800-\udbff]/;

// Embeddings, overrides and isolates would turn the words around them; the other
// control characters show nothing at all. Both are named instead.
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function named(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `\u27e8U+${code}\u27e9`;
}

/** A string as it may be shown: control characters that hide or turn words are named. */
export function legible(text: string): string {
  return text.replace(CONTROLS, named);
}

/** A line for canvas and lists: legible, on one line, at most so many code points. */
export function short(text: string, length = 26): string {
  const points = Array.from(legible(text).replace(/\s+/g, " ").trim());
  return points.length <= length
    ? points.join("")
    : `${points.slice(0, length - 1).join("")}\u2026`;
}

/** A text that can be cut by code points, however often, at the cost of its slices. */
export interface Text {
  readonly length: number;
  cut(start: number, end: number): string;
}

/** Read a text by code points. */
export function byPoints(text: string): Text {
  if (!PAIRED.test(text)) {
    return { length: text.length, cut: (start, end) => text.slice(start, end) };
  }
  const points = Array.from(text);
  return { length: points.length, cut: (start, end) => points.slice(start, end).join("") };
}

/** The letters and digits of a text, small, without accents, a space between words. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
