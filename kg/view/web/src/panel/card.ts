// A claim as a card: in words, its status, what is known of it, and the sentences.
import { button, type Child, make, name } from "../dom/make";
import { badge } from "../dom/signs";
import { short } from "../model/text";
import type { Claim, Id, Span } from "../model/types";
import { count, date, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle, claim as openClaim } from "../state/store";
import { copyButton } from "./copy";
import { disputesPart } from "./disputes";
import { hiddenElsewhere } from "./leftout";
import { open } from "./open";
import { folded } from "./parts";
import { quote } from "./quote";
import { reportsOf } from "./reports";
import { confidenceWords, stanceWords, whenWords } from "./tell";
import { inWords, who } from "./wording";

const OTHERS = 20;
const QUOTES = 2;

function qualities({ graph }: Scene, claim: Claim): readonly Child[] {
  const contexts = (claim.contexts ?? []).map((context) => graph.label("context", context));
  return [
    claim.titles?.length ? ["as ", name(claim.titles.join(", "))] : null,
    claim.former ? "formerly" : null,
    claim.mode ? `mode: ${graph.label("mode", claim.mode)}` : null,
    contexts.length ? `context: ${contexts.join(", ")}` : null,
    whenWords(claim) || null,
  ];
}

// Who says it, the nearest first, who passes it on last.
function chain(scene: Scene, claim: Claim, subject: Id | null): Child {
  const { speaker, relayedBy, unnamed } = claim;
  const first = speaker
    ? ["according to ", who(scene, speaker, subject)]
    : unnamed
      ? "according to somebody who is not named"
      : null;
  const told = relayedBy.map((id, i) => [
    first || i ? ", as told by " : "as told by ",
    who(scene, id, subject),
  ]);
  return first || told.length ? [first, told] : null;
}

function particulars(scene: Scene, claim: Claim, subject: Id | null): HTMLElement | null {
  const place = claim.place ? ["in ", who(scene, claim.place, subject)] : null;
  const stance = stanceWords(claim).join(", ") || null;
  const all = [...qualities(scene, claim), place, stance, chain(scene, claim, subject)];
  const items = all.filter((part) => part !== null).map((part) => make("li", {}, part));
  return items.length ? make("ul", { class: "particulars" }, items) : null;
}

// Sentences of the same words are quoted once; where there are many, some are folded away.
function quotes({ graph }: Scene, claim: Claim): Child {
  const text = graph.text(claim.article);
  const told = new Map<string, Span>();
  for (const span of claim.evidence) {
    const words = text.cut(...span);
    if (!told.has(words)) told.set(words, span);
  }
  const all = [...told.values()].map((span) => () => quote(graph, claim, span));
  const [first, rest] = [all.slice(0, QUOTES), all.slice(QUOTES)];
  const more = () => rest.map((show) => show());
  const left = count(rest.length, "more sentence");
  return [first.map((show) => show()), rest.length > 0 && folded(left, more)];
}

function source({ graph, store }: Scene, claim: Claim): HTMLElement {
  const article = graph.article(claim.article);
  const read = () => store.go(openArticle(article.id, claim.evidence[0] ?? null));
  const title = name(short(article.title ?? article.id, 90));
  const time = make("time", { datetime: article.published }, date(article.published));
  const known: Child[] = [
    article.source && name(short(article.source, 60)),
    article.published && time,
    article.copyOf !== null && "wire copy",
  ].filter(Boolean);
  return make(
    "p",
    { class: "source" },
    button({ class: "plain article", title: "Read on in the article" }, read, title),
    make(
      "span",
      {},
      known.map((part, i) => [i > 0 && ", ", part]),
    ),
  );
}

function other({ graph, store }: Scene, claim: Claim, than: Claim): HTMLElement {
  const { title, id, source, published, copyOf } = graph.article(claim.article);
  const more = [source && short(source, 40), date(published), copyOf !== null && "wire copy"];
  const label = name(short(title ?? id, 70));
  return make(
    "li",
    {},
    button({ class: "plain" }, () => open(store, openClaim(claim)), label),
    more.filter(Boolean).map((part) => [", ", name(String(part))]),
    claim.status === than.status ? null : [" ", badge(claim.status)],
  );
}

/** By how many articles something is told, and how many of them are independent. */
export function backingWords(articles: number, independent: number): string {
  if (articles === 1) return "Told by 1 article";
  if (independent === articles) return `Told by ${grouped(articles)} independent articles`;
  const once = "one source, or wire copy, counts once";
  return `Told by ${grouped(articles)} articles, ${grouped(independent)} independent (${once})`;
}

// How many articles tell it; what else reports it is one click away.
function backing(scene: Scene, claim: Claim): Child {
  const { claims, independent, articles } = reportsOf(scene.graph, claim);
  const others = claims.filter((one) => one !== claim);
  const told = backingWords(articles, independent);
  if (others.length === 0) return make("p", {}, told);
  const list = () => {
    const items = others.slice(0, OTHERS).map((one) => other(scene, one, claim));
    const left = others.length - OTHERS;
    return [make("ul", {}, items), left > 0 && make("p", {}, `and ${left} more`)];
  };
  return folded(`${told}; ${count(others.length, "other report")}`, list);
}

function receipt({ evidence, rules }: Claim): HTMLElement {
  const spans = evidence.map(([start, end]) => `${start}\u2013${end}`).join(", ");
  const by = `${rules.length === 1 ? "rule" : "rules"} ${rules.join(", ")}`;
  return make("p", {}, `Characters ${spans}, ${by}`);
}

/** A claim as a card, seen from an entity or from none. */
export function card(scene: Scene, claim: Claim, subject: Id | null): HTMLElement {
  const chosen = scene.store.get().c === claim.id ? " open" : "";
  const head = make("h4", {}, inWords(scene, claim, subject));
  const confidence = `Confidence ${confidenceWords(claim.confidence)}`;
  return make(
    "article",
    { class: `card ${claim.status}${chosen}`, id: `claim-${claim.id}` },
    make("div", { class: "head" }, head, badge(claim.status)),
    hiddenElsewhere(scene, claim),
    particulars(scene, claim, subject),
    quotes(scene, claim),
    source(scene, claim),
    disputesPart(scene, claim),
    make(
      "div",
      { class: "receipt" },
      make("p", {}, confidence),
      backing(scene, claim),
      receipt(claim),
      copyButton(scene.graph, claim),
    ),
  );
}
