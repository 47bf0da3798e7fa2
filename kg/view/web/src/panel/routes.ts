// How two are joined through others: the shortest paths, and what is told at each step.
import { button, type Child, make, name } from "../dom/make";
import { badge, lineSign } from "../dom/signs";
import { short } from "../model/text";
import type { Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { pair } from "../state/store";
import { newest } from "./claims";
import { open } from "./open";
import { rubric } from "./parts";
import { line } from "./wording";

const AT_MOST = 5;

// The newest claim of the two, and how many more there are; all of them are one press away.
function step(scene: Scene, from: Id, to: Id): Child {
  const { graph, store } = scene;
  const [claim, ...more] = graph.ofPair(from, to).filter(scene.passes).sort(newest(graph));
  if (!claim) return null;
  const rest = more.length > 0 && ` and ${count(more.length, "more claim")} of the two`;
  const what = make(
    "span",
    { class: "what" },
    lineSign(graph.family(claim.term)),
    " ",
    line(graph, claim),
  );
  const why = make("span", { class: "why" }, badge(claim.status), rest);
  return make(
    "li",
    {},
    button({ class: "start" }, () => open(store, pair(from, to)), what, why),
  );
}

function route(scene: Scene, path: readonly Id[]): Child {
  const label = (id: Id) => name(short(scene.graph.entity(id).label, 40));
  const names = path.map((id, i) => [i ? " \u2013 " : "", label(id)]);
  const steps = path.slice(1).map((id, i) => step(scene, path[i] ?? id, id));
  return make(
    "li",
    {},
    make("p", { class: "route" }, names),
    make("ol", { class: "starts" }, steps),
  );
}

/** The shortest paths between two under the filters, each with what is told on its way. */
export function routes(scene: Scene, a: Id, b: Id): Child {
  const found = scene.paths(a, b);
  const [first] = found;
  const filtered = scene.filtered() ? " under these filters" : "";
  if (!first) return make("p", { class: "note" }, `No path joins the two${filtered}.`);
  const steps = count(first.length - 1, "step");
  const title =
    found.length === 1 ? `The shortest path, of ${steps}` : `Shortest paths, of ${steps}`;
  const left = found.length - AT_MOST;
  return make(
    "section",
    {},
    rubric(title, found.length),
    make(
      "ol",
      { class: "routes" },
      found.slice(0, AT_MOST).map((path) => route(scene, path)),
    ),
    left > 0 && make("p", { class: "note" }, `and ${left} more, as the drawing shows`),
  );
}
