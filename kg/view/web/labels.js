// Names on the canvas, as on a map: one size at any zoom, the important first, and
// none that would cover another. Numbers and crosses stand in the middle of lines.
kg.labels = (() => {
  const SANS = '"Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  const LINE = 15;
  const CROWDED = 400; // from here on, names may cover dots: too many to test
  const LEADING = 8; // so many are always named, even if a name covers small dots;
  const ROOM = 60; // fewer on a narrow canvas: one for so many pixels of its width
  let shown = []; // what was drawn last: [left, top, right, bottom, id]

  const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  // Places for a name, the best first: below, right, above, left, below and aside.
  function places({ x, y, r }, width) {
    const half = width / 2;
    const mid = LINE / 2;
    return [
      [x - half, y + r + 2, x + half, y + r + 2 + LINE],
      [x + r + 5, y - mid, x + r + 5 + width, y + mid],
      [x - half, y - r - 2 - LINE, x + half, y - r - 2],
      [x - r - 5 - width, y - mid, x - r - 5, y + mid],
      [x - r, y + r + 2, x - r + width, y + r + 2 + LINE],
      [x + r - width, y + r + 2, x + r, y + r + 2 + LINE],
    ];
  }

  // A name that must be written, moved into the canvas when it sticks out.
  function inside([left, top, right, bottom], { width, height }) {
    const dx = Math.max(0, 4 - left) - Math.max(0, right - width + 4);
    const dy = Math.max(0, 4 - top) - Math.max(0, bottom - height + 4);
    return [left + dx, top + dy, right + dx, bottom + dy];
  }

  const inView = ({ x, y }, { width, height }) => x >= 0 && x <= width && y >= 0 && y <= height;

  // How much of a box another covers, in square pixels.
  function covered(a, b) {
    const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
    const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
    return wide > 0 && high > 0 ? wide * high : 0;
  }

  // Where a name that must be written does least harm. Another name under it is the
  // worst, then large dots; its own dot counts too, so that it stays a shape to click.
  function leastBad(node, width, { taken, dots, size }) {
    const { x, y, r } = node;
    const further = places({ x, y, r: r + 8 }, width);
    const over = [x - width / 2, y - LINE / 2, x + width / 2, y + LINE / 2];
    const harm = (box) =>
      taken.reduce((sum, other) => sum + 1000 * covered(box, other), 0) +
      dots.reduce((sum, dot) => sum + covered(box, dot) * (dot[2] - dot[0]), 0);
    return [...places(node, width), ...further, over]
      .map((box) => inside(box, size))
      .map((box) => [box, harm(box)])
      .reduce((best, next) => (next[1] < best[1] ? next : best))[0];
  }

  function write(ctx, text, x, y, colour, paper) {
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = paper;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  const font = (strong, size = 12.5) => `${strong ? "600 " : ""}${size}px ${SANS}`;

  // nodes: {id, x, y, r, label, strong, always}, the most important first, in pixels
  function drawNames(ctx, nodes, colours, size) {
    const dots = nodes.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    const taken = [];
    let leading = Math.min(LEADING, Math.floor(size.width / ROOM));
    for (const [i, node] of nodes.entries()) {
      if (node.quiet) continue;
      ctx.font = font(node.strong);
      const width = ctx.measureText(node.label).width;
      const free = (box) =>
        box[0] > 0 && box[2] < size.width && box[1] > 0 && box[3] < size.height &&
        !taken.some((other) => overlap(box, other)) &&
        (nodes.length > CROWDED || !dots.some((dot, j) => j !== i && overlap(box, dot)));
      const must = inView(node, size) && (node.always || leading-- > 0);
      const box = places(node, width).find(free) ||
        (must ? leastBad(node, width, { taken, dots, size }) : null);
      if (!box) continue;
      taken.push([box[0] - 3, box[1], box[2] + 3, box[3], node.id]);
      write(ctx, node.label, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, colours.ink, colours.paper);
    }
    shown = taken;
    return [...taken, ...dots];
  }

  // lines: {a, b, text, colour}, the ends in pixels; near the middle, where it is free
  function drawSigns(ctx, lines, colours, taken) {
    ctx.font = font(true, 11.5);
    for (const { a, b, text, colour } of lines) {
      const half = ctx.measureText(text).width / 2 + 2;
      const at = [0.5, 0.42, 0.58, 0.34, 0.66]
        .map((t) => [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t])
        .find(([x, y]) => !taken.some((other) => overlap([x - half, y - 7, x + half, y + 7], other)));
      if (!at) continue;
      const [x, y] = at;
      taken.push([x - half, y - 7, x + half, y + 7]);
      write(ctx, text, x, y, colour, colours.paper);
    }
  }

  function draw(ctx, { nodes, lines, colours, size }) {
    ctx.save();
    ctx.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const taken = drawNames(ctx, nodes, colours, size);
    drawSigns(ctx, lines, colours, taken);
    ctx.restore();
  }

  // The entity whose name is written at a point.
  function at(x, y) {
    const hit = shown.find((box) => overlap(box, [x, y, x + 0.1, y + 0.1]));
    return hit ? hit[4] : null;
  }

  // The entities that are named now, each with the place of its name in pixels.
  const named = () => shown.map(([left, top, right, bottom, id]) => ({ id, left, top, right, bottom }));

  return { draw, at, named };
})();
