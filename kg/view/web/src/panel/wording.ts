// A claim in words: who does what to whom, as a line with names that can be followed or as
// plain text, and with it when that is and how it is told.
import { button, type Child, make, name } from "../dom/make";
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import { date, interval } from "../model/words";
import type { Scene } from "../state/scene";
import { entity } from "../state/store";
import { open } from "./open";

const MOST = 40; // code points of a name

/** The name of an entity: a button that opens it, but for the one that is open. */
export function who({ graph, store }: Scene, id: Id, subject: Id | null): HTMLElement {
  const label = name(short(graph.entity(id).label, 60));
  if (id === subject) return make("b", { class: "who" }, label);
  return button({ class: "plain who" }, () => open(store, entity(id)), label);
}

// A line is of those who take part, the verb, arrows, and small words between.
type Piece =
  | { readonly id: Id }
  | { readonly verb: string }
  | { readonly arrow: string }
  | { readonly words: string };

const NOBODY: Piece = { words: "not named" };
const SPACE: Piece = { words: " " };

function list(ids: readonly Id[]): readonly Piece[] {
  return ids.flatMap((id, i) => {
    const words = i === ids.length - 1 ? " and " : ", ";
    return i === 0 ? [{ id }] : [{ words }, { id }];
  });
}

// What holds both ways is told from the side that one looks from.
function sides(claim: Claim, subject: Id | null): readonly [readonly Id[], readonly Id[]] {
  const { from, to, oneWay } = claim;
  const between = to.length === 0 && from.length === 2;
  const [left, right] = between ? [from.slice(0, 1), from.slice(1)] : [from, to];
  const turned = !oneWay && subject !== null && right[0] === subject;
  return turned ? [right, left] : [left, right];
}

function told(graph: Graph, claim: Claim, subject: Id | null): readonly Piece[] {
  const verb = { verb: graph.saying(claim) };
  const [left, right] = sides(claim, subject);
  if (claim.trigger === undefined) return [...list(left), SPACE, verb, SPACE, ...list(right)];
  const both = claim.to.length === 0 && claim.from.length > 1;
  const arrow = { arrow: both ? " \u2194 " : " \u2192 " };
  const doers = left.length ? list(left) : [NOBODY];
  return [...doers, arrow, verb, ...(right.length ? [arrow, ...list(right)] : [])];
}

function shown(pieces: readonly Piece[], naming: (id: Id) => HTMLElement): Child {
  return pieces.map((piece) => {
    if ("id" in piece) return naming(piece.id);
    if ("verb" in piece) return make("bdi", { class: "verb" }, piece.verb);
    if ("arrow" in piece) return make("span", { class: "arrow" }, piece.arrow);
    return piece === NOBODY ? make("span", { class: "unnamed" }, piece.words) : piece.words;
  });
}

/** A claim as a line: "A → accuse → B", "A ↔ consult ↔ B", "A leads B". */
export function inWords(scene: Scene, claim: Claim, subject: Id | null): Child {
  return shown(told(scene.graph, claim, subject), (id) => who(scene, id, subject));
}

/** The same line without anything to press, as it may stand within a button. */
export function line(graph: Graph, claim: Claim): Child {
  return shown(told(graph, claim, null), (id) => name(short(graph.entity(id).label, MOST)));
}

/** The same line as plain text, for tooltips, lists and names of controls. */
export function deed(graph: Graph, claim: Claim): string {
  const words = told(graph, claim, null).map((piece) =>
    "id" in piece ? short(graph.entity(piece.id).label, MOST) : Object.values(piece).join(""),
  );
  return words.join("").trim();
}

// When a claim is, and how one knows; empty when no date is known at all.
function moment(graph: Graph, claim: Claim): string {
  const own = interval(claim.when);
  if (own) return own;
  const { published } = graph.article(claim.article);
  return published ? `told on ${date(published)}` : "";
}

/** When, who and what, and the status where it is not the article's own word. */
export function telling(graph: Graph, claim: Claim, reports = 1): string {
  const status = claim.status === "asserted" ? null : claim.status;
  const times = reports > 1 ? `${reports} reports` : null;
  const rest = [status, times].filter((part) => part !== null).join(", ");
  const when = moment(graph, claim) || "no date";
  return `${when}: ${deed(graph, claim)}${rest ? ` (${rest})` : ""}`;
}
