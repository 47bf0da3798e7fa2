// What the cells of the matrix say: number, sign and strength of what one does to another.
import type { Dyad, Tone } from "../ask/dyads";
import { short } from "../model/text";
import { count, grouped } from "../model/words";

/** Which of the two it is, two thirds of them at least; else both, or neither. */
export type Bent = Tone | "mixed";

/** What the events of one towards another are on the whole. */
export function bentOf({ cooperation, conflict }: Dyad): Bent {
  const told = cooperation + conflict;
  if (told === 0) return "neither";
  if (3 * cooperation >= 2 * told) return "cooperation";
  return 3 * conflict >= 2 * told ? "conflict" : "mixed";
}

const SIGNS: Readonly<Record<Bent, string>> = {
  cooperation: "+",
  conflict: "\u2212",
  mixed: "\u00b1",
  neither: "",
};

/** The number with its sign: "+3", "−12", "±4", "2". */
export function figure(dyad: Dyad): string {
  return `${SIGNS[bentOf(dyad)]}${grouped(dyad.n)}`;
}

/** How strong the colour is, from 1 to 4: in doublings, the most told being the strongest. */
export function strength(n: number, most: number): number {
  if (most <= 1) return 2;
  return 1 + Math.round((3 * Math.log2(n)) / Math.log2(most));
}

/** So many events in words: "March 2019: 12 events, 8 cooperation, 4 conflict". */
export function eventsInWords(
  of: string,
  { n, cooperation, conflict }: Pick<Dyad, "n" | "cooperation" | "conflict">,
): string {
  const parts = [
    [cooperation, "cooperation"],
    [conflict, "conflict"],
    [n - cooperation - conflict, "other"],
  ] as const;
  const told = parts.filter(([some]) => some > 0).map(([some, what]) => `${grouped(some)} ${what}`);
  return [`${of}: ${n === 0 ? "no event" : count(n, "event")}`, ...told].join(", ");
}

/** What one does to another in words: "A towards B: 5 events, 1 cooperation, 4 conflict". */
export function inWords(from: string, to: string, dyad: Dyad | undefined): string {
  const none = { n: 0, cooperation: 0, conflict: 0 };
  return eventsInWords(`${short(from, 40)} towards ${short(to, 40)}`, dyad ?? none);
}
