// Lists of events in words: the twin of what is drawn, and what has no place there.
import type { ClaimTable } from "../ask/claims";
import { button, type Child, fill, make, replace } from "../dom/make";
import { familySign } from "../dom/marks";
import { participants } from "../model/graph";
import type { Claim, Id } from "../model/types";
import { telling } from "../panel/wording";
import type { Scene } from "../state/scene";
import { type Changes, claim as openClaim } from "../state/store";

const AT_ONCE = 40;

/** Open a claim as seen from one who takes part, so that the selection stays where it is. */
export function openFrom(claim: Claim, seen: Id | null, other: Id | null = null): Changes {
  const all = participants(claim);
  if (seen === null || !all.includes(seen)) return openClaim(claim);
  const partners = claim.pairs
    .filter((pair) => pair.includes(seen))
    .map(([a, b]) => (a === seen ? b : a));
  const found = other !== null && partners.includes(other) ? other : (partners[0] ?? null);
  return { ...openClaim(claim), e: seen, with: found };
}

function item(scene: Scene, claim: Claim, reports: number, go: (claim: Claim) => Changes): Child {
  const { graph, store } = scene;
  const hollow = claim.when === null;
  const sign = familySign(graph, graph.family(claim.term), {
    hollow,
    struck: claim.status === "denied",
  });
  const open = () => store.go(go(claim));
  const words = make("bdi", {}, telling(graph, claim, reports));
  const press = button({ class: "plain", "data-claim": claim.id }, open, words);
  return make("li", {}, sign, press);
}

/**
 * A place for lists of events. They are made anew only when `key` is another, so that
 * whoever goes through one by keys stays in it; the event that is open is marked.
 */
export function createLists(place: HTMLElement, { store }: Scene) {
  let known = "";
  return (key: string, content: () => Child): void => {
    if (key !== known) replace(place, content());
    known = key;
    const { c } = store.get();
    for (const press of place.querySelectorAll<HTMLElement>("[data-claim]")) {
      if (press.dataset.claim === c) press.setAttribute("aria-current", "true");
      else press.removeAttribute("aria-current");
    }
  };
}

/** A list of events in words, some at a time; each opens its claim. */
export function eventList(
  scene: Scene,
  { data }: ClaimTable,
  events: readonly (readonly number[])[],
  go: (claim: Claim) => Changes,
): Child {
  const list = make("ol", { class: "events" });
  const more = button({ class: "plain" }, () => show());
  let shown = 0;

  function show(): void {
    const next = events.slice(shown, shown + AT_ONCE).flatMap((event) => {
      const claim = data.claims[event[0] ?? -1];
      return claim ? [item(scene, claim, event.length, go)] : [];
    });
    fill(list, next);
    shown += AT_ONCE;
    const left = events.length - shown;
    more.hidden = left <= 0;
    more.textContent = `${Math.min(left, AT_ONCE)} more of ${left}`;
  }

  show();
  return [list, more];
}
