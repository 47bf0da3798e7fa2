// Who an entity is: its names and where each comes from, its offices, its identifiers.
import { button, type Child, link, make, name } from "../dom/make";
import { fold, short } from "../model/text";
import type { Alias, Entity, Held, Office } from "../model/types";
import { date, grouped, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle, claim as openClaim } from "../state/store";
import { open } from "./open";
import { facts, folded } from "./parts";
import { who } from "./wording";

const AT_MOST = 8;

function listed(parts: readonly Child[]): Child {
  return parts.map((part, i) => [i ? ", " : "", part]);
}

const squeezed = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");

// Opens the article in which a name is read so first.
function readSo({ graph, store }: Scene, { mentions }: Entity, text: string): void {
  const reads = ([article, start, end]: Entity["mentions"][number]) =>
    squeezed(graph.text(article).cut(start, end)) === text;
  const [article, start, end] = mentions.find(reads) ?? [];
  if (article === undefined || start === undefined || end === undefined) return;
  store.go(openArticle(graph.article(article).id, [start, end]));
}

function alias(scene: Scene, entity: Entity, { text, n }: Alias): Child {
  const label = name(short(text, 80));
  if (n === 0) return label;
  const look = { class: "plain", title: "Read it where it stands first" };
  const press = button(look, () => readSo(scene, entity, text), label);
  return [press, make("span", { class: "count" }, `\u00a0${grouped(n)}\u00d7`)];
}

// The first of a list, the others folded away.
function some(first: readonly Child[], rest: readonly Child[]): Child {
  const shown = first.slice(0, AT_MOST);
  const hidden = [...first.slice(AT_MOST), ...rest];
  if (shown.length === 0) return hidden.length ? listed(hidden) : null;
  if (hidden.length === 0) return listed(shown);
  return [listed(shown), folded(`and ${hidden.length} more`, () => listed(hidden))];
}

// Names that only case, accents and hyphens tell from another one come after the others.
function namesFrom(scene: Scene, entity: Entity, from: Alias["from"]): Child {
  const { label, read, aliases } = entity;
  const own: Alias[] = from === "text" && read > 0 ? [{ text: label, from, n: read }] : [];
  const seen = new Set(own.length ? [] : [fold(label)]);
  const [other, alike]: [Child[], Child[]] = [[], []];
  const all = [...own, ...aliases.filter((one) => one.from === from)];
  for (const one of all.sort((a, b) => b.n - a.n)) {
    const key = fold(one.text);
    (seen.has(key) && one.n === 0 ? alike : other).push(alias(scene, entity, one));
    seen.add(key);
  }
  return some(other, alike);
}

// "20 January 2017 to 20 January 2021"; else when the articles are from that tell it.
function heldWhen({ begin, end }: Pick<Office, "begin" | "end">, otherwise: string): Child {
  const when = begin || end ? interval([begin, end]) : otherwise;
  return when ? make("span", { class: "soft" }, `, ${when}`) : null;
}

function office(scene: Scene, one: Office): HTMLElement {
  const { title, of, claim, told } = one;
  const found = claim === null ? undefined : scene.graph.findClaim(claim);
  const press = found && (() => open(scene.store, openClaim(found)));
  const former = found?.former ? "formerly " : "";
  return make(
    "li",
    {},
    [former, name(short(title, 80))],
    of && scene.graph.findEntity(of) ? [", ", who(scene, of, null)] : null,
    heldWhen(one, told ? `told ${interval(told)}` : ""),
    press
      ? [" ", button({ class: "plain why", title: "The claim behind it" }, press, "why")]
      : null,
  );
}

function held(scene: Scene, one: Held): HTMLElement {
  const { title, of, name: owner, begin, end, known } = one;
  const still = known && !end && known !== begin ? `, still so on ${date(known)}` : "";
  return make(
    "li",
    {},
    [name(short(title, 80)), ", ", of ? who(scene, of, null) : name(short(owner, 60))],
    heldWhen(one, ""),
    still && make("span", { class: "soft" }, begin ? still : still.replace("still so", "so")),
  );
}

function listOf<T>(scene: Scene, all: readonly T[], put: (scene: Scene, one: T) => Child): Child {
  if (all.length === 0) return null;
  return make(
    "ul",
    {},
    all.map((one) => put(scene, one)),
  );
}

// An identifier is told by whose it is and by its last part: "wikidata.org Q884".
function identifier(iri: string): Child {
  const text = short(iri.replace(/^https?:\/\/(www\.)?/, "").replace(/\/.*\/|\//, " "), 60);
  return link(iri, name(text)) ?? name(short(iri, 80));
}

/** Names, offices and identifiers, each told where it is from. */
export function identity(scene: Scene, entity: Entity): Child {
  return facts([
    ["Named in text", namesFrom(scene, entity, "text")],
    ["In gazetteer", namesFrom(scene, entity, "gazetteer")],
    ["Offices", listOf(scene, entity.offices, office)],
    ["Offices, by gazetteer", listOf(scene, entity.held, held)],
    ["Identifiers", entity.matches.length ? listed(entity.matches.map(identifier)) : null],
  ]);
}
