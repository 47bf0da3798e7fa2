// The timeline under the views: how many claims there are when, a brush, and play.
import type { ClaimTable } from "../ask/claims";
import { button, byId, fill, make, replace } from "../dom/make";
import type { Filter, State } from "../model/types";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { createBrush } from "./brush";
import { gesture } from "./gesture";
import { createPlay } from "./play";
import {
  besides,
  bound,
  datedOnce,
  datesOf,
  type Range,
  rangeOf,
  stepped,
  told,
  unitOf,
  whole,
  within,
} from "./range";
import { createStacks } from "./stacks";

const timed = ({ from, until }: Filter) => from !== null || until !== null;

const same = (a: Range, b: Range) => a.first === b.first && a.last === b.last;

// What the bars are drawn from: all but the dates.
function drawnFrom({ filter: { from, until, fade, ...rest }, stack }: State): string {
  return JSON.stringify([rest, stack]);
}

/** Put the timeline into the page; gives what brings it up to a state. */
export function createTimeline(scene: Scene, table: ClaimTable): (now: State) => void {
  const { store } = scene;
  const moves = gesture(store);
  const always = () => store.go({ filter: { from: null, until: null } });
  const title = make("p", { class: "told" });
  const note = make("p", { class: "note" });
  const all = button({ id: "all-dates", class: "plain" }, always, "All dates");
  const stacks = createStacks(scene, table);
  let bars = stacks.draw(store.get());
  let known = drawnFrom(store.get());
  let filter: Filter | null = null;
  let range: Range = { first: 0, last: 0 };
  let stepping = false; // a change that play made itself
  let frame = 0;

  const brush = createBrush(stacks.plot, {
    size: () => bars.bins.length,
    bound: (which, bar) => bound(bars.bins[bar], which),
    choose(next) {
      if (same(next, range)) return;
      play.stop();
      show(next);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(ask);
    },
    end() {
      cancelAnimationFrame(frame);
      ask();
      moves.end();
    },
  });
  const play = createPlay({
    step(by) {
      const next = stepped(bars.bins, range, by);
      stepping = true;
      if (next) moves.go({ filter: datesOf(bars.bins, next) });
      stepping = false;
      return next !== null;
    },
    more: () => stepped(bars.bins, range, 1) !== null,
    rewind: always,
    end: moves.end,
  });

  function ask(): void {
    const { from, until } = store.get().filter;
    if (same(rangeOf(bars.bins, from, until), range)) return;
    moves.go({ filter: datesOf(bars.bins, range) });
  }

  function show(next: Range): void {
    range = next;
    brush.show(next);
    const chosen = !whole(bars.bins, next);
    const n = within(bars.bins, next);
    const many = chosen
      ? `${count(n, "claim")} ${n === 1 ? "begins" : "begin"} then`
      : count(n, "dated claim");
    replace(title, make("b", {}, told(bars.bins, next)), ` \u00b7 ${many}, ${unitOf(bars)}`);
    replace(note, besides(bars, chosen));
    all.hidden = !chosen;
  }

  // With one bar there is nothing to choose: a line of words says when.
  function fold(few: boolean): void {
    const { axis, key, toggle } = stacks;
    for (const part of [play.element, brush.element, axis, key, toggle]) part.hidden = few;
    play.enable(bars.bins.length > 1);
    if (!few) return;
    replace(title, "When: ", datedOnce(bars));
    replace(note);
  }

  function update(now: State): void {
    const drawn = drawnFrom(now);
    const fresh = drawn !== known;
    if (fresh) bars = stacks.draw(now);
    else if (now.filter === filter) return;
    if (!stepping && now.filter !== filter) play.stop();
    filter = now.filter;
    known = drawn;
    if (fresh || !brush.busy()) show(rangeOf(bars.bins, filter.from, filter.until));
    fold(bars.bins.length < 2 && !timed(filter));
  }

  const head = make("div", { class: "head" }, play.element, title, all, stacks.toggle);
  const foot = make("div", { class: "foot" }, note, stacks.key);
  fill(byId("when"), head, brush.element, stacks.axis, foot);
  return update;
}
