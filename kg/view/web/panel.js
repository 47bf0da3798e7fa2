// The panel: at a glance, one entity, what joins two, or an article at a sentence.
kg.panel = (() => {
  const { make, button, link, name, replace, byId } = kg.dom;
  const { words, data } = kg;
  const AT_ONCE = 40;

  const newest = (a, b) => (data.date(a) < data.date(b) ? 1 : data.date(a) > data.date(b) ? -1 : 0);

  const heading = (...parts) => make("h2", { tabindex: "-1" }, parts);

  // ------------------------------------------------------------------- claims

  function claimList(claims, subject) {
    const passing = claims.filter(kg.filters.passes).sort(newest);
    const list = make("div", { class: "claims" });
    const show = (from, to) => kg.dom.fill(list, passing.slice(from, to).map((c) => kg.cards.card(c, subject)));
    const open = passing.findIndex((c) => c.id === kg.state.now().c);
    let shown = Math.max(AT_ONCE, open + 1);
    show(0, shown);
    const left = () => passing.length - shown;
    const more = button({ class: "more" }, () => {
      show(shown, shown + AT_ONCE);
      shown += AT_ONCE;
      more.hidden = left() <= 0;
      replace(more, `Show ${Math.min(AT_ONCE, left())} more of ${left()}`);
    }, `Show ${Math.min(AT_ONCE, left())} more of ${left()}`);
    more.hidden = left() <= 0;
    const left_out = claims.length - passing.length;
    const note = left_out > 0 && make("p", { class: "note" },
      `${words.count(left_out, "claim")} left out by the filters. `,
      button({ class: "plain" }, kg.filters.clear, "Clear filters"));
    return [note || null, list, more];
  }

  function section(title, claims, subject) {
    if (claims.length === 0) return null;
    return make("section", {},
      make("h3", { class: "rubric" }, title, " ", make("span", { class: "count" }, String(claims.length))),
      claimList(claims, subject));
  }

  // ------------------------------------------------------------------- one entity

  function aliases(e) {
    if (e.aliases.length === 0) return null;
    const names = e.aliases.map((alias, i) => [i ? ", " : "", name(words.short(alias, 80))]);
    return make("p", { class: "aliases" }, make("span", { class: "soft" }, "also: "), names);
  }

  function matches(e) {
    const links = e.matches.map((iri) => link(iri, name(words.short(iri.replace(/^https?:\/\//, ""), 60)))).filter(Boolean);
    if (links.length === 0) return null;
    return make("p", { class: "aliases" }, make("span", { class: "soft" }, "the same as "),
      links.map((one, i) => [i ? ", " : "", one]));
  }

  // Those it is joined with: the way to a line's claims without a mouse.
  function joined(e) {
    const found = data.others(e.id)
      .map((id) => ({ id, n: data.ofPair(e.id, id).filter(kg.filters.passes).length }))
      .filter((other) => other.n > 0)
      .sort((a, b) => b.n - a.n || (data.node(a.id).rank - data.node(b.id).rank));
    if (found.length === 0) return null;
    const chip = ({ id, n }) => make("li", {}, button({ class: "chip" }, () => kg.state.pair(e.id, id),
      kg.shapes.ofEntity(data.entity(id)),
      name(words.short(data.entity(id).label, 32)), make("span", { class: "count" }, String(n))));
    const rest = found.slice(12);
    const list = make("ul", { class: "chips" }, found.slice(0, 12).map(chip));
    const more = button({ class: "plain" }, () => {
      kg.dom.fill(list, rest.map(chip));
      more.remove();
    }, `and ${rest.length} more`);
    return make("section", {}, make("h3", { class: "rubric" }, "Together with"), list, rest.length ? more : null);
  }

  function entityPanel(e) {
    const claims = data.told(e.id);
    return [
      make("p", { class: "kicker" }, kg.shapes.ofEntity(e), data.label("class", e.class)),
      heading(name(e.label)),
      aliases(e),
      make("p", { class: "figures" },
        `${words.count(e.mentions.length, "mention")} in ${words.count(data.articlesOf(e).size, "article")}, ` +
        words.count(claims.length, "claim")),
      matches(e),
      joined(e),
      claims.length === 0 && make("p", { class: "note" }, "No claim was found in which it takes part."),
      section("What is said", claims, e.id),
      section("According to this source", data.said(e.id).filter((c) => !claims.includes(c)), e.id),
      section("Took place here", data.here(e.id).filter((c) => !claims.includes(c)), e.id),
      claims.length === 0 && mentionedIn(e),
    ];
  }

  function mentionedIn(e) {
    const links = [...data.articlesOf(e)].map((i) => {
      const [, s, end] = e.mentions.find(([article]) => article === i);
      const article = data.articles[i];
      return make("li", {}, button({ class: "plain article" }, () => kg.state.article(article.id, `${s}-${end}`),
        name(words.short(article.title || article.id, 90))));
    });
    return make("section", {}, make("h3", { class: "rubric" }, "Mentioned in"), make("ul", { class: "plainlist" }, links));
  }

  // ------------------------------------------------------------------------ two

  function pairPanel(a, b) {
    const claims = data.ofPair(a.id, b.id);
    const open = (e) => button({ class: "plain" }, () => kg.state.entity(e.id), name(words.short(e.label, 80)));
    return [
      make("p", { class: "kicker" }, "Between two"),
      heading(open(a), make("span", { class: "soft" }, " and "), open(b)),
      claims.length === 0
        ? make("p", { class: "note" }, "No claim joins the two.")
        : [make("p", { class: "figures" }, words.count(claims.length, "claim")), claimList(claims, null)],
    ];
  }

  // ------------------------------------------------------------------- an article

  function articlePanel(article, at) {
    const i = data.articles.indexOf(article);
    const [start, end] = (at || "").split("-").map(Number);
    const lit = end > start && start >= 0;
    const body = lit
      ? [data.cut(i, 0, start), make("mark", { class: "sentence", id: "sentence" }, data.cut(i, start, end)),
         data.cut(i, end, data.length(i))]
      : [article.text];
    const facts = [article.source, article.author, words.date(article.published)].filter(Boolean);
    return [
      make("p", { class: "kicker" }, "Article"),
      heading(name(article.title || article.id)),
      make("p", { class: "figures" }, facts.map((fact, k) => [k ? " \u00b7 " : "", name(fact)])),
      article.url ? make("p", { class: "aliases" },
        link(article.url, "Open the original") || make("span", {}, "Address: ", name(words.short(article.url, 120)))) : null,
      make("div", { class: "text", dir: "auto" }, body),
    ];
  }

  // ------------------------------------------------------------------- at a glance

  function glance() {
    const told = (n) => data.told(n.id).length;
    const top = data.drawing.nodes.filter(told).sort((a, b) => told(b) - told(a) || a.rank - b.rank).slice(0, 12);
    const row = (n) => make("li", {}, button({ class: "row" }, () => kg.state.entity(n.id),
      kg.shapes.ofEntity(data.entity(n.id)),
      make("span", { class: "what" }, name(words.short(data.entity(n.id).label, 48))),
      make("span", { class: "count" }, words.count(told(n), "claim"))));
    return [
      make("p", { class: "kicker" }, "At a glance"),
      heading(data.entities.length ? "Who is in the news" : "Nothing was found"),
      make("p", { class: "lead" }, data.entities.length
        ? "Choose a name, a line of the drawing, or search: behind each stand the sentences that say so."
        : "The graph holds no entities."),
      top.length ? make("ol", { class: "rows" }, top.map(row)) : null,
    ];
  }

  // ----------------------------------------------------------------------- choice

  function back(now) {
    const steps = [];
    if (now.a && now.e) {
      const e = data.entity(now.e);
      steps.push(button({ class: "plain" }, () => kg.state.go({ a: null, at: null }),
        "\u2190 ", name(words.short(e ? e.label : "Back", 40))));
    }
    if (now.e || now.a) steps.push(button({ class: "plain" }, kg.state.nothing, "Overview"));
    return steps.length ? make("nav", { class: "back", "aria-label": "Panel" }, steps) : null;
  }

  const unknown = (what, id) => [heading(`No ${what} of that name`),
    make("p", { class: "note" }, `This graph has no ${what} \u201c${words.short(id, 80)}\u201d.`)];

  function content(now) {
    if (now.a) {
      const article = data.articles.find((a) => a.id === now.a);
      return article ? articlePanel(article, now.at) : unknown("article", now.a);
    }
    if (!now.e) return glance();
    const e = data.entity(now.e);
    if (!e) return unknown("entity", now.e);
    if (!now.to) return entityPanel(e);
    const other = data.entity(now.to);
    return other ? pairPanel(e, other) : unknown("entity", now.to);
  }

  function update(now) {
    const panel = byId("panel");
    replace(panel, back(now), content(now));
    panel.scrollTop = 0;
    const target = byId("sentence") || (now.c && byId(`claim-${now.c}`));
    if (target) target.scrollIntoView({ block: now.a ? "center" : "start" });
  }

  // Read out what is open; on a narrow page, bring it into view.
  function announce(now) {
    const title = byId("panel").querySelector("h2");
    replace(byId("live"), title ? title.textContent : "");
    const narrow = window.matchMedia("(max-width: 759px)").matches;
    if (narrow && (now.e || now.a) && !byId("sentence")) byId("panel").scrollIntoView({ block: "start" });
  }

  return { update, announce };
})();
