// The signs of classes and lines outside the canvas, the same shapes and colours.
kg.shapes = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    dot: "M8 2a6 6 0 1 0 .01 0z",
    square: "M3 3h10v10H3z",
    hexagon: "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z",
    triangle: "M8 2l6.5 11h-13z",
    triangleDown: "M8 14L1.5 3h13z",
    diamond: "M8 1l6 7-6 7-6-7z",
    star: "M8 1l2 4.8 5 .4-3.8 3.3L12.4 15 8 12.2 3.6 15l1.2-5.5L1 6.2l5-.4z",
  };

  function svg(path, properties) {
    const element = document.createElementNS(SVG, "svg");
    for (const [key, value] of Object.entries({
      viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false", ...properties,
    })) {
      element.setAttribute(key, value);
    }
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    element.append(shape);
    return element;
  }

  const look = new Map(); // look -> shape, from the nodes that have it
  const classLook = new Map();
  for (const n of kg.data.drawing.nodes) {
    look.set(n.look, n.shape);
    classLook.set(n.group, n.look);
  }

  const ofLook = (name) =>
    svg(PATHS[look.get(name)] || PATHS.dot, { class: "sign", style: `fill:var(--class-${name})` });

  // family, and "dashed" or "dotted" for what is not (yet) so
  const line = (family, how = "") =>
    svg("M0 8h24", { viewBox: "0 0 24 16", class: `line ${how}`, style: `stroke:var(--family-${family})` });

  return {
    ofClass: (cls) => ofLook(classLook.get(cls)),
    ofEntity: (e) => ofLook(kg.data.look(e)),
    line,
  };
})();
