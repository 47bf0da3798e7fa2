// Names and literals as kg writes them in graph.nq and graph.ttl: the same IRIs.
import { wellFormed } from "../model/text";
import type { Span } from "../model/types";

export const BASE = "https://w3id.org/newskg/id/";

/** The namespaces of the contract. */
export const SPACES = {
  dct: "http://purl.org/dc/terms/",
  gaf: "http://groundedannotationframework.org/gaf#",
  kg: "https://w3id.org/newskg/ontology#",
  nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  schema: "https://schema.org/",
  sem: "http://semanticweb.cs.vu.nl/2009/11/sem/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const LOCAL = /^(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:[A-Za-z0-9_-]|%[0-9A-F]{2})*$/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no IRI may hold them
const BARRED = /[\u0000-\u0020<>"{}|^`\\\u007f]/g;
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
  /[\u0000-\u001f"\\\u007f\u0085\u2028\u2029\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g;
const SHORT: Readonly<Record<string, string>> = {
  "\b": "b",
  "\t": "t",
  "\n": "n",
  "\f": "f",
  "\r": "r",
  '"': '"',
  "\\": "\\",
};

/** Percent-encodes an id, so that any text is safe as one step of an IRI. */
export function quoted(name: string): string {
  const rest = (c: string) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(wellFormed(name)).replace(/[!'()*]/g, rest);
}

function escaped(c: string): string {
  const letter = SHORT[c];
  return `\\${letter ?? `u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`}`;
}

/** A literal; controls, also those that turn words, are escaped. */
export function literal(text: string, mark = ""): string {
  return `"${wellFormed(text).replace(UNSAFE, escaped)}"${mark}`;
}

/** A number as xsd:decimal with two decimals, halves to the even one as in Python. */
export function decimal(value: number): string {
  const cents = value * 100;
  const tie = Number.isInteger(value * 8) && Math.abs(cents % 1) === 0.5;
  const rounded = tie ? (2 * Math.round(cents / 2)) / 100 : value;
  return literal((rounded + 0).toFixed(2), "^^xsd:decimal");
}

/** The names of one graph's resources under its base, as Turtle writes them: with a prefix where one fits. */
export class Names {
  private readonly spaces: readonly (readonly [string, string])[];

  constructor(readonly base: string = BASE) {
    const own = ["article", "claim", "e", "rule"].map((n) => [n, `${base}${n}/`] as const);
    const all = [...Object.entries(SPACES), ...own];
    this.spaces = all.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** The lines that declare the prefixes. */
  get prefixes(): string {
    return this.spaces.map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`).join("");
  }

  /** A term of the ontology, by its local name. */
  term(name: string): string {
    const step = quoted(name);
    return LOCAL.test(step) ? `kg:${step}` : `<${SPACES.kg}${step}>`;
  }

  /** A resource of the graph: an article, claim, e(ntity), rule or attribution. */
  of(kind: "article" | "claim" | "e" | "rule" | "attribution", id: string, rest = ""): string {
    const step = quoted(id) + rest;
    const prefixed = kind !== "attribution" && LOCAL.test(step);
    return prefixed ? `${kind}:${step}` : `<${this.base}${kind}/${step}>`;
  }

  span(article: string, [start, end]: Span): string {
    return this.of("article", article, `#char=${start},${end}`);
  }

  /** An address as an IRI where it is one, else as xsd:anyURI. */
  reference(address: string): string {
    const iri = wellFormed(address).replace(BARRED, quoted);
    return ABSOLUTE.test(iri) ? `<${iri}>` : literal(address, "^^xsd:anyURI");
  }
}
