// Which words of a text are marked: what a claim says in its sentences, and all that the
// claims of an article say, cut into pieces where marks overlap.
import { type Graph, participants } from "../model/graph";
import type { Claim, Id, Span } from "../model/types";

/** What marked words are for a claim. */
export type Part = "trigger" | "does" | "undergoes" | "place" | "speaker";

/** Every part in the order in which the key names them. */
export const PARTS: readonly (readonly [Part, string])[] = [
  ["trigger", "what"],
  ["does", "who"],
  ["undergoes", "whom"],
  ["place", "where"],
  ["speaker", "says so"],
];

/** Marked words of one claim; `id` is whom they name. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
  readonly id: Id | null;
}

function parts(claim: Claim): readonly (readonly [Part, readonly Id[]])[] {
  const said = [claim.speaker, ...claim.relayedBy].filter((id) => id !== null);
  return [
    ["does", claim.from],
    ["undergoes", claim.to],
    ["place", claim.place ? [claim.place] : []],
    ["speaker", said],
  ];
}

function found(graph: Graph, claim: Claim, within: Span): Mark[] {
  const marks: Mark[] = parts(claim).flatMap(([part, ids]) =>
    ids.flatMap((id) =>
      graph.mentions(id, claim.article, within).map(([start, end]) => ({ start, end, part, id })),
    ),
  );
  const [start, end] = claim.trigger ?? [-1, -1];
  if (within[0] <= start && end <= within[1] && start < end) {
    marks.push({ start, end, part: "trigger", id: null });
  }
  return marks;
}

/** The marks of a claim in one sentence; where they overlap the trigger wins, then the longer. */
export function marksOf(graph: Graph, claim: Claim, within: Span): readonly Mark[] {
  const rank = ({ part }: Mark) => (part === "trigger" ? 0 : 1);
  const order = (a: Mark, b: Mark) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start);
  const kept: Mark[] = [];
  for (const mark of found(graph, claim, within).sort(order)) {
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}

// ---------------------------------------------------------------- a whole article

/** A stretch of an article that claims have for their sentence, and those claims. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly Claim[];
}

/** Words marked for some claims: a trigger, or a name of who takes part. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  readonly trigger: boolean;
  readonly claims: readonly Claim[];
}

/** A stretch in which nothing changes: the spots that lie over it, if any. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence | null;
  readonly spots: readonly Spot[];
}

/** The sentences of claims, in the order of the text; those that overlap are one. */
export function sentencesOf(claims: readonly Claim[], also: Span | null = null): Sentence[] {
  const spans = claims.flatMap((claim) =>
    claim.evidence.map(([start, end]) => ({ start, end, claims: [claim] })),
  );
  if (also) spans.push({ start: also[0], end: also[1], claims: [] });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: { start: number; end: number; claims: Claim[] }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (!last || span.start >= last.end) joined.push(span);
    else {
      last.end = Math.max(last.end, span.end);
      for (const claim of span.claims) if (!last.claims.includes(claim)) last.claims.push(claim);
    }
  }
  return joined;
}

/** The sentence that most of a stretch lies in; nothing where it lies in none. */
export function sentenceAt(sentences: readonly Sentence[], [start, end]: Span): Sentence | null {
  let best: Sentence | null = null;
  let most = 0;
  for (const one of sentences) {
    const shared = Math.min(one.end, end) - Math.max(one.start, start);
    if (shared > most) [best, most] = [one, shared];
  }
  return best;
}

type Mention = readonly [start: number, end: number];

// The mentions of those who take part, by entity: looked up once for the whole article.
function mentionsIn(graph: Graph, article: number, claims: readonly Claim[]): Map<Id, Mention[]> {
  const ids = new Set(claims.flatMap(participants));
  return new Map(
    [...ids].map((id) => [
      id,
      graph
        .mentions(id, article, [0, Number.POSITIVE_INFINITY])
        .map(([start, end]): Mention => [start, end])
        .sort((a, b) => a[0] - b[0]),
    ]),
  );
}

function within(mentions: readonly Mention[], [start, end]: Span): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Mention[] = [];
  for (let at = low; at < mentions.length; at++) {
    const mention = mentions[at];
    if (!mention || mention[0] >= end) break;
    if (mention[1] <= end) inside.push(mention);
  }
  return inside;
}

/** All words that the claims of an article mark, in the order of the text. */
export function spotsOf(graph: Graph, article: number, claims: readonly Claim[]): Spot[] {
  const mentions = mentionsIn(graph, article, claims);
  const spots = new Map<string, { -readonly [K in keyof Spot]: Spot[K] } & { claims: Claim[] }>();
  const put = (start: number, end: number, trigger: boolean, claim: Claim) => {
    const key = `${start}-${end}-${trigger}`;
    const spot = spots.get(key) ?? { start, end, trigger, claims: [] };
    if (!spot.claims.includes(claim)) spot.claims.push(claim);
    spots.set(key, spot);
  };
  for (const claim of claims) {
    if (claim.trigger && claim.trigger[0] < claim.trigger[1]) put(...claim.trigger, true, claim);
    for (const id of participants(claim)) {
      for (const span of claim.evidence) {
        for (const [start, end] of within(mentions.get(id) ?? [], span)) {
          put(start, end, false, claim);
        }
      }
    }
  }
  return [...spots.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

// A sweep over what is sorted by its begin: what lies over each stretch, asked in order.
function sweep<T extends { readonly start: number; readonly end: number }>(all: readonly T[]) {
  let next = 0;
  let open: T[] = [];
  return (from: number): readonly T[] => {
    open = open.filter((one) => one.end > from);
    for (let one = all[next]; one && one.start <= from; one = all[++next]) {
      if (one.end > from) open.push(one);
    }
    return open.length ? [...open] : [];
  };
}

/** A stretch of a text cut wherever a sentence or a spot, both sorted, begins or ends. */
export function piecesOf(
  [start, end]: Span,
  sentences: readonly Sentence[],
  spots: readonly Spot[],
): Piece[] {
  const over = (one: { start: number; end: number }) => one.start < end && start < one.end;
  const [near, marked] = [sentences.filter(over), spots.filter(over)];
  const ends = [...near, ...marked].flatMap((one) => [one.start, one.end]);
  const cuts = [...new Set([start, ...ends.filter((at) => at > start && at < end), end])];
  cuts.sort((a, b) => a - b);
  const [told, lying] = [sweep(near), sweep(marked)];
  return cuts.slice(0, -1).map((from, i) => {
    const sentence = told(from)[0] ?? null;
    return { start: from, end: cuts[i + 1] ?? end, sentence, spots: lying(from) };
  });
}
