// A claim as a row of the table.
import { button, type Child, make, name } from "../dom/make";
import { badge } from "../dom/signs";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import { date, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, article as openArticle, claim as openClaim } from "../state/store";
import { articleTitle } from "./columns";

// Within the grid arrows lead from control to control; Tab leads past it.
const PASSED = { tabindex: "-1" };

function cell(column: string, ...children: readonly Child[]): HTMLElement {
  const inside = make("div", {}, ...children);
  const empty = inside.hasChildNodes() ? "" : " empty";
  return make("td", { role: "gridcell", class: `column-${column}${empty}` }, inside);
}

function people({ graph, store }: Scene, ids: readonly Id[]): Child {
  return ids.map((id) => {
    const label = name(short(graph.entity(id).label, 40));
    const open = button({ class: "plain", ...PASSED }, () => store.go(entity(id)), label);
    return make("span", { class: "one" }, open);
  });
}

function what({ graph, store }: Scene, claim: Claim): Child {
  const open = () => store.go(openClaim(claim));
  const mode = claim.mode ? ` ${graph.label("mode", claim.mode)}` : null;
  return [
    button({ class: "plain verb", ...PASSED }, open, graph.saying(claim)),
    mode && make("span", { class: "soft" }, mode),
  ];
}

function articleLink({ graph, store }: Scene, claim: Claim): Child {
  const { id } = graph.article(claim.article);
  const open = () => store.go(openArticle(id, claim.evidence[0] ?? null));
  const label = name(short(articleTitle(graph, claim), 48));
  return button({ class: "plain article", ...PASSED }, open, label);
}

/** A row; `place` is where it stands among all, from 0. */
export function claimRow(scene: Scene, claim: Claim, place: number): HTMLElement {
  const own = interval(claim.when);
  const when = own || date(scene.graph.article(claim.article).published);
  return make(
    "tr",
    { role: "row", "data-claim": claim.id, "data-place": place, "aria-rowindex": place + 2 },
    cell("who", people(scene, claim.from)),
    cell("what", what(scene, claim)),
    cell("whom", people(scene, claim.to)),
    cell("status", badge(claim.status)),
    cell("when", when && make("span", { class: own ? null : "soft" }, when)),
    cell("article", articleLink(scene, claim)),
  );
}
