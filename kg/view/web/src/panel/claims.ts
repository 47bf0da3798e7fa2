// Lists of claims as cards: the newest first, some at a time, with what is left out.
import { button, type Child, fill, make, replace } from "../dom/make";
import type { Graph } from "../model/graph";
import type { Claim, Id } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { unfiltered } from "../state/store";
import { card } from "./card";

const AT_ONCE = 40;

function newest(graph: Graph): (a: Claim, b: Claim) => number {
  return (a, b) => {
    const [one, other] = [graph.date(a), graph.date(b)];
    return one < other ? 1 : one > other ? -1 : 0;
  };
}

function leftOut({ store }: Scene, n: number): Child {
  if (n === 0) return null;
  const clear = button({ class: "plain" }, () => store.go(unfiltered()), "Clear filters");
  return make("p", { class: "note" }, `${count(n, "claim")} left out by the filters. `, clear);
}

/** The claims that pass the filter as cards, and how many do not. */
export function claimList(scene: Scene, claims: readonly Claim[], subject: Id | null): Child {
  const passing = claims.filter(scene.passes).sort(newest(scene.graph));
  const open = passing.findIndex((claim) => claim.id === scene.store.get().c);
  const list = make("div", { class: "claims" });
  let shown = 0;
  const more = button({ class: "more" }, () => show(shown + AT_ONCE));

  function show(upTo: number): void {
    const cards = passing.slice(shown, upTo).map((claim) => card(scene, claim, subject));
    fill(list, cards);
    shown = upTo;
    const left = passing.length - shown;
    more.hidden = left <= 0;
    replace(more, `Show ${Math.min(AT_ONCE, left)} more of ${left}`);
  }

  show(Math.max(AT_ONCE, open + 1));
  return [leftOut(scene, claims.length - passing.length), list, more];
}

/** A titled list of claims; nothing when there are none. */
export function claimSection(
  scene: Scene,
  title: string,
  claims: readonly Claim[],
  subject: Id | null,
): Child {
  if (claims.length === 0) return null;
  const n = make("span", { class: "count" }, String(claims.length));
  const heading = make("h3", { class: "rubric" }, title, " ", n);
  return make("section", {}, heading, claimList(scene, claims, subject));
}
