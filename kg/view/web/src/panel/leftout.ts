// What the filters leave out: said where it would stand, with the way to have it back.
import { button, type Child, make } from "../dom/make";
import type { Claim } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { unfiltered } from "../state/store";

function note({ store }: Scene, words: string): HTMLElement {
  const clear = button({ class: "plain" }, () => store.go(unfiltered()), "Clear filters");
  return make("p", { class: "note" }, `${words} `, clear);
}

/** How many claims the filters leave out, but for the one that is open, which says so
 * itself; nothing if none. */
export function leftOut(scene: Scene, claims: readonly Claim[]): Child {
  const { c } = scene.store.get();
  const n = claims.filter((claim) => claim.id !== c && !scene.passes(claim)).length;
  return n > 0 && note(scene, `${count(n, "claim")} left out by the filters.`);
}

/** That a claim, though it is shown here, is nowhere else; nothing if it passes. */
export function hiddenElsewhere(scene: Scene, claim: Claim): Child {
  if (scene.passes(claim)) return null;
  return note(scene, "The filters leave this claim out: it is open here, and hidden elsewhere.");
}
