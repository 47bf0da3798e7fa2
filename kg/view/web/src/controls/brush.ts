// The brush over the timeline: a stretch that is drawn, moved and stepped through by
// mouse, touch and keys. It knows bars, not claims.
import { type Child, make, setAttributes } from "../dom/make";
import { between, type Range, shifted } from "./range";

/** What the brush is told of the bars that it lies over. */
export interface Over {
  /** How many bars there are. */
  size(): number;
  /** The words for the bar at which a stretch begins or ends. */
  bound(which: "first" | "last", bar: number): string;
  /** A stretch was chosen; more may come while it is drawn. */
  choose(range: Range): void;
  /** The hand was taken away. */
  end(): void;
}

/** A brush in the page. */
export interface Brush {
  readonly element: HTMLElement;
  /** Whether a stretch is being drawn. */
  busy(): boolean;
  show(range: Range): void;
}

type Part = "first" | "last" | "move" | "new";

interface Drag {
  readonly part: Part;
  readonly from: number; // the bar at which it began
  readonly range: Range;
}

const PAGE = 12;

function handle(which: "first" | "last", label: string): HTMLElement {
  const role = {
    role: "slider",
    tabindex: 0,
    "aria-label": label,
    "aria-orientation": "horizontal",
  };
  return make("div", { class: `handle ${which}`, id: `brush-${which}`, ...role });
}

// Where a key leads a handle; null when it is none of the brush's.
function led(key: string, at: number, size: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - PAGE,
    PageUp: at + PAGE,
    Home: 0,
    End: size - 1,
  };
  return steps[key] ?? null;
}

const clamp = (n: number, least: number, most: number) => Math.min(Math.max(n, least), most);

/** The stretch after one of its parts was drawn from one bar to another. */
export function drawn({ part, from, range }: Drag, to: number, size: number): Range {
  if (part === "new") return between(from, to);
  if (part === "move") return shifted(range, to - from, size);
  const { first, last } = range;
  return part === "first"
    ? { first: Math.min(to, last), last }
    : { first, last: Math.max(to, first) };
}

/** A brush over a plot of bars, which stands beneath it. */
export function createBrush(plot: Child, over: Over): Brush {
  const handles = { first: handle("first", "From"), last: handle("last", "Until") };
  const window = make("div", { class: "window" });
  const [before, after] = [make("div", { class: "shade" }), make("div", { class: "shade" })];
  const element = make(
    "div",
    { class: "plot" },
    plot,
    before,
    after,
    window,
    handles.first,
    handles.last,
  );
  let range: Range = { first: 0, last: 0 };
  let drag: Drag | null = null;

  function barAt({ clientX }: PointerEvent): number {
    const { left, width } = element.getBoundingClientRect();
    return clamp(Math.floor(((clientX - left) / width) * over.size()), 0, over.size() - 1);
  }

  function partAt({ target }: PointerEvent, bar: number): Part {
    if (target === handles.first) return "first";
    if (target === handles.last) return "last";
    const all = range.first === 0 && range.last === over.size() - 1;
    return !all && range.first <= bar && bar <= range.last ? "move" : "new";
  }

  function start(event: PointerEvent): void {
    if (event.button !== 0 || over.size() === 0) return;
    const from = barAt(event);
    drag = { part: partAt(event, from), from, range };
    element.setPointerCapture(event.pointerId);
    if (drag.part === "first" || drag.part === "last") handles[drag.part].focus();
    event.preventDefault();
  }

  function move(event: PointerEvent): void {
    const to = barAt(event);
    if (!drag || (to === drag.from && drag.range === range)) return;
    over.choose(drawn(drag, to, over.size()));
  }

  // A click without a move chooses the bar under it.
  function stop(event: PointerEvent): void {
    if (!drag) return;
    const { part, from, range: before } = drag;
    const clicked = (part === "new" || part === "move") && barAt(event) === from;
    drag = null;
    if (clicked && before === range && event.type === "pointerup") over.choose(between(from, from));
    over.end();
  }

  function key(which: "first" | "last", event: KeyboardEvent): void {
    const to = led(event.key, range[which], over.size());
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const bar = clamp(to, 0, over.size() - 1);
    over.choose(drawn({ part: which, from: bar, range }, bar, over.size()));
  }

  function show(now: Range): void {
    const size = Math.max(over.size(), 1);
    const [left, right] = [(100 * now.first) / size, (100 * (now.last + 1)) / size];
    if (now.first !== range.first || now.last !== range.last) range = now;
    setAttributes(before, { style: `left:0;width:${left}%` });
    setAttributes(after, { style: `left:${right}%;width:${100 - right}%` });
    setAttributes(window, { style: `left:${left}%;width:${right - left}%` });
    for (const [which, place] of [
      ["first", left],
      ["last", right],
    ] as const) {
      const value = { "aria-valuemin": 0, "aria-valuemax": size - 1, "aria-valuenow": now[which] };
      const text = over.bound(which, now[which]);
      setAttributes(handles[which], { ...value, "aria-valuetext": text, style: `left:${place}%` });
    }
  }

  element.addEventListener("pointerdown", start);
  element.addEventListener("pointermove", move);
  element.addEventListener("pointerup", stop);
  element.addEventListener("pointercancel", stop);
  for (const which of ["first", "last"] as const) {
    handles[which].addEventListener("keydown", (event) => key(which, event));
    handles[which].addEventListener("blur", over.end);
  }
  return { element, busy: () => drag !== null, show };
}
