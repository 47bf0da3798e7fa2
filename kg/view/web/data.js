// What the page knows: the graph as the build wrote it, and the ways to ask it.
kg.data = (() => {
  const read = (id) => JSON.parse(kg.dom.byId(id).textContent);
  const { articles, entities, claims, terms, families } = read("kg-data");
  const drawing = read("kg-drawing");
  const options = read("kg-options");

  const entity = new Map(entities.map((e) => [e.id, e]));
  const node = new Map(drawing.nodes.map((n) => [n.id, n]));
  const claim = new Map(claims.map((c) => [c.id, c]));

  const push = (map, key, value) => {
    if (!map.has(key)) map.set(key, []);
    map.get(key).push(value);
  };
  const pairKey = (a, b) => (a < b ? [a, b] : [b, a]).join("\u001f");

  const ofPair = new Map(); // key of a pair -> claims that join the two
  const told = new Map(); // entity -> claims it takes part in
  const said = new Map(); // entity -> claims it is the speaker of
  const here = new Map(); // entity -> events that take place there
  const others = new Map(); // entity -> those it is joined with
  for (const c of claims) {
    for (const id of new Set([...c.from, ...c.to])) push(told, id, c);
    if (c.speaker) push(said, c.speaker, c);
    if (c.place) push(here, c.place, c);
    for (const key of new Set(c.pairs.map(([a, b]) => pairKey(a, b)))) push(ofPair, key, c);
  }
  for (const { from, to } of drawing.edges) {
    push(others, from, to);
    push(others, to, from);
  }

  const label = (kind, id) => {
    const term = terms[kind] && terms[kind][id];
    return (term && (term.label || term)) || id;
  };
  // what a claim says: the verb of an act without a category, else its term
  const saying = (c) => c.verb || label("claim", c.term);
  const family = (c) => terms.claim[c.term].family;
  const look = (e) => terms.class[e.class].look;
  const date = (c) => (c.when && (c.when[0] || c.when[1])) || articles[c.article].published || "";
  const participants = (c) => [...new Set([...c.from, ...c.to])];

  // Offsets count code points; JavaScript counts UTF-16 units.
  const points = new Map();
  function cut(article, start, end) {
    const text = articles[article].text;
    if (!/[\ud800-\udbff]/.test(text)) return text.slice(start, end);
    if (!points.has(article)) points.set(article, Array.from(text));
    return points.get(article).slice(start, end).join("");
  }
  const length = (article) => {
    cut(article, 0, 0);
    return points.has(article) ? points.get(article).length : articles[article].text.length;
  };

  // Mentions of an entity within a stretch of an article.
  const mentions = (id, article, [start, end]) =>
    entity.get(id).mentions.filter(([a, s, e]) => a === article && start <= s && e <= end);

  const articlesOf = (e) => new Set(e.mentions.map(([article]) => article));

  return {
    articles, entities, claims, families, drawing, options,
    entity: (id) => entity.get(id),
    node: (id) => node.get(id),
    claim: (id) => claim.get(id),
    ofPair: (a, b) => ofPair.get(pairKey(a, b)) || [],
    told: (id) => told.get(id) || [],
    said: (id) => said.get(id) || [],
    here: (id) => here.get(id) || [],
    others: (id) => others.get(id) || [],
    pairKey, label, saying, family, look, date, participants, cut, length, mentions, articlesOf,
  };
})();
