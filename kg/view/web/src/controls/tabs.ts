// The views and their tabs: one section for each, of which one is seen.
import { button, byId, fill, make } from "../dom/make";
import type { State, ViewName } from "../model/types";
import type { Scene } from "../state/scene";
import type { ShownView, View } from "../views/view";

/** The views in the page. */
export interface Tabs {
  /** Show the view of the state, filled for the first time if need be. */
  update(now: State, before: State | null): void;
  /** The view that is seen now. */
  current(): ShownView | null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function tab(view: View, views: readonly View[], { store }: Scene): HTMLElement {
  const open = () => store.go({ view: view.name });
  const properties = { role: "tab", id: `tab-${view.name}`, "aria-controls": view.name };
  const element = button(properties, open, view.label);
  element.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const next = views[(views.indexOf(view) + step + views.length) % views.length] ?? view;
    store.go({ view: next.name });
    byId(`tab-${next.name}`).focus();
  });
  return element;
}

function section({ name }: View): HTMLElement {
  const label = { role: "tabpanel", "aria-labelledby": `tab-${name}` };
  return make("section", { id: name, class: `view ${name}`, tabindex: -1, ...label });
}

/** Put tabs and sections of the views into the page. A view that is not offered, as an
 * older address may name one, is the first. */
export function createTabs(scene: Scene, views: readonly View[]): Tabs {
  const shown = new Map<ViewName, ShownView>();
  let seen: ShownView | null = null;
  const sections = views.map(section);
  byId("when").before(...sections);
  fill(
    byId("tabs"),
    views.map((view) => tab(view, views, scene)),
  );

  function update(now: State, before: State | null): void {
    const current = views.find(({ name }) => name === now.view) ?? views[0];
    for (const [i, view] of views.entries()) {
      const on = view === current;
      const handle = byId(`tab-${view.name}`);
      handle.setAttribute("aria-selected", String(on));
      handle.tabIndex = on ? 0 : -1;
      if (sections[i]) sections[i].hidden = !on;
    }
    if (!current) return;
    const view = shown.get(current.name) ?? current.build(byId(current.name), scene);
    shown.set(current.name, view);
    seen = view;
    view.update(now, before);
  }

  return { update, current: () => seen };
}
