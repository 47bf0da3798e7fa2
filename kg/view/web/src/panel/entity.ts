// The panel of one entity: who it is, those it is joined with, and all its claims.
import { button, type Child, fill, make, name } from "../dom/make";
import { entitySign } from "../dom/signs";
import { articlesOf } from "../model/graph";
import { short } from "../model/text";
import type { Entity, Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle, pair } from "../state/store";
import { byFamilies, claimSection, openedApart } from "./claims";
import { identity } from "./identity";
import { leftOut } from "./leftout";
import { mergesPart } from "./merges";
import { open } from "./open";
import { folded, headline, kicker, rubric } from "./parts";
import { marksKey } from "./quote";
import { shares } from "./shares";

const CHIPS = 12;

// Those it is joined with: the way to a line's claims without a mouse.
function joined(scene: Scene, entity: Entity): Child {
  const { graph } = scene;
  const found = graph
    .others(entity.id)
    .map((id) => ({ id, n: graph.ofPair(entity.id, id).filter(scene.passes).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || graph.node(a.id).rank - graph.node(b.id).rank);
  if (found.length === 0) return null;
  const item = ({ id, n }: { id: Id; n: number }) => make("li", {}, chip(scene, entity.id, id, n));
  const list = make("ul", { class: "chips" }, found.slice(0, CHIPS).map(item));
  const rest = found.slice(CHIPS);
  const more = button({ class: "plain" }, () => {
    fill(list, rest.map(item));
    more.remove();
  });
  fill(more, `and ${rest.length} more`);
  return make("section", {}, rubric("Together with", found.length), list, rest.length > 0 && more);
}

function chip({ graph, store }: Scene, from: Id, id: Id, n: number): HTMLElement {
  const other = graph.entity(id);
  const number = make("span", { class: "count" }, String(n));
  const label = name(short(other.label, 32));
  const press = () => open(store, pair(from, id));
  return button({ class: "chip" }, press, entitySign(graph, other), label, number);
}

function mentionedIn({ graph, store }: Scene, entity: Entity): Child {
  const first = new Map<number, readonly [number, number]>();
  const times = new Map<number, number>();
  for (const [article, start, end] of entity.mentions) {
    if (!first.has(article)) first.set(article, [start, end]);
    times.set(article, (times.get(article) ?? 0) + 1);
  }
  const items = [...first].map(([i, span]) => {
    const { id, title } = graph.article(i);
    const open = () => store.go(openArticle(id, span));
    const n = make("span", { class: "count" }, ` ${count(times.get(i) ?? 0, "time")}`);
    const label = name(short(title ?? id, 90));
    return make("li", {}, button({ class: "plain article" }, open, label), n);
  });
  if (items.length === 0) return null;
  const summary = `Mentioned in ${count(items.length, "article")}`;
  return folded(summary, () => make("ul", { class: "plainlist" }, items));
}

function figures(entity: Entity, claims: number, said: number, here: number): Child {
  const [mentions, articles] = [entity.mentions.length, articlesOf(entity).size];
  const told = [
    `${count(mentions, "mention")} in ${count(articles, "article")}`,
    (claims > 0 || said + here === 0) && count(claims, "claim"),
    said > 0 && `source of ${count(said, "claim")}`,
    here > 0 && `place of ${count(here, "claim")}`,
  ];
  return make("p", { class: "figures" }, told.filter(Boolean).join(", "));
}

/** All that is known of an entity, and what is said of it. */
export function entityPanel(scene: Scene, entity: Entity): Child {
  const { graph } = scene;
  const { id } = entity;
  const claims = graph.told(id);
  const known = new Set(claims);
  const said = graph.said(id).filter((claim) => !known.has(claim));
  const here = graph.here(id).filter((claim) => !known.has(claim));
  const all = [...claims, ...said, ...here];
  const none = "No claim was found in which it takes part.";
  return [
    kicker(entitySign(graph, entity), graph.label("class", entity.class)),
    headline(entity.label),
    figures(entity, claims.length, said.length, here.length),
    identity(scene, entity),
    shares(scene, claims),
    joined(scene, entity),
    claims.length === 0 && make("p", { class: "note" }, none),
    all.length > 0 && marksKey(),
    openedApart(scene, all.filter(scene.passes), id),
    leftOut(scene, all),
    byFamilies(scene, claims, id),
    claimSection(scene, "According to this source", said, id),
    claimSection(scene, "Took place here", here, id),
    mergesPart(scene, entity),
    mentionedIn(scene, entity),
  ];
}
