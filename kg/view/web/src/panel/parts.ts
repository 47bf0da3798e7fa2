// Pieces that every panel is made of.
import { type Child, fill, make } from "../dom/make";
import { grouped } from "../model/words";

/** The title of a panel, which takes the focus when the panel is opened by keys. */
export function heading(...parts: readonly Child[]): HTMLElement {
  return make("h2", { tabindex: "-1" }, parts);
}

const TITLE = 240;

/** A title out of a text, which runs in its own direction. A very long one is cut to some
 * lines by its style, and stands whole, folded away, under itself. */
export function headline(text: string): Child {
  const long = text.length > TITLE;
  const title = make("h2", { class: long && "long", tabindex: "-1", dir: "auto" }, text);
  if (!long) return title;
  const whole = () => make("p", { dir: "auto" }, text);
  return [title, folded("All of it", whole)];
}

/** The line above the title: what kind of thing it is about. */
export function kicker(...parts: readonly Child[]): HTMLElement {
  return make("p", { class: "kicker" }, parts);
}

/** The title of a section, with how many it holds. */
export function rubric(title: Child, n: number | null = null): HTMLElement {
  const count = n === null ? null : make("span", { class: "count" }, grouped(n));
  return make("h3", { class: "rubric" }, make("span", {}, title), " ", count);
}

/** What is folded away until somebody asks; it is made when it is first unfolded. */
export function folded(summary: Child, content: () => Child, open = false): HTMLElement {
  const element = make("details", { class: "folded" }, make("summary", {}, summary));
  const unfold = () => fill(element, content());
  if (open) {
    unfold();
    element.open = true;
  } else element.addEventListener("toggle", unfold, { once: true });
  return element;
}

/** Facts in a box: what is asked on the left, what is known on the right. */
export function facts(rows: readonly (readonly [string, Child])[]): HTMLElement | null {
  const known = rows.filter(
    ([, value]) => value !== null && value !== false && value !== undefined,
  );
  if (known.length === 0) return null;
  const lines = known.map(([title, value]) =>
    make("div", {}, make("dt", {}, title), make("dd", {}, value)),
  );
  return make("dl", { class: "facts" }, lines);
}
