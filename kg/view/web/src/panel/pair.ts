// The panel of two entities: every claim that joins them, by direction.
import { button, type Child, make, name } from "../dom/make";
import { short } from "../model/text";
import type { Claim, Entity, Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { claimSection, openedApart } from "./claims";
import { leftOut } from "./leftout";
import { open } from "./open";
import { heading, kicker } from "./parts";
import { marksKey } from "./quote";
import { routes } from "./routes";
import { shares } from "./shares";

/** Which way a claim runs between two: from the first, from the second, or both ways. */
export function direction(claim: Claim, a: Id, b: Id): "there" | "back" | "both" {
  const runs = (from: Id, to: Id) =>
    claim.oneWay && claim.from.includes(from) && claim.to.includes(to);
  const [there, back] = [runs(a, b), runs(b, a)];
  if (there === back) return "both";
  return there ? "there" : "back";
}

function directions(scene: Scene, a: Entity, b: Entity, claims: readonly Claim[]): Child {
  const of = (way: string) => claims.filter((claim) => direction(claim, a.id, b.id) === way);
  const label = ({ label: text }: Entity) => name(short(text, 40));
  return [
    claimSection(scene, [label(a), " to ", label(b)], of("there"), null),
    claimSection(scene, [label(b), " to ", label(a)], of("back"), null),
    claimSection(scene, "Between them, both ways", of("both"), null),
  ];
}

/** What joins two: their claims; the ways through others where asked for, or where none does. */
export function pairPanel(scene: Scene, a: Entity, b: Entity): Child {
  const claims = scene.graph.ofPair(a.id, b.id);
  const named = ({ id, label }: Entity) =>
    button({ class: "plain" }, () => open(scene.store, entity(id)), name(short(label, 80)));
  const and = make("span", { class: "soft" }, " and ");
  const articles = new Set(claims.map((claim) => claim.article)).size;
  const figures = `${count(claims.length, "claim")} in ${count(articles, "article")}`;
  const apart = !claims.some(scene.passes);
  return [
    kicker("Between two"),
    heading(named(a), and, named(b)),
    claims.length === 0
      ? make("p", { class: "note" }, "No claim joins the two themselves.")
      : [make("p", { class: "figures" }, figures), shares(scene, claims), marksKey()],
    openedApart(scene, claims.filter(scene.passes), null),
    leftOut(scene, claims),
    directions(scene, a, b, claims),
    a !== b && (apart || scene.store.get().path) && routes(scene, a.id, b.id),
  ];
}
