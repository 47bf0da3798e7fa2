// Why names were taken for one, where that is doubted, and what was kept apart.
import { type Child, make, name } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Entity, Merge } from "../model/types";
import { count } from "../model/words";
import { folded, rubric } from "./parts";
import { reasonWords } from "./tell";

const AT_MOST = 40;

/** Judgements that say the same of the same two names, however many articles made them. */
export interface Judged {
  readonly merge: Merge;
  readonly n: number;
  readonly articles: ReadonlySet<number>;
}

/** Merges of one verdict, those that say the same told once, the most frequent first. */
export function judged(merges: readonly Merge[], verdict: string): Judged[] {
  const found = new Map<string, { merge: Merge; n: number; articles: Set<number> }>();
  for (const merge of merges) {
    if (merge.verdict !== verdict) continue;
    const { left, right, rule } = merge;
    const ends = [left, right].sort();
    const key = JSON.stringify([ends, rule, merge.for, merge.against]);
    const one = found.get(key) ?? { merge, n: 0, articles: new Set<number>() };
    one.n++;
    one.articles.add(merge.leftIn).add(merge.rightIn);
    found.set(key, one);
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}

function reasons(graph: Graph, title: string, all: readonly string[]): Child {
  if (all.length === 0) return null;
  const labelOf = (id: string) => graph.findEntity(id)?.label ?? id;
  const words = all.map((reason) => short(reasonWords(reason, labelOf), 160)).join("; ");
  return make("p", {}, make("span", { class: "soft" }, title), name(words));
}

function row(graph: Graph, { merge, articles }: Judged): HTMLElement {
  const quoted = (text: string) => ["\u201c", name(short(text, 80)), "\u201d"];
  const same = merge.left === merge.right;
  const where = make("span", { class: "count" }, ` ${count(articles.size, "article")}`);
  const pair = same ? quoted(merge.left) : [quoted(merge.left), " and ", quoted(merge.right)];
  const bare = merge.for.length + merge.against.length === 0;
  return make(
    "li",
    {},
    make("p", {}, make("b", {}, pair), where),
    reasons(graph, "for: ", bare ? [merge.rule] : merge.for),
    reasons(graph, "against: ", merge.against),
  );
}

function rows(graph: Graph, all: readonly Judged[]): Child {
  const items = all.slice(0, AT_MOST).map((one) => row(graph, one));
  const left = all.length - AT_MOST;
  return [
    make("ul", { class: "merges" }, items),
    left > 0 && make("p", { class: "note" }, `and ${left} more of the kind`),
  ];
}

/** Why the names of an entity are one, folded away, with the doubts told apart. */
export function mergesPart(graph: Graph, { merges }: Entity): Child {
  const kinds = [
    ["same", "Why these names are one"],
    ["unsure", "Doubtful, left apart"],
    ["different", "Kept apart from others of the name"],
  ] as const;
  const parts = kinds.map(([verdict, title]) => {
    const all = judged(merges, verdict);
    if (all.length === 0) return null;
    const n = all.reduce((sum, one) => sum + one.n, 0);
    return folded([title, " ", make("span", { class: "count" }, String(n))], () =>
      rows(graph, all),
    );
  });
  if (parts.every((part) => part === null)) return null;
  return make("section", { class: "identity" }, rubric("Who is who"), parts);
}
