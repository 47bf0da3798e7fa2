// How things are worded: dates, counts, statuses. No locale: the same for everyone.
kg.words = (() => {
  const MONTHS =
    "January February March April May June July August September October November December".split(" ");

  const STATUSES = [
    { id: "asserted", symbol: "\u2713", means: "told in the article\u2019s own voice" },
    { id: "reported", symbol: "\u201c", means: "somebody named says so" },
    { id: "planned", symbol: "\u25b7", means: "is to happen" },
    { id: "possible", symbol: "?", means: "said to be possible or probable" },
    { id: "denied", symbol: "\u2715", means: "said not to be so" },
  ];

  const status = (id) =>
    STATUSES.find((s) => s.id === id) || { id, symbol: "\u00b7", means: id };

  // "2019-03-22" -> "22 March 2019", "2019-03" -> "March 2019"; else as it stands.
  function date(iso) {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso || "");
    if (!found) return iso || "";
    const [, year, month, day] = found;
    const name = month && MONTHS[Number(month) - 1];
    return [day && Number(day), name, year].filter(Boolean).join(" ");
  }

  function interval(when) {
    if (!when) return "";
    const [begin, end] = when;
    if (begin && end) return begin === end ? date(begin) : `${date(begin)} to ${date(end)}`;
    if (begin) return `from ${date(begin)}`;
    return end ? `until ${date(end)}` : "";
  }

  const count = (n, one, many) =>
    `${n.toLocaleString("en-US")} ${n === 1 ? one : many || one + "s"}`;

  // A line for the canvas and for lists; the panel has the whole.
  function short(text, length = 26) {
    const line = kg.dom.legible(text).replace(/\s+/g, " ").trim();
    const points = Array.from(line);
    return points.length <= length ? line : points.slice(0, length - 1).join("") + "\u2026";
  }

  return { STATUSES, status, date, interval, count, short };
})();
