// A claim as a card: in words, its status, what is known of it, and the sentences.
kg.cards = (() => {
  const { make, button, name } = kg.dom;
  const { words, data } = kg;

  // ------------------------------------------------------------------ in words

  function who(id, subject) {
    const label = words.short(data.entity(id).label, 60);
    if (id === subject) return make("b", { class: "who" }, name(label));
    return button({ class: "plain who" }, () => kg.state.entity(id), name(label));
  }

  function list(ids, subject) {
    return ids.flatMap((id, i) => {
      const between = i === 0 ? "" : i === ids.length - 1 ? " and " : ", ";
      return [between, who(id, subject)];
    });
  }

  const arrow = (sign) => make("span", { class: "arrow" }, ` ${sign} `);
  const verb = (c) => make("span", { class: "verb" }, data.saying(c));

  // "Kim Yo-jong → accuse → United States", "A ↔ consult ↔ B", "A leads B"
  function inWords(c, subject) {
    // what holds both ways is told from the side that one looks from
    const turned = !c.oneWay && (c.to[0] === subject || c.from[1] === subject);
    if (c.trigger === undefined) {
      const [one, other] = turned ? [c.to, c.from] : [c.from, c.to];
      return [list(one, subject), " ", verb(c), " ", list(other, subject)];
    }
    if (c.to.length === 0 && c.from.length === 2) {
      const [one, other] = turned ? [c.from[1], c.from[0]] : c.from;
      return [who(one, subject), arrow("\u2194"), verb(c), arrow("\u2194"), who(other, subject)];
    }
    if (c.to.length === 0) {
      return [list(c.from, subject), arrow(c.from.length > 1 ? "\u2194" : "\u2192"), verb(c)];
    }
    const doers = c.from.length ? list(c.from, subject) : make("span", { class: "unnamed" }, "not named");
    return [doers, arrow("\u2192"), verb(c), arrow("\u2192"), list(c.to, subject)];
  }

  const plainWords = (c) => {
    const names = (ids) => ids.map((id) => words.short(data.entity(id).label, 60)).join(", ");
    return [names(c.from), data.saying(c), names(c.to)].filter(Boolean).join(" ");
  };

  function badge(id) {
    const { symbol, means } = words.status(id);
    return make("span", { class: `badge status-${id}`, title: means },
      make("span", { class: "symbol", "aria-hidden": true }, symbol), id);
  }

  // ---------------------------------------------------------------- particulars

  function particulars(c, subject) {
    const parts = [];
    if (c.titles && c.titles.length) parts.push(["as ", c.titles.join(", ")]);
    if (c.former) parts.push(["formerly"]);
    if (c.mode) parts.push([data.label("mode", c.mode)]);
    for (const id of c.contexts || []) parts.push([data.label("context", id)]);
    const when = words.interval(c.when);
    if (when) parts.push([when]);
    if (c.place) parts.push(["in ", who(c.place, subject)]);
    if (c.speaker) parts.push(["according to ", who(c.speaker, subject)]);
    for (const id of c.relayedBy) parts.push(["as told by ", who(id, subject)]);
    if (c.unnamed) parts.push(["according to somebody unnamed"]);
    if (c.certainty === "probable") parts.push(["probable"]);
    if (parts.length === 0) return null;
    return make("ul", { class: "particulars" }, parts.map((part) => make("li", {}, part)));
  }

  // -------------------------------------------------------------- the sentences

  // Stretches of a text: where marks overlap, the trigger wins, then the longer.
  function marks(c, [start, end]) {
    const found = data.participants(c).flatMap((id) =>
      data.mentions(id, c.article, [start, end]).map(([, s, e]) => ({ s, e, id })));
    if (c.trigger && start <= c.trigger[0] && c.trigger[1] <= end) {
      found.push({ s: c.trigger[0], e: c.trigger[1], id: null });
    }
    const rank = (m) => (m.id === null ? 0 : 1);
    found.sort((a, b) => rank(a) - rank(b) || b.e - b.s - (a.e - a.s));
    const kept = [];
    for (const m of found) {
      if (!kept.some((k) => m.s < k.e && k.s < m.e)) kept.push(m);
    }
    return kept.sort((a, b) => a.s - b.s);
  }

  function marked(c, [start, end]) {
    const parts = [];
    let at = start;
    for (const { s, e, id } of marks(c, [start, end])) {
      parts.push(data.cut(c.article, at, s));
      const title = id === null ? data.saying(c) : words.short(data.entity(id).label, 60);
      parts.push(make("mark", { class: id === null ? "trigger" : "mention", title }, data.cut(c.article, s, e)));
      at = e;
    }
    parts.push(data.cut(c.article, at, end));
    return make("blockquote", { dir: "auto" }, parts);
  }

  function source(c) {
    const article = data.articles[c.article];
    const at = c.evidence.length ? c.evidence[0].join("-") : null;
    const title = words.short(article.title || article.id, 90);
    return make("p", { class: "source" },
      button({ class: "plain article" }, () => kg.state.article(article.id, at), name(title)),
      article.source ? [", ", name(words.short(article.source, 60))] : null,
      article.published ? [", ", make("time", { datetime: article.published }, words.date(article.published))] : null);
  }

  function receipt(c) {
    const spans = c.evidence.map(([s, e]) => `${s}\u2013${e}`).join(", ");
    const sure = c.confidence < 1 ? ` \u00b7 confidence ${c.confidence}` : "";
    return make("p", { class: "receipt" },
      `characters ${spans} \u00b7 ${c.rules.length === 1 ? "rule" : "rules"} ${c.rules.join(", ")}${sure}`);
  }

  function card(c, subject) {
    const open = kg.state.now().c === c.id;
    return make("article", { class: `card ${c.status}${open ? " open" : ""}`, id: `claim-${c.id}` },
      make("div", { class: "head" },
        make("h3", {}, inWords(c, subject)), badge(c.status)),
      particulars(c, subject),
      c.evidence.map((span) => marked(c, span)),
      source(c),
      receipt(c));
  }

  return { card, badge, plainWords };
})();
