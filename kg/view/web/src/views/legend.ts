// The key of the drawing: what shapes, colours and lines mean.
import { type Child, make, wide } from "../dom/make";
import { classSign, lineSign } from "../dom/signs";
import type { Graph } from "../model/graph";

const item = (sign: Child, text: string) => make("li", {}, sign, make("span", {}, text));

function lines({ families }: Graph): Child {
  const cross = make("b", { class: "status-denied" }, "\u2715");
  return [
    families.map(({ name, label }) => item(lineSign(name), label)),
    item(lineSign("mixed"), "mixed"),
    item(lineSign("structure", "dashed"), "planned or possible"),
    item([lineSign("conflict", "dotted"), cross], "denied"),
    item(make("b", {}, "2"), "claims on a line"),
  ];
}

/** The key as an element that can be folded away. */
export function legend(graph: Graph): HTMLElement {
  const classes = [...new Set(graph.entities.map((entity) => entity.class))].sort();
  const signs = classes.map((cls) => item(classSign(graph, cls), graph.label("class", cls)));
  const body = make("div", {}, make("ul", {}, signs), make("ul", {}, lines(graph)));
  const open = wide(760);
  return make("details", { id: "key", class: "key", open }, make("summary", {}, "Key"), body);
}
