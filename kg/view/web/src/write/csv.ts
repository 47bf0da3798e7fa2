// The shown claims as CSV (RFC 4180), one a line, for spreadsheets and programs.
import { legible } from "../model/text";
import type { Claim, Id } from "../model/types";
import type { Shown } from "./shown";

type Cell = string | number | null | undefined;

const COLUMNS: readonly (readonly [string, (claim: Claim, shown: Shown) => Cell])[] = [
  ["claim", (c) => c.id],
  ["kind", (c, s) => s.data.terms.claim[c.term]?.kind ?? (c.trigger ? "event" : "relation")],
  ["from", (c, s) => labels(c.from, s)],
  ["says", (c, s) => s.saying(c)],
  ["to", (c, s) => labels(c.to, s)],
  ["mode", (c, s) => (c.mode ? s.term("mode", c.mode) : "")],
  ["contexts", (c, s) => (c.contexts ?? []).map((id) => s.term("context", id)).join("; ")],
  ["titles", (c) => (c.titles ?? []).join("; ")],
  ["former", (c) => (c.former ? "true" : "")],
  ["place", (c, s) => (c.place ? s.label(c.place) : "")],
  ["begin", (c) => c.when?.[0]],
  ["end", (c) => c.when?.[1]],
  ["status", (c) => c.status],
  ["polarity", (c) => c.polarity],
  ["certainty", (c) => c.certainty],
  ["tense", (c) => c.tense],
  ["speaker", (c, s) => (c.speaker ? s.label(c.speaker) : c.unnamed ? "(unnamed)" : "")],
  ["relayed by", (c, s) => labels(c.relayedBy, s)],
  ["confidence", (c) => c.confidence],
  ["sentence", (c, s) => c.evidence.map((span) => s.words(c, span)).join("\n")],
  ["characters", (c) => c.evidence.map(([start, end]) => `${start}-${end}`).join("; ")],
  ["article", (c, s) => s.article(c).id],
  ["title", (c, s) => s.article(c).title],
  ["source", (c, s) => s.article(c).source],
  ["published", (c, s) => s.article(c).published],
  ["url", (c, s) => s.article(c).url],
  ["term", (c) => c.term],
  ["from ids", (c) => c.from.join("; ")],
  ["to ids", (c) => c.to.join("; ")],
];

// A spreadsheet takes such cells for formulas, also after spaces; a quote makes them text.
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function labels(ids: readonly Id[], shown: Shown): string {
  return ids.map((id) => shown.label(id)).join("; ");
}

/** Writes one cell: numbers as they are, text so that it stays text. */
export function cell(value: Cell): string {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = legible(value ?? "");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes a header and one record for each shown claim, each ended by CR LF. */
export function toCsv(shown: Shown): string {
  const header = COLUMNS.map(([name]) => cell(name));
  const records = shown.claims.map((claim) => COLUMNS.map(([, of]) => cell(of(claim, shown))));
  return [header, ...records].map((record) => `${record.join(",")}\r\n`).join("");
}
