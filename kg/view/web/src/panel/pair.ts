// The panel of two entities: every claim that joins them.
import { button, type Child, make, name } from "../dom/make";
import { short } from "../model/text";
import type { Entity } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { claimList } from "./claims";
import { heading, kicker } from "./parts";

/** What joins two. */
export function pairPanel(scene: Scene, a: Entity, b: Entity): Child {
  const claims = scene.graph.ofPair(a.id, b.id);
  const open = ({ id, label }: Entity) =>
    button({ class: "plain" }, () => scene.store.go(entity(id)), name(short(label, 80)));
  const and = make("span", { class: "soft" }, " and ");
  return [
    kicker("Between two"),
    heading(open(a), and, open(b)),
    claims.length === 0
      ? make("p", { class: "note" }, "No claim joins the two.")
      : [
          make("p", { class: "figures" }, count(claims.length, "claim")),
          claimList(scene, claims, null),
        ],
  ];
}
