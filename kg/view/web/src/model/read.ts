// The data out of the page: parsed, unpacked, and with all that types.ts promises.
import type { Alias, Claim, Drawing, Entity, PageData, Term, Terms } from "./types";

/** All that the build put into the page. */
export interface Contents {
  readonly data: PageData;
  readonly drawing: Drawing;
  /** Settings for vis-network, as pyvis wrote them. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Data that is packed: gzip, written as base64. */
async function unpacked(base64: string): Promise<string> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // a plain loop: ten times as fast as Uint8Array.from with a function
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}

async function read(id: string): Promise<unknown> {
  const element = document.getElementById(id);
  const text = element?.textContent;
  if (!element || !text) throw new Error(`the page holds no ${id}`);
  return JSON.parse(element.dataset.packed === "gzip" ? await unpacked(text) : text);
}

/** Everything that the page holds; rejects when some of it is missing or broken. */
export async function contents(): Promise<Contents> {
  const [data, drawing, options] = await Promise.all(
    ["kg-data", "kg-drawing", "kg-options"].map(read),
  );
  return {
    data: completed(data as PageData),
    drawing: drawing as Drawing,
    options: options as Readonly<Record<string, unknown>>,
  };
}

// What kg/view/data.py does not write, or not always, is given its empty value here, so
// that nobody else asks whether it is there.

function completed(given: PageData): PageData {
  return {
    ...given,
    articles: given.articles.map((article) => ({ ...article, copyOf: article.copyOf ?? null })),
    entities: given.entities.map(entity),
    claims: given.claims.map(claim),
    happenings: given.happenings ?? [],
    disputes: given.disputes ?? [],
    terms: terms(given.terms),
  };
}

const entity = (given: Entity): Entity => ({
  ...given,
  aliases: given.aliases.map(alias),
  offices: given.offices ?? [],
  merges: given.merges ?? [],
});

const alias = (given: Alias | string): Alias =>
  typeof given === "string" ? { text: given, from: "text", n: 0 } : given;

const claim = (given: Claim): Claim => ({
  ...given,
  polarity: given.polarity ?? "",
  tense: given.tense ?? "",
});

function terms(given: Terms): Terms {
  return { ...given, mode: labelled(given.mode), context: labelled(given.context) };
}

function labelled(given: Readonly<Record<string, Term | string>>): Record<string, Term> {
  const pairs = Object.entries(given);
  return Object.fromEntries(
    pairs.map(([id, term]) => [id, typeof term === "string" ? { label: term } : term]),
  );
}
