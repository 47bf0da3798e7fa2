// The panel: at a glance, one entity, what joins two, or an article at a sentence.
import { button, byId, type Child, make, name, replace, wide } from "../dom/make";
import { short } from "../model/text";
import type { State } from "../model/types";
import type { Scene } from "../state/scene";
import { nothing } from "../state/store";
import { articlePanel } from "./article";
import { entityPanel } from "./entity";
import { overview } from "./overview";
import { pairPanel } from "./pair";
import { heading } from "./parts";

function back({ graph, store }: Scene, { e, a }: State): Child {
  if (!e && !a) return null;
  const label = e && (graph.findEntity(e)?.label ?? "Back");
  const close = () => store.go({ a: null, at: null });
  const step = a && label && button({ class: "plain" }, close, "\u2190 ", name(short(label, 40)));
  const home = button({ class: "plain" }, () => store.go(nothing()), "Overview");
  return make("nav", { class: "back", "aria-label": "Panel" }, step || null, home);
}

function unknown(what: string, id: string): Child {
  const note = `This graph has no ${what} \u201c${short(id, 80)}\u201d.`;
  return [heading(`No ${what} of that name`), make("p", { class: "note" }, note)];
}

function article(scene: Scene, id: string, { at }: State): Child {
  const index = scene.graph.findArticle(id);
  return index === undefined ? unknown("article", id) : articlePanel(scene, index, at);
}

function content(scene: Scene, now: State): Child {
  const { a, e, with: other } = now;
  if (a) return article(scene, a, now);
  if (!e) return overview(scene);
  const one = scene.graph.findEntity(e);
  if (!one) return unknown("entity", e);
  if (!other) return entityPanel(scene, one);
  const two = scene.graph.findEntity(other);
  return two ? pairPanel(scene, one, two) : unknown("entity", other);
}

/** Show what is open. */
export function updatePanel(scene: Scene): void {
  const now = scene.store.get();
  const panel = byId("panel");
  replace(panel, back(scene, now), content(scene, now));
  panel.scrollTop = 0;
  const sentence = document.getElementById("sentence");
  const claim = now.c ? document.getElementById(`claim-${now.c}`) : null;
  (sentence ?? claim)?.scrollIntoView({ block: now.a ? "center" : "start" });
}

/** What is open, in a few words, to be read out. */
export function panelTitle(): string {
  return byId("panel").querySelector("h2")?.textContent ?? "";
}

/** On a narrow page, bring what was opened into view. */
export function revealPanel({ e, a }: State): void {
  if (wide(760) || (!e && !a) || document.getElementById("sentence")) return;
  byId("panel").scrollIntoView({ block: "start" });
}
