// Why names were taken for one, where that is doubted, and what was kept apart.
import { button, type Child, make, name } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Entity, Id, Merge } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { article as openArticle } from "../state/store";
import { folded, rubric } from "./parts";
import { reasonWords } from "./tell";
import { who } from "./wording";

const AT_MOST = 40;
const ARTICLES = 20;

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
    const key = JSON.stringify([ends, rule, merge.for, merge.against, merge.ends]);
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

// In which articles the names are, each to be opened: one stands there, more are folded.
function where({ graph, store }: Scene, articles: ReadonlySet<number>): Child {
  const press = (i: number) => {
    const { id, title } = graph.article(i);
    const open = () => store.go(openArticle(id));
    return button({ class: "plain" }, open, name(short(title ?? id, 80)));
  };
  const [only, ...more] = articles;
  if (only === undefined) return null;
  if (more.length === 0) return make("p", {}, press(only));
  const items = () => [...articles].slice(0, ARTICLES).map((i) => make("li", {}, press(i)));
  const left = articles.size - ARTICLES;
  return folded(count(articles.size, "article"), () => [
    make("ul", { class: "plainlist" }, items()),
    left > 0 && make("p", {}, `and ${left} more`),
  ]);
}

// Whom it was kept apart from.
function apart(scene: Scene, { ends }: Merge, own: Id): Child {
  const other = ends?.find((id) => id !== own);
  if (!other || !scene.graph.findEntity(other)) return null;
  return make("p", {}, make("span", { class: "soft" }, "from: "), who(scene, other, null));
}

function row(scene: Scene, { merge, articles }: Judged, own: Id): HTMLElement {
  const { graph } = scene;
  const quoted = (text: string) => ["\u201c", name(short(text, 80)), "\u201d"];
  const same = merge.left === merge.right;
  const pair = same ? quoted(merge.left) : [quoted(merge.left), " and ", quoted(merge.right)];
  const bare = merge.for.length + merge.against.length === 0;
  return make(
    "li",
    {},
    make("p", {}, make("b", {}, pair)),
    apart(scene, merge, own),
    reasons(graph, "for: ", bare ? [merge.rule] : merge.for),
    reasons(graph, "against: ", merge.against),
    where(scene, articles),
  );
}

function rows(scene: Scene, all: readonly Judged[], own: Id): Child {
  const items = all.slice(0, AT_MOST).map((one) => row(scene, one, own));
  const left = all.length - AT_MOST;
  return [
    make("ul", { class: "merges" }, items),
    left > 0 && make("p", { class: "note" }, `and ${left} more of the kind`),
  ];
}

/** Why the names of an entity are one, folded away, with the doubts told apart. */
export function mergesPart(scene: Scene, { id, merges }: Entity): Child {
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
      rows(scene, all, id),
    );
  });
  if (parts.every((part) => part === null)) return null;
  return make("section", { class: "identity" }, rubric("Who is who"), parts);
}
