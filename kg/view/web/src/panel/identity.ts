// Who an entity is: its names and where each comes from, its offices, its identifiers.
import { button, type Child, link, make, name } from "../dom/make";
import { fold, short } from "../model/text";
import type { Alias, Entity, Office } from "../model/types";
import { grouped, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { claim as openClaim } from "../state/store";
import { open } from "./open";
import { facts, folded } from "./parts";
import { who } from "./wording";

const AT_MOST = 8;

function listed(parts: readonly Child[]): Child {
  return parts.map((part, i) => [i ? ", " : "", part]);
}

const alias = ({ text, n }: Alias): Child => [
  name(short(text, 80)),
  n > 0 ? make("span", { class: "count" }, `\u00a0${grouped(n)}\u00d7`) : null,
];

// The first of a list, the others folded away.
function some(first: readonly Child[], rest: readonly Child[]): Child {
  const shown = first.slice(0, AT_MOST);
  const hidden = [...first.slice(AT_MOST), ...rest];
  if (shown.length === 0) return hidden.length ? listed(hidden) : null;
  if (hidden.length === 0) return listed(shown);
  return [listed(shown), folded(`and ${hidden.length} more`, () => listed(hidden))];
}

// Names that only case, accents and hyphens tell from another one come after the others.
function namesFrom(entity: Entity, from: Alias["from"]): Child {
  const seen = new Set([fold(entity.label)]);
  const [other, alike]: [Child[], Child[]] = [[], []];
  const all = entity.aliases.filter((one) => one.from === from);
  for (const one of [...all].sort((a, b) => b.n - a.n)) {
    const key = fold(one.text);
    (seen.has(key) && one.n === 0 ? alike : other).push(alias(one));
    seen.add(key);
  }
  return some(other, alike);
}

function office(scene: Scene, { title, of, claim, begin, end }: Office): HTMLElement {
  const told = claim === null ? undefined : scene.graph.findClaim(claim);
  const press = told && (() => open(scene.store, openClaim(told)));
  const former = told?.former ? "formerly " : "";
  return make(
    "li",
    {},
    [former, name(short(title, 80))],
    of && scene.graph.findEntity(of) ? [", ", who(scene, of, null)] : null,
    begin || end ? make("span", { class: "soft" }, `, ${interval([begin, end])}`) : null,
    press
      ? [" ", button({ class: "plain why", title: "The claim behind it" }, press, "why")]
      : null,
  );
}

function offices(scene: Scene, { offices: held }: Entity): Child {
  if (held.length === 0) return null;
  return make(
    "ul",
    {},
    held.map((one) => office(scene, one)),
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
    ["Named in text", namesFrom(entity, "text")],
    ["In gazetteer", namesFrom(entity, "gazetteer")],
    ["Offices", offices(scene, entity)],
    ["Identifiers", entity.matches.length ? listed(entity.matches.map(identifier)) : null],
  ]);
}
