// The page put together.
import { type ClaimTable, claimTable } from "./ask/claims";
import { asks, type Passing, passes } from "./ask/filter";
import { type Adjacency, adjacency, shortestPaths } from "./ask/paths";
import { makeSearch } from "./ask/search";
import { createControls } from "./controls/controls";
import { createPaper } from "./controls/paper";
import { createTabs } from "./controls/tabs";
import { createTake } from "./controls/take";
import { byId, replace } from "./dom/make";
import { rendererBySize } from "./draw/bysize";
import { type Graph, graphOf } from "./model/graph";
import { type Contents, contents } from "./model/read";
import { short } from "./model/text";
import type { Claim, Filter, Id, State } from "./model/types";
import { count, date, grouped } from "./model/words";
import { panelTitle, revealPanel, updatePanel } from "./panel/panel";
import { alike } from "./state/address";
import { onlyKnown } from "./state/known";
import type { Scene } from "./state/scene";
import { createStore, entity } from "./state/store";
import { dyadsView } from "./views/dyads";
import { graphView } from "./views/graph";
import { readerView } from "./views/reader";
import { tableView } from "./views/table";
import { timelineView } from "./views/timeline";

function summary({ articles, entities, claims }: Graph): string {
  const dates = articles.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [date(dates[0]), date(dates.at(-1))];
  const period = first === last ? first : `${first} to ${last}`;
  const figures = [
    count(articles.length, "article"),
    count(entities.length, "entity", "entities"),
    count(claims.length, "claim"),
  ];
  return [...figures, period].filter(Boolean).join(" \u00b7 ");
}

const PATHS = 12; // shortest paths that are told and drawn

interface Left {
  readonly filter: Filter;
  readonly passing: Passing;
  readonly claims: readonly Claim[];
  adjacent: Adjacency | null;
}

function leftOf(table: ClaimTable, filter: Filter): Left {
  const passing = passes(table, filter);
  const claims = table.data.claims.filter((_, i) => passing.claims[i]);
  return { filter, passing, claims, adjacent: null };
}

/** The graph under the filter of now; what passes is found once for each filter. */
function sceneOf(table: ClaimTable): { scene: Scene; adjacent: () => Adjacency } {
  const graph = table.data;
  const store = createStore(onlyKnown(graph));
  let last = leftOf(table, store.get().filter);

  function current(): Left {
    const { filter } = store.get();
    if (filter !== last.filter) last = leftOf(table, filter);
    return last;
  }

  function adjacent(): Adjacency {
    const now = current();
    now.adjacent ??= adjacency(table, now.passing);
    return now.adjacent;
  }

  const scene = {
    graph,
    store,
    passes: (claim: Claim) => current().passing.claims[graph.number(claim)] === 1,
    passing: () => current().claims,
    left: () => current().passing.claims,
    paths: (a: Id, b: Id) => shortestPaths(adjacent(), a, b, PATHS),
    filtered: () => asks(store.get().filter),
  };
  return { scene, adjacent };
}

// Ready is when names are painted; search answers from then on, and is prepared meanwhile.
function ready(painted: () => boolean, then: () => void): void {
  requestAnimationFrame(() => {
    if (!painted()) return ready(painted, then);
    document.documentElement.dataset.ready = String(performance.now());
    then();
  });
}

// What is not known is told, what was opened, and what a filter leaves.
function announce({ store, graph, passing }: Scene, before: State | null): void {
  const dropped = store.dropped().map((part) => short(part, 40));
  const left = dropped.length ? `Left out of the address: ${dropped.join(", ")}. ` : "";
  const refiltered = before !== null && before.filter !== store.get().filter;
  const passed = `${grouped(passing().length)} of ${count(graph.claims.length, "claim")} left`;
  const told = left + (refiltered ? passed : panelTitle());
  if (byId("live").textContent !== told) replace(byId("live"), told);
}

function start({ data, drawing, options }: Contents): void {
  const table = claimTable(graphOf(data, drawing));
  const { scene, adjacent } = sceneOf(table);
  const { graph, store } = scene;
  const find = makeSearch(data, drawing.nodes);
  const drawn = graphView({
    make: (canvas, handlers) => rendererBySize(options, canvas, handlers),
    find,
    adjacent,
  });
  replace(byId("summary"), summary(graph));
  const tabs = createTabs(scene, [
    drawn,
    tableView(table),
    timelineView(table),
    dyadsView(table),
    readerView,
  ]);
  const screen = (id: string) => drawn.drawing()?.screen(id) ?? null;
  const redraw = () => tabs.update(store.get(), null);
  const controls = createControls({ scene, table, find, screen, redraw });
  createTake(scene, tabs.current);
  createPaper(tabs.current);

  // The panel stays as it is, and nothing is announced, where only a view shows the same
  // in another way.
  function update(now: State, before: State | null): void {
    const other = before === null || !alike(now, before);
    controls.update(now);
    if (other) updatePanel(scene);
    tabs.update(now, before);
    controls.after();
    if (before === null || !(other || store.dropped().length)) return;
    announce(scene, before);
    if (other) revealPanel(now);
  }

  store.follow(update);
  update(store.get(), null);
  if (store.dropped().length) announce(scene, null);

  ready(() => drawn.drawing()?.painted() ?? true, controls.prepare);

  // For people at the console, and for tests.
  const open = (id: string) => store.go(entity(id));
  const named = () => drawn.drawing()?.written().names ?? [];
  const signs = () => drawn.drawing()?.written().signs ?? [];
  const near = (id: string) => drawn.drawing()?.near.of(id) ?? [];
  Object.assign(window, { kg: Object.freeze({ open, screen, named, signs, find, near }) });
}

// Whatever is broken, the reader is told, and sees no empty frame.
function broken(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  const cause = short(why, 200).replace(/\.+$/, "");
  const notice = byId("broken");
  replace(notice, `This page cannot show its graph: ${cause}. Please write it again with kg.`);
  notice.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>("main, .search, .tabs")) {
    part.hidden = true;
  }
}

contents().then(start).catch(broken);
