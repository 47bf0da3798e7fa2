// Lists of claims as cards: the newest first, some at a time, with what is left out.
import { button, type Child, fill, make, replace } from "../dom/make";
import { lineSign } from "../dom/signs";
import type { Graph } from "../model/graph";
import { compare, short } from "../model/text";
import type { Claim, Id } from "../model/types";
import type { Scene } from "../state/scene";
import { card } from "./card";
import { rubric } from "./parts";

const AT_ONCE = 20;

/** The newest first; what is of one day, or has none, stays in the order of the graph. */
export function newest(graph: Graph): (a: Claim, b: Claim) => number {
  return (a, b) => compare(graph.date(b), graph.date(a));
}

/**
 * The claim that is open, where no list of the panel holds it: because the filters leave it
 * out, or because it is about others. Said, if there is none of that name.
 */
export function openedApart(scene: Scene, listed: readonly Claim[], subject: Id | null): Child {
  const { c } = scene.store.get();
  if (c === null || listed.some(({ id }) => id === c)) return null;
  const claim = scene.graph.findClaim(c);
  const none = `This graph has no claim \u201c${short(c, 80)}\u201d.`;
  if (!claim) return make("p", { class: "note" }, none);
  return make("section", {}, rubric("The claim that is open"), card(scene, claim, subject));
}

/** Claims as cards in the order given, some at a time; the one that is open is among them. */
export function cards(scene: Scene, claims: readonly Claim[], subject: Id | null): Child {
  const open = claims.findIndex((claim) => claim.id === scene.store.get().c);
  const list = make("div", { class: "claims" });
  let shown = 0;
  const more = button({ class: "more" }, () => show(shown + AT_ONCE));

  function show(upTo: number): void {
    fill(
      list,
      claims.slice(shown, upTo).map((claim) => card(scene, claim, subject)),
    );
    shown = upTo;
    const left = claims.length - shown;
    more.hidden = left <= 0;
    replace(more, `Show ${Math.min(AT_ONCE, left)} more of ${left}`);
  }

  show(Math.max(AT_ONCE, open + 1));
  return [list, more];
}

/** A titled list of the claims that pass the filter; nothing when none does. */
export function claimSection(
  scene: Scene,
  title: Child,
  claims: readonly Claim[],
  subject: Id | null,
): Child {
  const passing = claims.filter(scene.passes).sort(newest(scene.graph));
  if (passing.length === 0) return null;
  return make("section", {}, rubric(title, passing.length), cards(scene, passing, subject));
}

/** Claims by family of lines, a section each, in the order of the families. */
export function byFamilies(scene: Scene, claims: readonly Claim[], subject: Id | null): Child {
  const { families, family } = scene.graph;
  const known = new Set(families.map(({ name }) => name));
  const sections = families.map(({ name, label }) => {
    const title = [lineSign(name), " ", label.slice(0, 1).toUpperCase(), label.slice(1)];
    const own = claims.filter((claim) => family(claim.term) === name);
    return claimSection(scene, title, own, subject);
  });
  const rest = claims.filter((claim) => !known.has(family(claim.term)));
  return [sections, claimSection(scene, "Other", rest, subject)];
}
