// Where somebody is in a text that is read: the code point at the top of what is seen.
import type { Span } from "../model/types";

/** A paragraph in the page, and its code points. */
export interface Paragraph {
  readonly element: HTMLElement;
  readonly span: Span;
}

/** The code point that stands so many pixels down the screen; 0 above the text, and null
 * below its end. */
export function pointAt(paragraphs: readonly Paragraph[], y: number): number | null {
  for (const [i, { element, span }] of paragraphs.entries()) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom <= y) continue;
    if (top >= y) return i === 0 ? 0 : span[0];
    return Math.round(span[0] + ((y - top) / (bottom - top)) * (span[1] - span[0]));
  }
  return null;
}

// What scrolls an element: itself, an element around it, or the page.
function scrolling(element: HTMLElement): Element {
  let around: Element | null = element.parentElement;
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) {
    around = around.parentElement;
  }
  return around ?? document.scrollingElement ?? document.documentElement;
}

/** Scroll so that a code point stands at the top of what is seen. */
export function scrollToPoint(paragraphs: readonly Paragraph[], point: number): void {
  const found = paragraphs.find(({ span }) => point < span[1]) ?? paragraphs.at(-1);
  if (!found) return;
  const { element, span } = found;
  // its own height counts, not the height it is guessed at while it is out of sight
  element.style.contentVisibility = "visible";
  element.scrollIntoView({ block: "start" });
  const part = Math.max(0, (point - span[0]) / (span[1] - span[0]));
  scrolling(element).scrollBy(0, part * element.getBoundingClientRect().height);
}
