// The histogram in the page: its bars, the words under them, and what they are stacked by.
import { byFamily, byStatus, type Histogram, histogram } from "../ask/bins";
import type { ClaimTable } from "../ask/claims";
import { passesBut } from "../ask/filter";
import { button, make, replace } from "../dom/make";
import type { Claim, State } from "../model/types";
import { STATUSES } from "../model/words";
import type { Scene } from "../state/scene";
import { columns } from "./columns";
import { summary, ticks } from "./range";

const WORD = 84; // pixels that a word under the bars needs

interface Stacking {
  readonly name: State["stack"];
  readonly keys: readonly string[];
  readonly of: (claim: Claim) => string;
  readonly label: (key: string) => string;
  readonly colour: (key: string) => string;
  readonly other: State["stack"]; // what the button leads to
}

/** The histogram in the page. */
export interface Stacks {
  readonly plot: HTMLElement;
  readonly axis: HTMLElement;
  readonly key: HTMLElement;
  /** Stacks the bars by the other of the two. */
  readonly toggle: HTMLElement;
  /** Draw what passes the filter, its dates not asked, stacked as the state has it. */
  draw(now: State): Histogram;
}

const BY_STATUS: Stacking = {
  name: "status",
  keys: STATUSES.map(({ id }) => id),
  of: byStatus,
  label: (key) => key,
  colour: (key) => `status-${key}`,
  other: "kind",
};

function stackedByFamily({ graph }: Scene): Stacking {
  const label = (key: string) => graph.families.find(({ name }) => name === key)?.label ?? key;
  return {
    name: "kind",
    keys: graph.families.map(({ name }) => name),
    of: byFamily(graph),
    label,
    colour: (key) => `family-${key}`,
    other: "status",
  };
}

/** The bars of a page. */
export function createStacks(scene: Scene, table: ClaimTable): Stacks {
  const plot = make("div", { class: "columns", role: "img" });
  const axis = make("div", { class: "axis", "aria-hidden": "true" });
  const key = make("ul", { class: "stacks" });
  const toggle = button({ id: "stack", class: "plain" }, () => {
    scene.store.go({ stack: by.other });
  });
  const ways = [BY_STATUS, stackedByFamily(scene)];
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
    replace(toggle, `stack by ${by.other}`);
  }

  function draw({ filter, stack }: State): Histogram {
    by = ways.find(({ name: own }) => own === stack) ?? BY_STATUS;
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
