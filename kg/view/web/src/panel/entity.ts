// The panel of one entity: its names, those it is joined with, and all its claims.
import { button, type Child, fill, link, make, name } from "../dom/make";
import { entitySign } from "../dom/signs";
import { articlesOf } from "../model/graph";
import { short } from "../model/text";
import type { Entity, Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle, pair } from "../state/store";
import { claimSection } from "./claims";
import { heading, kicker } from "./parts";

const CHIPS = 12;

const soft = (text: string) => make("span", { class: "soft" }, text);

function listed(title: string, parts: readonly Node[]): Child {
  if (parts.length === 0) return null;
  const commas = parts.map((part, i) => [i ? ", " : "", part]);
  return make("p", { class: "aliases" }, soft(title), commas);
}

function aliases(entity: Entity): Child {
  const names = entity.aliases.map((alias) => name(short(alias.text, 80)));
  return listed("also: ", names);
}

function matches(entity: Entity): Child {
  const links = entity.matches.flatMap((iri) => {
    const text = name(short(iri.replace(/^https?:\/\//, ""), 60));
    return link(iri, text) ?? [];
  });
  return listed("the same as ", links);
}

// Those it is joined with: the way to a line's claims without a mouse.
function joined(scene: Scene, entity: Entity): Child {
  const { graph } = scene;
  const found = graph
    .others(entity.id)
    .map((id) => ({ id, n: graph.ofPair(entity.id, id).filter(scene.passes).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || graph.node(a.id).rank - graph.node(b.id).rank);
  if (found.length === 0) return null;
  const chips = found.map(({ id, n }) => make("li", {}, chip(scene, entity.id, id, n)));
  const list = make("ul", { class: "chips" }, chips.slice(0, CHIPS));
  const rest = chips.slice(CHIPS);
  const more = button({ class: "plain" }, () => {
    fill(list, rest);
    more.remove();
  });
  fill(more, `and ${rest.length} more`);
  const title = make("h3", { class: "rubric" }, "Together with");
  return make("section", {}, title, list, rest.length ? more : null);
}

function chip({ graph, store }: Scene, from: Id, id: Id, n: number): HTMLElement {
  const other = graph.entity(id);
  const number = make("span", { class: "count" }, String(n));
  const label = name(short(other.label, 32));
  const open = () => store.go(pair(from, id));
  return button({ class: "chip" }, open, entitySign(graph, other), label, number);
}

function mentionedIn({ graph, store }: Scene, entity: Entity): Child {
  const links = [...articlesOf(entity)].map((i) => {
    const [, start, end] = entity.mentions.find(([article]) => article === i) ?? [i, 0, 1];
    const { id, title } = graph.article(i);
    const open = () => store.go(openArticle(id, [start, end]));
    const label = name(short(title ?? id, 90));
    return make("li", {}, button({ class: "plain article" }, open, label));
  });
  const title = make("h3", { class: "rubric" }, "Mentioned in");
  return make("section", {}, title, make("ul", { class: "plainlist" }, links));
}

function figures(scene: Scene, entity: Entity): Child {
  const [mentions, articles] = [entity.mentions.length, articlesOf(entity).size];
  const where = `${count(mentions, "mention")} in ${count(articles, "article")}`;
  const claims = count(scene.graph.told(entity.id).length, "claim");
  return make("p", { class: "figures" }, `${where}, ${claims}`);
}

/** All that is known of an entity, and what is said of it. */
export function entityPanel(scene: Scene, entity: Entity): Child {
  const { graph } = scene;
  const { id } = entity;
  const claims = graph.told(id);
  const elsewhere = new Set(claims);
  const none = "No claim was found in which it takes part.";
  return [
    kicker(entitySign(graph, entity), graph.label("class", entity.class)),
    heading(name(entity.label)),
    aliases(entity),
    figures(scene, entity),
    matches(entity),
    joined(scene, entity),
    claims.length === 0 && make("p", { class: "note" }, none),
    claimSection(scene, "What is said", claims, id),
    claimSection(
      scene,
      "According to this source",
      graph.said(id).filter((c) => !elsewhere.has(c)),
      id,
    ),
    claimSection(
      scene,
      "Took place here",
      graph.here(id).filter((c) => !elsewhere.has(c)),
      id,
    ),
    claims.length === 0 && mentionedIn(scene, entity),
  ];
}
