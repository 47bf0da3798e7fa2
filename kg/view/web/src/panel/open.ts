// Opening something from the panel: beside an article that is read, the article stays.
import type { Changes, Store } from "../state/store";

/** Open something; in the reader the article is kept, so that one can read on. */
export function open(store: Store, changes: Changes): void {
  const { view, a, at } = store.get();
  const reads = view === "reader" && a !== null && changes.a === null;
  store.go(reads ? { ...changes, a, at } : changes);
}
