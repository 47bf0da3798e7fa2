// The state as an address and back: #view=table&e=kim-yo-jong&from=2019-01&cat=Sanction.
// What an address says of unknown keys, or in a way that means nothing, is dropped and
// told, never guessed at.
import type { Filter, Shape, State } from "../model/types";
import {
  day,
  decoded,
  encoded,
  type Form,
  flag,
  list,
  many,
  number,
  oneOf,
  order,
  see,
  span,
  words,
} from "./forms";

/** A filter that leaves nothing out. */
export const NO_FILTER: Filter = Object.freeze({
  cls: [],
  rel: [],
  cat: [],
  in: [],
  src: [],
  by: [],
  st: [],
  conf: 0,
  from: null,
  until: null,
  min: 0,
  fade: false,
});

const SHAPE: Shape = {
  see: null,
  sort: { column: "when", down: true },
  lanes: 0,
  list: false,
  actors: 0,
  rows: 0,
  stack: "status",
};

/** What is open before anything is. */
export const START: State = Object.freeze({
  view: "graph",
  e: null,
  with: null,
  c: null,
  a: null,
  at: null,
  hops: 0,
  path: false,
  open: [],
  hide: [],
  all: false,
  first: null,
  ...SHAPE,
  filter: NO_FILTER,
});

/** A state, and what of its address was dropped, as written there. */
export interface Read {
  readonly state: State;
  readonly dropped: readonly string[];
}

const STATUSES = ["asserted", "reported", "denied", "planned", "possible"];
const HOPS = [0, 1, 2, 3] as const;

const hops: Form<State["hops"]> = {
  read: (text) => HOPS.find((n) => n > 0 && String(n) === text),
  write: (value) => (value ? String(value) : null),
};

type Forms<T> = { readonly [K in keyof T]: Form<T[K]> };

const OPEN: Forms<Omit<State, "filter">> = {
  view: oneOf(["graph", "table", "timeline", "dyads", "reader"]),
  e: words,
  with: words,
  c: words,
  a: words,
  at: span,
  hops,
  path: flag,
  open: list(),
  hide: list(),
  all: flag,
  first: words,
  see,
  sort: order(["who", "what", "whom", "status", "when", "article"], SHAPE.sort),
  lanes: many,
  list: flag,
  actors: many,
  rows: many,
  stack: oneOf(["status", "kind"]),
};

const FILTER: Forms<Filter> = {
  cls: list(),
  rel: list(),
  cat: list(),
  in: list(),
  src: list(),
  by: list(),
  st: list(STATUSES),
  conf: number(0, 1, 0),
  from: day,
  until: day,
  min: many,
  fade: flag,
};

/** The address of a state, without its "#"; empty when nothing is open. */
export function written(state: State): string {
  const { filter, ...open } = state;
  return [...pairs(OPEN, open), ...pairs(FILTER, filter)].join("&");
}

/** Whether the same is open under the same filter, however the views show it. */
export function alike(a: State, b: State): boolean {
  const plain = (state: State): State => ({
    ...state,
    ...SHAPE,
    at: state.at && state.at[0] < state.at[1] ? state.at : null,
  });
  return written(plain(a)) === written(plain(b));
}

function pairs<T extends object>(forms: Forms<T>, values: T): string[] {
  return (Object.keys(forms) as (keyof T & string)[]).flatMap((key) => {
    const { listed, write } = forms[key];
    const text = write(values[key]);
    return text === null ? [] : [`${key}=${listed ? text : encoded(text)}`];
  });
}

/** The state of an address, with or without its "#". */
export function read(address: string): Read {
  const open: Record<string, unknown> = {};
  const filter: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const part of address.replace(/^#/, "").split("&").filter(Boolean)) {
    const [key, value] = parted(part);
    const into = Object.hasOwn(FILTER, key) ? filter : open;
    const found = value === null ? undefined : meaning(key, value);
    if (found === undefined) dropped.push(part);
    else into[key] = found;
  }
  const state = { ...START, ...open, filter: { ...NO_FILTER, ...filter } };
  return { state: whole(state), dropped };
}

// What is open without that which it is open with is not open.
function whole(state: State): State {
  const alone = state.e === null ? { with: null, path: false } : {};
  const nowhere = state.a === null ? { at: null } : {};
  const unmarked = state.c === null ? { first: null } : {};
  return Object.freeze({ ...state, ...alone, ...nowhere, ...unmarked });
}

function meaning(key: string, value: string): unknown {
  const forms: Readonly<Record<string, Pick<Form<unknown>, "listed" | "read">>> = {
    ...OPEN,
    ...FILTER,
  };
  if (!Object.hasOwn(forms, key)) return undefined;
  const text = forms[key]?.listed ? value : decoded(value);
  return text === null ? undefined : forms[key]?.read(text);
}

function parted(part: string): [string, string | null] {
  const at = part.indexOf("=");
  return at < 0 ? [part, null] : [part.slice(0, at), part.slice(at + 1)];
}
