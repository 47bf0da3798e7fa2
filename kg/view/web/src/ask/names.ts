// Who is called so: names, their spelling variants, classes and offices, slips of the pen.
//
// Every name is looked at for how well it fits; MiniSearch is asked for names that are
// written with a slip only where there is room for more.
import MiniSearch from "minisearch";
import { compare, fold } from "../model/text";
import type { Entity, Id, Node, PageData } from "../model/types";
import { nameKey, wordKey } from "./romanise";

/** How a name fits, the best first. */
const FITS = ["name", "prefix", "words", "variant", "class", "fuzzy"] as const;
export type Fit = (typeof FITS)[number];

/** What is asked for, folded. */
export interface Query {
  readonly parts: readonly string[];
  readonly tight: string; // its words in one
  readonly key: string; // its spelling key
}

/** An entity, with the name of it that fits best. */
export interface EntityHit {
  readonly kind: "entity";
  readonly id: Id;
  readonly text: string;
  readonly fit: Fit;
}

/** The names of a graph, indexed bit by bit. */
export interface NameIndex {
  /** Indexes so many more entities, their names first; whether any are left. */
  prepare(most: number): boolean;
  /** Finds among all, also those that are not prepared. */
  find(query: Query, limit: number): Some<EntityHit>;
}

/** The best hits, and how many there are of their kind. */
export interface Some<T> {
  readonly hits: readonly T[];
  readonly all: number;
}

interface Name {
  readonly text: string;
  readonly parts: readonly string[];
  readonly tails: readonly string[]; // what it is from each word on, in one; the first is all
  readonly keys: readonly string[]; // the spelling keys of these
}

interface Named {
  readonly entity: Entity;
  readonly names: readonly Name[];
  readonly cls: readonly string[];
  readonly about: readonly string[]; // the words of its names, class and offices
  readonly rank: number;
}

interface Fitted {
  readonly at: number;
  readonly tier: number;
  readonly name: Name | undefined;
}

interface Doc {
  readonly id: number;
  readonly text: string;
}

const CHARACTERS = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const SHORTEST_KEY = 3;
const LONGEST = 200; // units of a name or query that are looked at
const LONG = 4; // letters from which on a word of an office is looked for alone
const WORDS = 6; // of a name, from which on it may be found
const NONE: number = FITS.length;
const ALIAS = 0.5; // of those that fit alike, who is called otherwise elsewhere comes later
const tier = Object.fromEntries(FITS.map((fit, i) => [fit, i])) as Readonly<Record<Fit, number>>;

/** Reads what is asked for. */
export function queryOf(text: string): Query {
  const parts = split(text);
  return { parts, tight: parts.join(""), key: nameKey(parts.join(" ")) };
}

function split(text: string): string[] {
  return fold(text.slice(0, LONGEST)).split(" ").filter(Boolean);
}

/** Whether a text is in a script without spaces, where any part may be asked for. */
export function unspaced(text: string): boolean {
  return CHARACTERS.test(text);
}

/** The index of all names, made when it is prepared or asked. */
export function nameIndex(data: PageData, nodes: readonly Node[]): NameIndex {
  const index = new MiniSearch<Doc>({
    fields: ["text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  const named: Named[] = [];
  let indexed = 0; // of these, with their slips
  const keyOf = remembering(wordKey);
  const rank = new Map(nodes.map((node) => [node.id, node.rank]));
  const classes = new Map(
    Object.entries(data.terms.class).map(([id, { label }]) => [id, split(label)]),
  );

  function name(most: number): boolean {
    const until = Math.min(named.length + most, data.entities.length);
    for (const entity of data.entities.slice(named.length, until)) {
      const cls = classes.get(entity.class) ?? [];
      const names = namesOf(entity, keyOf);
      named.push({
        entity,
        names,
        cls,
        about: [...cls, ...aboutOf(entity, names)],
        rank: rank.get(entity.id) ?? data.entities.length,
      });
    }
    return until < data.entities.length;
  }

  function prepare(most: number): boolean {
    if (name(most)) return true;
    const until = Math.min(indexed + most, named.length);
    for (; indexed < until; indexed++) {
      index.add({ id: indexed, text: wordsOf(named[indexed] as Named) });
    }
    return indexed < named.length;
  }

  function find(query: Query, limit: number): Some<EntityHit> {
    name(data.entities.length);
    const fitting = named.map((one, at) => fitOf(one, at, query)).filter((hit) => hit.tier < NONE);
    const spelt = fitting.some((hit) => hit.tier < tier.variant);
    const found = spelt ? fitting.filter((hit) => spelling(hit) || sameKey(hit, query)) : fitting;
    const best = found.sort((a, b) => order(named, a, b)).slice(0, limit);
    let all = found.length;
    if (best.length < limit && !spelt) {
      prepare(data.entities.length);
      const known = new Set(best.map((hit) => hit.at));
      const slips = slipped(index, query).filter((at) => !known.has(at));
      const closest = slips.map((at) => closestOf(named[at] as Named, at, query));
      best.push(...closest.sort((a, b) => order(named, a, b)).slice(0, limit - best.length));
      all += slips.length;
    }
    return { hits: best.map((hit) => hitOf(named[hit.at] as Named, hit)), all };
  }

  return { prepare, find };
}

function hitOf({ entity }: Named, { tier: at, name }: Fitted): EntityHit {
  const fit = FITS[Math.floor(at)] ?? "fuzzy";
  return { kind: "entity", id: entity.id, text: name?.text ?? entity.label, fit };
}

// Where somebody is called just so, another spelling is of interest only as a whole name,
// and a slip of the pen was none.
const spelling = (hit: Fitted) => Math.floor(hit.tier) !== tier.variant;
const sameKey = ({ name }: Fitted, { key }: Query) => name?.keys.includes(key) ?? false;

function order(named: readonly Named[], a: Fitted, b: Fitted): number {
  const [one, other] = [named[a.at] as Named, named[b.at] as Named];
  return a.tier - b.tier || one.rank - other.rank || compare(one.entity.id, other.entity.id);
}

function namesOf(entity: Entity, keyOf: (word: string) => string): Name[] {
  const texts = new Set([entity.label, ...entity.aliases.map((alias) => alias.text)]);
  return [...texts].map((text) => {
    const parts = split(text);
    return { text, parts, tails: tails(parts), keys: tails(parts.map(keyOf)) };
  });
}

// Few words are as many names.
function remembering(of: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = of(word);
      known.set(word, found);
    }
    return found;
  };
}

function aboutOf({ offices, held }: Entity, names: readonly Name[]): string[] {
  const titles = new Set([...offices, ...held].map(({ title }) => title));
  return [...new Set([...names.flatMap(({ parts }) => parts), ...[...titles].flatMap(split)])];
}

function tails(parts: readonly string[]): string[] {
  return parts.slice(0, WORDS).map((_, i) => parts.slice(i).join(""));
}

function wordsOf({ names }: Named): string {
  return [...new Set(names.flatMap(({ parts, tails: own }) => [...parts, ...own]))].join(" ");
}

// ------------------------------------------------------------------- how a name fits

function fitOf({ names, cls, about }: Named, at: number, query: Query): Fitted {
  let best: number = NONE;
  let name: Name | undefined;
  const label = names[0]?.parts ?? [];
  for (const one of names) {
    const own = one.parts.every((part) => label.includes(part)); // "Kim" of Kim Jong Un
    const fit = nameFit(one, query) + (own ? 0 : ALIAS);
    if (fit < best) [best, name] = [fit, one];
  }
  if (best > tier.class && every(query.parts, cls)) best = tier.class;
  const long = query.parts.length > 1 || query.tight.length >= LONG;
  if (best > tier.class && long && every(query.parts, about)) best = tier.class;
  return { at, tier: best, name };
}

function nameFit({ parts, tails: own, keys }: Name, { parts: asked, tight, key }: Query): number {
  const [whole] = own;
  if (whole === undefined) return NONE;
  if (whole === tight) return tier.name;
  if (whole.startsWith(tight) && !spills(own, asked, tight)) return tier.prefix;
  if (begun(own, tight) || every(asked, parts)) return tier.words;
  if (unspaced(tight) && whole.includes(tight)) return tier.words;
  const fits = key.length >= SHORTEST_KEY ? begun(keys, key) : key !== "" && keys[0] === key;
  return fits ? tier.variant : NONE;
}

// Whether one word that was typed ends within a later word of the name: "bank" in Ban Ki.
function spills(own: readonly string[], asked: readonly string[], { length }: string): boolean {
  const [whole = "", second] = own;
  const past = second !== undefined && length > whole.length - second.length;
  return asked.length === 1 && past && !own.some((tail) => whole.length - tail.length === length);
}

function begun(tails: readonly string[], wanted: string): boolean {
  for (const tail of tails) if (tail.startsWith(wanted)) return true;
  return false;
}

function every(asked: readonly string[], parts: readonly string[]): boolean {
  for (const part of asked) if (!begun(parts, part)) return false;
  return true;
}

// --------------------------------------------------------------- slips of the pen

// How many letters of a word may be wrong.
function letters(term: string): number | false {
  return term.length < 4 ? false : term.length < 6 ? 1 : 2;
}

function slipped(index: MiniSearch<Doc>, { parts, tight }: Query): number[] {
  const apart = { queries: [...parts], combineWith: "AND" as const };
  const queries = parts.length > 1 ? [apart, tight] : [tight];
  const found = index.search({ combineWith: "OR", queries, prefix: true, fuzzy: letters });
  return found.map((hit) => hit.id as number);
}

// Of names that are all written otherwise, the one with the fewest other letters.
function closestOf({ names }: Named, at: number, { tight }: Query): Fitted {
  let best = Infinity;
  let name: Name | undefined;
  for (const one of names) {
    const far = distance(one.tails[0] ?? "", tight);
    if (far < best) [best, name] = [far, one];
  }
  return { at, tier: tier.fuzzy + best / (1 + best), name };
}

// How many letters are to be changed, put in or left out (Levenshtein 1966).
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
