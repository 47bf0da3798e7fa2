// What is open, kept in the address: #e=ID (&to=ID, &c=CLAIM, &a=ARTICLE, &at=12-80,
// &v=table, &n=all). The browser's Back and a shared address restore it.
kg.state = (() => {
  const KEYS = ["e", "to", "c", "a", "at", "v", "n"];
  const listeners = [];
  let current = read();

  function read() {
    const given = new URLSearchParams(location.hash.slice(1));
    return Object.freeze(Object.fromEntries(KEYS.map((k) => [k, given.get(k)])));
  }

  function address(state) {
    const set = KEYS.filter((k) => state[k]).map((k) => [k, state[k]]);
    return new URLSearchParams(set).toString();
  }

  // What is not named stays as it is; null takes it away.
  function go(changes) {
    const next = address({ ...current, ...changes });
    if (next === address(current)) return;
    location.hash = next;
    update();
  }

  const entity = (id) => go({ e: id, to: null, c: null, a: null, at: null });
  const pair = (a, b) => go({ e: a, to: b, c: null, a: null, at: null });
  const claim = (c) => go({ e: c.from[0] || c.to[0], to: toOf(c), c: c.id, a: null, at: null });
  const article = (id, at) => go({ a: id, at: at || null });
  const nothing = () => entity(null);

  function toOf(c) {
    const first = c.from[0] || c.to[0];
    const pair = c.pairs.find((p) => p.includes(first));
    return pair ? pair.find((id) => id !== first) : null;
  }

  function update() {
    const before = current;
    current = read();
    if (address(before) !== address(current)) listeners.forEach((act) => act(current, before));
  }
  window.addEventListener("hashchange", update);

  return {
    now: () => current,
    follow: (act) => listeners.push(act),
    go, entity, pair, claim, article, nothing,
  };
})();
