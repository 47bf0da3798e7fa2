// The entities that the address expands: "id", or "id~3" where "more" was asked for twice.
import type { Id } from "../model/types";

/** How many neighbours an expansion draws at once. */
export const AT_ONCE = 12;

function parsed(one: string, known: (id: string) => boolean): readonly [Id, number] {
  if (known(one)) return [one, 1];
  const [, id = one, times = "1"] = /^(.*)~([1-9]\d?)$/s.exec(one) ?? [];
  return [id, Number(times)];
}

/** Who is expanded, and how often; what is not known is left out. */
export function expanded(open: readonly string[], known: (id: string) => boolean): Map<Id, number> {
  const found = new Map<Id, number>();
  for (const one of open) {
    const [id, times] = parsed(one, known);
    if (known(id)) found.set(id, Math.max(found.get(id) ?? 0, times));
  }
  return found;
}

/** The same list with one expanded so many times; 0 collapses it. */
export function withExpanded(
  open: readonly string[],
  known: (id: string) => boolean,
  id: Id,
  times: number,
): readonly string[] {
  const found = expanded(open, known);
  found.delete(id);
  if (times > 0) found.set(id, Math.min(times, 99));
  return [...found].map(([one, n]) => (n > 1 ? `${one}~${n}` : one));
}
