// The timeline: a lane for each actor, a mark for each event.
import type { ClaimTable } from "../ask/claims";
import { button, type Child, fill, make, replace } from "../dom/make";
import { familySign, markNames } from "../dom/marks";
import { standalone } from "../dom/standalone";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id, State } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { type Band, type Chart, chartOf } from "./chart";
import { eventList, openFrom } from "./events";
import { happenings, inTime } from "./happenings";
import { type Drawn, drawLanes } from "./lanes";
import { telling } from "./telling";
import type { ShownView, View } from "./view";

const AT_ONCE = 12; // lanes
const RESTING = "Point at a mark, or go from one to the next by the arrow keys, to read it here.";

function headline(scene: Scene, chart: Chart): string {
  const events = scene.graph.findEntity(scene.store.get().e ?? "");
  const n = count(chart.bands.length, "lane");
  if (chart.bands.every((band) => band.n === 0)) return "No event passes the filters.";
  if (!events) return `${n}: the actors of whom most events are told.`;
  return `${n}: ${short(events.label, 40)} and those in the same events.`;
}

function usedFamilies(graph: Graph, { data, event }: ClaimTable): readonly string[] {
  return [...new Set(data.claims.flatMap(({ term }, i) => (event[i] ? [graph.family(term)] : [])))];
}

function key(scene: Scene, table: ClaimTable): HTMLElement {
  const { graph } = scene;
  const used = usedFamilies(graph, table);
  const families = graph.families.filter(({ name }) => used.includes(name));
  const last = families.at(-1)?.name ?? "act";
  const item = (sign: Child, words: string) => make("li", {}, sign, words);
  return make(
    "ul",
    { class: "key-line" },
    families.map(({ name, label }) => item(familySign(graph, name), label)),
    item(make("span", { class: "bar-sign", "aria-hidden": "true" }), "some time within"),
    item(familySign(graph, last, { hollow: true }), "dated by its article alone"),
    item(familySign(graph, last, { struck: true }), "denied"),
  );
}

// The same in words, one list for each lane.
function twin(scene: Scene, table: ClaimTable, band: Band): Child {
  const { graph, store } = scene;
  const go = (claim: Claim) => openFrom(claim, seenFrom(store.get(), claim, band.id));
  const list = (claims: readonly number[]) =>
    eventList(scene, table, inTime(graph, table, happenings(table, claims)), go);
  return make(
    "section",
    { "data-lane": band.id },
    make("h2", { tabindex: "-1" }, make("bdi", {}, short(graph.entity(band.id).label, 60))),
    band.dated.length > 0 && list(band.dated),
    band.undated.length > 0 && [make("h3", {}, "Without a date"), list(band.undated)],
  );
}

// The selection stays with whom it is about, if it takes part.
function seenFrom({ e }: State, claim: Claim, lane: Id): Id {
  return e !== null && [...claim.from, ...claim.to].includes(e) ? e : lane;
}

function build(section: HTMLElement, scene: Scene, table: ClaimTable): ShownView {
  const { graph, store } = scene;
  const lead = make("p", { class: "note" });
  const tip = make("p", { class: "tip", "aria-live": "polite" }, RESTING);
  const box = make("div", { class: "lanes" });
  const more = button({ class: "more" }, () => {
    most += AT_ONCE;
    show();
  });
  const lists = make("div", { class: "twin" });
  const details = make("details", {}, make("summary", {}, "The same as a list"), lists);
  details.addEventListener("toggle", listed);
  let width = 0; // for which it is drawn
  let most = AT_ONCE;
  let chart: Chart | null = null;
  let drawn: Drawn | null = null;
  fill(section, make("div", { class: "head" }, lead, key(scene, table)), tip, box, more, details);

  function tell(claim: Claim | null, reports: number): void {
    replace(tip, make("bdi", {}, claim ? telling(graph, claim, reports) : RESTING));
  }

  function listed(): void {
    replace(
      lists,
      details.open && chart ? chart.bands.map((band) => twin(scene, table, band)) : [],
    );
  }

  function listLane(id: Id): void {
    details.open = true;
    listed();
    const title = lists.querySelector<HTMLElement>(`[data-lane="${CSS.escape(id)}"] h2`);
    title?.focus();
    title?.scrollIntoView({ block: "start" });
  }

  function reading(): string {
    const shapes = markNames(graph, usedFamilies(graph, table));
    return `Each mark is an event; ${shapes}. Hollow: dated by its article alone. Struck out: denied. Bar: some time within.`;
  }

  function show(): void {
    if (box.clientWidth === 0) return;
    width = box.clientWidth;
    chart = chartOf({ graph, table, left: scene.left(), now: store.get(), most, width });
    const focused = drawn?.focused() ?? null;
    drawn = drawLanes(scene, table, chart, {
      tell,
      open: (claim, lane) => store.go(openFrom(claim, seenFrom(store.get(), claim, lane))),
      say: (words) => replace(tip, words),
      closer: (from, until, lane) => store.go({ ...entity(lane), filter: { from, until } }),
      actor: (id) => store.go(entity(id)),
      list: listLane,
    });
    replace(box, drawn.element);
    if (focused) drawn.focus(focused);
    replace(lead, headline(scene, chart));
    more.hidden = chart.more === 0;
    const next = Math.min(chart.more, AT_ONCE);
    replace(more, `Show ${next} more of ${count(chart.more, "actor")}`);
    listed();
  }

  new ResizeObserver(() => {
    if (box.clientWidth !== width) show();
  }).observe(box);

  return {
    update(now, before) {
      if (before && (now.e !== before.e || now.filter !== before.filter)) most = AT_ONCE;
      show();
    },
    picture: (title) => (drawn ? standalone(drawn.element, title, reading()) : null),
  };
}

/** Lanes of actors over time. */
export function timelineView(table: ClaimTable): View {
  const view = { name: "timeline", label: "Timeline" } as const;
  return { ...view, build: (section, scene) => build(section, scene, table) };
}
