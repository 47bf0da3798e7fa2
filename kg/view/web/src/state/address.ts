// The state as an address and back: #view=table&e=kim-yo-jong&from=2019-01&cat=Sanction.
// What an address says of unknown keys, or in a way that means nothing, is dropped and
// told, never guessed at.
import type { Filter, Span, State, ViewName } from "../model/types";

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
  filter: NO_FILTER,
});

/** A state, and what of its address was dropped, as written there. */
export interface Read {
  readonly state: State;
  readonly dropped: readonly string[];
}

// A form reads a value, or says by undefined that it means nothing, and writes it, or
// says by null that it is what holds anyway.
interface Form<T> {
  read(text: string): T | undefined;
  write(value: T): string | null;
}

const STATUSES = ["asserted", "reported", "denied", "planned", "possible"];
const VIEWS: readonly ViewName[] = ["graph", "table", "timeline", "dyads", "reader"];
const HOPS = [0, 1, 2, 3] as const;
const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const words: Form<string | null> = { read: (text) => text || undefined, write: (value) => value };

const flag: Form<boolean> = {
  read: (text) => (text === "1" ? true : undefined),
  write: (value) => (value ? "1" : null),
};

const day: Form<string | null> = {
  read: (text) => (DAY.test(text) ? text : undefined),
  write: (value) => value,
};

const view: Form<ViewName> = {
  read: (text) => VIEWS.find((name) => name === text),
  write: (value) => (value === START.view ? null : value),
};

const hops: Form<State["hops"]> = {
  read: (text) => HOPS.find((n) => n > 0 && String(n) === text),
  write: (value) => (value ? String(value) : null),
};

const span: Form<Span | null> = {
  read(text) {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
    return start && end && Number(start) < Number(end) ? [Number(start), Number(end)] : undefined;
  },
  write: (value) => (value ? value.join("-") : null),
};

// Lists are parted by commas; a comma within a value is written as %2C.
function list(allowed?: readonly string[]): Form<readonly string[]> {
  return {
    read(text) {
      const values = text.split(",").map(decoded);
      const fit = values.every((one) => one && (allowed?.includes(one) ?? true));
      return fit ? [...new Set(values as string[])] : undefined;
    },
    write: (values) => (values.length ? values.map(encoded).join(",") : null),
  };
}

function number(least: number, most: number, plain: number): Form<number> {
  return {
    read(text) {
      const value = Number(text);
      return /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most ? value : undefined;
    },
    write: (value) => (value === plain ? null : String(value)),
  };
}

const articles: Form<number> = {
  read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
  write: (value) => (value ? String(value) : null),
};

type Forms<T> = { readonly [K in keyof T]: Form<T[K]> };

const OPEN: Forms<Omit<State, "filter">> = {
  view,
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
  min: articles,
  fade: flag,
};

/** The address of a state, without its "#"; empty when nothing is open. */
export function written(state: State): string {
  const { filter, ...open } = state;
  return [...pairs(OPEN, open), ...pairs(FILTER, filter)].join("&");
}

function pairs<T extends object>(forms: Forms<T>, values: T): string[] {
  return (Object.keys(forms) as (keyof T & string)[]).flatMap((key) => {
    const text = forms[key].write(values[key]);
    if (text === null) return [];
    return [`${key}=${Array.isArray(values[key]) ? text : encoded(text)}`];
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
  return Object.freeze({ ...state, ...alone, ...nowhere });
}

const LISTS = new Set(["open", "hide", "cls", "rel", "cat", "in", "src", "by", "st"]);

function meaning(key: string, value: string): unknown {
  const forms: Readonly<Record<string, { read(text: string): unknown }>> = { ...OPEN, ...FILTER };
  if (!Object.hasOwn(forms, key)) return undefined;
  const text = LISTS.has(key) ? value : decoded(value);
  return text === null ? undefined : forms[key]?.read(text);
}

function parted(part: string): [string, string | null] {
  const at = part.indexOf("=");
  return at < 0 ? [part, null] : [part.slice(0, at), part.slice(at + 1)];
}

// Spaces as "+" are what forms and older pages write; a real plus is written as %2B.
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// A lone surrogate, which no address can hold, becomes the sign for what is unknown.
function encoded(text: string): string {
  return encodeURIComponent(text.replace(LONE, "\ufffd"))
    .replaceAll("%3A", ":")
    .replaceAll("%2F", "/");
}
