// Who disagrees with a claim: about what, both sides in words, and the way to the other.
import { button, type Child, make, name } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Dispute, Side } from "../model/types";
import { date } from "../model/words";
import type { Scene } from "../state/scene";
import { claim as openClaim } from "../state/store";
import { open } from "./open";
import { disputesOf } from "./reports";

const ABOUT: Readonly<Record<string, string>> = {
  actor: "who did it",
  date: "the day",
  number: "the number",
  polarity: "whether it is so",
};

const POLARITIES: Readonly<Record<string, string>> = {
  positive: "that it is so",
  negative: "that it is not so",
};

/** What two claims disagree about, in words. */
export function aboutWords({ about }: Dispute): string {
  return ABOUT[about] ?? about;
}

// Actors are ids of entities parted by spaces; dates ISO, two of them parted by "/".
function valueWords(graph: Graph, { about }: Dispute, { value }: Side): string {
  if (about === "actor") {
    const labels = value.split(" ").map((id) => graph.findEntity(id)?.label ?? id);
    return labels.filter(Boolean).join(", ") || "nobody named";
  }
  if (about === "date") return value.split("/").map(date).join(" to ") || "no day";
  return POLARITIES[value] ?? value;
}

function side(scene: Scene, dispute: Dispute, one: Side, own: boolean): Child {
  const { graph, store } = scene;
  const claim = graph.findClaim(one.claim);
  if (!claim) return null;
  const { title, id, source } = graph.article(claim.article);
  const words = short(graph.text(claim.article).cut(...one.words), 160);
  const where = name(short(title ?? id, 60));
  const from = own ? where : button({ class: "plain" }, () => open(store, openClaim(claim)), where);
  return make(
    "li",
    {},
    make("b", {}, own ? "This report: " : "Another: ", name(valueWords(graph, dispute, one))),
    make("q", { dir: "auto" }, words),
    make("span", { class: "soft" }, from, source ? [", ", name(short(source, 60))] : null),
  );
}

/** The disputes of a claim, each with what either side says; nothing where all agree. */
export function disputesPart(scene: Scene, claim: Claim): Child {
  return disputesOf(scene.graph, claim).map((dispute) => {
    const own = dispute.left.claim === claim.id ? dispute.left : dispute.right;
    const other = own === dispute.left ? dispute.right : dispute.left;
    const sides = [side(scene, dispute, own, true), side(scene, dispute, other, false)];
    const title = make("p", {}, make("b", {}, "\u2260 Disputed: "), aboutWords(dispute));
    return make("div", { class: "dispute" }, title, make("ul", {}, sides));
  });
}
