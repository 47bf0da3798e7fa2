// What the focus can be on in the timeline, and the keys and pointers that lead there.
import type { Claim, Id } from "../model/types";

/** What is done when something in the drawing is meant. */
export interface Meant {
  /** Tell of an event, or of none. */
  tell(claim: Claim | null, reports: number): void;
  open(claim: Claim, lane: Id): void;
  actor(id: Id): void;
  /** Look closer at a stretch of time of an actor. */
  closer(from: string, until: string, lane: Id): void;
  /** Tell of something else in words. */
  say(words: string): void;
  /** List what has no mark in a lane. */
  list(id: Id): void;
}

/** The focus within the drawing. */
export interface Focus {
  /** The name of what has the focus, to give it back after drawing anew. */
  focused(): string | null;
  focus(name: string): void;
}

/** What the focus can be on: an actor, what has no mark, or a mark. */
export interface Stop {
  readonly name: string;
  readonly x: number;
  readonly element: SVGGElement;
  act(): void;
  /** Tell what it is: on focus and under the pointer. */
  show(): void;
}

/** Stops by lane, from left to right. */
export type Stops = readonly (readonly Stop[])[];

function nearest(own: readonly Stop[] | undefined, x: number): Stop | undefined {
  return own?.reduce((best, one) => (Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best));
}

/** The stop that a key leads to: along a lane, or to the nearest of the next. */
function led(stops: Stops, key: string, row: number, at: number): Stop | undefined {
  const own = stops[row] ?? [];
  const x = own[at]?.x ?? 0;
  switch (key) {
    case "ArrowLeft":
      return own[Math.max(0, at - 1)];
    case "ArrowRight":
      return own[Math.min(own.length - 1, at + 1)];
    case "ArrowUp":
      return nearest(stops[Math.max(0, row - 1)], x);
    case "ArrowDown":
      return nearest(stops[Math.min(stops.length - 1, row + 1)], x);
    case "Home":
      return own[0];
    case "End":
      return own.at(-1);
    default:
      return undefined;
  }
}

interface Found {
  readonly row: number;
  readonly at: number;
  readonly stop: Stop | null;
}

function findIn(stops: Stops, target: EventTarget | null): Found {
  const over = target instanceof Element ? target.closest("[role=button]") : null;
  const row = stops.findIndex((own) => own.some((stop) => stop.element === over));
  const at = stops[row]?.findIndex((stop) => stop.element === over) ?? -1;
  return { row, at, stop: stops[row]?.[at] ?? null };
}

/** Make the whole one stop of Tab, through which arrows lead; Enter and clicks act.
 * `over` is told what has the focus or is pointed at. */
export function walk(element: Element, stops: Stops, over: (stop: Stop | null) => void): Focus {
  let reached: Stop | null = null;

  function reach(next: Stop | null): void {
    reached?.element.setAttribute("tabindex", "-1");
    reached = next;
    reached?.element.setAttribute("tabindex", "0");
  }

  function press(event: KeyboardEvent): void {
    const { row, at, stop } = findIn(stops, event.target);
    if (!stop || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = led(stops, event.key, row, at);
    if (!next && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    if (next) next.element.focus();
    else stop.act();
  }

  element.addEventListener("keydown", (event) => press(event as KeyboardEvent));
  element.addEventListener("focusin", (event) => {
    const { stop } = findIn(stops, event.target);
    reach(stop);
    over(stop);
    stop?.element.scrollIntoView({ block: "nearest" });
  });
  element.addEventListener("pointerover", (event) => over(findIn(stops, event.target).stop));
  element.addEventListener("pointerleave", () => over(null));
  element.addEventListener("click", (event) => findIn(stops, event.target).stop?.act());
  reach(stops[0]?.find((one) => one.x >= 0) ?? stops[0]?.[0] ?? null);
  const named = (name: string) => stops.flat().find((one) => one.name === name);
  return {
    focused: () => findIn(stops, document.activeElement).stop?.name ?? null,
    focus: (name) => named(name)?.element.focus({ preventScroll: true }),
  };
}
