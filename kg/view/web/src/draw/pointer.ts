// What the pointer does on sigma's canvas: point at, click, drag.
import type Sigma from "sigma";
import type { Id } from "../model/types";
import type { Handlers, Point } from "./renderer";

const STEADY = 4; // pixels that a click may move without being a drag

/** What is under a point of the canvas, and how one that is there is moved. */
export interface Under {
  dot(point: Point): Id | null;
  line(point: Point): string | null;
  drag(id: Id, point: Point, done: boolean): void;
}

/** Tell the handlers what is pointed at and clicked. */
export function listenToPointer(
  sigma: Sigma,
  canvas: HTMLElement,
  under: Under,
  { click, hover }: Handlers,
): void {
  let told: string | null = null;

  function over(node: Id | null, line: string | null): void {
    if ((node ?? line) === told) return;
    told = node ?? line;
    canvas.classList.toggle("pointing", told !== null);
    hover(node, line);
  }

  // Two quick clicks are a double click for sigma wherever they are; here only on one entity.
  let last: Id | null = null;
  function clicked(node: Id | null, event: Point, twice = false): void {
    const line = node === null ? under.line(event) : null;
    click({ node, line, at: event, twice: twice && node !== null && node === last });
    last = node;
  }

  sigma.on("clickNode", ({ node, event }) => clicked(node, event));
  sigma.on("clickStage", ({ event }) => clicked(null, event));
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    clicked(node, event, true);
  });
  sigma.on("doubleClickStage", ({ event, preventSigmaDefault }) => {
    preventSigmaDefault();
    clicked(null, event);
  });
  sigma.on("leaveStage", () => over(null, null));
  const dragging = listenToDrag(sigma, under);
  sigma.getMouseCaptor().on("mousemove", (event) => {
    if (dragging()) return;
    const node = under.dot(event);
    over(node, node === null ? under.line(event) : null);
  });
}

// Gives whether something is being dragged.
function listenToDrag(sigma: Sigma, { drag }: Under): () => boolean {
  let held: { readonly id: Id; readonly from: Point; moved: boolean } | null = null;
  const drop = ({ event }: { readonly event: Point }) => {
    if (held?.moved) drag(held.id, event, true);
    held = null;
  };
  sigma.on("downNode", ({ node, event }) => {
    held = { id: node, from: { x: event.x, y: event.y }, moved: false };
    event.preventSigmaDefault();
  });
  sigma.on("moveBody", ({ event }) => {
    if (!held) return;
    held.moved ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > STEADY;
    event.preventSigmaDefault();
    if (held.moved) drag(held.id, event, false);
  });
  sigma.on("upNode", drop);
  sigma.on("upStage", drop);
  return () => held !== null;
}
