// Search as you type, over labels, aliases and classes; case, hyphens and accents make
// no difference, nor does a space that one spelling has and another lacks.
import type { Graph } from "../model/graph";
import { fold } from "../model/text";
import type { Entity } from "../model/types";

const AT_MOST = 12;
const NO = 9;

/** An entity that was found, and the name that fits best. */
export interface Hit {
  readonly entity: Entity;
  readonly alias: string;
}

interface Key {
  readonly text: string;
  readonly tight: string;
  readonly parts: readonly string[];
}

function keyOf(text: string): Key {
  const key = fold(text);
  return { text, tight: key.replaceAll(" ", ""), parts: key.split(" ") };
}

// How well a name fits: 0 the same, 1 begins so, 2 its words begin so, 3 holds it.
function fit({ tight, parts }: Key, query: Key): number {
  if (tight === query.tight) return 0;
  if (tight.startsWith(query.tight)) return 1;
  if (query.parts.every((part) => parts.some((own) => own.startsWith(part)))) return 2;
  return query.tight.length > 2 && tight.includes(query.tight) ? 3 : NO;
}

interface Names {
  readonly entity: Entity;
  readonly keys: readonly Key[];
  readonly cls: string;
}

function ranked({ entity, keys, cls }: Names, query: Key): Hit & { readonly rank: number } {
  const fits = keys.map((key) => fit(key, query));
  const best = Math.min(...fits);
  const alias = best < NO ? keys[fits.indexOf(best)]?.text : undefined;
  const rank = best < NO ? best : cls.startsWith(query.parts.join(" ")) ? 4 : NO;
  return { entity, alias: alias ?? entity.label, rank };
}

/** A way to find entities by what is typed, the best fit first. */
export function searchOf(graph: Graph): (typed: string) => readonly Hit[] {
  const all: readonly Names[] = graph.entities.map((entity) => ({
    entity,
    keys: [entity.label, ...entity.aliases.map(({ text }) => text)].map(keyOf),
    cls: fold(graph.label("class", entity.class)),
  }));
  const place = ({ id }: Entity) => graph.node(id).rank;
  return (typed) => {
    const query = keyOf(typed);
    if (!query.tight) return [];
    return all
      .map((names) => ranked(names, query))
      .filter(({ rank }) => rank < NO)
      .sort((a, b) => a.rank - b.rank || place(a.entity) - place(b.entity))
      .slice(0, AT_MOST);
  };
}
