// What the camera of the drawing sees is in the address once a hand has moved it: before
// that the drawing places itself, and again when all is fitted.
import type { Drawing } from "../draw/drawing";
import type { See, State } from "../model/types";
import type { Store } from "../state/store";

/** The camera as the address knows it. */
export interface Camera {
  /** A hand is about to move it. */
  taken(): void;
  /** It may have moved by itself. */
  followed(): void;
  /** All is fitted again. */
  fitted(): void;
  /** See what the state says, where that is another thing; whether it was. */
  update(now: State): boolean;
}

const PAUSE = 250; // milliseconds after which it is looked whether it stands still
const CLICK = 5; // pixels that a pointer may move without moving the camera

const same = (a: See | null, b: See | null) => a?.join() === b?.join();

// Told before the canvas itself hears of it; a click is no move.
function onHands(canvas: HTMLElement, taken: () => void): void {
  let from: PointerEvent | null = null;
  let moves = false;

  function move({ clientX, clientY }: PointerEvent): void {
    if (from) moves ||= Math.hypot(clientX - from.clientX, clientY - from.clientY) >= CLICK;
    if (moves) taken();
  }

  function end(): void {
    if (moves) taken();
    [from, moves] = [null, false];
  }

  canvas.addEventListener("wheel", taken, { capture: true, passive: true });
  canvas.addEventListener("pointerdown", (event) => {
    from = event;
  });
  addEventListener("pointermove", move, { capture: true });
  addEventListener("pointerup", end, { capture: true });
  addEventListener("pointercancel", end, { capture: true });
}

/** Keep what the camera of a drawing sees. */
export function createCamera(canvas: HTMLElement, drawing: Drawing, store: Store): Camera {
  let own: See | null = null; // what the address has
  let begun: See | null = null; // what was seen before a hand moved it
  let last: See | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function wait(seen: See | null): void {
    last = seen;
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  }

  function keep(): void {
    pause = undefined;
    if (store.get().view !== "graph") return;
    const now = drawing.seen();
    if (!same(now, last)) {
      wait(now); // it may move still
      return;
    }
    if (own === null && same(now, begun)) return; // an entity was dragged
    own = now;
    store.go({ see: now }, { replace: true });
  }

  function taken(): void {
    if (pause === undefined) begun = drawing.seen();
    wait(null);
  }

  function followed(): void {
    if (own) wait(null);
  }

  function update({ see }: State): boolean {
    const other = !same(see, own);
    if (other && see) drawing.look(see);
    else if (other) drawing.fit();
    own = see;
    return other && see !== null;
  }

  onHands(canvas, taken);
  addEventListener("resize", followed);
  return {
    ...{ taken, followed, update },
    fitted() {
      clearTimeout(pause);
      [pause, own] = [undefined, null];
      store.go({ see: null }, { replace: true });
    },
  };
}
