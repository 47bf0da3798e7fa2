// Facets: within one facet any choice fits, between facets all must.
kg.filters = (() => {
  const { make, button, byId, replace, name } = kg.dom;
  const data = kg.data;

  const FACETS = [
    { id: "status", title: "Status", of: (c) => [c.status] },
    {
      id: "class",
      title: "Who and what",
      of: (c) => [...new Set(data.participants(c).map((id) => data.entity(id).class))],
    },
    { id: "term", title: "What is said", of: (c) => [c.term] },
    { id: "article", title: "Article", of: (c) => [String(c.article)] },
  ];

  const chosen = new Map(FACETS.map((f) => [f.id, new Set()]));
  const listeners = [];
  const counters = new Map();

  const fits = (facet, c) => {
    const set = chosen.get(facet.id);
    return set.size === 0 || facet.of(c).some((value) => set.has(value));
  };
  const passes = (c) => FACETS.every((facet) => fits(facet, c));
  const active = () => FACETS.some((f) => chosen.get(f.id).size > 0);

  // How many claims each value would leave, the other facets as they are.
  function counts(facet) {
    const found = new Map();
    const rest = FACETS.filter((f) => f !== facet);
    for (const c of data.claims) {
      if (!rest.every((f) => fits(f, c))) continue;
      for (const value of facet.of(c)) found.set(value, (found.get(value) || 0) + 1);
    }
    return found;
  }

  function choose(facet, value, on) {
    if (on) chosen.get(facet).add(value);
    else chosen.get(facet).delete(value);
    changed();
  }

  function clear() {
    for (const set of chosen.values()) set.clear();
    for (const box of byId("facets").querySelectorAll("input")) box.checked = false;
    changed();
  }

  function changed() {
    refresh();
    listeners.forEach((act) => act());
  }

  // ------------------------------------------------------------- the column

  const byLabel = (a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

  function values(facet) {
    const seen = [...new Set(data.claims.flatMap(facet.of))];
    if (facet.id === "status") {
      return kg.words.STATUSES.filter((s) => seen.includes(s.id)).map((s) => ({
        value: s.id, label: s.id, title: s.means,
        sign: make("span", { class: `sign status-${s.id}`, "aria-hidden": true }, s.symbol),
      }));
    }
    if (facet.id === "class") {
      return seen
        .map((id) => ({ value: id, label: data.label("class", id), sign: kg.shapes.ofClass(id) }))
        .sort(byLabel);
    }
    if (facet.id === "article") {
      return seen
        .sort((a, b) => Number(a) - Number(b))
        .map((i) => ({ value: i, label: data.articles[i].title || data.articles[i].id }));
    }
    return seen.map((id) => ({ value: id, label: data.label("claim", id) })).sort(byLabel);
  }

  function choice(facet, { value, label, title, sign }) {
    const counter = make("span", { class: "count" });
    counters.set(`${facet.id} ${value}`, counter);
    const box = make("input", {
      type: "checkbox", name: facet.id, value,
      on: { change: (event) => choose(facet.id, value, event.target.checked) },
    });
    return make("label", { class: "choice", title }, box, sign, make("span", { class: "what" }, name(label)), counter);
  }

  // Events and relations stand under the kind of line that they are drawn as.
  function grouped(facet, found) {
    return data.families.flatMap((family) => {
      const own = found.filter((v) => termFamily(v.value) === family.name);
      if (own.length === 0) return [];
      return [
        make("p", { class: "family" }, kg.shapes.line(family.name), family.label),
        ...own.map((v) => choice(facet, v)),
      ];
    });
  }
  const termFamily = (term) => data.family({ term });

  function build() {
    const sets = FACETS.map((facet) => {
      const found = values(facet);
      if (found.length === 0) return null;
      const choices = facet.id === "term" ? grouped(facet, found) : found.map((v) => choice(facet, v));
      return make("fieldset", { class: `facet facet-${facet.id}` },
        make("legend", {}, make("span", {}, facet.title), make("span", { class: "unit" }, "claims")),
        make("div", { class: "choices" }, choices));
    });
    replace(byId("facets"),
      button({ class: "plain clear", id: "clear", hidden: true }, clear, "Clear all filters"), sets);
    byId("filters").open = window.matchMedia("(min-width: 1100px)").matches;
    refresh();
  }

  function refresh() {
    for (const facet of FACETS) {
      const found = counts(facet);
      for (const value of new Set(data.claims.flatMap(facet.of))) {
        const n = found.get(value) || 0;
        const counter = counters.get(`${facet.id} ${value}`);
        replace(counter, String(n));
        counter.parentElement.classList.toggle("none", n === 0);
      }
    }
    const on = [...chosen.values()].reduce((sum, set) => sum + set.size, 0);
    byId("clear").hidden = on === 0;
    replace(byId("filters-on"), on ? `(${on} on)` : "");
  }

  return { build, passes, active, clear, follow: (act) => listeners.push(act) };
})();
