// Pieces that every panel is made of.
import { type Child, make } from "../dom/make";

/** The title of a panel, which takes the focus when the panel is opened by keys. */
export function heading(...parts: readonly Child[]): HTMLElement {
  return make("h2", { tabindex: "-1" }, parts);
}

/** The line above the title: what kind of thing it is about. */
export function kicker(...parts: readonly Child[]): HTMLElement {
  return make("p", { class: "kicker" }, parts);
}
