// All claims as a table: the same as the drawing, for keyboard and screen reader.
kg.table = (() => {
  const { make, button, name, replace, byId } = kg.dom;
  const { words, data } = kg;
  const AT_ONCE = 200;
  let order = { column: "when", down: true };
  let shown = AT_ONCE;

  const labels = (ids) => ids.map((id) => data.entity(id).label).join(", ");
  const article = (c) => data.articles[c.article];

  const COLUMNS = [
    { id: "who", title: "Who", of: (c) => labels(c.from) },
    { id: "what", title: "What", of: (c) => data.saying(c) },
    { id: "whom", title: "Whom", of: (c) => labels(c.to) },
    { id: "status", title: "Status", of: (c) => c.status },
    { id: "when", title: "When", of: data.date },
    { id: "article", title: "Article", of: (c) => article(c).title || article(c).id },
  ];

  function sorted() {
    const { of } = COLUMNS.find((column) => column.id === order.column);
    const sign = order.down ? -1 : 1;
    return data.claims
      .filter(kg.filters.passes)
      .map((c) => [of(c), c])
      .sort(([a], [b]) => (a < b ? -sign : a > b ? sign : 0))
      .map(([, c]) => c);
  }

  function sort(column) {
    order = { column, down: order.column === column ? !order.down : false };
    update();
    byId(`sort-${column}`).focus();
  }

  function header({ id, title }) {
    const on = order.column === id;
    const direction = order.down ? "descending" : "ascending";
    const sign = on ? (order.down ? " \u2193" : " \u2191") : "";
    return make("th", { class: `column-${id}`, scope: "col", "aria-sort": on ? direction : null },
      button({ class: "plain", id: `sort-${id}` }, () => sort(id), title, sign));
  }

  const people = (ids) => ids.map((id) => make("span", { class: "one" },
    button({ class: "plain" }, () => kg.state.entity(id), name(words.short(data.entity(id).label, 40)))));

  function row(c) {
    const open = kg.state.now().c === c.id;
    const date = words.interval(c.when) || words.date(article(c).published);
    const cell = (title, ...children) => {
      const inside = make("div", {}, children);
      return make("td", { "data-title": title, class: inside.hasChildNodes() ? null : "empty" }, inside);
    };
    return make("tr", { class: open ? "open" : null, "aria-current": open ? "true" : null },
      cell("Who", people(c.from)),
      cell("What", button({ class: "plain verb" }, () => kg.state.claim(c), data.saying(c)),
        c.mode ? make("span", { class: "soft" }, ` ${data.label("mode", c.mode)}`) : null),
      cell("Whom", people(c.to)),
      cell("Status", kg.cards.badge(c.status)),
      cell("When", make("span", { class: c.when ? null : "soft" }, date)),
      cell("Article", button({ class: "plain article" },
        () => kg.state.go({ a: article(c).id, at: c.evidence.length ? c.evidence[0].join("-") : null }),
        name(words.short(article(c).title || article(c).id, 48)))));
  }

  function update() {
    const section = byId("table");
    if (section.hidden) return;
    const claims = sorted();
    const left = claims.length - shown;
    const more = () => {
      shown += AT_ONCE;
      update();
    };
    replace(section,
      make("p", { class: "note" }, `${words.count(claims.length, "claim")}. ` +
        "Choose what is said to read its sentences. A date in grey is that of the article."),
      make("table", {},
        make("caption", { class: "unseen" }, "Claims"),
        make("thead", {}, make("tr", {}, COLUMNS.map(header))),
        make("tbody", {}, claims.slice(0, shown).map(row))),
      left > 0 ? button({ class: "more" }, more, `Show ${Math.min(left, AT_ONCE)} more of ${left}`) : null);
  }

  return { update };
})();
