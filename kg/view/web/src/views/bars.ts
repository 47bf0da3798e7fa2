// Lanes with more events than there is room for, drawn as bars.
import { isoOf } from "../ask/dates";
import type { Child } from "../dom/make";
import { draw } from "../dom/svg";
import { date } from "../model/words";
import { eventsInWords } from "./cells";
import { type Band, ROW } from "./chart";
import type { Pile } from "./piles";
import type { Meant, Stop } from "./stops";

const PILED = 7; // rows that bars take up

function pileName(from: string, until: string): string {
  return from === until ? date(from) : `${date(from)} to ${date(until)}`;
}

// From the middle of the lane; the tallest of a lane fills it.
function pileBars(pile: Pile, scale: number, middle: number): Child {
  const { left, right, tones } = pile;
  const bar = (family: string, n: number, y: number, own: number) =>
    n > 0 &&
    draw("rect", {
      x: left + 0.5,
      y,
      width: Math.max(1, right - left - 1),
      height: own,
      style: `fill:var(--family-${family})`,
    });
  const [up, other, down] = [tones.cooperation, tones.neither, tones.conflict].map(
    (n) => n * scale,
  );
  return [
    bar("cooperation", tones.cooperation, middle - (up ?? 0), up ?? 0),
    bar("act", tones.neither, middle - (up ?? 0) - (other ?? 0), other ?? 0),
    bar("conflict", tones.conflict, middle + 1, down ?? 0),
  ];
}

/** The bars of a lane; one leads closer to its stretch of time. */
export function pileStops(band: Band, meant: Meant): readonly Stop[] {
  const piles = band.piles?.piles ?? [];
  const up = Math.max(...piles.map(({ tones }) => tones.cooperation + tones.neither), 1);
  const down = Math.max(...piles.map(({ tones }) => tones.conflict), 1);
  const room = PILED * ROW - 8;
  const head = band.height - PILED * ROW - 10;
  const scale = room / (up + down);
  const middle = band.top + head + 8 + up * scale;
  return piles.map((pile): Stop => {
    const [from, until] = [isoOf(pile.begin, "day"), isoOf(pile.end - 1, "day")];
    const words = eventsInWords(pileName(from, until), { n: pile.n, ...pile.tones });
    const place = { x: pile.left, y: band.top, width: pile.right - pile.left, height: band.height };
    const element = draw(
      "g",
      { class: "pile", role: "button", tabindex: "-1", "aria-label": words },
      draw("rect", { ...place, class: "ground" }),
      pileBars(pile, scale, middle),
    );
    return {
      name: `${band.id}\u001f${from}`,
      x: (pile.left + pile.right) / 2,
      element,
      act: () => meant.closer(from, until, band.id),
      show: () => meant.say(words),
    };
  });
}
