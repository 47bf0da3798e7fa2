// What can be done with the chosen entity on the drawing: focus, expand, hide, paths.
import type { EntityHit } from "../ask/names";
import type { Search } from "../ask/search";
import { button, type Child, make, name, replace } from "../dom/make";
import { entitySign } from "../dom/signs";
import type { Drawing } from "../draw/drawing";
import { short } from "../model/text";
import type { Entity, Id, State } from "../model/types";
import { count } from "../model/words";
import { AT_ONCE, expanded, withExpanded } from "../state/expanded";
import type { Scene } from "../state/scene";
import { entity, nothing } from "../state/store";

/** A way to find entities by what is typed. */
export type Find = Search;

/** The toolbar of the drawing. */
export interface Follow {
  update(now: State): void;
  /** Whether the next entity that is clicked is the end of a path; then it is taken. */
  takes(id: Id): boolean;
  /** Draw more of those joined with one, or none of them again when all are there. */
  expand(id: Id): void;
}

const SUGGESTED = 6;
const HOPS = [1, 2, 3] as const;

/** Put the toolbar into its place. */
export function createFollow(box: HTMLElement, scene: Scene, drawing: Drawing, find: Find): Follow {
  const { graph, store } = scene;
  const there = (id: string) => graph.findEntity(id) !== undefined;
  let asking = false;
  let about: string | null = null;

  const act = (id: string, on: () => void, pressed: boolean | null, text: string) =>
    button(
      { id, "aria-pressed": pressed === null ? null : String(pressed) },
      () => again(id, on),
      text,
    );

  // The toolbar is made anew with the state; the focus stays on what was pressed.
  function again(id: string, on: () => void): void {
    on();
    update(store.get());
    const next = document.getElementById(id) ?? box.querySelector("button");
    next?.focus();
  }

  function focusButtons({ hops, path }: State): Child {
    const set = (n: (typeof HOPS)[number]) => () =>
      store.go({ hops: store.get().hops === n && !path ? 0 : n, with: null, path: false });
    const one = (n: (typeof HOPS)[number]) =>
      act(`focus-${n}`, set(n), hops === n && !path, String(n));
    const label = make("span", { id: "focus-label", class: "soft" }, "Steps");
    return make(
      "span",
      { class: "steps", role: "group", "aria-labelledby": "focus-label" },
      label,
      HOPS.map(one),
    );
  }

  function expandButtons(one: Entity, { open }: State): Child {
    const times = expanded(open, there).get(one.id) ?? 0;
    const set = (n: number) => () =>
      store.go({ open: withExpanded(store.get().open, there, one.id, n) });
    const missing = drawing.near.of(one.id).filter((id) => !drawing.draws(id)).length;
    const more = Math.min(missing, AT_ONCE);
    return [
      times === 0 && missing > 0 && act("expand", set(1), null, `Expand (+${more})`),
      times > 0 && missing > 0 && act("expand-more", set(times + 1), null, `+${missing} more`),
      times > 0 && act("collapse", set(0), null, "Collapse"),
    ];
  }

  function hideOne(id: Id): void {
    store.go({ ...nothing(), hops: 0, hide: [...store.get().hide, id] });
  }

  function target(id: Id): void {
    asking = false;
    store.go({ with: id, path: true, c: null, a: null, at: null });
    update(store.get());
  }

  function suggestion({ id }: EntityHit): HTMLElement {
    const one = graph.entity(id);
    const label = name(short(one.label, 40));
    return make(
      "li",
      {},
      button({ class: "plain" }, () => target(one.id), entitySign(graph, one), label),
    );
  }

  function asker(from: Id): Child {
    const list = make("ul", { class: "ends", "aria-label": "Found" });
    const input = make("input", {
      id: "path-end",
      type: "text",
      autocomplete: "off",
      placeholder: "A name, or click an entity",
      "aria-label": "Path to whom",
    });
    const hits = () =>
      find(input.value).filter((hit): hit is EntityHit => hit.kind === "entity" && hit.id !== from);
    input.addEventListener("input", () =>
      replace(list, hits().slice(0, SUGGESTED).map(suggestion)),
    );
    input.addEventListener("keydown", (event) => {
      const [best] = event.key === "Enter" ? hits() : [];
      if (best) target(best.id);
      if (event.key === "Escape") ask(false);
    });
    return make("div", { class: "asker" }, input, list);
  }

  function ask(on: boolean): void {
    asking = on;
    update(store.get());
    document.getElementById(on ? "path-end" : "path-to")?.focus();
  }

  function pathButton({ with: other, path }: State): Child {
    if (path) return act("path-end-it", () => store.go({ path: false }), null, "End path");
    if (other) return act("path-between", () => store.go({ path: true }), null, "Shortest paths");
    const properties = { id: "path-to", "aria-pressed": String(asking) };
    return button(properties, () => ask(!asking), "Path to \u2026");
  }

  function along(path: readonly Id[]): HTMLElement {
    const step = (id: Id) => {
      const label = name(short(graph.entity(id).label, 26));
      return button({ class: "plain" }, () => store.go(entity(id)), label);
    };
    const parts = path.flatMap((id, i) => (i ? [" \u2013 ", step(id)] : [step(id)]));
    return make("li", {}, parts);
  }

  function paths({ path }: State): Child {
    if (!path) return null;
    const found = drawing.scope().paths;
    const [first] = found;
    const filtered = scene.filtered() ? " under these filters" : "";
    if (!first) return make("span", { class: "soft" }, `No path joins the two${filtered}.`);
    const steps = count(first.length - 1, "step");
    const many = count(found.length, "shortest path");
    const list = make("ol", {}, found.map(along));
    const title = make("summary", {}, `${many} of ${steps}${filtered}`);
    return make("details", { id: "paths", class: "paths" }, title, list);
  }

  function update(now: State): void {
    const one = now.e === null ? undefined : graph.findEntity(now.e);
    if (now.e !== about) [about, asking] = [now.e, false];
    if (!one) {
      const hint = "Choose an entity to look around it, or for the paths from it.";
      replace(box, drawing.scope().nodes.length > 0 && make("span", { class: "soft hint" }, hint));
      return;
    }
    const label = make("b", {}, entitySign(graph, one), name(short(one.label, 22)));
    const hide = act("hide", () => hideOne(one.id), null, "Hide");
    const more = now.path ? null : [expandButtons(one, now), hide];
    const acts = make("div", { class: "acts" }, label, focusButtons(now), more, pathButton(now));
    replace(box, acts, paths(now), asking && asker(one.id));
  }

  function takes(id: Id): boolean {
    const { e } = store.get();
    if (!asking || e === null || id === e) return false;
    target(id);
    return true;
  }

  function expand(id: Id): void {
    const { open } = store.get();
    const times = expanded(open, there).get(id) ?? 0;
    const missing = drawing.near.of(id).some((other) => !drawing.draws(other));
    if (missing || times > 0) {
      store.go({ open: withExpanded(open, there, id, missing ? times + 1 : 0) });
    }
  }

  return { update, takes, expand };
}
