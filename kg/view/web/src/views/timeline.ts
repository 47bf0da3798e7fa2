// The timeline: a lane for each actor, a mark for each event.
import type { ClaimTable } from "../ask/claims";
import { type Child, fill, make } from "../dom/make";
import { familySign, markNames } from "../dom/marks";
import { standalone } from "../dom/standalone";
import { type Graph, NOBODY, participants } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id, State } from "../model/types";
import { count } from "../model/words";
import { telling } from "../panel/wording";
import type { Scene } from "../state/scene";
import { type Changes, entity } from "../state/store";
import { type Band, type Chart, chartOf, firstOf } from "./chart";
import { createLists, eventList, openFrom } from "./events";
import { createFrame } from "./frame";
import { happenings, inTime } from "./happenings";
import { type Drawn, drawLanes } from "./lanes";
import type { Meant } from "./stops";
import type { ShownView, View } from "./view";

const AT_ONCE = 12; // lanes
const RESTING = "Point at a mark, or go from one to the next by the arrow keys, to read it here.";

const nothingOf = (chart: Chart) => chart.bands.every((band) => band.n === 0);

function headline(scene: Scene, chart: Chart): string {
  const events = scene.graph.findEntity(firstOf(scene.store.get()) ?? "");
  const n = count(chart.bands.length, "lane");
  if (nothingOf(chart)) return "No event passes the filters.";
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
  const go = (claim: Claim) => opened(store.get(), claim, band.id);
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

// The selection stays with whom it is about, if it takes part, and all lanes stay where
// they are: nothing moves under the pointer.
function opened(now: State, claim: Claim, lane: Id): Changes {
  const { e } = now;
  const seen = e !== null && participants(claim).includes(e) ? e : lane;
  return { ...openFrom(claim, seen, lane), first: firstOf(now) ?? NOBODY };
}

function build(section: HTMLElement, scene: Scene, table: ClaimTable): ShownView {
  const { graph, store } = scene;
  const lists = make("div", { class: "twin" });
  const list = createLists(lists, scene);
  const details = make("details", {}, make("summary", {}, "The same as a list"), lists);
  let chart: Chart | null = null;
  let drawn: Drawn | null = null;
  const most = () => store.get().lanes || AT_ONCE;
  const frame = createFrame(section, {
    name: "lanes",
    key: key(scene, table),
    step: AT_ONCE,
    more: () => store.go({ lanes: most() + AT_ONCE }),
    draw: ({ clientWidth: width }) => {
      chart = chartOf({ graph, table, left: scene.left(), now: store.get(), most: most(), width });
      drawn = nothingOf(chart) ? null : drawLanes(scene, table, chart, meant);
      const [words, element] = [headline(scene, chart), drawn?.element ?? null];
      return { element, focus: drawn, words, resting: RESTING, more: chart.more };
    },
  });
  const meant: Meant = {
    tell: (claim, reports) => frame.tell(claim ? telling(graph, claim, reports) : ""),
    open: (claim, lane) => store.go(opened(store.get(), claim, lane)),
    say: frame.tell,
    closer: (from, until, lane) => store.go({ ...entity(lane), filter: { from, until } }),
    actor: (id) => store.go(entity(id)),
    list: listLane,
  };
  fill(section, details);
  details.addEventListener("toggle", () => store.go({ list: details.open }));

  function listed(): void {
    details.open = store.get().list;
    const bands = details.open && chart ? chart.bands : [];
    const known = JSON.stringify(bands.map(({ id, dated, undated }) => [id, dated, undated]));
    list(known, () => bands.map((band) => twin(scene, table, band)));
  }

  function listLane(id: Id): void {
    store.go({ list: true });
    const title = lists.querySelector<HTMLElement>(`[data-lane="${CSS.escape(id)}"] h2`);
    title?.focus();
    title?.scrollIntoView({ block: "start" });
  }

  function reading(): string {
    const shapes = markNames(graph, usedFamilies(graph, table));
    return `Each mark is an event; ${shapes}. Hollow: dated by its article alone. Struck out: denied. Bar: some time within.`;
  }

  return {
    update() {
      frame.draw();
      listed();
    },
    picture: (title) => (drawn ? standalone(drawn.element, title, reading()) : null),
  };
}

/** Lanes of actors over time. */
export function timelineView(table: ClaimTable): View {
  const view = { name: "timeline", label: "Timeline" } as const;
  return { ...view, build: (section, scene) => build(section, scene, table) };
}
