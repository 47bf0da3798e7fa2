// What was found, as rows of the search box: names, then sentences, with what fits marked.
import type { Found, Hit } from "../ask/search";
import { type Child, make, name } from "../dom/make";
import { entitySign } from "../dom/signs";
import { short } from "../model/text";
import type { Claim, Entity } from "../model/types";
import { count, date, grouped } from "../model/words";
import type { Scene } from "../state/scene";
import { article, type Changes, claim, entity } from "../state/store";
import { around, pieces } from "./matched";

const QUOTE = 130; // letters of a sentence that are shown

type EntityHit = Extract<Hit, { readonly kind: "entity" }>;
type SentenceHit = Extract<Hit, { readonly kind: "sentence" }>;

function marked(text: string, query: string): HTMLElement {
  const parts = pieces(text, query).map(({ text: piece, hit }) =>
    hit ? make("mark", {}, piece) : piece,
  );
  const line = make("bdi", {}, parts);
  return line;
}

// Why a name was found whose own letters do not say so.
function because(fit: EntityHit["fit"], text: string, label: string, query: string): Child {
  const plain = pieces(label, query).some(({ hit }) => hit);
  const way = fit === "fuzzy" ? " nearly so" : null;
  if (text !== label && !plain)
    return [way ? `${way}: ` : " also ", marked(short(text, 40), query)];
  if (fit === "variant" && !plain) return " in another spelling";
  return way;
}

// The office that was asked for, where the class alone does not say why.
function asHolder({ offices, held }: Entity, query: string): Child {
  const asked = ({ title }: { readonly title: string }) =>
    pieces(title, query).some(({ hit }) => hit);
  const office = offices.find(asked) ?? held.find(asked);
  return office && [", ", marked(short(office.title, 40), query)];
}

function entityRow({ graph }: Scene, { id, text, fit }: EntityHit, query: string): Child {
  const found = graph.entity(id);
  const n = graph.told(id).length;
  const told = n > 0 && ` \u00b7 ${count(n, "claim")}`;
  const why = because(fit, text, found.label, query) ?? (fit === "class" && asHolder(found, query));
  const label = marked(short(found.label, 48), query);
  return [
    entitySign(graph, found),
    make("span", { class: "what" }, label, why && make("span", { class: "soft" }, why)),
    make("span", { class: "count" }, graph.label("class", found.class), told),
  ];
}

function sentenceRow({ graph }: Scene, hit: SentenceHit, query: string): Child {
  const { title, id, published } = graph.article(hit.article);
  const quote = make("q", { dir: "auto" }, marked(around(hit.text, query, QUOTE), query));
  const from = [name(short(title ?? id, 60)), published && ` \u00b7 ${date(published)}`];
  return make("span", { class: "what" }, quote, make("span", { class: "from" }, from));
}

/** What choosing a hit opens: an entity; a sentence's only claim; else the article there. */
export function opened({ graph, passes }: Scene, hit: Hit): Changes {
  if (hit.kind === "entity") return entity(hit.id);
  const [only, ...more] = hit.claims.flatMap((id): Claim[] => {
    const found = graph.findClaim(id);
    return found ? [found] : [];
  });
  if (only && more.length === 0 && passes(only)) return claim(only);
  return article(graph.article(hit.article).id, hit.span);
}

function option(scene: Scene, hit: Hit, i: number, query: string): HTMLElement {
  const row = hit.kind === "entity" ? entityRow(scene, hit, query) : sentenceRow(scene, hit, query);
  return make("li", { role: "option", id: `found-${i}`, "aria-selected": "false" }, row);
}

// The title says how many there are where not all are listed.
function group(id: string, title: string, options: readonly HTMLElement[], all: number): Child {
  if (options.length === 0) return null;
  const some = options.length < all && [" ", make("span", { class: "count" }, shown(options, all))];
  const head = make("p", { id: `found-${id}`, class: "kind", role: "presentation" }, title, some);
  const rows = make("ul", { role: "group", "aria-labelledby": `found-${id}` }, options);
  return make("li", { role: "presentation" }, head, rows);
}

const shown = ({ length }: readonly unknown[], all: number) =>
  `the first ${length} of ${grouped(all)}`;

/** What was found in two groups, in the order in which the arrows go through them. */
export function rowsOf(scene: Scene, { hits, names, sentences }: Found, query: string): Child {
  const options = hits.map((hit, i) => option(scene, hit, i, query));
  const of = (kind: Hit["kind"]) => options.filter((_, i) => hits[i]?.kind === kind);
  return [
    group("names", "Names", of("entity"), names),
    group("sentences", "Sentences", of("sentence"), sentences),
  ];
}

/** How much was found, to be read out. */
export function howMuch({ names, sentences }: Found): string {
  return [names && count(names, "name"), sentences && count(sentences, "sentence")]
    .filter(Boolean)
    .join(" and ");
}
