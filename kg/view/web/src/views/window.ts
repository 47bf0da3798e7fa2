// A window of rows: of very many only those near what can be seen are in the page, in
// blocks, with room kept for the others.
import { make } from "../dom/make";

const BLOCK = 40;
const FEW = 400; // so many and fewer are all in the page: then it can be searched as a whole
const GUESS = 44; // height of a row before any was seen

/** The rows in a table. */
export interface Rows {
  /** Show these, from the first. */
  show(items: Uint32Array): void;
  /** The row at a place, scrolled into view if it is not there. */
  reveal(place: number): HTMLElement | null;
  /** The row at a place, if it is in the page now. */
  find(place: number): HTMLElement | null;
  /** Have the first so many in the page for paper; 0: those near again. */
  print(most: number): void;
}

/** Keep the rows of a table in the page as they come near; `row` makes one. */
export function rowsIn(
  table: HTMLTableElement,
  columns: number,
  row: (item: number, place: number) => HTMLElement,
): Rows {
  let items = new Uint32Array();
  let heights = new Float64Array();
  let printed = 0; // rows for paper
  let screen = heights; // heights as they were before paper
  let pinned = -1; // a block that is to be in the page, seen or not
  const blocks = new Map<number, HTMLElement>();
  let seen = "";

  const count = () => Math.ceil(items.length / BLOCK);

  function room(height: number): HTMLElement {
    const cell = make("td", { colspan: columns, style: `height:${Math.round(height)}px` });
    return make("tbody", { class: "room", "aria-hidden": "true" }, make("tr", {}, cell));
  }

  function filled(block: number): HTMLElement {
    const from = block * BLOCK;
    const own = items.subarray(from, from + BLOCK);
    const rows = Array.from(own, (item, i) => row(item, from + i));
    return make("tbody", { role: "rowgroup" }, rows);
  }

  // From one page height above what can be seen to one below.
  function near(): readonly [number, number] {
    let y = table.getBoundingClientRect().top + (table.tHead?.offsetHeight ?? 0);
    let first = 0;
    while (first < count() - 1 && y + (heights[first] ?? 0) < -innerHeight) {
      y += heights[first++] ?? 0;
    }
    let last = first;
    while (last < count() - 1 && y + (heights[last] ?? 0) < 2 * innerHeight) {
      y += heights[last++] ?? 0;
    }
    return [first, last];
  }

  function wanted(): readonly number[] {
    const all = printed || (items.length <= FEW ? items.length : 0);
    if (all) return Array.from({ length: Math.min(count(), Math.ceil(all / BLOCK)) }, (_, i) => i);
    const [first, last] = near();
    const focused = [...blocks].find(([, body]) => body.contains(document.activeElement));
    const also = [pinned, focused?.[0] ?? -1].filter((i) => i >= 0 && i < count());
    const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return [...new Set([...range, ...also])].sort((a, b) => a - b);
  }

  function drop(keep: ReadonlySet<number>): void {
    for (const gap of table.querySelectorAll(":scope > .room")) gap.remove();
    for (const [block, body] of blocks) {
      if (keep.has(block)) continue;
      body.remove();
      blocks.delete(block);
    }
  }

  function between(from: number, to: number): number {
    return heights.subarray(from, to).reduce((sum, height) => sum + height, 0);
  }

  function put(want: readonly number[]): readonly number[] {
    const fresh: number[] = [];
    let next: Node | null = null;
    let below = count();
    for (const block of [...want].reverse()) {
      if (block + 1 < below) next = table.insertBefore(room(between(block + 1, below)), next);
      let body = blocks.get(block);
      if (!body) {
        body = table.insertBefore(filled(block), next);
        blocks.set(block, body);
        fresh.push(block);
      }
      next = body;
      below = block;
    }
    if (below > 0) table.insertBefore(room(between(0, below)), next);
    return fresh;
  }

  function measure(fresh: readonly number[]): void {
    for (const block of fresh) {
      const height = blocks.get(block)?.offsetHeight;
      if (height) heights[block] = height;
    }
  }

  function update(): void {
    if (!table.checkVisibility()) return;
    const want = wanted();
    const key = want.join();
    if (key === seen) return;
    seen = key;
    drop(new Set(want));
    measure(put(want));
  }

  function show(given: Uint32Array): void {
    items = new Uint32Array(given);
    heights = new Float64Array(count()).map(
      (_, block) => GUESS * Math.min(BLOCK, items.length - block * BLOCK),
    );
    screen = heights;
    pinned = -1;
    seen = "";
    drop(new Set());
    update();
  }

  function find(place: number): HTMLElement | null {
    const body = blocks.get(Math.floor(place / BLOCK));
    return (body?.children[place % BLOCK] as HTMLElement | undefined) ?? null;
  }

  function reveal(place: number): HTMLElement | null {
    if (place < 0 || place >= items.length) return null;
    pinned = Math.floor(place / BLOCK);
    update();
    const found = find(place);
    found?.scrollIntoView({ block: "nearest" });
    update();
    pinned = -1;
    return found;
  }

  // The heights of before are taken up again, so that the same rows are seen afterwards.
  function print(most: number): void {
    if (most > 0 && printed === 0) screen = heights.slice();
    else if (most === 0) heights = screen;
    printed = most;
    update();
  }

  document.addEventListener("scroll", update, { capture: true, passive: true });
  addEventListener("resize", update);
  return { show, reveal, find, print };
}
