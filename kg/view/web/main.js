// The page put together.
(() => {
  const { make, replace, byId } = kg.dom;
  const { words, data } = kg;

  function summary() {
    const dates = data.articles.map((a) => a.published).filter(Boolean).sort();
    const [from, to] = [dates[0], dates[dates.length - 1]].map(words.date);
    const period = dates.length === 0 ? null : from === to ? from : `${from} to ${to}`;
    const parts = [
      words.count(data.articles.length, "article"),
      words.count(data.entities.length, "entity", "entities"),
      words.count(data.claims.length, "claim"),
      period,
    ];
    replace(byId("summary"), parts.filter(Boolean).join(" \u00b7 "));
  }

  function key() {
    const item = (sign, text) => make("li", {}, sign, make("span", {}, text));
    const classes = [...new Set(data.entities.map((e) => e.class))].sort();
    replace(byId("key-body"),
      make("ul", {}, classes.map((cls) => item(kg.shapes.ofClass(cls), data.label("class", cls)))),
      make("ul", {},
        data.families.map((f) => item(kg.shapes.line(f.name), f.label)),
        item(kg.shapes.line("mixed"), "mixed"),
        item(kg.shapes.line("structure", "dashed"), "planned or possible"),
        item([kg.shapes.line("conflict", "dotted"), make("b", { class: "status-denied" }, "\u2715")], "denied"),
        item(make("b", {}, "2"), "claims")));
    byId("key").open = window.matchMedia("(min-width: 760px)").matches;
  }

  function tabs(now) {
    const table = now.v === "table";
    byId("graph").hidden = table;
    byId("table").hidden = !table;
    for (const [id, on] of [["tab-graph", !table], ["tab-table", table]]) {
      byId(id).setAttribute("aria-selected", String(on));
      byId(id).tabIndex = on ? 0 : -1;
    }
  }

  function buildTabs() {
    const views = { "tab-graph": null, "tab-table": "table" };
    for (const [id, view] of Object.entries(views)) {
      byId(id).addEventListener("click", () => kg.state.go({ v: view }));
      byId(id).addEventListener("keydown", (event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        const other = id === "tab-graph" ? "tab-table" : "tab-graph";
        kg.state.go({ v: views[other] });
        byId(other).focus();
      });
    }
  }

  function update(now, before) {
    tabs(now);
    if (!byId("graph").hidden) {
      kg.canvas.update(now);
      if (before && before.v !== now.v) kg.canvas.fill();
    }
    kg.table.update();
    kg.panel.update(now);
    if (before) kg.panel.announce(now);
  }

  // A plain jump to #panel would overwrite what the address says is open.
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("panel").focus();
  });

  summary();
  key();
  buildTabs();
  kg.filters.build();
  kg.search.build();
  kg.canvas.build();
  kg.filters.follow(() => update(kg.state.now(), null));
  kg.state.follow(update);
  update(kg.state.now(), null);

  // For people at the console, and for tests.
  window.kg = Object.freeze({
    open: kg.state.entity, screen: kg.canvas.screen, named: kg.labels.named, find: kg.search.find,
  });
})();
