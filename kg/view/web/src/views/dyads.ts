// Dyads: who does what to whom, as a matrix; on a narrow page the strongest as a list.
import type { ClaimTable } from "../ask/claims";
import { type Dyad, dyadKey, dyads, type Matrix } from "../ask/dyads";
import { button, type Child, fill, make, replace } from "../dom/make";
import { standalone } from "../dom/standalone";
import { short } from "../model/text";
import type { Id, State } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, pair } from "../state/store";
import { bentOf, figure, inWords, strength } from "./cells";
import { eventList, openFrom } from "./events";
import { happenings, inTime } from "./happenings";
import { type Grid, grid } from "./matrix";
import { matrixPicture } from "./matrixpicture";
import type { ShownView, View } from "./view";

const AT_ONCE = 16; // actors
const NARROW = 520;
const STRONGEST = 40; // dyads of the list
const CELL = 30;
const NAMES = 178;
const READING =
  "Rows act on columns. Number of events; +: mostly cooperation, \u2212: mostly conflict, \u00b1: both";
const RESTING = "Rows act on columns. Choose a number to read its events.";

function strongest({ cells }: Matrix): readonly Dyad[] {
  return [...cells.values()].sort((a, b) => b.n - a.n || b.conflict - a.conflict);
}

function balance({ n, cooperation, conflict }: Dyad, most: number): HTMLElement {
  const part = (name: string, of: number) =>
    of > 0 && make("span", { class: `part ${name}`, style: `flex-grow:${of}` });
  const style = `width:${Math.max(6, Math.round((100 * n) / most))}%`;
  const rest = n - cooperation - conflict;
  return make(
    "span",
    { class: "balance", style, "aria-hidden": "true" },
    part("cooperation", cooperation),
    part("neither", rest),
    part("conflict", conflict),
  );
}

function listed(scene: Scene, matrix: Matrix): HTMLElement {
  const { graph, store } = scene;
  const now = store.get();
  const label = (id: Id) => make("bdi", {}, short(graph.entity(id).label, 40));
  const items = strongest(matrix)
    .slice(0, STRONGEST)
    .map((dyad) => {
      const { from, to } = dyad;
      const on = now.e === from && now.with === to;
      const words = make("span", { class: "what" }, label(from), " \u2192 ", label(to));
      const number = make(
        "span",
        { class: `figure ${bentOf(dyad)} step-${strength(dyad.n, matrix.most)}` },
        figure(dyad),
      );
      const name = inWords(graph.entity(from).label, graph.entity(to).label, dyad);
      const properties = { class: "dyad", "aria-current": on ? "true" : null };
      const rest = make("span", { class: "unseen" }, name);
      const open = () => store.go(pair(from, to));
      return make(
        "li",
        {},
        button(properties, open, number, words, rest, balance(dyad, matrix.most)),
      );
    });
  return make("ol", { class: "strongest" }, items);
}

function key(): HTMLElement {
  const item = (look: string, sign: string, words: string) =>
    make("li", {}, make("span", { class: `swatch ${look}`, "aria-hidden": "true" }, sign), words);
  return make(
    "ul",
    { class: "key-line" },
    item("cooperation step-3", "+", "mostly cooperation"),
    item("conflict step-3", "\u2212", "mostly conflict"),
    item("mixed step-3", "\u00b1", "both"),
    item("neither step-2", "n", "neither"),
    make("li", {}, "The number is of events; the stronger the colour, the more."),
  );
}

function build(section: HTMLElement, scene: Scene, table: ClaimTable): ShownView {
  const { graph, store } = scene;
  const lead = make("p", { class: "note" });
  const tip = make("p", { class: "tip", "aria-live": "polite" }, RESTING);
  const box = make("div", { class: "matrix" });
  const more = button({ class: "more" }, () => {
    most = room() + AT_ONCE;
    show(store.get());
  });
  const below = make("section", { class: "between", "aria-label": "Events of the pair" });
  let width = 0; // for which it is drawn
  let most = 0; // actors; 0: as many as there is room for
  let matrix: Matrix | null = null;
  let drawn: Grid | null = null;
  fill(section, make("div", { class: "head" }, lead, key()), tip, box, more, below);

  const narrow = () => box.clientWidth < NARROW;
  const roomy = () => Math.floor((box.clientWidth - NAMES) / CELL);

  function headline(): string {
    if (!matrix || matrix.actors.length === 0) return "No event between two passes the filters.";
    const all = matrix.actors.length + matrix.more;
    const n = grouped(matrix.actors.length);
    if (narrow()) return `Who does what to whom: the strongest among ${count(all, "actor")}.`;
    return matrix.more > 0
      ? `The ${n} most told of ${count(all, "actor")} with events between them.`
      : `${count(all, "actor")} with events between them.`;
  }

  function selected({ e, with: other }: State): readonly Id[] {
    return [e, other].filter((id) => id !== null);
  }

  function drawGrid(of: Matrix): Element {
    drawn = grid(scene, of, {
      actor: (id) => store.go(entity(id)),
      dyad: ({ from, to }) => store.go(pair(from, to)),
      tell: (words) => replace(tip, make("bdi", {}, words || RESTING)),
    });
    return drawn.element;
  }

  function events({ e, with: other }: State): Child {
    if (!matrix || !e || !other || !graph.findEntity(e) || !graph.findEntity(other)) return null;
    const dyad = matrix.cells.get(dyadKey(e, other));
    const title = inWords(graph.entity(e).label, graph.entity(other).label, dyad);
    const own = inTime(graph, table, happenings(table, dyad?.claims ?? []));
    const back = () => store.go(pair(other, e));
    const turned = matrix.cells.get(dyadKey(other, e));
    const turn = button(
      { class: "plain" },
      back,
      `The other way: ${turned ? figure(turned) : "no event"}`,
    );
    const list = eventList(scene, table, own, (claim) => openFrom(claim, e, other));
    return [make("h2", { class: "rubric" }, make("bdi", {}, title)), list, make("p", {}, turn)];
  }

  function room(): number {
    if (narrow()) return 60;
    return Math.max(6, most || Math.min(AT_ONCE, roomy()));
  }

  function shape(of: Matrix): Element | null {
    if (of.actors.length === 0) return null;
    return narrow() ? listed(scene, of) : drawGrid(of);
  }

  function show(now: State): void {
    if (box.clientWidth === 0) return;
    width = box.clientWidth;
    matrix = dyads(table, scene.left(), room(), selected(now));
    const focused = drawn?.focused() ?? null;
    drawn = null;
    replace(box, shape(matrix));
    if (focused) (drawn as Grid | null)?.focus(focused);
    replace(lead, headline());
    more.hidden = narrow() || matrix.more === 0;
    replace(more, `Show ${Math.min(AT_ONCE, matrix.more)} more of ${count(matrix.more, "actor")}`);
    replace(below, events(now));
  }

  new ResizeObserver(() => {
    if (box.clientWidth !== width) show(store.get());
  }).observe(box);

  return {
    update: show,
    picture: (title) =>
      matrix?.actors.length ? standalone(matrixPicture(graph, matrix), title, READING) : null,
  };
}

/** The matrix of actors by cooperation and conflict. */
export function dyadsView(table: ClaimTable): View {
  const view = { name: "dyads", label: "Dyads" } as const;
  return { ...view, build: (section, scene) => build(section, scene, table) };
}
