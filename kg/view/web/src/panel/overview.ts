// The panel when nothing is open: who is in the news.
import { button, type Child, make, name } from "../dom/make";
import { entitySign } from "../dom/signs";
import { short } from "../model/text";
import type { Node } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { heading, kicker } from "./parts";

const AT_MOST = 12;

function row({ graph, store }: Scene, node: Node): HTMLElement {
  const one = graph.entity(node.id);
  const label = make("span", { class: "what" }, name(short(one.label, 48)));
  const claims = make("span", { class: "count" }, count(graph.told(node.id).length, "claim"));
  const open = () => store.go(entity(node.id));
  return make("li", {}, button({ class: "row" }, open, entitySign(graph, one), label, claims));
}

/** Those of whom most is said. */
export function overview(scene: Scene): Child {
  const { drawing, entities, told } = scene.graph;
  const n = (node: Node) => told(node.id).length;
  const top = drawing.nodes
    .filter((node) => n(node) > 0)
    .sort((a, b) => n(b) - n(a) || a.rank - b.rank)
    .slice(0, AT_MOST);
  const lead = entities.length
    ? "Choose a name, a line of the drawing, or search: behind each stand the sentences that say so."
    : "The graph holds no entities.";
  return [
    kicker("At a glance"),
    heading(entities.length ? "Who is in the news" : "Nothing was found"),
    make("p", { class: "lead" }, lead),
    top.length
      ? make(
          "ol",
          { class: "rows" },
          top.map((node) => row(scene, node)),
        )
      : null,
  ];
}
