// Building elements. Every string is hostile: it enters the page as a text node only.
"use strict";

const kg = {};

kg.dom = (() => {
  // Embeddings, overrides and isolates would turn the words around them; the other
  // control characters show nothing at all. Both are named instead.
  const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

  const named = (c) =>
    `\u27e8U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`;

  const legible = (text) => String(text).replace(CONTROLS, named);

  // make("p", {class: "meta", on: {click: f}}, "text", element, null, [more])
  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") {
        for (const [event, act] of Object.entries(value)) {
          element.addEventListener(event, act);
        }
      } else {
        element.setAttribute(name, value === true ? "" : legible(value));
      }
    }
    fill(element, ...children);
    return element;
  }

  function fill(element, ...children) {
    for (const child of children.flat(3)) {
      if (child === null || child === undefined || child === false) continue;
      element.append(child instanceof Node ? child : legible(child));
    }
    return element;
  }

  function replace(element, ...children) {
    element.replaceChildren();
    return fill(element, ...children);
  }

  // A link leads to http and https only; any other address stays text.
  function link(address, ...children) {
    let url = null;
    try {
      url = new URL(address);
    } catch {
      return null;
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    return make(
      "a",
      { href: url.href, rel: "noopener noreferrer", target: "_blank" },
      ...children,
    );
  }

  const button = (properties, act, ...children) =>
    make("button", { type: "button", ...properties, on: { click: act } }, ...children);

  const name = (text) => make("bdi", {}, text);

  const byId = (id) => document.getElementById(id);

  return { make, fill, replace, link, button, name, byId, legible };
})();
