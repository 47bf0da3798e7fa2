// An article's text with all that claims say in it marked in place: the words, and after
// each sentence how many claims it makes. A mark or a number opens the claims.
import { button, fill, make } from "../dom/make";
import type { Graph } from "../model/graph";
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
import type { Paragraph } from "./place";
import { type Walk, walk } from "./walk";
import { deed } from "./wording";

/** What is chosen in a text: a sentence and, if words were pressed, one of their claims. */
export type Choose = (at: Span, claim: Claim | null) => void;

/** The text in the page. */
export interface Reading {
  readonly element: HTMLElement;
  readonly paragraphs: readonly Paragraph[];
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

// What a mark opens, to be read out after its words: "A → accuse → B (denied) and 2 more".
function described(graph: Graph, claims: readonly Claim[]): string | null {
  const [first] = claims;
  if (!first) return null;
  const status = first.status === "asserted" ? "" : ` (${first.status})`;
  const more = claims.length > 1 ? ` and ${claims.length - 1} more` : "";
  return `${deed(graph, first)}${status}${more}`;
}

function markOf(graph: Graph, { spots, sentence }: Piece, words: string): HTMLElement {
  const trigger = spots.find((spot) => spot.trigger);
  const statuses = new Set((trigger?.claims ?? []).map(({ status }) => status));
  const status = statuses.size === 1 ? [...statuses][0] : "";
  const look = `${trigger ? "trigger" : "named"} ${status}`.trim();
  const says = sentence && described(graph, claimsOf(spots));
  const press = says && { role: "button", tabindex: "-1", "aria-description": says };
  return make("mark", { class: look, ...press }, words);
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
  const said = { "aria-label": label, title: label, tabindex: "-1" };
  return button({ class: "tally", ...said }, press, String(n));
}

// What stands between sentences stands in the paragraph itself.
function begun(paragraph: HTMLElement, sentence: Sentence | null, { wrappers }: Kept): HTMLElement {
  if (!sentence) return paragraph;
  const wrapper = make("span", { class: "sentence" });
  wrappers.set(sentence, [...(wrappers.get(sentence) ?? []), wrapper]);
  paragraph.append(wrapper);
  return wrapper;
}

function paragraph(graph: Graph, pieces: readonly Piece[], text: Text, kept: Kept): HTMLElement {
  const element = make("p", { dir: "auto" });
  let [into, within]: [HTMLElement, Sentence | null] = [element, null];
  for (const piece of pieces) {
    const { sentence, spots } = piece;
    if (sentence !== within) [into, within] = [begun(element, sentence, kept), sentence];
    const words = text.cut(piece.start, piece.end);
    const mark = spots.length > 0 && markOf(graph, piece, words);
    if (mark && sentence) kept.marks.set(mark, { sentence, claims: claimsOf(spots) });
    fill(into, mark || words);
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
  const parts = paragraphs(graph.article(index).text, text).map((span) => ({
    span,
    element: paragraph(graph, piecesOf(span, sentences, spots), text, kept),
  }));
  const hint = "Text with its claims marked: arrow keys lead from mark to mark, Enter opens one";
  const element = fill(
    make("div", { class: "text", role: "group", "aria-label": hint }),
    parts.map((one) => one.element),
  );
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
  return { element, paragraphs: parts, show: shower(sentences, kept, walk(element)) };
}

function shower(sentences: readonly Sentence[], kept: Kept, { reach }: Walk): Reading["show"] {
  let shown: Sentence | null = null;

  // What is moved over loses the focus.
  function holding(act: () => void): void {
    const focused = document.activeElement;
    act();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  function turn(sentence: Sentence, tag: "mark" | "span"): void {
    const all = kept.wrappers.get(sentence) ?? [];
    kept.wrappers.set(
      sentence,
      all.map((one) => wrapped(one, tag)),
    );
  }

  function mark(open: Id | null): void {
    for (const [one, { claims }] of kept.marks) {
      const on = open !== null && claims.some(({ id }) => id === open);
      one.classList.toggle("open", on);
      if (on) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
  }

  return (at, open) => {
    const next = at && sentenceAt(sentences, at);
    holding(() => {
      if (shown) turn(shown, "span");
      shown = next ?? null;
      if (shown) turn(shown, "mark");
    });
    mark(open);
    const place = (shown && kept.wrappers.get(shown)?.[0]) ?? null;
    reach(place?.querySelector("mark.open") ?? place?.querySelector("mark") ?? null);
    return place;
  };
}

/** Whether a sentence of some claim lies over a stretch. */
export function covered(claims: readonly Claim[], [start, end]: Span): boolean {
  return claims.some((claim) => claim.evidence.some(([a, b]) => a < end && start < b));
}
