// The shown claims as Turtle: with stance, speakers, sentences, and whom they name, by
// the same IRIs as in graph.nq. Which claims are plain facts stands there as plain triples.
import { compare } from "../model/text";
import type { Article, Claim, Entity, Span } from "../model/types";
import { BASE, decimal, literal, Names, quoted } from "./iris";
import type { Shown } from "./shown";

type Pair = readonly [string, string];

const HEADER =
  "# What was shown: claims with stance, speakers and sentences, and who is named by them.\n";

/** Writes the shown claims, the entities that they name, their articles and sentences. */
export function toTurtle(shown: Shown, base: string = BASE): string {
  const names = new Names(base);
  const blocks = [
    ...shown.articles.map((one) => block(names.of("article", one.id), aboutArticle(one, names))),
    ...shown.entities.map((one) => block(names.of("e", one.id), aboutEntity(one, names))),
    ...facts(shown, names),
    ...shown.claims.map((one) => block(names.of("claim", one.id), aboutClaim(one, shown, names))),
    ...shown.claims.flatMap((one) => attributions(one, names)),
    ...spans(shown, names),
  ];
  return [HEADER + names.prefixes, ...blocks].join("\n");
}

function block(subject: string, pairs: readonly Pair[]): string {
  const grouped = new Map<string, Set<string>>();
  for (const [predicate, target] of pairs) {
    const known = grouped.get(predicate) ?? new Set();
    grouped.set(predicate, known.add(target));
  }
  const lines = [...grouped].map(
    ([predicate, targets]) => `${predicate} ${[...targets].join(", ")}`,
  );
  return `${subject} ${lines.join(" ;\n    ")} .\n`;
}

function when(given: string | null | undefined, write: (text: string) => Pair): readonly Pair[] {
  return given ? [write(given)] : [];
}

function aboutArticle(article: Article, names: Names): Pair[] {
  return [
    ["a", "schema:NewsArticle"],
    ["dct:identifier", literal(article.id)],
    ...when(article.title, (text) => ["schema:headline", literal(text)]),
    ...when(article.published, (day) => ["schema:datePublished", literal(day, "^^xsd:date")]),
    ...when(article.url, (url) => ["schema:url", names.reference(url)]),
    ...when(article.source, (text) => ["schema:publisher", literal(text)]),
    ...when(article.author, (text) => ["schema:author", literal(text)]),
  ];
}

function aboutEntity(entity: Entity, names: Names): Pair[] {
  const aliases = entity.aliases.map((alias) => alias.text).filter((text) => text !== entity.label);
  return [
    ["a", names.term(entity.class)],
    ["rdfs:label", literal(entity.label, "@en")],
    ...aliases.map((text) => ["skos:altLabel", literal(text, "@en")] as const),
    ...entity.matches.map((iri) => ["skos:exactMatch", names.reference(iri)] as const),
  ];
}

// Of what holds both ways the smaller IRI comes first.
function ends(claim: Claim, names: Names): Pair {
  const pair = [claim.from[0] ?? "", claim.to[0] ?? ""].map((id) => names.base + quoted(id));
  const turned = !claim.oneWay && compare(pair[0] ?? "", pair[1] ?? "") > 0;
  const [one, other] = turned ? [claim.to[0], claim.from[0]] : [claim.from[0], claim.to[0]];
  return [names.of("e", one ?? ""), names.of("e", other ?? "")];
}

const isEvent = (claim: Claim): boolean => claim.trigger !== undefined;

function facts(shown: Shown, names: Names): string[] {
  const plain = shown.claims.filter((c) => !isEvent(c) && c.status === "asserted" && !c.former);
  const lines = plain.map((claim) => {
    const [one, other] = ends(claim, names);
    return `${one} ${names.term(claim.term)} ${other} .\n`;
  });
  return [...new Set(lines)];
}

function aboutClaim(claim: Claim, shown: Shown, names: Names): Pair[] {
  const own = isEvent(claim) ? aboutEvent(claim, shown, names) : aboutRelation(claim, names);
  const article = shown.article(claim).id;
  return [
    ...own,
    ["kg:polarity", names.term(claim.polarity)],
    ["kg:certainty", names.term(claim.certainty)],
    ["kg:tense", names.term(claim.tense)],
    ["kg:status", names.term(claim.status)],
    ["kg:confidence", decimal(claim.confidence)],
    ...claim.evidence.map((span) => ["kg:evidence", names.span(article, span)] as const),
    ...claim.rules.map((rule) => ["prov:wasGeneratedBy", names.of("rule", rule)] as const),
    ...when(claim.speaker, (id) => ["prov:wasAttributedTo", names.of("e", id)]),
    ...when(claim.when?.[0], (day) => ["kg:beginDate", literal(day)]),
    ...when(claim.when?.[1], (day) => ["kg:endDate", literal(day)]),
    ...chain(claim).map((_, i) => {
      return ["prov:qualifiedAttribution", names.of("attribution", claim.id, `-${i + 1}`)] as const;
    }),
  ];
}

function aboutRelation(claim: Claim, names: Names): Pair[] {
  const [one, other] = ends(claim, names);
  return [
    ["a", "kg:RelationClaim"],
    ["rdf:subject", one],
    ["rdf:predicate", names.term(claim.term)],
    ["rdf:object", other],
    ...(claim.titles ?? []).map((title) => ["kg:title", literal(title)] as const),
    ...(claim.former ? [["kg:former", "true"] as const] : []),
  ];
}

function aboutEvent(claim: Claim, shown: Shown, names: Names): Pair[] {
  const trigger = claim.trigger ?? [0, 0];
  return [
    ["a", names.term(claim.term)],
    ["gaf:denotedBy", names.span(shown.article(claim).id, trigger)],
    ...when(claim.verb, (verb) => ["kg:verb", literal(verb)]),
    ...claim.from.map((id) => ["kg:actor", names.of("e", id)] as const),
    ...claim.to.map((id) => ["kg:recipient", names.of("e", id)] as const),
    ...when(claim.mode, (mode) => ["kg:mode", names.term(mode)]),
    ...(claim.contexts ?? []).map((context) => ["kg:context", names.term(context)] as const),
    ...when(claim.place, (id) => ["sem:hasPlace", names.of("e", id)]),
  ];
}

// Who says it and who passes it on, where the speaker alone does not tell all.
function chain(claim: Claim): readonly (string | null)[] {
  const told = claim.unnamed || claim.relayedBy.length > 0;
  return told ? [claim.speaker, ...claim.relayedBy] : [];
}

function attributions(claim: Claim, names: Names): string[] {
  return chain(claim).map((id, i) =>
    block(names.of("attribution", claim.id, `-${i + 1}`), [
      ["a", "prov:Attribution"],
      ["kg:order", String(i + 1)],
      ...when(id, (agent) => ["prov:agent", names.of("e", agent)]),
    ]),
  );
}

// The sentences and triggers of the claims, each once, as nodes of the text.
function spans(shown: Shown, names: Names): string[] {
  const found = new Map<string, string>();
  for (const claim of shown.claims) {
    const article = shown.article(claim).id;
    const receipts: Span[] = [...claim.evidence, ...(claim.trigger ? [claim.trigger] : [])];
    for (const [start, end] of receipts) {
      const about: Pair[] = [
        ["a", "kg:Span"],
        ["nif:referenceContext", names.of("article", article)],
        ["nif:beginIndex", String(start)],
        ["nif:endIndex", String(end)],
        ["nif:anchorOf", literal(shown.words(claim, [start, end]))],
      ];
      const iri = names.span(article, [start, end]);
      found.set(iri, block(iri, about));
    }
  }
  return [...found.values()];
}
