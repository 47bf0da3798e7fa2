// The axis of time: which stretch it shows, and where its years, months or days stand.
import { dayNumber, daysOf, type Grain, isoOf } from "../ask/dates";
import { date } from "../model/words";

/** Days from `begin` up to, not with, `end`. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** A place on the axis; `over` is what changes there: a year, or a month and its year. */
export interface Tick {
  readonly day: number;
  readonly label: string;
  readonly over: string;
}

interface Step {
  readonly grain: Grain;
  readonly by: number;
  readonly days: number;
}

const STEPS: readonly Step[] = [
  ...[1, 2, 5, 10].map((by) => ({ grain: "day", by, days: by }) as const),
  ...[1, 3, 6].map((by) => ({ grain: "month", by, days: by * 30.4 }) as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(
    (by) => ({ grain: "year", by, days: by * 365.25 }) as const,
  ),
];
const ROOM: Readonly<Record<Grain, number>> = { day: 30, month: 34, year: 44 };
const OVER: Readonly<Record<Grain, number>> = { day: 92, month: 40, year: 0 };

/**
 * The stretch that most marks are in: all of it, but for a few that are so far off that
 * they would leave no room for the others.
 */
export function stretchOf(marks: readonly Stretch[]): Stretch | null {
  const begins = marks.map(({ begin }) => begin).sort((a, b) => a - b);
  const ends = marks.map(({ end }) => end).sort((a, b) => a - b);
  const [begin, end] = [begins[0], ends.at(-1)];
  if (begin === undefined || end === undefined) return null;
  const off = marks.length < 6 ? 0 : Math.max(1, Math.floor(marks.length * 0.08));
  const [from, until] = [begins[off] ?? begin, ends[ends.length - 1 - off] ?? end];
  if (end - begin <= 3 * Math.max(until - from, 30)) return { begin, end };
  const most = 0.15 * Math.max(until - from, 30); // what is near is shown with it
  const low = begins.find((day) => day >= from - most) ?? from;
  const high = ends.filter((day) => day <= until + most).at(-1) ?? until;
  return { begin: low, end: Math.max(high, low + 1) };
}

/** A stretch with room at both ends, within the days of a filter where it gives them. */
export function roomy(
  found: Stretch | null,
  from: string | null,
  until: string | null,
): Stretch | null {
  const [first, last] = [daysOf(from)?.begin, daysOf(until)?.end];
  const begin = first ?? found?.begin ?? (last === undefined ? undefined : last - 365);
  const end = last ?? found?.end ?? (first === undefined ? undefined : first + 365);
  if (begin === undefined || end === undefined) return null;
  const whole = Math.max(end - begin, 1);
  const room = Math.max(1, whole * 0.02);
  return {
    begin: first === undefined ? begin - room : begin,
    end: last === undefined ? Math.max(end, begin + 1) + room : Math.max(end, begin + 1),
  };
}

function stepFor({ begin, end }: Stretch, width: number): Step {
  const pixels = width / (end - begin);
  const fits = ({ grain, days }: Step) => days * pixels >= ROOM[grain];
  return STEPS.find(fits) ?? (STEPS.at(-1) as Step);
}

type Parts = readonly [number, number, number];

function parts(day: number): Parts {
  const [year, month, rest] = isoOf(Math.floor(day), "day").split(/(?<=\d)-/);
  return [Number(year), Number(month), Number(rest)];
}

const up = (value: number, by: number) => Math.ceil(value / by) * by;

function* days({ begin, end }: Stretch, by: number): Generator<number> {
  const [year, month] = parts(begin);
  for (let at = month; dayNumber(year, at, 1) < end; at++) {
    const first = dayNumber(year, at, 1);
    const next = dayNumber(year, at + 1, 1);
    // 1, 6, 11 ...: none so near the next month that they would stand in each other's way
    for (let day = first; next - day >= by / 2 || day === first; day += by) yield day;
  }
}

function* months({ begin, end }: Stretch, by: number): Generator<number> {
  const [year, month] = parts(begin);
  for (let at = up(month - 1, by) + 1; dayNumber(year, at, 1) < end; at += by) {
    yield dayNumber(year, at, 1);
  }
}

function* years({ begin, end }: Stretch, by: number): Generator<number> {
  const [year] = parts(begin);
  for (let at = up(year, by); dayNumber(at, 1, 1) < end; at += by) yield dayNumber(at, 1, 1);
}

const PLACES = { day: days, month: months, year: years } as const;

function named(day: number, grain: Grain): Omit<Tick, "day"> {
  const [year, , rest] = parts(day);
  const month = date(isoOf(day, "month"));
  switch (grain) {
    case "day":
      return { label: String(rest), over: month };
    case "month":
      return { label: month.slice(0, 3), over: String(year) };
    case "year":
      return { label: String(year), over: "" };
  }
}

/** The ticks of a stretch that is so many pixels wide, from the first to the last. */
export function ticks(stretch: Stretch, width: number): readonly Tick[] {
  const { grain, by } = stepFor(stretch, width);
  const found = [...PLACES[grain](stretch, by)]
    .filter((day) => day >= stretch.begin && day < stretch.end)
    .map((day) => ({ day, ...named(day, grain) }));
  const changes = found.filter((tick, i) => tick.over !== found[i - 1]?.over);
  const pixels = width / (stretch.end - stretch.begin);
  return found.map((tick) => {
    const at = changes.indexOf(tick);
    const next = changes[at + 1];
    const crowded = next !== undefined && (next.day - tick.day) * pixels < OVER[grain];
    return at < 0 || (at === 0 && crowded) ? { ...tick, over: "" } : tick;
  });
}

/** Days, months or years, none shorter than `least` days, that cover a stretch. */
export function spans(stretch: Stretch, least: number): { unit: string; begins: number[] } {
  const even = STEPS.filter(({ grain, by }) => grain === "year" || by === 1);
  const { grain, by } = even.find(({ days: long }) => long >= least) ?? (even.at(-1) as Step);
  const begins = [...PLACES[grain](stretch, by)].filter((day) => day > stretch.begin);
  const first = Math.floor(stretch.begin);
  return { unit: by === 1 ? grain : `${by} years`, begins: [first, ...begins] };
}
