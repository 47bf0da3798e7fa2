// The one store: what is open, and who wants to know when it changes. The address holds
// it, so that Back, Forward, a reload and a shared link restore it.
import { participants } from "../model/graph";
import type { Claim, Filter, Id, Span, State } from "../model/types";
import { NO_FILTER, type Read, read, written } from "./address";

/** What is told when the state changes. */
export type Listener = (now: State, before: State) => void;

/** What may be given to `go`: what is not named stays as it is. */
export type Changes = Partial<Omit<State, "filter">> & { readonly filter?: Partial<Filter> };

/** What is open, and the ways to open something else. */
export interface Store {
  get(): State;
  /** `replace` leaves no step for Back: while a brush is drawn, say. */
  go(changes: Changes, how?: { readonly replace?: boolean }): void;
  follow(listener: Listener): void;
  /** What of the last address read meant nothing. */
  dropped(): readonly string[];
}

const NOTHING: Changes = { e: null, with: null, c: null, a: null, at: null, path: false };

/** Close all that is open; view and filter stay. */
export function nothing(): Changes {
  return NOTHING;
}

/** Open one entity. */
export function entity(id: Id): Changes {
  return { ...NOTHING, e: id };
}

/** Open what joins two. */
export function pair(a: Id, b: Id): Changes {
  return { ...NOTHING, e: a, with: b };
}

/** Open a claim among those that join its first participant with another. */
export function claim(one: Claim): Changes {
  const first = participants(one)[0] ?? null;
  const joined = one.pairs.find((ends) => ends.some((id) => id === first));
  return { ...NOTHING, e: first, with: joined?.find((id) => id !== first) ?? null, c: one.id };
}

/** Open an article at a sentence, over what is open. */
export function article(id: Id, at: Span | null = null): Changes {
  return { a: id, at };
}

/** A filter that leaves nothing out. */
export function unfiltered(): Changes {
  return { filter: NO_FILTER };
}

function changed(state: State, changes: Changes): State {
  return { ...state, ...changes, filter: { ...state.filter, ...changes.filter } };
}

// In some frames the address cannot be written; then the page works without it.
function write(address: string, replace: boolean): void {
  try {
    if (replace) history.replaceState(null, "", `#${address}`);
    else location.hash = address;
  } catch {
    // the state itself is kept
  }
}

/** The store of a page, with what its address says open; `known` drops what it names that
 * the graph does not have. */
export function createStore(known: (given: Read) => Read): Store {
  const listeners: Listener[] = [];
  let last: Read = known(read(location.hash));
  let current = last.state;

  // A filter that asks the same stays the same object: whoever finds out what it leaves
  // looks only whether it is another one.
  function become(next: State): void {
    const before = current;
    const same = JSON.stringify(next.filter) === JSON.stringify(before.filter);
    current = same ? { ...next, filter: before.filter } : next;
    for (const listener of listeners) listener(current, before);
  }

  function go(changes: Changes, { replace = false } = {}): void {
    const address = written(changed(current, changes));
    if (address === written(current)) return;
    last = known(read(address));
    write(address, replace);
    become(last.state);
  }

  function reread(): void {
    const found = known(read(location.hash));
    const same = written(found.state) === written(current);
    if (same && found.dropped.length === 0) return;
    last = found;
    become(found.state);
  }

  addEventListener("hashchange", reread);
  return {
    get: () => current,
    go,
    follow: (listener) => listeners.push(listener),
    dropped: () => last.dropped,
  };
}
