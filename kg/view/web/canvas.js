// The drawing: vis-network with the positions of the build. One line joins two
// entities, however many claims it stands for.
kg.canvas = (() => {
  const { byId, replace } = kg.dom;
  const data = kg.data;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const first = data.drawing.nodes.filter((n) => n.first);
  let network = null;
  let all = first.length === 0;
  let hovered = null;
  let placedAt = 0; // width of the canvas when the drawing was last spread over it
  let looks = new Map(); // edge id -> what it is now

  const palette = new Map(); // read once for each restyling: asking the style is slow
  function colour(name) {
    if (!palette.has(name)) {
      const style = getComputedStyle(document.documentElement);
      palette.set(name, style.getPropertyValue(`--${name}`).trim());
    }
    return palette.get(name);
  }

  // ------------------------------------------------------------------ lines

  // The family of two thirds of the claims, else mixed.
  function familyOf(claims) {
    const counts = new Map();
    for (const c of claims) counts.set(data.family(c), (counts.get(data.family(c)) || 0) + 1);
    const [name, n] = [...counts].sort((a, b) => b[1] - a[1])[0];
    return 3 * n >= 2 * claims.length ? name : "mixed";
  }

  // Solid when it is so; dashed when it may or is to be; dotted when it is denied.
  function mannerOf(claims) {
    const statuses = new Set(claims.map((c) => c.status));
    if (statuses.has("asserted") || statuses.has("reported")) return "solid";
    return statuses.has("planned") || statuses.has("possible") ? "dashed" : "dotted";
  }

  const DASHES = { solid: false, dashed: [7, 5], dotted: [2, 5] };

  function lookOf({ from, to }) {
    const claims = data.ofPair(from, to).filter(kg.filters.passes);
    if (claims.length === 0) return null;
    const runs = (a, b) => claims.some((c) => c.oneWay && c.pairs.some((p) => p[0] === a && p[1] === b));
    return {
      from, to, claims,
      family: familyOf(claims),
      manner: mannerOf(claims),
      forth: runs(from, to),
      back: runs(to, from),
    };
  }

  function edgeOf(edge, look, faint) {
    const id = data.pairKey(edge.from, edge.to);
    if (!look) return { id, hidden: true };
    const arrow = (enabled) => ({ enabled, scaleFactor: 0.45, type: "arrow" });
    const hex = colour(`family-${look.family}`);
    return {
      id,
      hidden: false,
      color: { color: hex, hover: hex, highlight: hex, opacity: faint ? 0.12 : 0.85 },
      width: 1 + Math.min(Math.log2(look.claims.length) * 0.9, 4),
      dashes: DASHES[look.manner],
      arrows: { to: arrow(look.forth), from: arrow(look.back) },
      chosen: false,
      hoverWidth: 1.5,
    };
  }

  // ---------------------------------------------------------- what stands out

  // The selected and those it is joined with; else those of the filtered claims.
  function standingOut() {
    const { e, to } = kg.state.now();
    if (to) return new Set([e, to]);
    const joined = (id) => data.others(id).filter((o) => looks.has(data.pairKey(id, o)));
    if (e) return new Set([e, ...joined(e)]);
    if (!kg.filters.active()) return null;
    return new Set(data.claims.filter(kg.filters.passes).flatMap(data.participants));
  }

  function lineStandsOut({ from, to }) {
    const now = kg.state.now();
    if (now.to) return [from, to].includes(now.e) && [from, to].includes(now.to);
    return !now.e || from === now.e || to === now.e;
  }

  function nodeOf(node, lit) {
    const now = kg.state.now();
    const chosen = node.id === now.e || node.id === now.to;
    const fill = colour(`class-${node.look}`);
    return {
      id: node.id,
      opacity: lit && !lit.has(node.id) ? 0.18 : 1,
      borderWidth: chosen ? 3 : 1.5,
      color: { background: fill, border: chosen ? colour("ink") : colour("paper") },
      chosen: false,
    };
  }

  function restyle() {
    palette.clear();
    looks = new Map();
    for (const edge of data.drawing.edges) {
      const look = lookOf(edge);
      if (look) looks.set(data.pairKey(edge.from, edge.to), look);
    }
    const lit = standingOut();
    nodes.update(drawn().map((n) => nodeOf(n, lit)));
    edges.update(drawnEdges().map((edge) => {
      const look = looks.get(data.pairKey(edge.from, edge.to));
      return edgeOf(edge, look, !lineStandsOut(edge));
    }));
  }

  // -------------------------------------------------------------- what is drawn

  const drawn = () => (all ? data.drawing.nodes : first);
  const drawnEdges = () => data.drawing.edges.filter((e) => nodes.get(e.from) && nodes.get(e.to));

  // The positions of the build, drawn out so that they fill the canvas: a tall one by
  // moving all apart vertically, a wide one sideways, never closer together.
  function drawnOut(points) {
    const { width, height } = box();
    const span = (values) => Math.max(...values) - Math.min(...values) + 60;
    const wanted = (height - 90) / Math.max(width - 110, 1);
    const ratio = wanted / (span(points.map((p) => p[1])) / span(points.map((p) => p[0])));
    const within = (factor) => Math.min(Math.max(factor, 1), 2);
    return points.map(([x, y]) => [x * within(1 / ratio), y * within(ratio)]);
  }

  function place() {
    placedAt = box().width;
    edges.clear();
    nodes.clear();
    const points = drawnOut(drawn().map((n) => (all ? [n.x, n.y] : n.first)));
    nodes.add(drawn().map((n, i) => ({
      id: n.id, x: points[i][0], y: points[i][1], shape: n.shape, size: n.size,
    })));
    edges.add(drawnEdges().map((e) => ({ id: data.pairKey(e.from, e.to), from: e.from, to: e.to })));
    restyle();
    fit();
    tell();
  }

  // Of those that the selected is joined with, how many the first screen leaves out.
  function undrawn() {
    const { e, to } = kg.state.now();
    if (!e || to || !nodes.get(e)) return "";
    const missing = data.others(e).filter((id) => !nodes.get(id)).length;
    return missing ? ` ${missing} joined with ${kg.words.short(data.entity(e).label)} are not drawn.` : "";
  }

  function tell() {
    const total = data.drawing.nodes.length;
    const more = first.length < total && first.length > 0;
    const unlinked = data.drawing.nodes.filter((n) => n.degree === 0).length;
    const whole = total === 0
      ? "There is nothing to draw: the graph has no entities."
      : `All ${kg.words.count(total, "entity", "entities")}.`;
    const part = total - unlinked === first.length
      ? `${first.length} of ${kg.words.count(total, "entity", "entities")}, those that a claim joins.`
      : `The ${first.length} best connected of ${kg.words.count(total, "entity", "entities")}.`;
    replace(byId("drawn"), all || !more ? whole : part, undrawn());
    const control = byId("show-all");
    control.hidden = !more;
    replace(control, all ? `Show the first ${first.length}` : `Show all ${total.toLocaleString("en-US")}`);
  }

  function showAll(wanted) {
    if (wanted === all || first.length === 0) return;
    all = wanted;
    place();
  }

  // ------------------------------------------------------------------- camera

  const box = () => byId("canvas").getBoundingClientRect();

  function fit() {
    network.redraw(); // the size may have changed while the drawing was hidden
    const { width, height } = box();
    const at = Object.values(network.getPositions());
    if (at.length === 0 || width === 0) return;
    const [xs, ys] = [at.map((p) => p.x), at.map((p) => p.y)];
    const [left, right, top, bottom] =
      [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // room for the names at the rim, which do not shrink with the drawing
    const scale = Math.min((width - 110) / (right - left + 30), (height - 90) / (bottom - top + 30), 1.25);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) });
    resize();
  }

  // Half the width of an entity on the screen: it grows more slowly than the distances
  // when one zooms in, and is smaller where many are drawn.
  function radius(n, scale) {
    const crowd = Math.min(1, (40 / drawn().length) ** 0.3);
    return Math.max(n.size * crowd * Math.min(Math.max(Math.sqrt(scale), 0.35), 1.6), 1.6);
  }

  function resize() {
    const scale = network.getScale();
    nodes.update(drawn().map((n) => ({ id: n.id, size: radius(n, scale) / scale })));
  }

  let waiting = 0;
  function zoomed() {
    clearTimeout(waiting);
    waiting = setTimeout(resize, drawn().length > 400 ? 150 : 0);
  }

  // A turned or resized window is filled anew; a phone's hiding address bar is not that.
  function resized() {
    const { width } = box();
    if (width === 0 || Math.abs(width - placedAt) < 20) return;
    place();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
    resize();
  }

  // Bring an entity into view, unless it can be seen well enough where it is.
  function show(id) {
    const { width, height } = box();
    const at = screen(id);
    const inside = at && at.x > 40 && at.x < width - 40 && at.y > 40 && at.y < height - 60;
    if (!at || (inside && network.getScale() > 0.4)) return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    network.focus(id, {
      scale: Math.max(network.getScale(), 0.8),
      animation: still ? false : { duration: 300, easingFunction: "easeInOutQuad" },
    });
  }

  // Where an entity is on the canvas, in pixels from its left upper corner.
  function screen(id) {
    const at = nodes.get(id) && network.getPositions([id])[id];
    return at ? network.canvasToDOM(at) : null;
  }

  // -------------------------------------------------------------------- names

  function names(scale) {
    const now = kg.state.now();
    const lit = standingOut();
    const importance = (n) => {
      if (n.id === now.e || n.id === now.to) return -3;
      if (n.id === hovered) return -2;
      return lit && lit.has(n.id) ? -1 : 0;
    };
    const at = network.getPositions();
    return drawn()
      .filter((n) => at[n.id])
      .map((n) => ({ ...n, importance: importance(n) }))
      .sort((a, b) => a.importance - b.importance || a.rank - b.rank)
      .map((n) => ({
        id: n.id,
        ...network.canvasToDOM(at[n.id]),
        r: radius(n, scale),
        label: kg.words.short(n.label),
        strong: n.importance < -1 || n.rank < 8,
        always: n.importance < -1,
        quiet: lit !== null && !lit.has(n.id) && n.id !== hovered,
      }));
  }

  function sign(look, detail) {
    const n = look.claims.length;
    const cross = look.manner === "dotted" ? "\u2715 " : "";
    if (detail) {
      const terms = [...new Set(look.claims.map((c) => data.saying(c)))];
      const more = terms.length > 1 ? ` +${terms.length - 1}` : n > 1 ? ` \u00d7${n}` : "";
      return cross + terms[0] + more;
    }
    return (cross + (n > 1 ? n : "")).trim();
  }

  function signs() {
    const now = kg.state.now();
    const at = network.getPositions();
    const found = [];
    for (const look of looks.values()) {
      if (!at[look.from] || !at[look.to]) continue;
      if (!lineStandsOut(look)) continue;
      const text = sign(look, Boolean(now.e));
      if (!text) continue;
      const a = network.canvasToDOM(at[look.from]);
      const b = network.canvasToDOM(at[look.to]);
      if (Math.hypot(a.x - b.x, a.y - b.y) < (look.manner === "dotted" ? 30 : 56)) continue;
      const family = look.manner === "dotted" ? "status-denied" : `text-${look.family}`;
      found.push({ a, b, text, colour: colour(family), n: look.claims.length });
    }
    return found.sort((a, b) => b.n - a.n);
  }

  function annotate(ctx) {
    const { width, height } = box();
    const size = { width, height, ratio: ctx.canvas.width / Math.max(width, 1) };
    const colours = { ink: colour("ink"), paper: colour("paper") };
    kg.labels.draw(ctx, { nodes: names(network.getScale()), lines: signs(), colours, size });
  }

  // -------------------------------------------------------------------- pointer

  function click({ nodes: [node], edges: [edge], pointer }) {
    const named = kg.labels.at(pointer.DOM.x, pointer.DOM.y);
    if (node || named) kg.state.entity(node || named);
    else if (edge) {
      const { from, to } = edges.get(edge);
      kg.state.pair(from, to);
    } else kg.state.nothing();
  }

  function hover(id) {
    hovered = id;
    network.redraw();
  }

  const point = (on) => () => byId("canvas").classList.toggle("pointing", on);

  function describe() {
    byId("canvas").setAttribute("aria-label",
      `Drawing of ${kg.words.count(drawn().length, "entity", "entities")}. ` +
      "The table holds the same claims for keyboard and screen reader.");
  }

  function build() {
    network = new vis.Network(byId("canvas"), { nodes, edges }, data.options);
    network.on("click", click);
    network.on("hoverNode", ({ node }) => hover(node));
    network.on("blurNode", () => hover(null));
    for (const what of ["Node", "Edge"]) {
      network.on(`hover${what}`, point(true));
      network.on(`blur${what}`, point(false));
    }
    network.on("zoom", zoomed);
    network.on("animationFinished", resize);
    network.on("afterDrawing", annotate);
    byId("canvas").firstElementChild.tabIndex = -1; // nothing in it can be done by keys
    byId("zoom-in").addEventListener("click", () => zoom(1.3));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", fit);
    byId("show-all").addEventListener("click", () => kg.state.go({ n: all ? null : "all" }));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
    window.addEventListener("resize", resized);
    place();
    describe();
  }

  function update(now) {
    const hidden = [now.e, now.to].some((id) => id && data.node(id) && !data.node(id).first);
    showAll(now.n === "all" || hidden || first.length === 0);
    restyle();
    tell();
    if (now.e && data.node(now.e)) show(now.e);
    describe();
  }

  return { build, update, restyle, fill: () => (box().width === placedAt ? fit() : place()), screen };
})();
