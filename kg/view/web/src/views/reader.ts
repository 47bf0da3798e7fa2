// The reader: the list of the articles, or one of them at full width, all that is claimed
// in it marked in place.
import { button, type Child, fill, make, name, replace, wide } from "../dom/make";
import { articlesOf } from "../model/graph";
import { compare, short } from "../model/text";
import type { Article, Claim, Entity, Span, State } from "../model/types";
import { count, date } from "../model/words";
import { articleFacts, claimsIn, insetOf, noArticle, openAt, readings } from "../panel/article";
import { leftOut } from "../panel/leftout";
import { heading, headline, kicker } from "../panel/parts";
import { pointAt, scrollToPoint } from "../panel/place";
import type { Reading } from "../panel/reading";
import type { Scene } from "../state/scene";
import { nothing, article as openArticle } from "../state/store";
import type { View } from "./view";

const AT_ONCE = 100;

// ------------------------------------------------------------------ the list

// The newest first; what has no date comes last.
function order(a: Article, b: Article): number {
  return compare(b.published ?? "", a.published ?? "") || compare(a.id, b.id);
}

function row({ store }: Scene, article: Article, n: number): HTMLElement {
  const { id, title, source, published, copyOf } = article;
  const known = [source && short(source, 60), date(published), copyOf !== null && "wire copy"];
  const facts = known.filter(Boolean).map((part, i) => [i ? " \u00b7 " : "", name(String(part))]);
  return make(
    "li",
    {},
    button(
      { class: "row" },
      () => store.go(openArticle(id)),
      make("span", { class: "what" }, name(short(title ?? id, 120))),
      make("span", { class: "soft" }, facts),
      make("span", { class: "count" }, count(n, "claim")),
    ),
  );
}

function counts(claims: readonly Claim[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { article } of claims) found.set(article, (found.get(article) ?? 0) + 1);
  return found;
}

interface Listed {
  readonly article: Article;
  readonly n: number;
}

// With an entity open, those that mention it; under filters, those of which a claim passes.
function chosen(scene: Scene, entity: Entity | undefined): readonly Listed[] {
  const { graph } = scene;
  const told = counts(entity ? graph.told(entity.id).filter(scene.passes) : scene.passing());
  const mentioned = entity && articlesOf(entity);
  return graph.articles
    .map((article, i) => ({ article, n: told.get(i) ?? 0, here: mentioned?.has(i) ?? true }))
    .filter(({ n, here }) => here && (n > 0 || !scene.filtered()))
    .sort((a, b) => order(a.article, b.article));
}

function figures(scene: Scene, n: number, entity: Entity | undefined): Child {
  const which = scene.filtered() ? " with claims that pass the filters" : "";
  const told = `${count(n, "article")}${which}, the newest first`;
  if (!entity) return make("p", { class: "figures" }, told);
  const all = button({ class: "plain" }, () => scene.store.go(nothing()), "All articles");
  const label = name(short(entity.label, 60));
  return make("p", { class: "figures" }, told, ", that mention ", label, ". ", all);
}

interface List {
  readonly element: HTMLElement;
  /** Show the first so many. */
  show(most: number): void;
}

function list(scene: Scene): List {
  const { e } = scene.store.get();
  const entity = e ? scene.graph.findEntity(e) : undefined;
  const all = chosen(scene, entity);
  const rows = make("ol", { class: "rows" });
  let shown = 0;
  const more = button({ class: "more" }, () => scene.store.go({ rows: shown + AT_ONCE }));

  function show(most: number): void {
    if (most < shown) replace(rows);
    const next = all.slice(most < shown ? 0 : shown, most);
    fill(
      rows,
      next.map(({ article, n }) => row(scene, article, n)),
    );
    shown = most;
    more.hidden = shown >= all.length;
    replace(more, `Show more of ${all.length - shown}`);
  }

  const element = make(
    "div",
    { class: "column" },
    kicker("Reader"),
    heading(scene.graph.articles.length ? "The articles" : "No articles"),
    figures(scene, all.length, entity),
    rows,
    more,
  );
  return { element, show };
}

// ------------------------------------------------------------------ one article

function head(scene: Scene, index: number): Child {
  const { id, title } = scene.graph.article(index);
  const all = button({ class: "plain" }, () => scene.store.go(nothing()), "\u2190 All articles");
  return [
    make("nav", { class: "back", "aria-label": "Reader" }, all),
    headline(title ?? id),
    articleFacts(scene, index),
    leftOut(scene, claimsIn(scene, index)),
  ];
}

// On a narrow page the claims stand under the paragraph, where the panel would be far away.
function beside(scene: Scene, index: number, now: State, sentence: HTMLElement | null): void {
  const column = sentence?.closest(".column");
  if (!column || wide(760) || now.e) return;
  const claims = insetOf(scene, index, now);
  if (!claims) return;
  sentence?.closest("p")?.after(claims);
  claims.scrollIntoView({ block: "nearest" });
}

const same = (a: Span | null, b: Span | null) => a?.join() === b?.join();

const PAUSE = 250; // milliseconds without scrolling, after which a place is kept
const NEAR = 12; // code points within which a place is the same: pixels are rounded

// The place from which somebody reads on; null where a sentence is open.
function placeIn({ at }: State): number | null {
  return at && at[0] === at[1] ? at[0] : null;
}

function build(section: HTMLElement, scene: Scene) {
  const { store } = scene;
  const read = readings(scene);
  let shown: Reading | null = null;
  let listed: (List & { readonly left: Uint8Array; readonly e: string | null }) | null = null;
  let last: Span | null = null;
  let own: number | null = null; // the place that was scrolled to by hand
  let pause: ReturnType<typeof setTimeout> | undefined;

  function show(index: number, now: State, anew: boolean): void {
    const at = openAt(scene, index, now);
    const found = read(index, at);
    const fresh = anew || found !== shown || !shown.element.isConnected;
    if (found !== shown || !found.element.isConnected) {
      replace(section, make("div", { class: "column" }, head(scene, index), found.element));
    }
    shown = found;
    const sentence = found.show(at, now.c);
    for (const old of section.querySelectorAll(".inset")) old.remove();
    beside(scene, index, now, sentence);
    const place = placeIn(now);
    if (fresh || !sentence || !same(at, last)) go(sentence, place, fresh);
    [last, own] = [at, place];
  }

  // To the sentence that is open, else to the place from which somebody reads on.
  function go(sentence: HTMLElement | null, place: number | null, fresh: boolean): void {
    if (sentence) sentence.scrollIntoView({ block: fresh ? "center" : "nearest" });
    else if (place === null && fresh) section.scrollTop = 0;
    else if (place !== null && (fresh || place !== own)) {
      scrollToPoint(shown?.paragraphs ?? [], place);
    }
  }

  function keep(): void {
    const now = store.get();
    if (!shown?.element.checkVisibility() || now.view !== "reader") return;
    if (now.c !== null || (now.at && placeIn(now) === null)) return;
    const point = pointAt(shown.paragraphs, Math.max(section.getBoundingClientRect().top, 0));
    if (point === null || Math.abs(point - (own ?? 0)) < NEAR) return;
    own = point || null;
    store.go({ at: point ? [point, point] : null }, { replace: true });
  }

  document.addEventListener(
    "scroll",
    () => {
      clearTimeout(pause);
      pause = setTimeout(keep, PAUSE);
    },
    { capture: true, passive: true },
  );

  function showList(now: State): void {
    const left = scene.left();
    if (listed?.left !== left || listed.e !== now.e || !listed.element.isConnected) {
      listed = { ...list(scene), left, e: now.e };
      replace(section, listed.element);
    }
    listed.show(now.rows || AT_ONCE);
  }

  function update(now: State, before: State | null): void {
    const index = now.a === null ? undefined : scene.graph.findArticle(now.a);
    if (index !== undefined) {
      show(index, now, before?.view !== now.view || before.a !== now.a);
      return;
    }
    shown = null;
    if (now.a === null) showList(now);
    else noArticle(section, now.a);
  }

  return { update };
}

/** The article reader. */
export const readerView: View = { name: "reader", label: "Articles", build };
