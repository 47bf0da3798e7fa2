// Search as you type, over labels, aliases and classes; case, hyphens and accents
// make no difference, nor does a space that one spelling has and another lacks.
kg.search = (() => {
  const { make, name, replace, byId } = kg.dom;
  const { words, data } = kg;
  const AT_MOST = 12;
  let found = [];
  let active = -1;

  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  const names = data.entities.map((e) => ({
    entity: e,
    keys: [e.label, ...e.aliases].map((text) => {
      const key = fold(text);
      return { text, key, tight: key.replaceAll(" ", ""), parts: key.split(" ") };
    }),
    cls: fold(data.label("class", e.class)),
  }));

  // How well a name fits: 0 the same, 1 begins so, 2 its words begin so, 3 holds it.
  function fit({ key, tight, parts }, query) {
    if (tight === query.tight) return 0;
    if (tight.startsWith(query.tight)) return 1;
    if (query.parts.every((part) => parts.some((own) => own.startsWith(part)))) return 2;
    return query.tight.length > 2 && tight.includes(query.tight) ? 3 : 9;
  }

  function find(text) {
    const key = fold(text);
    if (!key) return [];
    const query = { tight: key.replaceAll(" ", ""), parts: key.split(" ") };
    return names
      .map(({ entity, keys, cls }) => {
        const fits = keys.map((one) => fit(one, query));
        const best = Math.min(...fits);
        const rank = best < 9 ? best : cls.startsWith(key) ? 4 : 9;
        return { entity, rank, alias: best < 9 ? keys[fits.indexOf(best)].text : entity.label };
      })
      .filter((hit) => hit.rank < 9)
      .sort((a, b) => a.rank - b.rank || data.node(a.entity.id).rank - data.node(b.entity.id).rank)
      .slice(0, AT_MOST);
  }

  // ---------------------------------------------------------------------- the box

  function option({ entity, alias }, i) {
    const other = alias === entity.label ? null : make("span", { class: "soft" }, " ", name(words.short(alias, 40)));
    return make("li", {
      role: "option", id: `found-${i}`, "aria-selected": String(i === active),
      on: { mousedown: (event) => { event.preventDefault(); choose(i); } },
    }, kg.shapes.ofEntity(entity), make("span", { class: "what" }, name(words.short(entity.label, 48)), other),
      make("span", { class: "count" }, data.label("class", entity.class)));
  }

  function show() {
    const box = byId("search");
    const list = byId("found");
    const text = box.value.trim();
    const none = text && found.length === 0
      ? make("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No name like this")
      : null;
    replace(list, found.map(option), none);
    list.hidden = !text;
    box.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) {
      box.setAttribute("aria-activedescendant", `found-${active}`);
      byId(`found-${active}`).scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  function close() {
    byId("found").hidden = true;
    byId("search").setAttribute("aria-expanded", "false");
    byId("search").removeAttribute("aria-activedescendant");
  }

  function choose(i) {
    if (!found[i]) return;
    byId("search").value = "";
    close();
    kg.state.entity(found[i].entity.id);
    byId("panel").querySelector("h2").focus({ preventScroll: true });
  }

  function move(step) {
    if (found.length === 0) return;
    active = (active + step + found.length) % found.length;
    show();
  }

  function type() {
    found = find(byId("search").value);
    active = found.length ? 0 : -1;
    show();
  }

  const KEYS = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => choose(active),
    Escape: () => { byId("search").value = ""; close(); },
  };

  function press(event) {
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function build() {
    const box = byId("search");
    box.addEventListener("input", type);
    box.addEventListener("keydown", press);
    box.addEventListener("focus", () => { if (box.value) type(); });
    box.addEventListener("blur", close);
    document.addEventListener("keydown", (event) => {
      const writing = event.target.closest("input:not([type=checkbox]), textarea");
      if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.focus();
    });
  }

  return { build, find };
})();
