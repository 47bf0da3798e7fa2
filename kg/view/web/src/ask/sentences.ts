// Which sentence says so: the words of all evidence, each with the sentences that it is in.
//
// An own index of whole numbers: 150,000 sentences in MiniSearch take a gigabyte.
import { byPoints, compare, fold, type Text } from "../model/text";
import type { Id, PageData, Span } from "../model/types";
import { type Query, type Some, unspaced } from "./names";

/** A sentence, with the claims that it is evidence of. */
export interface SentenceHit {
  readonly kind: "sentence";
  readonly article: number;
  readonly span: Span;
  readonly text: string;
  readonly claims: readonly Id[];
}

/** The sentences of a graph, indexed article by article. */
export interface SentenceIndex {
  /** Indexes so many more sentences, or a few more; whether any are left. */
  prepare(most: number): boolean;
  find(query: Query, limit: number): Some<SentenceHit>;
}

interface Sentence {
  readonly article: number;
  readonly span: Span;
  readonly claims: Id[];
}

const TAIL = 8; // characters of a script without spaces that are found from its middle
const LOOKED = 400; // sentences that are looked at for the words side by side

/** The index of all evidence; empty until it is prepared. */
export function sentenceIndex(data: PageData): SentenceIndex {
  const sentences: Sentence[] = [];
  const places = new Map<string, number[]>(); // by word, in order, each once
  let words: string[] = [];
  let told: number[][] | null = null;
  let article = 0;
  let measured: readonly [number, Text] | null = null; // the article cut last

  function add(text: string, at: number): void {
    for (const word of new Set(wordsOf(text))) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  }

  function prepare(most: number): boolean {
    told ??= claimsByArticle(data);
    const until = sentences.length + most;
    for (; article < told.length && sentences.length < until; article++) {
      const text = byPoints(data.articles[article]?.text ?? "");
      for (const sentence of sentencesOf(data, article, told[article] ?? [])) {
        add(text.cut(...sentence.span), sentences.length);
        sentences.push(sentence);
      }
    }
    return article < told.length;
  }

  // The words that begin so.
  function begun(part: string): string[] {
    if (words.length !== places.size) words = [...places.keys()].sort(compare);
    let from = lowest(words, part);
    const found: string[] = [];
    for (; words[from]?.startsWith(part); from++) found.push(words[from] as string);
    return found;
  }

  // All words must be there, the last of them may be unfinished.
  function having({ parts }: Query): number[] {
    const steps = new Uint8Array(sentences.length); // words of the query found so far
    for (const [i, part] of parts.entries()) {
      const fitting = i < parts.length - 1 ? [part] : begun(part);
      for (const word of fitting) step(steps, places.get(word) ?? [], i);
    }
    return [...steps.keys()].filter((at) => steps[at] === parts.length);
  }

  function textAt(at: number): string {
    const { article: own, span } = sentences[at] as Sentence;
    if (measured?.[0] !== own) measured = [own, byPoints(data.articles[own]?.text ?? "")];
    return measured[1].cut(...span);
  }

  function find(query: Query, limit: number): Some<SentenceHit> {
    const wanted = ` ${query.parts.join(" ")}`;
    const found = having(query);
    const looked = found.slice(0, LOOKED).map((at) => ({ at, text: textAt(at) }));
    const whole = looked.filter(({ text }) => ` ${fold(text)}`.includes(wanted));
    const rest = looked.filter((one) => !whole.includes(one));
    const hits = [...whole, ...rest].slice(0, limit).map(({ at, text }): SentenceHit => {
      return { kind: "sentence", ...(sentences[at] as Sentence), text };
    });
    return { hits, all: found.length };
  }

  return { prepare, find };
}

function step(steps: Uint8Array, places: readonly number[], i: number): void {
  for (const at of places) if (steps[at] === i) steps[at] = i + 1;
}

function lowest(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(words[middle] as string, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordsOf(text: string): string[] {
  const words = fold(text).split(" ").filter(Boolean);
  if (!unspaced(text)) return words;
  return words.flatMap((word) => (unspaced(word) ? tails(word) : [word]));
}

function tails(word: string): string[] {
  const points = Array.from(word);
  return [word, ...points.map((_, i) => points.slice(i, i + TAIL).join(""))];
}

function claimsByArticle(data: PageData): number[][] {
  const told: number[][] = data.articles.map(() => []);
  for (const [i, claim] of data.claims.entries()) told[claim.article]?.push(i);
  return told;
}

// The sentences of one article, each once, in its order.
function sentencesOf(data: PageData, article: number, claims: readonly number[]): Sentence[] {
  const found = new Map<string, Sentence>();
  for (const i of claims) {
    const { id, evidence } = data.claims[i] ?? { id: "", evidence: [] };
    for (const span of evidence) {
      const known = found.get(span.join(" "));
      if (known) known.claims.push(id);
      else found.set(span.join(" "), { article, span, claims: [id] });
    }
  }
  return [...found.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
