// Dyads: who does what to whom, as a matrix; on a narrow page the strongest as a list.
import type { ClaimTable } from "../ask/claims";
import { type Dyad, dyadKey, dyads, type Matrix } from "../ask/dyads";
import { button, type Child, fill, make } from "../dom/make";
import { standalone } from "../dom/standalone";
import { short } from "../model/text";
import type { Id, State } from "../model/types";
import { count, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { entity, pair } from "../state/store";
import { bentOf, figure, inWords, strength } from "./cells";
import { createLists, eventList, openFrom } from "./events";
import { createFrame } from "./frame";
import { happenings, inTime } from "./happenings";
import { type Chosen, type Grid, grid } from "./matrix";
import { matrixPicture } from "./matrixpicture";
import type { ShownView, View } from "./view";

const AT_ONCE = 16; // actors
const NARROW = 520;
const LISTED = 60; // actors whose dyads are listed where it is narrow
const STRONGEST = 40; // dyads of that list
const CELL = 30;
const NAMES = 178;
const READING =
  "Rows act on columns. Number of events; +: mostly cooperation, \u2212: mostly conflict, \u00b1: both";
const RESTING = "Rows act on columns. Choose a number to read its events.";
const RESTING_LIST = "Who stands before the arrow acts. Choose a line to read its events.";

// How many actors there are: as many as were asked for, else as there is room for.
function room({ actors }: State, width: number): number {
  if (width < NARROW) return LISTED;
  return Math.max(6, actors || Math.min(AT_ONCE, Math.floor((width - NAMES) / CELL)));
}

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

// A dyad of the list: number and sign, who towards whom, and how much of it is which.
function item({ graph, store }: Scene, dyad: Dyad, most: number): HTMLButtonElement {
  const { from, to } = dyad;
  const now = store.get();
  const label = (id: Id) => make("bdi", {}, short(graph.entity(id).label, 40));
  const on = now.e === from && now.with === to;
  const look = `figure ${bentOf(dyad)} step-${strength(dyad.n, most)}`;
  return button(
    { class: "dyad", "aria-current": on ? "true" : null },
    () => store.go(pair(from, to)),
    make("span", { class: look }, figure(dyad)),
    make("span", { class: "what" }, label(from), " \u2192 ", label(to)),
    make(
      "span",
      { class: "unseen" },
      inWords(graph.entity(from).label, graph.entity(to).label, dyad),
    ),
    balance(dyad, most),
  );
}

function listed(scene: Scene, matrix: Matrix): Grid {
  const items = strongest(matrix)
    .slice(0, STRONGEST)
    .map((dyad) => item(scene, dyad, matrix.most));
  return {
    element: make(
      "ol",
      { class: "strongest" },
      items.map((one) => make("li", {}, one)),
    ),
    focused() {
      const row = items.indexOf(document.activeElement as HTMLButtonElement);
      return row < 0 ? null : { row, column: 0 };
    },
    focus: ({ row }) => items[row]?.focus({ preventScroll: true }),
  };
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

function headline({ actors, more }: Matrix, narrow: boolean): string {
  if (actors.length === 0) return "No event between two passes the filters.";
  const all = count(actors.length + more, "actor");
  if (narrow) return `Who does what to whom: the strongest among ${all}.`;
  const some = `The ${grouped(actors.length)} most told of ${all}`;
  return `${more > 0 ? some : all} with events between them.`;
}

type Both = readonly [dyad: Dyad | undefined, turned: Dyad | undefined];

// The events of the pair that is open, in one direction.
function events(scene: Scene, table: ClaimTable, [dyad, turned]: Both): Child {
  const { graph, store } = scene;
  const { e, with: other } = store.get();
  if (!e || !other || !graph.findEntity(e) || !graph.findEntity(other)) return null;
  const title = inWords(graph.entity(e).label, graph.entity(other).label, dyad);
  const own = inTime(graph, table, happenings(table, dyad?.claims ?? []));
  const back = `The other way: ${turned ? figure(turned) : "no event"}`;
  const turn = button({ class: "plain" }, () => store.go(pair(other, e)), back);
  const list = eventList(scene, table, own, (claim) => openFrom(claim, e, other));
  return [make("h2", { class: "rubric" }, make("bdi", {}, title)), list, make("p", {}, turn)];
}

function build(section: HTMLElement, scene: Scene, table: ClaimTable): ShownView {
  const { graph, store } = scene;
  const below = make("section", { class: "between", "aria-label": "Events of the pair" });
  const list = createLists(below, scene);
  let matrix: Matrix | null = null;

  function told({ cells }: Matrix): void {
    const { e, with: other } = store.get();
    const pairs = [dyadKey(e ?? "", other ?? ""), dyadKey(other ?? "", e ?? "")] as const;
    const both: Both = [cells.get(pairs[0]), cells.get(pairs[1])];
    const known = JSON.stringify([pairs, both.map((dyad) => dyad?.claims)]);
    list(known, () => events(scene, table, both));
  }

  const frame = createFrame(section, {
    name: "matrix",
    key: key(),
    step: AT_ONCE,
    more: () => store.go({ actors: (matrix?.actors.length ?? 0) + AT_ONCE }),
    draw: ({ clientWidth: width }) => {
      const [now, narrow] = [store.get(), width < NARROW];
      const selected = [now.e, now.with].filter((id) => id !== null);
      const found = dyads(table, scene.left(), room(now, width), selected);
      matrix = found;
      const shape = () => (narrow ? listed(scene, found) : grid(scene, found, chosen));
      const drawn = found.actors.length === 0 ? null : shape();
      told(found);
      const [element, more] = [drawn?.element ?? null, narrow ? 0 : found.more];
      const [words, resting] = [headline(found, narrow), narrow ? RESTING_LIST : RESTING];
      return { element, focus: drawn, words, resting, more };
    },
  });
  const chosen: Chosen = {
    actor: (id) => store.go(entity(id)),
    dyad: ({ from, to }) => store.go(pair(from, to)),
    tell: frame.tell,
  };
  fill(section, below);
  return {
    update: frame.draw,
    picture: (title) =>
      matrix?.actors.length ? standalone(matrixPicture(graph, matrix), title, READING) : null,
  };
}

/** The matrix of actors by cooperation and conflict. */
export function dyadsView(table: ClaimTable): View {
  const view = { name: "dyads", label: "Dyads" } as const;
  return { ...view, build: (section, scene) => build(section, scene, table) };
}
