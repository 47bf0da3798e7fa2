// What the build wrote, as the page reads it, and what the page has open.
// kg/view/data.py writes the first part.

export type Id = string;
/** Code points of an article's text, half open. */
export type Span = readonly [number, number];
export type Status = "asserted" | "reported" | "denied" | "planned" | "possible";

export interface Article {
  readonly id: Id;
  readonly title: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly text: string;
  /** Index of the article that it is wire copy of. */
  readonly copyOf: number | null;
}

export interface Alias {
  readonly text: string;
  readonly from: "text" | "gazetteer";
  /** How many mentions read so. */
  readonly n: number;
}

/** An office that claims of the graph say somebody holds or held. */
export interface Office {
  readonly title: string;
  readonly of: Id | null;
  readonly claim: Id | null;
  readonly begin: string | null;
  readonly end: string | null;
  /** The first and last day of the articles that tell it. */
  readonly told: readonly [string, string] | null;
}

/** An office that the gazetteer says somebody held. */
export interface Held {
  readonly title: string;
  /** Of whom: the entity, if the graph has it, and its name. */
  readonly of: Id | null;
  readonly name: string;
  readonly begin: string | null;
  readonly end: string | null;
  /** The last day on which it was known to be held, where the end is not told. */
  readonly known: string | null;
}

/** Why two names were taken for one, or not: words, and the articles they are from. */
export interface Merge {
  readonly left: string;
  readonly right: string;
  readonly leftIn: number;
  readonly rightIn: number;
  readonly verdict: string;
  readonly rule: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** The two entities, where they are two. */
  readonly ends?: readonly [Id, Id];
}

export interface Entity {
  readonly id: Id;
  readonly class: string;
  readonly label: string;
  /** How many mentions read as it is called. */
  readonly read: number;
  readonly aliases: readonly Alias[];
  readonly matches: readonly string[];
  /** Article, begin, end. */
  readonly mentions: readonly (readonly [number, number, number])[];
  readonly offices: readonly Office[];
  readonly held: readonly Held[];
  readonly merges: readonly Merge[];
}

export interface Claim {
  readonly id: Id;
  readonly article: number;
  readonly term: string;
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly oneWay: boolean;
  readonly pairs: readonly (readonly [Id, Id])[];
  readonly status: Status;
  readonly polarity: string;
  readonly certainty: string;
  readonly tense: string;
  readonly speaker: Id | null;
  readonly relayedBy: readonly Id[];
  readonly unnamed: boolean;
  readonly when: readonly [string | null, string | null] | null;
  readonly evidence: readonly Span[];
  readonly rules: readonly string[];
  readonly confidence: number;
  // only relations have these
  readonly titles?: readonly string[];
  readonly former?: boolean;
  // only events have these
  readonly trigger?: Span;
  readonly mode?: string | null;
  readonly contexts?: readonly string[];
  readonly place?: Id | null;
  readonly verb?: string;
  readonly happening?: Id | null;
  readonly disputes?: readonly number[];
}

export interface Happening {
  readonly id: Id;
  readonly reports: readonly Id[];
  readonly independent: number;
  readonly status: Status;
  readonly reasons: readonly string[];
}

export interface Side {
  readonly claim: Id;
  readonly value: string;
  readonly words: Span;
}

export interface Dispute {
  readonly id: Id;
  readonly about: string;
  readonly left: Side;
  readonly right: Side;
}

export interface Term {
  readonly label: string;
  readonly kind?: "event" | "relation";
  readonly family?: string;
  readonly quad?: string | null;
  /** How cooperative (above 0) or hostile (below) the category is, if the ontology says. */
  readonly score?: number | null;
  readonly look?: string;
}

/** The terms that the graph uses, by kind. */
export interface Terms {
  readonly class: Readonly<Record<string, Term>>;
  readonly claim: Readonly<Record<string, Term>>;
  readonly mode: Readonly<Record<string, Term>>;
  readonly context: Readonly<Record<string, Term>>;
}

export interface ClassLook {
  readonly name: string;
  readonly shape: string;
}

export interface Family {
  readonly name: string;
  readonly label: string;
  readonly quads: readonly string[];
}

export interface PageData {
  readonly articles: readonly Article[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly happenings: readonly Happening[];
  readonly disputes: readonly Dispute[];
  readonly terms: Terms;
  readonly classes: readonly ClassLook[];
  readonly families: readonly Family[];
}

/** An entity as it is drawn. `first` is where it stands on the first screen, if there. */
export interface Node {
  readonly id: Id;
  readonly label: string;
  readonly look: string;
  readonly shape: string;
  readonly size: number;
  readonly degree: number;
  readonly rank: number;
  readonly community: number;
  readonly x: number;
  readonly y: number;
  readonly first: readonly [number, number] | null;
}

export interface Edge {
  readonly from: Id;
  readonly to: Id;
}

export interface Drawing {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

// --------------------------------------------------------- what the page has open

/** Which claims are of interest: within a list any fits, between lists all must. */
export interface Filter {
  readonly cls: readonly string[];
  readonly rel: readonly string[];
  readonly cat: readonly string[];
  readonly in: readonly string[];
  readonly src: readonly string[];
  readonly by: readonly string[];
  readonly st: readonly string[];
  readonly conf: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly min: number;
  readonly fade: boolean;
}

export type ViewName = "graph" | "table" | "timeline" | "dyads" | "reader";

/** The columns of the table of claims. */
export type ColumnName = "who" | "what" | "whom" | "status" | "when" | "article";

/** By which column claims are sorted, and whether from the last to the first. */
export interface Order {
  readonly column: ColumnName;
  readonly down: boolean;
}

/** What the drawing's camera sees: the middle, in units of the build, and how many times
 * nearer than where all is seen. */
export type See = readonly [x: number, y: number, nearer: number];

/** How views show what is open. 0: as many as the view thinks right. */
export interface Shape {
  readonly see: See | null; // null: as the drawing places itself
  readonly sort: Order; // of the table
  readonly lanes: number; // of the timeline
  readonly list: boolean; // the timeline in words, under its drawing
  readonly actors: number; // of the matrix
  readonly rows: number; // of the list of articles
  readonly stack: "status" | "kind"; // what the bars under the views are parted by
}

/**
 * All that an address restores. Hops 0: as many as the view thinks right. `at` with two
 * equal ends is the place in an article from which somebody reads on; `first` is whose
 * lane came first before a mark of the timeline was opened.
 */
export interface State extends Shape {
  readonly view: ViewName;
  readonly e: string | null;
  readonly with: string | null;
  readonly c: string | null;
  readonly a: string | null;
  readonly at: Span | null;
  readonly hops: 0 | 1 | 2 | 3;
  readonly path: boolean;
  readonly open: readonly string[];
  readonly hide: readonly string[];
  readonly all: boolean;
  readonly first: string | null;
  readonly filter: Filter;
}
