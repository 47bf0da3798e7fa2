// A claim in one line of plain text, for tooltips, lists and names of controls.
import type { Graph } from "../model/graph";
import { short } from "../model/text";
import type { Claim, Id } from "../model/types";
import { date, interval } from "../model/words";

const MOST = 40; // code points of a name

function named(graph: Graph, ids: readonly Id[]): string {
  const names = ids.map((id) => short(graph.entity(id).label, MOST));
  const last = names.pop() ?? "";
  return names.length ? `${names.join(", ")} and ${last}` : last;
}

/** Who does what to whom: "A → sanction → B", "A and B: consult", "A: leads B". */
export function deed(graph: Graph, claim: Claim): string {
  const { from, to } = claim;
  const [who, what, whom] = [named(graph, from), graph.saying(claim), named(graph, to)];
  if (claim.trigger === undefined) return `${who} ${what} ${whom}`.trim();
  if (to.length === 0) return `${who}: ${what}`;
  return `${who || "not named"} \u2192 ${what} \u2192 ${whom}`;
}

/** When a claim is, and how one knows; empty when no date is known at all. */
export function moment(graph: Graph, claim: Claim): string {
  const told = interval(claim.when);
  if (told) return told;
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
