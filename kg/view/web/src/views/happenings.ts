// Claims as events: what several articles report of one happening is one.
import type { ClaimTable } from "../ask/claims";
import type { Graph } from "../model/graph";
import { compare } from "../model/text";

/** The reports of an event, as places in data.claims; the one that dates it comes first. */
export type Event = readonly number[];

/** Events of reports: for each happening the report that dates it, with all its reports. */
export function happenings(
  { data, first }: ClaimTable,
  reports: readonly number[],
): readonly Event[] {
  const found = new Map<number, number[]>();
  for (const i of reports) {
    const key = first[i] ?? i;
    const own = found.get(key);
    if (own) own.push(i);
    else found.set(key, [i]);
  }
  const dated = (i: number) => Number(data.claims[i]?.when === null);
  return [...found.values()].map((own) => own.sort((a, b) => dated(a) - dated(b) || a - b));
}

/** Events in the order of time; those without any date come last. */
export function inTime(
  graph: Graph,
  { data }: ClaimTable,
  events: readonly Event[],
): readonly Event[] {
  const when = (event: Event) => {
    const claim = data.claims[event[0] ?? -1];
    return (claim && graph.date(claim)) || "\uffff";
  };
  return [...events].sort((a, b) => compare(when(a), when(b)));
}
