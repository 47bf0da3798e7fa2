// Partial dates as numbers: "2019", "2019-03" and "2019-03-22" as whole days.
// Days are counted in the proleptic Gregorian calendar, 1970-01-01 being 0.
const PARTS = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?/;

/** How fine a date is told, the finest first. */
export const GRAINS = ["day", "month", "year"] as const;
export type Grain = (typeof GRAINS)[number];

/** The days of a date: from `begin` up to, not with, `end`. */
export interface Days {
  readonly begin: number;
  readonly end: number;
  readonly grain: Grain;
}

interface Parts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

function parts(iso: string): Parts | null {
  const found = PARTS.exec(iso);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null));
  if (month != null && (month < 1 || month > 12)) return null;
  return { year: year ?? 0, month: month ?? null, day: day ?? null };
}

/** The number of a day; months and days beyond their end run over into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const from = m <= 2 ? y - 1 : y; // years that begin in March, as the leap day ends them
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  const within = Math.floor((153 * ((m + 9) % 12) + 2) / 5);
  return from * 365 + leaps + within + day - 719469;
}

/** The days that a partial date covers; null for what is no date. */
export function daysOf(iso: string | null | undefined): Days | null {
  const found = iso ? parts(iso) : null;
  if (!found) return null;
  const { year, month, day } = found;
  const grain = month === null ? "year" : day === null ? "month" : "day";
  const begin = dayNumber(year, month ?? 1, day ?? 1);
  const end = {
    year: () => dayNumber(year + 1, 1, 1),
    month: () => dayNumber(year, (month ?? 1) + 1, 1),
    day: () => begin + 1,
  }[grain]();
  return { begin, end, grain };
}

type Calendar = typeof daysOf;

/** Reads dates as `daysOf` does, each spelling once: many claims share a date. */
export function calendar(): Calendar {
  const known = new Map<string, Days | null>();
  return (iso) => {
    if (!iso) return null;
    let days = known.get(iso);
    if (days === undefined) {
      days = daysOf(iso);
      known.set(iso, days);
    }
    return days;
  };
}

/** A day as an ISO date, cut to a grain. */
export function isoOf(day: number, grain: Grain): string {
  let year = Math.floor(day / 365.2425) + 1970;
  while (dayNumber(year, 1, 1) > day) year--;
  while (dayNumber(year + 1, 1, 1) <= day) year++;
  let month = 12;
  while (dayNumber(year, month, 1) > day) month--;
  const two = (n: number) => String(n).padStart(2, "0");
  const name = `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
  if (grain === "year") return name;
  if (grain === "month") return `${name}-${two(month)}`;
  return `${name}-${two(month)}-${two(day - dayNumber(year, month, 1) + 1)}`;
}
