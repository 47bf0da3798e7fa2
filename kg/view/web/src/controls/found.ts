// What was found, as rows of the search box: names, then sentences, with what fits marked.
import type { Hit } from "../ask/search";
import { type Child, make, name } from "../dom/make";
import { entitySign } from "../dom/signs";
import { short } from "../model/text";
import type { Claim } from "../model/types";
import { count, date } from "../model/words";
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
  if (text !== label && !plain) return [" also ", marked(short(text, 40), query)];
  if (fit === "variant" && !plain) return " in another spelling";
  return fit === "fuzzy" ? " nearly so" : null;
}

function entityRow({ graph }: Scene, { id, text, fit }: EntityHit, query: string): Child {
  const found = graph.entity(id);
  const why = because(fit, text, found.label, query);
  const label = marked(short(found.label, 48), query);
  return [
    entitySign(graph, found),
    make("span", { class: "what" }, label, why && make("span", { class: "soft" }, why)),
    make("span", { class: "count" }, graph.label("class", found.class)),
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

function group(id: string, title: string, options: readonly HTMLElement[]): Child {
  if (options.length === 0) return null;
  const head = make("p", { id: `found-${id}`, class: "kind", role: "presentation" }, title);
  const rows = make("ul", { role: "group", "aria-labelledby": `found-${id}` }, options);
  return make("li", { role: "presentation" }, head, rows);
}

/** What was found in two groups, in the order in which the arrows go through them. */
export function rowsOf(scene: Scene, found: readonly Hit[], query: string): Child {
  const options = found.map((hit, i) => option(scene, hit, i, query));
  const of = (kind: Hit["kind"]) => options.filter((_, i) => found[i]?.kind === kind);
  return [group("names", "Names", of("entity")), group("sentences", "Sentences", of("sentence"))];
}

/** How much was found, to be read out. */
export function howMuch(found: readonly Hit[]): string {
  const names = found.filter(({ kind }) => kind === "entity").length;
  const sentences = found.length - names;
  return [names && count(names, "name"), sentences && count(sentences, "sentence")]
    .filter(Boolean)
    .join(" and ");
}
