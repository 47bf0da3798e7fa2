// A claim in words: who does what to whom, as a line with names that can be followed.

import { button, type Child, make, name } from "../dom/make";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";

/** The name of an entity: a button that opens it, but for the one that is open. */
export function who({ graph, store }: Scene, id: Id, subject: Id | null): HTMLElement {
  const label = name(short(graph.entity(id).label, 60));
  if (id === subject) return make("b", { class: "who" }, label);
  return button({ class: "plain who" }, () => store.go(entity(id)), label);
}

function list(scene: Scene, ids: readonly Id[], subject: Id | null): Child {
  return ids.map((id, i) => {
    const between = i === 0 ? "" : i === ids.length - 1 ? " and " : ", ";
    return [between, who(scene, id, subject)];
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

/** A claim as a line: "A → accuse → B", "A ↔ consult ↔ B", "A leads B". */
export function inWords(scene: Scene, claim: Claim, subject: Id | null): Child {
  const verb = make("span", { class: "verb" }, scene.graph.saying(claim));
  const [left, right] = sides(claim, subject);
  const [doers, others] = [list(scene, left, subject), list(scene, right, subject)];
  if (claim.trigger === undefined) return [doers, " ", verb, " ", others];
  const both = claim.to.length === 0 && claim.from.length > 1;
  const sign = both ? "\u2194" : "\u2192";
  const end = right.length ? [arrow(sign), others] : null;
  return [left.length ? doers : nobody(), arrow(sign), verb, end];
}
