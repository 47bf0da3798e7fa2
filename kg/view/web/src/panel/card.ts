// A claim as a card: in words, its status, what is known of it, and the sentences.
import { button, type Child, make, name } from "../dom/make";
import { badge } from "../dom/signs";
import { participants } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id, Span } from "../model/types";
import { date, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle } from "../state/store";
import { inWords, who } from "./wording";

function qualities({ graph }: Scene, claim: Claim): readonly Child[] {
  const when = interval(claim.when);
  return [
    claim.titles?.length ? `as ${claim.titles.join(", ")}` : null,
    claim.former ? "formerly" : null,
    claim.mode ? graph.label("mode", claim.mode) : null,
    ...(claim.contexts ?? []).map((context) => graph.label("context", context)),
    when || null,
  ];
}

function sources(scene: Scene, claim: Claim, subject: Id | null): readonly Child[] {
  const { place, speaker, relayedBy, unnamed, certainty } = claim;
  return [
    place ? ["in ", who(scene, place, subject)] : null,
    speaker ? ["according to ", who(scene, speaker, subject)] : null,
    ...relayedBy.map((id) => ["as told by ", who(scene, id, subject)]),
    unnamed ? "according to somebody unnamed" : null,
    certainty === "probable" ? "probable" : null,
  ];
}

function particulars(scene: Scene, claim: Claim, subject: Id | null): HTMLElement | null {
  const all = [...qualities(scene, claim), ...sources(scene, claim, subject)];
  const parts = all.filter((part) => part !== null);
  if (parts.length === 0) return null;
  const items = parts.map((part) => make("li", {}, part));
  return make("ul", { class: "particulars" }, items);
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly id: Id | null; // null: the trigger
}

// Stretches of a text: where marks overlap, the trigger wins, then the longer.
function marks({ graph }: Scene, claim: Claim, within: Span): readonly Mark[] {
  const found: Mark[] = participants(claim).flatMap((id) =>
    graph.mentions(id, claim.article, within).map(([start, end]) => ({ start, end, id })),
  );
  const [start, end] = claim.trigger ?? [-1, -1];
  if (within[0] <= start && end <= within[1]) found.push({ start, end, id: null });
  const rank = (mark: Mark) => (mark.id === null ? 0 : 1);
  found.sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start));
  const kept: Mark[] = [];
  for (const mark of found) {
    if (!kept.some((other) => mark.start < other.end && other.start < mark.end)) kept.push(mark);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function marked(scene: Scene, claim: Claim, span: Span): HTMLElement {
  const { graph } = scene;
  const text = graph.text(claim.article);
  const parts: Child[] = [];
  let at = span[0];
  for (const { start, end, id } of marks(scene, claim, span)) {
    const title = id === null ? graph.saying(claim) : short(graph.entity(id).label, 60);
    const properties = { class: id === null ? "trigger" : "mention", title };
    parts.push(text.cut(at, start), make("mark", properties, text.cut(start, end)));
    at = end;
  }
  parts.push(text.cut(at, span[1]));
  return make("blockquote", { dir: "auto" }, parts);
}

function source({ graph, store }: Scene, claim: Claim): HTMLElement {
  const article = graph.article(claim.article);
  const open = () => store.go(openArticle(article.id, claim.evidence[0] ?? null));
  const title = name(short(article.title ?? article.id, 90));
  const time = make("time", { datetime: article.published }, date(article.published));
  return make(
    "p",
    { class: "source" },
    button({ class: "plain article" }, open, title),
    article.source ? [", ", name(short(article.source, 60))] : null,
    article.published ? [", ", time] : null,
  );
}

function receipt({ evidence, rules, confidence }: Claim): HTMLElement {
  const spans = evidence.map(([start, end]) => `${start}\u2013${end}`).join(", ");
  const sure = confidence < 1 ? ` \u00b7 confidence ${confidence}` : "";
  const by = `${rules.length === 1 ? "rule" : "rules"} ${rules.join(", ")}`;
  return make("p", { class: "receipt" }, `characters ${spans} \u00b7 ${by}${sure}`);
}

/** A claim as a card, seen from an entity or from none. */
export function card(scene: Scene, claim: Claim, subject: Id | null): HTMLElement {
  const open = scene.store.get().c === claim.id ? " open" : "";
  const head = make("h3", {}, inWords(scene, claim, subject));
  return make(
    "article",
    { class: `card ${claim.status}${open}`, id: `claim-${claim.id}` },
    make("div", { class: "head" }, head, badge(claim.status)),
    particulars(scene, claim, subject),
    claim.evidence.map((span) => marked(scene, claim, span)),
    source(scene, claim),
    receipt(claim),
  );
}
