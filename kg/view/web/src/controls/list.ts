// One facet as a list of boxes to tick. Long lists show the commonest values of what is
// left, what was ticked, and what one types; their boxes are made when they are first seen.
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

const among = (counts: Counts, { value }: Value) => counts.get(value) ?? 0;

// Of a long list the commonest of what is left, these first; a short one as it is.
function commonest({ values, common }: ListOf, counts: Counts): readonly Value[] {
  if (values.length <= SHORT) return values;
  const order = (a: Value, b: Value) =>
    among(counts, b) - among(counts, a) || among(common, b) - among(common, a);
  const left = values.filter((value) => among(counts, value) > 0);
  return left.sort(order).slice(0, FIRST);
}

const named = (values: readonly Value[]) => values.map(({ value }) => value).join("\u001f");

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

function noteOf({ length }: readonly Value[], all: boolean): Child {
  const note = (text: string) => make("p", { class: "note" }, text);
  if (length > AT_ONCE) return note(`and ${grouped(length - AT_ONCE)} more: type to find`);
  return length === 0 && note(all ? "None is called so" : "None is left");
}

/** A facet as a list of boxes. */
export function createList(of: ListOf): List {
  const { values } = of;
  const rows = new Map<string, Row>();
  const kept = new Set<string>(); // were ticked, and stay while the list is short
  let shown = "";
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

  function few(): readonly Value[] {
    const most = commonest(of, counts);
    const there = new Set(most);
    return [...most, ...values.filter((one) => kept.has(one.value) && !there.has(one))];
  }

  function typed(): readonly Value[] {
    const asked = fold(find.value);
    return values.filter(({ label, value }) => chosen.has(value) || fold(label).includes(asked));
  }

  function lay(found = all ? typed() : few()): void {
    const first = found.slice(0, AT_ONCE);
    const focused = box.contains(document.activeElement) ? document.activeElement : null;
    replace(box, of.arrange ? of.arrange(first, put) : first.map(put), noteOf(found, all));
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    shown = named(found);
    find.hidden = !all || values.length <= SHORT;
    more.hidden = !all && found.length >= values.length;
    more.setAttribute("aria-expanded", String(all));
    replace(more, all ? "Show fewer" : `${grouped(values.length - found.length)} more`);
  }

  find.addEventListener("input", () => lay());
  lay();
  return {
    element,
    update(now, ticked) {
      counts = now;
      chosen = new Set(ticked);
      for (const value of ticked) kept.add(value);
      const next = all ? null : few();
      if (next && named(next) !== shown) lay(next);
      for (const [value, known] of rows) tell(known, value);
    },
  };
}
