// The sheet of keys: what "?" shows.
import { button, byId, type Child, make, replace } from "../dom/make";

const ARROWS = ["\u2190", "\u2192", "\u2191", "\u2193"];

const KEYS: readonly (readonly [string, readonly (readonly [readonly string[], string])[]])[] = [
  [
    "Anywhere",
    [
      [["/"], "search names and sentences"],
      [["?"], "this sheet"],
      [["Alt \u2190", "Alt \u2192"], "back and forward"],
      [["Tab"], "to the next thing, with Shift to the one before"],
    ],
  ],
  [
    "In the search box",
    [
      [["\u2191", "\u2193"], "through what was found"],
      [["Enter"], "go there"],
      [["Esc"], "give up"],
    ],
  ],
  [
    "In the drawing",
    [
      [["\u2190", "\u2192"], "from neighbour to neighbour of the selected"],
      [["Enter"], "select the neighbour"],
      [["Shift Enter"], "open what joins the two"],
      [["Esc"], "nothing selected"],
      [["+", "\u2212", "0"], "nearer, farther, fit"],
    ],
  ],
  [
    "Tabs, and the brush under the views",
    [
      [["\u2190", "\u2192"], "on the tabs: the next view; on an end of the brush: a step in time"],
      [["Page up", "Page down"], "twelve steps"],
      [["Home", "End"], "to the first or last date"],
    ],
  ],
  [
    "In table and matrix",
    [
      [[...ARROWS], "from cell to cell"],
      [["Page up", "Page down"], "ten rows"],
      [["Ctrl Home", "Ctrl End"], "to the first or last"],
      [["Enter"], "open it"],
    ],
  ],
  [
    "In the lanes of the timeline",
    [
      [["\u2190", "\u2192"], "from event to event of an actor"],
      [["\u2191", "\u2193"], "to the actor above or below"],
      [["Home", "End"], "to the actor\u2019s name, to the last event"],
      [["Enter"], "open it"],
    ],
  ],
  [
    "In an article",
    [
      [["\u2190", "\u2192"], "from mark to mark"],
      [["\u2191", "\u2193"], "from sentence to sentence with claims"],
      [["Home", "End"], "to the first or last"],
      [["Enter"], "open what is claimed there"],
    ],
  ],
];

function keys(names: readonly string[]): Child {
  return names.map((one, i) => [i ? " " : "", make("kbd", {}, one)]);
}

function part([title, rows]: (typeof KEYS)[number]): Child {
  const pairs = rows.map(([names, does]) =>
    make("div", {}, make("dt", {}, keys(names)), make("dd", {}, does)),
  );
  return make("section", {}, make("h3", {}, title), make("dl", {}, pairs));
}

/** Make the sheet and its button work; gives what opens it. */
export function createHelp(): () => void {
  const sheet = byId("sheet") as HTMLDialogElement;
  const shut = button({ class: "shut", "aria-label": "Close" }, () => sheet.close(), "\u00d7");
  const parts = make("div", { class: "parts" }, KEYS.map(part));
  replace(sheet, make("h2", { id: "sheet-title" }, "Keys"), shut, parts);
  // A click beside the sheet closes it.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
  const open = () => sheet.open || sheet.showModal();
  byId("help").addEventListener("click", open);
  return () => void open();
}
