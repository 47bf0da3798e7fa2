// How things are worded: dates, counts, statuses. No locale: the same for everyone.
import type { Status } from "./types";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A status with its sign and what it means. */
export interface StatusWord {
  readonly id: Status;
  readonly symbol: string;
  readonly means: string;
}

/** Every status in the order in which they are listed. */
export const STATUSES: readonly StatusWord[] = [
  { id: "asserted", symbol: "\u2713", means: "told in the article\u2019s own voice" },
  { id: "reported", symbol: "\u201c", means: "somebody named says so" },
  { id: "planned", symbol: "\u25b7", means: "is to happen" },
  { id: "possible", symbol: "?", means: "said to be possible or probable" },
  { id: "denied", symbol: "\u2715", means: "said not to be so" },
];

/** The sign and meaning of a status. */
export function status(id: Status): StatusWord {
  return STATUSES.find((one) => one.id === id) ?? { id, symbol: "\u00b7", means: id };
}

/** "2019-03-22" as "22 March 2019", "2019-03" as "March 2019"; else as it stands. */
export function date(iso: string | null | undefined): string {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso ?? "");
  if (!found) return iso ?? "";
  const [, year, month, day] = found;
  const name = month && MONTHS[Number(month) - 1];
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

/** When something was: a date, "A to B", "from A" or "until B"; nothing if unknown. */
export function interval(when: readonly [string | null, string | null] | null): string {
  if (!when) return "";
  const [begin, end] = when;
  if (begin && end) return begin === end ? date(begin) : `${date(begin)} to ${date(end)}`;
  if (begin) return `from ${date(begin)}`;
  return end ? `until ${date(end)}` : "";
}

/** A number with its thousands parted: 12345 as "12,345". */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** So many of something: "1 claim", "12,345 entities". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}
