// An article's text with all that claims say in it marked in place: the words, and after
// each sentence how many claims it makes. A mark or a number opens the claims.
import { button, fill, make } from "../dom/make";
import type { Text } from "../model/text";
import type { Claim, Id, Span } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import {
  type Piece,
  piecesOf,
  type Sentence,
  type Spot,
  sentenceAt,
  sentencesOf,
  spotsOf,
} from "./marks";

/** What is chosen in a text: a sentence and, if words were pressed, one of their claims. */
export type Choose = (at: Span, claim: Claim | null) => void;

/** The text in the page. */
export interface Reading {
  readonly element: HTMLElement;
  /** Mark a sentence and the words of a claim as open; gives the sentence's element. */
  show(at: Span | null, open: Id | null): HTMLElement | null;
}

const BREAK = /[^\S\n]*\n\s*\n/g;

// Paragraphs are parted by an empty line.
function paragraphs(words: string, text: Text): Span[] {
  const found: Span[] = [];
  let start = 0;
  const put = (end: number) => {
    const from = start + (words.slice(start, end).search(/\S/) || 0);
    if (from >= start && from < end) found.push([text.point(from), text.point(end)]);
  };
  for (const gap of words.matchAll(BREAK)) {
    put(gap.index);
    start = gap.index + gap[0].length;
  }
  put(words.length);
  return found;
}

function markOf(piece: Piece, words: string, pressed: (mark: HTMLElement) => void): HTMLElement {
  const trigger = piece.spots.find((spot) => spot.trigger);
  const statuses = new Set((trigger?.claims ?? []).map(({ status }) => status));
  const status = statuses.size === 1 ? [...statuses][0] : "";
  const mark = make("mark", { class: `${trigger ? "trigger" : "named"} ${status}`.trim() }, words);
  pressed(mark);
  return mark;
}

// The claims of a piece: those of its trigger first, each once.
function claimsOf(spots: readonly Spot[]): readonly Claim[] {
  const ordered = [...spots].sort((a, b) => Number(b.trigger) - Number(a.trigger));
  return [...new Set(ordered.flatMap(({ claims }) => claims))];
}

interface Kept {
  readonly marks: Map<Element, { readonly sentence: Sentence; readonly claims: readonly Claim[] }>;
  readonly wrappers: Map<Sentence, HTMLElement[]>;
}

function tally(sentence: Sentence, choose: Choose): HTMLElement {
  const n = sentence.claims.length;
  const label = `${count(n, "claim")} in this sentence`;
  const press = () => choose([sentence.start, sentence.end], null);
  return button({ class: "tally", "aria-label": label, title: label }, press, String(n));
}

function paragraph(pieces: readonly Piece[], text: Text, kept: Kept): HTMLElement {
  const element = make("p", { dir: "auto" });
  let wrapper: HTMLElement | null = null;
  let within: Sentence | null = null;
  for (const piece of pieces) {
    const { sentence, spots } = piece;
    if (sentence !== within) {
      wrapper = sentence ? make("span", { class: "sentence" }) : null;
      within = sentence;
      if (sentence && wrapper) {
        kept.wrappers.set(sentence, [...(kept.wrappers.get(sentence) ?? []), wrapper]);
        element.append(wrapper);
      }
    }
    const words = text.cut(piece.start, piece.end);
    const keep = (mark: HTMLElement) =>
      sentence && kept.marks.set(mark, { sentence, claims: claimsOf(spots) });
    fill(wrapper ?? element, spots.length ? markOf(piece, words, keep) : words);
  }
  return element;
}

// A sentence that is open is a mark; what it holds moves over.
function wrapped(element: HTMLElement, tag: "mark" | "span"): HTMLElement {
  const made = make(tag, { class: "sentence" });
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** Puts an article's text together. `claims` are those of it that are to be marked; `also`
 * a stretch that somebody opened though no claim stands there. */
export function reading(
  { graph }: Scene,
  index: number,
  claims: readonly Claim[],
  also: Span | null,
  choose: Choose,
): Reading {
  const text = graph.text(index);
  const spots = spotsOf(graph, index, claims);
  const sentences = sentencesOf(claims, also);
  const kept: Kept = { marks: new Map(), wrappers: new Map() };
  const element = make("div", { class: "text" });
  for (const span of paragraphs(graph.article(index).text, text)) {
    element.append(paragraph(piecesOf(span, sentences, spots), text, kept));
  }
  for (const [sentence, wrappers] of kept.wrappers) {
    if (sentence.claims.length > 0) wrappers.at(-1)?.after(tally(sentence, choose));
  }
  element.addEventListener("click", (event) => {
    const mark =
      event.target instanceof Element ? event.target.closest("mark:not(.sentence)") : null;
    const found = mark && kept.marks.get(mark);
    const selecting = getSelection()?.isCollapsed === false;
    if (found && !selecting) {
      choose([found.sentence.start, found.sentence.end], found.claims[0] ?? null);
    }
  });
  return { element, show: shower(sentences, kept) };
}

function shower(sentences: readonly Sentence[], kept: Kept): Reading["show"] {
  let shown: Sentence | null = null;

  function turn(sentence: Sentence, tag: "mark" | "span"): void {
    const all = kept.wrappers.get(sentence) ?? [];
    kept.wrappers.set(
      sentence,
      all.map((one) => wrapped(one, tag)),
    );
  }

  return (at, open) => {
    const next = at && sentenceAt(sentences, at);
    if (shown) turn(shown, "span");
    shown = next ?? null;
    if (shown) turn(shown, "mark");
    for (const [mark, { claims }] of kept.marks) {
      mark.classList.toggle("open", open !== null && claims.some(({ id }) => id === open));
    }
    return (shown && kept.wrappers.get(shown)?.[0]) ?? null;
  };
}

/** Whether a sentence of some claim lies over a stretch. */
export function covered(claims: readonly Claim[], [start, end]: Span): boolean {
  return claims.some((claim) => claim.evidence.some(([a, b]) => a < end && start < b));
}
