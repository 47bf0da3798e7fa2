// Bars of events by day, month or years, where there are more than marks have room for:
// cooperation goes up, conflict down, and what is neither stands on cooperation.
import { type Tone, toneOf } from "../ask/dyads";
import type { Mark } from "../ask/lanes";
import type { PageData } from "../model/types";
import { type Stretch, spans } from "./axis";

const LEAST = 6; // pixels of a bar

/** The events of a stretch, counted; `end` is not included. */
export interface Pile extends Stretch {
  readonly left: number;
  readonly right: number;
  readonly n: number;
  readonly tones: Readonly<Record<Tone, number>>;
}

/** Piles, and what one of them is: "month", "5 years". */
export interface Piles {
  readonly unit: string;
  readonly piles: readonly Pile[];
}

/** Counts events by the stretch that the middle of each is in; empty ones are left out. */
export function pilesOf(
  data: PageData,
  marks: readonly Mark[],
  { stretch, pixels, x }: { stretch: Stretch; pixels: number; x(day: number): number },
): Piles {
  const { unit, begins } = spans(stretch, LEAST / pixels);
  const within = (day: number) => Math.min(Math.max(day, stretch.begin), stretch.end - 1);
  const found = begins.map(() => ({ cooperation: 0, conflict: 0, neither: 0 }));
  let at = 0;
  const middles = marks
    .map((mark) => ({ mark, day: within((mark.begin + mark.end) / 2) }))
    .sort((a, b) => a.day - b.day);
  for (const { mark, day } of middles) {
    while (at + 1 < begins.length && (begins[at + 1] ?? Infinity) <= day) at++;
    const tones = found[at];
    if (tones) tones[toneOf(data.terms.claim[data.claims[mark.claim]?.term ?? ""])]++;
  }
  const piles = found.map((tones, i): Pile => {
    const [begin, end] = [begins[i] ?? 0, begins[i + 1] ?? Math.ceil(stretch.end)];
    const n = tones.cooperation + tones.conflict + tones.neither;
    return { begin, end, left: x(begin), right: x(end), n, tones };
  });
  return { unit, piles: piles.filter(({ n }) => n > 0) };
}
