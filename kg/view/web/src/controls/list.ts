// One facet as a list of boxes to tick. Long lists show their commonest values, what is
// ticked, and what one types; their boxes are made when they are first seen.
import { button, type Child, make, name, replace } from "../dom/make";
import { fold } from "../model/text";
import { grouped } from "../model/words";
import type { Value } from "./values";

/** How many claims each value would leave. */
export type Counts = ReadonlyMap<string, number>;

/** A list in the page. */
export interface List {
  readonly element: HTMLElement;
  /** Bring numbers and ticks up to now, in place. */
  update(counts: Counts, chosen: readonly string[]): void;
}

/** What a list is of. */
export interface ListOf {
  readonly facet: string;
  readonly title: string;
  readonly values: readonly Value[];
  /** How many claims each value has in the whole graph. */
  readonly common: Counts;
  choose(value: string, on: boolean): void;
  /** Parts the values that are shown; by itself they stand one under another. */
  arrange?(values: readonly Value[], put: (value: Value) => Child): Child;
}

const SHORT = 16; // up to so many values are all shown
const FIRST = 10; // of more, these
const AT_ONCE = 200; // and so many when all are asked for

interface Row {
  readonly element: HTMLElement;
  readonly box: HTMLInputElement;
  readonly counter: HTMLElement;
}

function row({ facet, choose }: ListOf, { value, label, title, sign }: Value): Row {
  const counter = make("span", { class: "count" });
  const box = make("input", { type: "checkbox", name: facet, value });
  box.addEventListener("change", () => choose(value, box.checked));
  const text = make("span", { class: "what" }, name(label));
  return {
    element: make("label", { class: "choice", title }, box, sign, text, counter),
    box,
    counter,
  };
}

// The commonest first, and in the order of the list.
function commonest({ values, common }: ListOf): ReadonlySet<string> {
  const most = values.length > SHORT ? FIRST : SHORT;
  const n = ({ value }: Value) => common.get(value) ?? 0;
  const ranked = [...values].sort((a, b) => n(b) - n(a));
  return new Set(ranked.slice(0, most).map(({ value }) => value));
}

interface Parts {
  readonly box: HTMLElement;
  readonly find: HTMLInputElement;
  readonly more: HTMLButtonElement;
}

function frame(of: ListOf, toggle: () => void): Parts & { readonly element: HTMLElement } {
  const unit = make("span", { class: "unit" }, "claims");
  const legend = make("legend", {}, make("span", {}, of.title), unit);
  const box = make("div", { class: "choices" });
  const label = `Find in: ${of.title}`;
  const find = make("input", {
    type: "search",
    class: "narrow",
    placeholder: "Find",
    "aria-label": label,
    hidden: true,
  });
  const more = button({ class: "plain rest" }, toggle);
  const element = make("fieldset", { class: `facet facet-${of.facet}` }, legend, find, box, more);
  return { element, box, find, more };
}

/** A facet as a list of boxes. */
export function createList(of: ListOf): List {
  const { values } = of;
  const rows = new Map<string, Row>();
  const kept = new Set(commonest(of)); // shown while the list is short
  let all = false;
  let counts: Counts = of.common;
  let chosen: ReadonlySet<string> = new Set();
  const { element, box, find, more } = frame(of, () => {
    all = !all;
    find.value = "";
    lay();
    if (all) find.focus();
  });

  function put(value: Value): HTMLElement {
    const known = rows.get(value.value) ?? row(of, value);
    rows.set(value.value, known);
    tell(known, value.value);
    return known.element;
  }

  function tell({ element: label, box: tick, counter }: Row, value: string): void {
    const text = grouped(counts.get(value) ?? 0);
    if (counter.textContent !== text) counter.textContent = text;
    tick.checked = chosen.has(value);
    label.classList.toggle("none", text === "0");
  }

  function wanted(): readonly Value[] {
    if (!all) return values.filter(({ value }) => kept.has(value));
    const typed = fold(find.value);
    return values.filter(({ label, value }) => chosen.has(value) || fold(label).includes(typed));
  }

  function lay(): void {
    const found = wanted();
    const shown = found.slice(0, AT_ONCE);
    const left = found.length - shown.length;
    const note =
      left > 0 && make("p", { class: "note" }, `and ${grouped(left)} more: type to find`);
    const none = found.length === 0 && make("p", { class: "note" }, "None is called so");
    replace(box, of.arrange ? of.arrange(shown, put) : shown.map(put), note, none);
    find.hidden = !all || values.length <= SHORT;
    more.hidden = values.length <= kept.size;
    more.setAttribute("aria-expanded", String(all));
    replace(more, all ? "Show fewer" : `${grouped(values.length - kept.size)} more`);
  }

  find.addEventListener("input", lay);
  lay();
  return {
    element,
    update(now, ticked) {
      counts = now;
      chosen = new Set(ticked);
      const strange = ticked.filter((value) => !kept.has(value));
      for (const value of strange) kept.add(value);
      if (strange.length && !all) lay();
      for (const [value, known] of rows) tell(known, value);
    },
  };
}
