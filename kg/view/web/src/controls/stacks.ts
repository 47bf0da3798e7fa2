// The histogram in the page: its bars, the words under them, and what they are stacked by.
import { byFamily, byStatus, type Histogram, histogram } from "../ask/bins";
import type { ClaimTable } from "../ask/claims";
import { passesBut } from "../ask/filter";
import { button, make, replace } from "../dom/make";
import type { Claim, Filter } from "../model/types";
import { STATUSES } from "../model/words";
import type { Scene } from "../state/scene";
import { columns } from "./columns";
import { summary, ticks } from "./range";

const WORD = 84; // pixels that a word under the bars needs

interface Stacking {
  readonly keys: readonly string[];
  readonly of: (claim: Claim) => string;
  readonly label: (key: string) => string;
  readonly colour: (key: string) => string;
  readonly other: string; // what the button says
}

/** The histogram in the page. */
export interface Stacks {
  readonly plot: HTMLElement;
  readonly axis: HTMLElement;
  readonly key: HTMLElement;
  /** Stacks the bars by the other of the two. */
  readonly toggle: HTMLElement;
  /** Draw what passes a filter whose dates are not asked. */
  draw(filter: Filter): Histogram;
}

const BY_STATUS: Stacking = {
  keys: STATUSES.map(({ id }) => id),
  of: byStatus,
  label: (key) => key,
  colour: (key) => `status-${key}`,
  other: "stack by kind",
};

function stackedByFamily({ graph }: Scene): Stacking {
  const label = (key: string) => graph.families.find(({ name }) => name === key)?.label ?? key;
  return {
    keys: graph.families.map(({ name }) => name),
    of: byFamily(graph),
    label,
    colour: (key) => `family-${key}`,
    other: "stack by status",
  };
}

/** The bars of a page; `again` draws them once more when they are stacked otherwise. */
export function createStacks(scene: Scene, table: ClaimTable, again: () => void): Stacks {
  const plot = make("div", { class: "columns", role: "img" });
  const axis = make("div", { class: "axis", "aria-hidden": "true" });
  const key = make("ul", { class: "stacks" });
  const toggle = button({ id: "stack", class: "plain" }, () => {
    by = by === BY_STATUS ? stackedByFamily(scene) : BY_STATUS;
    again();
  });
  let by = BY_STATUS;
  let bars: Histogram | null = null;

  function name(): void {
    const most = Math.floor(axis.clientWidth / WORD);
    const words = bars ? ticks(bars, most) : [];
    replace(
      axis,
      words.map(({ at, text }) => make("span", { style: `left:${100 * at}%` }, text)),
    );
  }

  function tell({ keys, bins }: Histogram): void {
    const seen = keys.filter((_, k) => bins.some((bin) => bin.counts[k]));
    const sign = (one: string) => make("i", { style: `background:var(--${by.colour(one)})` });
    replace(
      key,
      seen.map((one) => make("li", {}, sign(one), by.label(one))),
    );
    replace(toggle, by.other);
  }

  function draw(filter: Filter): Histogram {
    const found = histogram(table, passesBut(table, filter, "time").claims, by.keys, by.of);
    bars = found;
    replace(plot, columns(found, by.colour));
    plot.setAttribute("aria-label", summary(found));
    tell(found);
    name();
    return found;
  }

  new ResizeObserver(name).observe(axis);
  return { plot, axis, key, toggle, draw };
}
