// Building elements. Every string is hostile: it enters the page as a text node only.
import { legible } from "../model/text";

/** What an element may be filled with; null and false are left out. */
export type Child = Node | string | null | undefined | false | readonly Child[];

/** Attributes by name, and what is done on events. */
export interface Properties {
  readonly on?: Readonly<Record<string, (event: never) => void>>;
  readonly [attribute: string]: unknown;
}

/** An element: make("p", {class: "meta", on: {click: f}}, "text", element, null). */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const { on = {}, ...attributes } = properties;
  for (const [event, act] of Object.entries(on)) {
    element.addEventListener(event, act as (event: Event) => void);
  }
  setAttributes(element, attributes);
  return fill(element, ...children);
}

/** Set attributes; null, undefined and false leave one out, true sets it bare. */
export function setAttributes(
  element: Element,
  attributes: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : legible(String(value)));
  }
}

/** Add children to an element. */
export function fill<E extends Element>(element: E, ...children: readonly Child[]): E {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) element.append(child);
    else if (typeof child === "string") element.append(legible(child));
    else fill(element, ...child);
  }
  return element;
}

/** Put children in the place of all that an element holds. */
export function replace<E extends Element>(element: E, ...children: readonly Child[]): E {
  element.replaceChildren();
  return fill(element, ...children);
}

/** A link to an address of http or https; any other address gives none. */
export function link(address: string, ...children: readonly Child[]): HTMLAnchorElement | null {
  if (!URL.canParse(address)) return null;
  const { href, protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return make("a", { href, rel: "noopener noreferrer", target: "_blank" }, ...children);
}

/** A button and what it does. */
export function button(
  properties: Properties,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  return make("button", { type: "button", ...properties, on: { click: act } }, ...children);
}

/** A name, kept apart from the direction of the words around it. */
export function name(text: string): HTMLElement {
  return make("bdi", {}, text);
}

/** An element of the template, which must be there. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** Whether the page is at least so many pixels wide. */
export function wide(pixels: number): boolean {
  return matchMedia(`(min-width: ${pixels}px)`).matches;
}
