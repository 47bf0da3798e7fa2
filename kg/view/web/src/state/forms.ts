// How values are written in an address, each read back strictly: what means nothing is not
// guessed at.
import type { Order, See, Span } from "../model/types";

/** A form reads a value, or says by undefined that it means nothing, and writes it, or says
 * by null that it is what holds anyway. */
export interface Form<T> {
  /** Whether it is parted by commas, each part written by itself. */
  readonly listed?: true;
  read(text: string): T | undefined;
  write(value: T): string | null;
}

/** Any words but none. */
export const words: Form<string | null> = {
  read: (text) => text || undefined,
  write: (value) => value,
};

/** 1, or not there. */
export const flag: Form<boolean> = {
  read: (text) => (text === "1" ? true : undefined),
  write: (value) => (value ? "1" : null),
};

/** How many there are to be; 0 is not written. */
export const many: Form<number> = {
  read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
  write: (value) => (value ? String(value) : null),
};

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A year, month or day. */
export const day: Form<string | null> = {
  read: (text) => (DAY.test(text) ? text : undefined),
  write: (value) => value,
};

/** A stretch of a text, "12-80", or a place in it, "12". */
export const span: Form<Span | null> = {
  read(text) {
    const [, start, end = null] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
    if (start === undefined) return undefined;
    if (end === null) return [Number(start), Number(start)];
    return Number(start) < Number(end) ? [Number(start), Number(end)] : undefined;
  },
  write: (value) => value && (value[0] < value[1] ? value.join("-") : String(value[0])),
};

/** One of some words, the first of which is not written. */
export function oneOf<T extends string>(all: readonly [T, ...T[]]): Form<T> {
  return {
    read: (text) => all.find((one) => one === text),
    write: (value) => (value === all[0] ? null : value),
  };
}

/** What a camera sees, "-120,45,1.6". */
export const see: Form<See | null> = {
  listed: true,
  read(text) {
    const [, x, y, nearer] = /^(-?\d{1,6}),(-?\d{1,6}),(\d{1,4}(?:\.\d{1,3})?)$/.exec(text) ?? [];
    const found: See = [Number(x), Number(y), Number(nearer)];
    return found[2] > 0 ? found : undefined;
  },
  write: (value) => (value ? value.join(",") : null),
};

/** A column, "who", or "-who" from the last to the first; `plain` is not written. */
export function order(columns: readonly Order["column"][], plain: Order): Form<Order> {
  return {
    read(text) {
      const column = columns.find((one) => one === text.replace(/^-/, ""));
      return column && { column, down: text.startsWith("-") };
    },
    write({ column, down }) {
      if (column === plain.column && down === plain.down) return null;
      return `${down ? "-" : ""}${column}`;
    },
  };
}

/** Values parted by commas; a comma within one is written as %2C. */
export function list(allowed?: readonly string[]): Form<readonly string[]> {
  return {
    listed: true,
    read(text) {
      const values = text.split(",").map(decoded);
      const fit = values.every((one) => one && (allowed?.includes(one) ?? true));
      return fit ? [...new Set(values as string[])] : undefined;
    },
    write: (values) => (values.length ? values.map(encoded).join(",") : null),
  };
}

/** A number within bounds; `plain` is not written. */
export function number(least: number, most: number, plain: number): Form<number> {
  return {
    read(text) {
      const value = Number(text);
      return /^\d+(\.\d+)?$/.test(text) && value >= least && value <= most ? value : undefined;
    },
    write: (value) => (value === plain ? null : String(value)),
  };
}

/** What was written by `encoded`; null where it is broken. Spaces as "+" are what forms and
 * older pages write; a real plus is written as %2B. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Any text as a part of an address. A lone surrogate, which no address can hold, becomes
 * the sign for what is unknown. */
export function encoded(text: string): string {
  return encodeURIComponent(text.replace(LONE, "\ufffd"))
    .replaceAll("%3A", ":")
    .replaceAll("%2F", "/");
}
