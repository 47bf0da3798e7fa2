// What of a text was asked for: the words that begin as those of the query do. Pure.
import { fold } from "../model/text";

/** A piece of a text, and whether it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2019]*/gu;
const SPACED = /^[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    folded: fold(word).replaceAll(" ", ""),
  }));
}

function fits({ folded }: Word, part: string): boolean {
  return folded.startsWith(part) || (SPACED.test(part) && folded.includes(part));
}

// A query in one word may be several of the text: "kimyojong" of "Kim Yo-jong".
function run(words: readonly Word[], tight: string): readonly Word[] {
  for (let i = 0; i < words.length; i++) {
    let joined = "";
    for (let j = i; j < words.length && joined.length < tight.length; j++) {
      joined += words[j]?.folded ?? "";
      if (joined.startsWith(tight)) return words.slice(i, j + 1);
      if (!tight.startsWith(joined)) break;
    }
  }
  return [];
}

function hits(text: string, query: string): readonly Word[] {
  const parts = fold(query).split(" ").filter(Boolean);
  const words = wordsOf(text);
  const together = parts.length ? run(words, parts.join("")) : [];
  return together.length
    ? together
    : words.filter((word) => parts.some((part) => fits(word, part)));
}

/** A text in pieces, those that a query asked for marked; all of it is there. */
export function pieces(text: string, query: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { start, end } of hits(text, query)) {
    if (start > at) found.push({ text: text.slice(at, start), hit: false });
    found.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false });
  return found;
}

/** A stretch of a long text around what was asked for, cut between words. */
export function around(text: string, query: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  const [first] = hits(line, query);
  const wanted = Math.max(0, Math.min((first?.start ?? 0) - most / 4, line.length - most));
  const start = wanted > 0 ? line.indexOf(" ", wanted) + 1 || Math.floor(wanted) : 0;
  const end = line.length - start <= most ? line.length : cutBefore(line, start, start + most);
  return `${start > 0 ? "\u2026 " : ""}${line.slice(start, end)}${end < line.length ? " \u2026" : ""}`;
}

// Where a line is cut: at the last space, or within a word that fills the line, but never
// between the two halves of one character.
function cutBefore(line: string, start: number, most: number): number {
  const space = line.lastIndexOf(" ", most);
  if (space > start) return space;
  return /[\udc00-\udfff]/.test(line.charAt(most)) ? most - 1 : most;
}
