// The frame of a view that draws actors: what it shows in words, its key, a line that tells
// what is meant, the drawing, and the way to more actors. Drawn anew when its width changes.
import { button, fill, make, replace } from "../dom/make";
import { count } from "../model/words";

/** What is drawn into a frame. `P` is a place in it that can have the focus. */
export interface Drawn<P> {
  readonly element: Element | null; // null where nothing passes the filters
  /** Where the focus is in it, and how it is given back after drawing anew. */
  readonly focus: { focused(): P | null; focus(place: P): void } | null;
  /** What it shows, in a sentence, and what the line says while nothing is meant. */
  readonly words: string;
  readonly resting: string;
  /** How many actors it leaves out, if there is room for them. */
  readonly more: number;
}

/** What a frame is of. */
export interface FrameOf<P> {
  readonly name: string;
  readonly key: HTMLElement;
  /** How many actors are added at once, and what asks for them. */
  readonly step: number;
  more(): void;
  draw(box: HTMLElement): Drawn<P>;
}

/** The frame in the page. */
export interface Frame {
  /** Draw what is to be seen now, once there is room. */
  draw(): void;
  /** Tell what is meant; nothing: what is told at rest. */
  tell(words: string): void;
}

/** Put a frame into a section. */
export function createFrame<P>(section: HTMLElement, of: FrameOf<P>): Frame {
  const lead = make("p", { class: "note" });
  const tip = make("p", { class: "tip", "aria-live": "polite" });
  const box = make("div", { class: of.name });
  const more = button({ class: "more" }, of.more);
  let width = 0; // for which it is drawn
  let focus: Drawn<P>["focus"] = null;
  let resting = "";
  const tell = (words: string) => replace(tip, make("bdi", {}, words || resting));
  fill(section, make("div", { class: "head" }, lead, of.key), tip, box, more);

  function draw(): void {
    if (box.clientWidth === 0) return;
    width = box.clientWidth;
    const focused = focus?.focused() ?? null;
    const drawn = of.draw(box);
    replace(box, drawn.element);
    focus = drawn.focus;
    if (focused !== null) focus?.focus(focused);
    replace(lead, drawn.words);
    if (resting !== drawn.resting) {
      resting = drawn.resting;
      tell("");
    }
    section.classList.toggle("nothing", drawn.element === null);
    more.hidden = drawn.more === 0;
    replace(more, `Show ${Math.min(of.step, drawn.more)} more of ${count(drawn.more, "actor")}`);
  }

  new ResizeObserver(() => {
    if (box.clientWidth !== width) draw();
  }).observe(box);

  return { draw, tell };
}
