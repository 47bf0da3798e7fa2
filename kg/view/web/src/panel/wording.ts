// A claim in words: who does what to whom, as a line with names that can be followed.

import { button, type Child, make, name } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { open } from "./open";

type Naming = (id: Id) => HTMLElement;

/** The name of an entity: a button that opens it, but for the one that is open. */
export function who({ graph, store }: Scene, id: Id, subject: Id | null): HTMLElement {
  const label = name(short(graph.entity(id).label, 60));
  if (id === subject) return make("b", { class: "who" }, label);
  return button({ class: "plain who" }, () => open(store, entity(id)), label);
}

function list(ids: readonly Id[], naming: Naming): Child {
  return ids.map((id, i) => {
    const between = i === 0 ? "" : i === ids.length - 1 ? " and " : ", ";
    return [between, naming(id)];
  });
}

const arrow = (sign: string) => make("span", { class: "arrow" }, ` ${sign} `);
const nobody = () => make("span", { class: "unnamed" }, "not named");

// What holds both ways is told from the side that one looks from.
function sides(claim: Claim, subject: Id | null): readonly [readonly Id[], readonly Id[]] {
  const { from, to, oneWay } = claim;
  const between = to.length === 0 && from.length === 2;
  const [left, right] = between ? [from.slice(0, 1), from.slice(1)] : [from, to];
  const turned = !oneWay && subject !== null && right[0] === subject;
  return turned ? [right, left] : [left, right];
}

function told(graph: Graph, claim: Claim, subject: Id | null, naming: Naming): Child {
  const verb = make("bdi", { class: "verb" }, graph.saying(claim));
  const [left, right] = sides(claim, subject);
  const [doers, others] = [list(left, naming), list(right, naming)];
  if (claim.trigger === undefined) return [doers, " ", verb, " ", others];
  const both = claim.to.length === 0 && claim.from.length > 1;
  const sign = both ? "\u2194" : "\u2192";
  const end = right.length ? [arrow(sign), others] : null;
  return [left.length ? doers : nobody(), arrow(sign), verb, end];
}

/** A claim as a line: "A → accuse → B", "A ↔ consult ↔ B", "A leads B". */
export function inWords(scene: Scene, claim: Claim, subject: Id | null): Child {
  return told(scene.graph, claim, subject, (id) => who(scene, id, subject));
}

/** The same line without anything to press, as it may stand within a button. */
export function line(graph: Graph, claim: Claim): Child {
  return told(graph, claim, null, (id) => name(short(graph.entity(id).label, 40)));
}
