// Search as you type: who is called so first, then which sentences say so.
import type { Node, PageData } from "../model/types";
import { type EntityHit, nameIndex, queryOf } from "./names";
import { type SentenceHit, sentenceIndex } from "./sentences";

export type Hit = EntityHit | SentenceHit;

/** What was found: names, then sentences, and how many of each there are. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly names: number;
  readonly sentences: number;
}

const NOTHING: Found = { hits: [], names: 0, sentences: 0 };

/** The search of one page. Names are indexed when first asked for, if not before. */
export interface Search {
  (query: string, limit?: number): readonly Hit[];
  /** The same hits, and how many names and sentences fit in all. */
  counted(query: string, limit?: number): Found;
  /** Indexes so many more names, then sentences; whether any are left. */
  prepare(most?: number): boolean;
}

const SHORTEST = 3; // letters from which on sentences are searched
const SHARE = 3; // at least one hit in so many is a sentence, if there are any

/**
 * Makes the search of a page; nothing is indexed before it is prepared or asked.
 *
 * Sentences are found once they are prepared: call `prepare` while it says that more
 * are left, in what time the page has to spare.
 */
export function makeSearch(data: PageData, nodes: readonly Node[]): Search {
  const names = nameIndex(data, nodes);
  const sentences = sentenceIndex(data);
  const counted = (text: string, limit = 12): Found => {
    const query = queryOf(text);
    if (query.tight === "" || limit <= 0) return NOTHING;
    const long = query.tight.length >= SHORTEST || /[^ -~]/.test(query.tight);
    const said = long ? sentences.find(query, limit) : { hits: [], all: 0 };
    const kept = Math.min(said.hits.length, Math.floor(limit / SHARE));
    const found = names.find(query, limit - kept);
    const hits = [...found.hits, ...said.hits.slice(0, limit - found.hits.length)];
    return { hits, names: found.all, sentences: said.all };
  };
  const search = (text: string, limit?: number) => counted(text, limit).hits;
  const prepare = (most = 400) => names.prepare(most) || sentences.prepare(most);
  return Object.assign(search, { counted, prepare });
}
