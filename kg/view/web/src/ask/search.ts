// Search as you type: who is called so first, then which sentences say so.
import type { Node, PageData } from "../model/types";
import { type EntityHit, nameIndex, queryOf } from "./names";
import { type SentenceHit, sentenceIndex } from "./sentences";

export type Hit = EntityHit | SentenceHit;

/** The search of one page. Names are indexed when first asked for, if not before. */
export interface Search {
  (query: string, limit?: number): readonly Hit[];
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
  const search = (text: string, limit = 12): readonly Hit[] => {
    const query = queryOf(text);
    if (query.tight === "" || limit <= 0) return [];
    const long = query.tight.length >= SHORTEST || /[^ -~]/.test(query.tight);
    const said = long ? sentences.find(query, limit) : [];
    const kept = Math.min(said.length, Math.floor(limit / SHARE));
    const found = names.find(query, limit - kept);
    return [...found, ...said.slice(0, limit - found.length)];
  };
  const prepare = (most = 400) => names.prepare(most) || sentences.prepare(most);
  return Object.assign(search, { prepare });
}
