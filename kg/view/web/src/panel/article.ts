// The panel of an article: what it is, its text with all that is claimed in it, at a
// sentence; beside the reader, what the sentence or the whole article tells.
import { button, type Child, fill, link, make, name, replace, wide } from "../dom/make";
import { entitySign } from "../dom/signs";
import { short } from "../model/text";
import type { Article, Claim, Id, Span, State } from "../model/types";
import { count, date, STATUSES } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle, entity as openEntity } from "../state/store";
import { card } from "./card";
import { cards } from "./claims";
import { leftOut } from "./leftout";
import { sentenceAt, sentencesOf } from "./marks";
import { open } from "./open";
import { heading, headline, kicker, rubric } from "./parts";
import { marksKey } from "./quote";
import { covered, type Reading, reading } from "./reading";
import { shares } from "./shares";

const CHIPS = 24;

// ------------------------------------------------------------------ what it is

function original(url: string): Child {
  return link(url, "Open the original") ?? ["Address: ", name(short(url, 120))];
}

function copies({ graph, store }: Scene, index: number, { copyOf }: Article): Child {
  const source = copyOf === null ? undefined : graph.articles[copyOf];
  const carried = graph.articles.filter((one) => one.copyOf === index).length;
  if (!source)
    return carried ? `Carried as wire copy by ${count(carried, "other article")}.` : null;
  const title = name(short(source.title ?? source.id, 80));
  const read = button({ class: "plain" }, () => store.go(openArticle(source.id)), title);
  return ["Wire copy of ", read, ": the two count as one."];
}

/** What an article is: source, author, date, its address, and whether it is wire copy. */
export function articleFacts(scene: Scene, index: number): Child {
  const article = scene.graph.article(index);
  const { source, author, published, url } = article;
  const told = [source, author, date(published)].filter((fact) => fact !== null && fact !== "");
  const line = told.map((fact, i) => [i ? " \u00b7 " : "", name(fact ?? "")]);
  const copied = copies(scene, index, article);
  return [
    make("p", { class: "figures" }, line),
    url ? make("p", { class: "aliases" }, original(url)) : null,
    copied ? make("p", { class: "note" }, copied) : null,
  ];
}

/** The claims of an article, whether they pass or not. */
export function claimsIn({ graph }: Scene, index: number): readonly Claim[] {
  return graph.claims.filter((claim) => claim.article === index);
}

// ------------------------------------------------------------------ whom it names

function mentioned({ graph }: Scene, index: number): readonly { id: Id; n: number }[] {
  return graph.entities
    .map(({ id, mentions }) => ({ id, n: mentions.filter(([a]) => a === index).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || graph.node(a.id).rank - graph.node(b.id).rank);
}

function chip({ graph, store }: Scene, id: Id, n: number): HTMLElement {
  const one = graph.entity(id);
  const press = () => open(store, openEntity(id));
  const times = make("span", { class: "count" }, String(n));
  const sign = entitySign(graph, one);
  return make("li", {}, button({ class: "chip" }, press, sign, name(short(one.label, 32)), times));
}

/** Whom an article mentions, the most often first. */
export function mentionedIn(scene: Scene, index: number): Child {
  const all = mentioned(scene, index);
  if (all.length === 0) return null;
  const chips = (some: typeof all) => some.map(({ id, n }) => chip(scene, id, n));
  const list = make("ul", { class: "chips" }, chips(all.slice(0, CHIPS)));
  const rest = all.slice(CHIPS);
  const more = button({ class: "plain" }, () => {
    fill(list, chips(rest));
    more.remove();
  });
  fill(more, `and ${rest.length} more`);
  return make("section", {}, rubric("Mentioned", all.length), list, rest.length > 0 && more);
}

// ------------------------------------------------------------------ one sentence

/** The stretch of an article that is open: where an address points, else where a claim is. */
export function openAt({ graph }: Scene, index: number, { at, c }: State): Span | null {
  if (at && at[0] < at[1]) return at;
  const claim = c ? graph.findClaim(c) : undefined;
  return claim?.article === index ? (claim.evidence[0] ?? null) : null;
}

// The open claim is among them, whether it passes or not.
function claimsAt(scene: Scene, index: number, at: Span): readonly Claim[] {
  const { c } = scene.store.get();
  const claims = claimsIn(scene, index).filter((claim) => claim.id === c || scene.passes(claim));
  const found = sentenceAt(sentencesOf(claims), at)?.claims ?? [];
  return [...found].sort((a, b) => Number(b.id === c) - Number(a.id === c));
}

function opened(scene: Scene, index: number, at: Span): Child {
  const claims = claimsAt(scene, index, at);
  const note = "No claim was found in these words, or the filters leave it out.";
  return [
    kicker("In this sentence"),
    heading(claims.length ? count(claims.length, "claim") : "No claim"),
    claims.length ? marksKey() : make("p", { class: "note" }, note),
    make(
      "section",
      {},
      make("h3", { class: "unseen" }, "What it tells"),
      cards(scene, claims, null),
    ),
  ];
}

// What the marks in an article mean.
function readingKey(): HTMLElement {
  const marks = STATUSES.map(({ id }) => [" ", make("mark", { class: `trigger ${id}` }, id)]);
  const named = make("mark", { class: "named" }, "who takes part");
  return make("p", { class: "marks-key text-marks" }, "Marked:", marks, " ", named);
}

/** Beside the reader: the claims of the sentence that is open, else those of the article. */
export function besideReader(scene: Scene, index: number, now: State): Child {
  const at = wide(760) ? openAt(scene, index, now) : null; // else they stand in the text
  if (at) return opened(scene, index, at);
  const claims = claimsIn(scene, index);
  const lead =
    "Press a marked word, or the number after a sentence, to see what is claimed there; arrow keys lead from one to the next.";
  return [
    kicker("In this article"),
    heading(count(claims.length, "claim")),
    make("p", { class: "lead" }, lead),
    readingKey(),
    leftOut(scene, claims),
    shares(scene, claims),
    mentionedIn(scene, index),
  ];
}

/** The claims of the sentence that is open, to stand under its paragraph. */
export function insetOf(scene: Scene, index: number, now: State): HTMLElement | null {
  const at = now.c || now.view === "reader" ? openAt(scene, index, now) : null;
  if (!at) return null;
  const claims = claimsAt(scene, index, at);
  const close = button({ class: "plain" }, () => scene.store.go({ c: null, at: null }), "Close");
  const list = claims.map((claim) => {
    const one = card(scene, claim, null);
    one.removeAttribute("id"); // it may stand in the panel as well
    return one;
  });
  const label = { role: "region", "aria-label": "Claims of the sentence", tabindex: "-1" };
  const title = make("h3", { class: "unseen" }, "Claims of the sentence");
  return claims.length ? make("div", { class: "inset", ...label }, title, close, list) : null;
}

// ------------------------------------------------------------------ in the panel

interface Kept {
  readonly index: number;
  readonly filter: string;
  readonly also: string;
  readonly reading: Reading;
}

/** Puts the text of an article together anew only when it is another, or other claims pass. */
export function readings(scene: Scene): (index: number, at: Span | null) => Reading {
  let kept: Kept | null = null;
  return (index, at) => {
    const filter = JSON.stringify(scene.store.get().filter); // a new object at each step
    const claims = () => scene.passing().filter((claim) => claim.article === index);
    const same = kept?.index === index && kept.filter === filter;
    const also = at && !covered(claims(), at) ? at : null;
    const key = also?.join("-") ?? "";
    if (kept && same && kept.also === key) return kept.reading;
    const choose = (at: Span, claim: Claim | null) => {
      // beside the reader the panel tells of the sentence, else the way back is kept
      const alone = scene.store.get().view === "reader" ? { e: null, with: null } : {};
      scene.store.go({ ...alone, at, c: claim?.id ?? firstAt(claims(), at) });
    };
    const made = reading(scene, index, claims(), also, choose);
    kept = { index, filter, also: key, reading: made };
    return made;
  };
}

function firstAt(claims: readonly Claim[], span: Span): Id | null {
  return claims.find((claim) => covered([claim], span))?.id ?? null;
}

/** An article's text in the panel, at the sentence that it was opened at. */
export function articlePanel(
  scene: Scene,
  index: number,
  now: State,
  read: ReturnType<typeof readings>,
): Child {
  const { id, title } = scene.graph.article(index);
  const at = openAt(scene, index, now);
  const text = read(index, at);
  const sentence = text.show(at, now.c);
  for (const old of text.element.querySelectorAll(".inset")) old.remove();
  const beside = insetOf(scene, index, now);
  if (beside) sentence?.closest("p")?.after(beside);
  const full = button(
    { class: "plain" },
    () => scene.store.go({ view: "reader", e: null, with: null }),
    "Read it in full width",
  );
  return [
    kicker("Article"),
    headline(title ?? id),
    articleFacts(scene, index),
    make("p", { class: "note" }, full),
    leftOut(scene, claimsIn(scene, index)),
    text.element,
    mentionedIn(scene, index),
  ];
}

/** Says in a place that an address names an article that is not there. */
export function noArticle(place: HTMLElement, id: string): void {
  const note = `This graph has no article \u201c${short(id, 80)}\u201d.`;
  replace(place, heading("No article of that name"), make("p", { class: "note" }, note));
}
