// How many claims there are of each family: a bar, and the same in words and figures.
import { type Child, make } from "../dom/make";
import { lineSign } from "../dom/signs";
import type { Claim } from "../model/types";
import { grouped } from "../model/words";
import type { Scene } from "../state/scene";

/** The passing claims of a list by family; nothing where there are none. */
export function shares({ graph, passes, passing }: Scene, claims: readonly Claim[]): Child {
  const counts = new Map<string, number>();
  for (const claim of claims === graph.claims ? passing() : claims.filter(passes)) {
    const family = graph.family(claim.term);
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  const told = graph.families.filter(({ name }) => counts.has(name));
  if (told.length === 0) return null;
  const stretches = told.map(({ name }) =>
    make("span", { style: `flex-grow:${counts.get(name)};background:var(--family-${name})` }),
  );
  const items = told.map(({ name, label }) =>
    make("li", {}, lineSign(name), " ", label, " ", make("b", {}, grouped(counts.get(name) ?? 0))),
  );
  return make(
    "div",
    { class: "shares" },
    make("div", { class: "bar-of", "aria-hidden": "true" }, stretches),
    make("ul", {}, items),
  );
}
