// What a renderer must do. Whoever draws knows positions, shapes, colours and sizes, and
// tells of clicks; what is drawn and how it looks is decided by drawing.ts and look.ts.
import type { Edge, Id } from "../model/types";

/** A place, in units of the drawing or in pixels from the canvas's left upper corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height of the canvas in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What stands in the middle of the canvas, and how many pixels a unit of the drawing has. */
export interface Camera extends Point {
  readonly scale: number;
}

/** An entity to draw; `shape` is one of the palette's. */
export interface Dot extends Point {
  readonly id: Id;
  readonly shape: string;
  /** How large it is beside others; placing.ts says what that is in pixels. */
  readonly size: number;
}

/** How an entity looks now. */
export interface DotStyle {
  readonly id: Id;
  readonly fill: string;
  readonly border: string;
  readonly borderWidth: number;
  readonly opacity: number;
}

/** A line to draw; its id is the key of the pair. */
export interface Line extends Edge {
  readonly id: string;
}

/** Solid when it is so; dashed when it may or is to be; dotted when it is denied. */
export type Manner = "solid" | "dashed" | "dotted";

/** How a line looks now; a hidden one is not there. */
export interface LineStyle {
  readonly id: string;
  readonly hidden: boolean;
  readonly colour: string;
  readonly opacity: number;
  /** In pixels. */
  readonly width: number;
  readonly manner: Manner;
  /** Whether an arrow points to `to`, and to `from`. */
  readonly forth: boolean;
  readonly back: boolean;
  /** Whether it stands out among many: those are drawn more faintly the more they are. */
  readonly strong: boolean;
}

/** What is done when something happens on the canvas. */
export interface Handlers {
  /** A click, with the entity or else the line under it; `twice` for the second of two. */
  click(hit: {
    readonly node: Id | null;
    readonly line: string | null;
    readonly at: Point;
    readonly twice?: boolean;
  }): void;
  /** What the pointer is over: an entity or else a line. */
  hover(node: Id | null, line: string | null): void;
  /** An entity was dragged there; `done` when it was let go. */
  dragged(node: Id, to: Point, done: boolean): void;
  /** Write over the drawing just finished. */
  annotate(context: CanvasRenderingContext2D): void;
}

/** A way to draw a graph on a canvas. Nothing in it moves by itself. */
export interface Renderer {
  /** Draw these, and nothing of what was drawn before. */
  place(dots: readonly Dot[], lines: readonly Line[]): void;
  style(dots: readonly DotStyle[], lines: readonly LineStyle[]): void;
  /** From units of the drawing to pixels of the canvas. */
  toScreen(point: Point): Point;
  size(): Size;
  scale(): number;
  look(camera: Camera, how?: { readonly slowly?: boolean }): void;
  redraw(): void;
}

/** How a renderer is made. */
export type MakeRenderer = (canvas: HTMLElement, handlers: Handlers) => Renderer;
