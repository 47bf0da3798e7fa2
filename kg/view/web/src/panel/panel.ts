// The panel: at a glance, one entity, what joins two, one claim, or an article at a sentence.
import { button, byId, type Child, make, name, replace, wide } from "../dom/make";
import { short } from "../model/text";
import type { Claim, State } from "../model/types";
import type { Scene } from "../state/scene";
import { nothing } from "../state/store";
import { articlePanel, besideReader, readings } from "./article";
import { card } from "./card";
import { entityPanel } from "./entity";
import { overview } from "./overview";
import { pairPanel } from "./pair";
import { heading, kicker } from "./parts";
import { marksKey } from "./quote";

const reads = ({ view, a }: State) => view === "reader" && a !== null;

// The way back: out of what lies over something else, and to the overview.
function back({ graph, store }: Scene, now: State): Child {
  const { e, with: other, a, c, at } = now;
  if (!e && !a && !c) return null;
  const step = (close: () => void, label: Child) =>
    button({ class: "plain" }, close, "\u2190 ", label);
  const label = (id: string) => short(graph.findEntity(id)?.label ?? "Back", 40);
  const under = e && (other ? [name(label(e)), " and ", name(label(other))] : name(label(e)));
  const inside = reads(now) && (e || c || (at && at[0] < at[1]));
  const first = inside
    ? step(() => store.go({ e: null, with: null, c: null, at: null }), "The whole article")
    : a && under && !reads(now)
      ? step(() => store.go({ a: null, at: null }), under)
      : null;
  const home = button({ class: "plain" }, () => store.go(nothing()), "Overview");
  return make("nav", { class: "back", "aria-label": "Panel" }, first || make("span"), home);
}

function unknown(what: string, id: string): Child {
  const note = `This graph has no ${what} \u201c${short(id, 80)}\u201d.`;
  return [heading(`No ${what} of that name`), make("p", { class: "note" }, note)];
}

function alone(scene: Scene, claim: Claim): Child {
  const section = make("section", {}, make("h3", { class: "unseen" }, "What is said"));
  section.append(card(scene, claim, null));
  return [kicker("One claim"), heading(scene.graph.saying(claim)), marksKey(), section];
}

function article(scene: Scene, now: State, read: ReturnType<typeof readings>): Child {
  const index = now.a ? scene.graph.findArticle(now.a) : undefined;
  if (index === undefined) return unknown("article", now.a ?? "");
  return reads(now) ? besideReader(scene, index, now) : articlePanel(scene, index, now, read);
}

function content(scene: Scene, now: State, read: ReturnType<typeof readings>): Child {
  const { a, e, c, with: other } = now;
  if (a && (!reads(now) || !e)) return article(scene, now, read);
  if (!e) {
    const claim = c ? scene.graph.findClaim(c) : undefined;
    if (claim) return alone(scene, claim);
    return c ? unknown("claim", c) : overview(scene);
  }
  const one = scene.graph.findEntity(e);
  if (!one) return unknown("entity", e);
  if (!other) return entityPanel(scene, one);
  const two = scene.graph.findEntity(other);
  return two ? pairPanel(scene, one, two) : unknown("entity", other);
}

interface Shown {
  readonly scene: Scene;
  readonly read: ReturnType<typeof readings>;
  state: State | null;
}

let shown: Shown | null = null;

// What was opened is brought into view; an article that stays keeps its place.
function scroll(panel: HTMLElement, now: State, before: State | null, top: number): void {
  const stays = now.a !== null && before?.a === now.a && before.view === now.view && !reads(now);
  const wanted = now.a && !reads(now) ? "mark.sentence" : ".card.open";
  const element = panel.querySelector(wanted);
  panel.scrollTop = stays ? top : 0;
  if (stays) panel.querySelector(".inset")?.scrollIntoView({ block: "nearest" });
  else if (now.e || !reads(now)) {
    element?.scrollIntoView({ block: now.a && !reads(now) ? "center" : "start" });
  }
}

/** Show what is open. Whoever pressed something in the panel goes on at its title. */
export function updatePanel(scene: Scene): void {
  if (shown?.scene !== scene) shown = { scene, read: readings(scene), state: null };
  const now = scene.store.get();
  const panel = byId("panel");
  const top = panel.scrollTop;
  const pressed = panel.contains(document.activeElement) && document.activeElement !== panel;
  replace(panel, back(scene, now), content(scene, now, shown.read));
  scroll(panel, now, shown.state, top);
  shown.state = now;
  const goOn = panel.querySelector<HTMLElement>(".inset") ?? panel.querySelector("h2");
  if (pressed) goOn?.focus({ preventScroll: true });
}

/** What is open, in a few words, to be read out. */
export function panelTitle(): string {
  return byId("panel").querySelector("h2")?.textContent ?? "";
}

/** On a narrow page, bring what was opened into view. */
export function revealPanel(now: State): void {
  const { e, a, c } = now;
  if (wide(760) || (!e && !a && !c) || (reads(now) && !e)) return;
  if (byId("panel").querySelector("mark.sentence")) return;
  byId("panel").scrollIntoView({ block: "start" });
}
