// The trail: what was opened last, in a row, to go back to; and back and forward.
import { button, byId, type Child, make, name, replace } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { State } from "../model/types";
import type { Scene } from "../state/scene";
import { type Changes, nothing } from "../state/store";

/** What was opened: an entity, what joins two, or an article. */
export type Visit = Pick<State, "e" | "with" | "c" | "a" | "at">;

/** What was opened, in order, and where one is in it. */
export interface Trail {
  readonly visits: readonly Visit[];
  readonly at: number; // -1: at the overview
}

const MOST = 6;

// An article is one visit, from wherever and at whatever sentence it was opened.
const same = (a: Visit | undefined, b: Visit) =>
  a !== undefined && a.a === b.a && (b.a !== null || (a.e === b.e && a.with === b.with));

/** The trail after one more thing was opened; going back or on keeps it. */
export function visited({ visits, at }: Trail, visit: Visit): Trail {
  if (!visit.e && !visit.a) return { visits, at: -1 };
  const replaced = (i: number) => visits.map((one, j) => (j === i ? visit : one));
  const near = at < 0 ? [visits.length - 1, 0] : [at, at - 1, at + 1];
  const found = near.find((i) => same(visits[i], visit));
  if (found !== undefined) return { visits: replaced(found), at: found };
  const kept = at < 0 ? visits : visits.slice(0, at + 1);
  const next = [...kept.filter((one) => !same(one, visit)), visit].slice(-MOST);
  return { visits: next, at: next.length - 1 };
}

/** What was opened, in a few words. */
export function titleOf(graph: Graph, { e, with: other, a }: Visit): string {
  if (a) {
    const found = graph.findArticle(a);
    return found === undefined ? a : (graph.article(found).title ?? a);
  }
  const label = (id: string) => graph.findEntity(id)?.label ?? id;
  return other ? `${label(e ?? "")} and ${label(other)}` : label(e ?? "");
}

// Chromium knows whether there is a page to go to; elsewhere one may always try.
function can(way: "canGoBack" | "canGoForward"): boolean {
  const { navigation } = window as { navigation?: Partial<Record<typeof way, boolean>> };
  return navigation?.[way] ?? true;
}

/** Put the trail into the page; gives what brings it up to a state. */
export function createTrail({ graph, store }: Scene): (now: State) => void {
  let trail: Trail = { visits: [], at: -1 };
  const back = button({ id: "back", "aria-label": "Back" }, () => history.back(), "\u2190");
  const on = button({ id: "forward", "aria-label": "Forward" }, () => history.forward(), "\u2192");
  const list = make("ol", { class: "crumbs" });
  replace(byId("trail"), back, on, list);

  function crumb(label: string, changes: Changes, here: boolean): Child {
    const state = { class: "plain", "aria-current": here ? "page" : null };
    return make(
      "li",
      {},
      button(state, () => store.go(changes), name(short(label, 32))),
    );
  }

  return ({ e, with: other, c, a, at }) => {
    trail = visited(trail, { e, with: other, c, a, at });
    const crumbs = trail.visits.map((visit, i) =>
      crumb(titleOf(graph, visit), { ...nothing(), ...visit }, i === trail.at),
    );
    const crumbsNow: readonly (Element | null)[] = [...list.querySelectorAll("button")];
    const focused = crumbsNow.indexOf(document.activeElement);
    replace(list, crumb("Overview", nothing(), trail.at < 0), crumbs);
    list.querySelectorAll("button")[focused]?.focus();
    back.disabled = !can("canGoBack");
    on.disabled = !can("canGoForward");
  };
}
