// The panel when nothing is open: what there is, where to begin, who is in the news.
import { button, type Child, make, name } from "../dom/make";
import { badge, entitySign, lineSign } from "../dom/signs";
import type { Graph } from "../model/graph";
import { eachOf } from "../model/runs";
import { short } from "../model/text";
import type { Claim, Id, Node } from "../model/types";
import { count, date, grouped, STATUSES } from "../model/words";
import type { Scene } from "../state/scene";
import {
  entity,
  article as openArticle,
  claim as openClaim,
  pair as openPair,
  unfiltered,
} from "../state/store";
import { heading, kicker, rubric } from "./parts";
import { shares } from "./shares";
import { type Start, starts, type Target } from "./starts";
import { line } from "./wording";

const AT_MOST = 12;

// One sentence: how much is told, of whom, in which articles, from when to when.
function summary({ graph, passing }: Scene): string {
  const claims = passing();
  const dates = graph.articles.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [date(dates[0]), date(dates.at(-1))];
  const period = !first ? "" : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
  const articles = count(graph.articles.length, "article");
  const verb = graph.articles.length === 1 ? "makes" : "make";
  const told = `${articles}${period} ${verb} ${count(graph.claims.length, "claim")}`;
  const who = count(graph.entities.length, "entity", "entities");
  const less = claims.length < graph.claims.length;
  const left = less ? ` The filters leave ${count(claims.length, "claim")}.` : "";
  return `${told} about ${who}.${left} ${mixture(claims)}`;
}

// How many are not simply asserted: "Of them 21 are reported, 16 denied, 22 possible."
function mixture(claims: readonly Claim[]): string {
  const parts = STATUSES.slice(1)
    .map(({ id }) => ({ id, n: claims.filter(({ status }) => status === id).length }))
    .filter(({ n }) => n > 0 && n < claims.length)
    .map(({ id, n }, i) => `${grouped(n)} ${i ? "" : n === 1 ? "is " : "are "}${id}`);
  const last = parts.pop();
  return last ? `Of them ${[parts.join(", "), last].filter(Boolean).join(" and ")}.` : "";
}

// ------------------------------------------------------------------ where to begin

function changes({ graph }: Scene, target: Target) {
  if ("claim" in target) return openClaim(target.claim);
  if ("pair" in target) return openPair(...target.pair);
  if ("entity" in target) return entity(target.entity);
  return { ...openArticle(graph.article(target.article).id), view: "reader" as const };
}

function title({ graph }: Scene, target: Target): Child {
  const label = (id: Id) => name(short(graph.entity(id).label, 40));
  if ("claim" in target) {
    return [lineSign(graph.family(target.claim.term)), " ", line(graph, target.claim)];
  }
  if ("pair" in target) return [label(target.pair[0]), " and ", label(target.pair[1])];
  if ("entity" in target) return label(target.entity);
  const { title: text, id } = graph.article(target.article);
  return name(short(text ?? id, 80));
}

function start(scene: Scene, { target, why }: Start): HTMLElement {
  const open = () => scene.store.go(changes(scene, target));
  const what = make("span", { class: "what" }, title(scene, target));
  const how = "claim" in target && [badge(target.claim.status), " "];
  return make(
    "li",
    {},
    button({ class: "start" }, open, what, make("span", { class: "why" }, how, why)),
  );
}

// To choose them all claims are looked through: once for each filter.
const chosen = new WeakMap<Graph, { readonly filter: string; readonly found: readonly Start[] }>();

function startsOf({ graph, store, passing }: Scene): readonly Start[] {
  const filter = JSON.stringify(store.get().filter);
  const known = chosen.get(graph);
  if (known?.filter === filter) return known.found;
  const found = starts(graph, passing());
  chosen.set(graph, { filter, found });
  return found;
}

function begin(scene: Scene): Child {
  const found = startsOf(scene);
  if (found.length === 0) return null;
  const items = found.map((one) => start(scene, one));
  return make("section", {}, rubric("Start here"), make("ol", { class: "starts" }, items));
}

// ------------------------------------------------------------------- who is told of

interface Told {
  readonly node: Node;
  readonly n: number;
}

function row({ graph, store }: Scene, { node, n }: Told): HTMLElement {
  const one = graph.entity(node.id);
  const label = make("span", { class: "what" }, name(short(one.label, 48)));
  const claims = make("span", { class: "count" }, count(n, "claim"));
  const open = () => store.go(entity(node.id));
  return make("li", {}, button({ class: "row" }, open, entitySign(graph, one), label, claims));
}

function mostTold(scene: Scene): Child {
  const { drawing, takers, places } = scene.graph;
  const claims = new Uint32Array(places.size);
  eachOf(takers, scene.left(), (who) => {
    claims[who] = (claims[who] as number) + 1;
  });
  const top = drawing.nodes
    .map((node) => ({ node, n: claims[places.get(node.id) ?? -1] ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || a.node.rank - b.node.rank)
    .slice(0, AT_MOST);
  if (top.length === 0) return null;
  const rows = top.map((one) => row(scene, one));
  return make("section", {}, rubric("Most told of"), make("ol", { class: "rows" }, rows));
}

// Where nothing is left to show: that it is the filters, and the way back.
function nothingLeft({ store }: Scene): Child {
  const clear = () => store.go(unfiltered());
  return [
    make("p", { class: "lead" }, "All that is told is filtered away."),
    button({ class: "more" }, clear, "Clear all filters"),
  ];
}

/** What the graph tells, in one sentence, and what to open first. */
export function overview(scene: Scene): Child {
  const some = scene.graph.entities.length > 0;
  if (scene.graph.claims.length > 0 && scene.passing().length === 0) {
    return [kicker("At a glance"), heading("No claim passes the filters"), nothingLeft(scene)];
  }
  return [
    kicker("At a glance"),
    heading(some ? "Who is in the news" : "Nothing was found"),
    make("p", { class: "lead" }, some ? summary(scene) : "The graph holds no entities."),
    shares(scene, scene.graph.claims),
    begin(scene),
    mostTold(scene),
  ];
}
