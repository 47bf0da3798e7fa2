// The lines of the entity that is pointed at, over a drawing of so many that to restyle all
// would be slow: they stand out, and all else stays as it is.
import { pairKey } from "../model/graph";
import type { Id } from "../model/types";
import { type Drawn, projection } from "./captions";
import { lineWidth } from "./look";

const AT_MOST = 400;

/** Draw the lines of one in their colours, at the width that they have. */
export function strokes(context: CanvasRenderingContext2D, drawn: Drawn, id: Id): void {
  const { scene, renderer, at, known, colour } = drawn;
  const from = at.get(id);
  if (!from) return;
  const project = projection(renderer);
  const start = project(from);
  const ratio = context.canvas.width / Math.max(renderer.size().width, 1);
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const other of scene.graph.others(id).slice(0, AT_MOST)) {
    const [look, to] = [known.get(pairKey(id, other)), at.get(other)];
    if (!look || !to) continue;
    const end = project(to);
    context.strokeStyle = colour(`family-${look.family}`);
    context.lineWidth = lineWidth(look) + 0.5;
    context.setLineDash(look.manner === "solid" ? [] : look.manner === "dashed" ? [7, 5] : [2, 4]);
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.restore();
}
