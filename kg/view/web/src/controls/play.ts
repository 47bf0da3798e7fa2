// Steps through time: by hand, or one after another until a hand stops them. Nothing
// plays by itself, and whoever wants less motion is offered steps alone.
import { button, make, replace, setAttributes } from "../dom/make";

const BEAT = 900; // milliseconds that a step is shown

/** What is stepped through. */
export interface Stepped {
  /** Take a step; whether there was one to take. */
  step(by: 1 | -1): boolean;
  /** Whether a step on is left. */
  more(): boolean;
  /** Go back to the beginning. */
  rewind(): void;
  /** No step follows for now. */
  end(): void;
}

/** The buttons in the page. */
export interface Play {
  readonly element: HTMLElement;
  playing(): boolean;
  stop(): void;
  /** Whether there is anything to step through. */
  enable(on: boolean): void;
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Buttons that step back and on in time, and play. */
export function createPlay({ step, more, rewind, end }: Stepped): Play {
  let beat: ReturnType<typeof setInterval> | undefined;
  const by = (id: string, label: string, way: 1 | -1, sign: string) =>
    button({ id, "aria-label": label }, () => once(way), sign);
  const earlier = by("earlier", "Step back in time", -1, "\u2039");
  const play = button({ id: "play" }, toggle);
  const later = by("later", "Step on in time", 1, "\u203a");

  function once(way: 1 | -1): void {
    stop();
    step(way);
    end();
  }

  function next(): void {
    if (document.hidden || !step(1)) stop();
  }

  function toggle(): void {
    if (beat !== undefined) {
      stop();
      return;
    }
    end();
    if (!more()) rewind();
    step(1);
    beat = setInterval(next, BEAT);
    name();
  }

  function stop(): void {
    if (beat === undefined) return;
    clearInterval(beat);
    beat = undefined;
    end();
    name();
  }

  function name(): void {
    const on = beat !== undefined;
    replace(play, on ? "\u275a\u275a" : "\u25b6");
    setAttributes(play, { "aria-label": on ? "Pause" : "Play through time" });
    play.hidden = still();
  }

  name();
  return {
    element: make("div", { class: "steps" }, earlier, play, later),
    playing: () => beat !== undefined,
    stop,
    enable(on) {
      for (const press of [earlier, play, later]) press.disabled = !on;
    },
  };
}
