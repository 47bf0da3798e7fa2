// What an address names that this graph does not have, in lists where it would only leave
// out all claims, or nothing. What is opened by name is not looked at here: there the
// page says in its place that there is no such thing.
import { type Graph, NOBODY } from "../model/graph";
import type { Filter, State } from "../model/types";
import type { Read } from "./address";
import { expanded } from "./expanded";

type Lists = Pick<Filter, "cls" | "rel" | "cat" | "in" | "src" | "by"> &
  Pick<State, "open" | "hide" | "first">;
type Known = { readonly [K in keyof Lists]: (value: string) => boolean };

function known(graph: Graph): Known {
  const { terms } = graph;
  const sources = new Set(graph.articles.map(({ source }) => source ?? NOBODY));
  const entity = (id: string) => graph.findEntity(id) !== undefined;
  const claim = (term: string) => Object.hasOwn(terms.claim, term);
  const relation = (term: string) => claim(term) && terms.claim[term]?.kind === "relation";
  return {
    cls: (cls) => Object.hasOwn(terms.class, cls),
    rel: relation,
    cat: (term) => claim(term) && !relation(term),
    in: (id) => graph.findArticle(id) !== undefined,
    src: (source) => sources.has(source),
    by: (id) => id === NOBODY || entity(id),
    open: (one) => expanded([one], entity).size > 0,
    hide: entity,
    first: (id) => id === NOBODY || entity(id),
  };
}

/** A way to drop from what was read the values that a graph does not have. */
export function onlyKnown(graph: Graph): (given: Read) => Read {
  const tests = known(graph);
  return ({ state, dropped }) => {
    const strange: string[] = [];
    const keep = (key: keyof Lists, values: readonly string[]) =>
      values.filter((value) => {
        if (tests[key](value)) return true;
        strange.push(`${key}=${value}`);
        return false;
      });
    const { cls, rel, cat, in: articles, src, by } = state.filter;
    const filter: Filter = {
      ...state.filter,
      cls: keep("cls", cls),
      rel: keep("rel", rel),
      cat: keep("cat", cat),
      in: keep("in", articles),
      src: keep("src", src),
      by: keep("by", by),
    };
    const [open, hide] = [keep("open", state.open), keep("hide", state.hide)];
    const [first = null] = keep("first", state.first === null ? [] : [state.first]);
    return { state: { ...state, open, hide, first, filter }, dropped: [...dropped, ...strange] };
  };
}
