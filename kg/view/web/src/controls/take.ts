// Take away: what is shown, as picture, drawing or data, in a file of its own.
import { button, byId, fill, make, replace } from "../dom/make";
import { fold } from "../model/text";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import type { ShownView } from "../views/view";
import { toCsv } from "../write/csv";
import { toJson } from "../write/json";
import { type Shown, shownOf } from "../write/shown";
import { toTurtle } from "../write/turtle";

const MOST = 60; // letters of a file's name
const SHARP = 2; // pixels of a picture for one of the page
const WIDEST = 8000; // pixels of a picture

const DATA = {
  csv: {
    label: "Table (CSV)",
    type: "text/csv;charset=utf-8",
    write: (s: Shown) => `\ufeff${toCsv(s)}`,
  },
  json: { label: "Data (JSON)", type: "application/json", write: toJson },
  ttl: {
    label: "Linked data (Turtle)",
    type: "text/turtle;charset=utf-8",
    write: (s: Shown) => toTurtle(s),
  },
} as const;

/** The name of a file: of the page's title in plain letters and of what it holds. */
export function fileName(title: string, kind: string, ending: string): string {
  const words = Array.from(fold(title).replaceAll(" ", "-")).slice(0, MOST).join("");
  const stem = words.replace(/^-+|-+$/g, "") || "graph";
  return `${stem}${kind && `-${kind}`}.${ending}`;
}

/** Hand a file to the reader; nothing is asked for from anywhere. */
function hand(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  const anchor = make("a", { href, download: name, hidden: true });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function loaded(href: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => fail(new Error("the drawing cannot be read"));
    image.src = href;
  });
}

/** A drawing of SVG as a picture of dots. */
async function dots(svg: string): Promise<Blob> {
  const href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = await loaded(href);
  URL.revokeObjectURL(href);
  const scale = Math.min(SHARP, WIDEST / Math.max(image.width, image.height, 1));
  const canvas = make("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!made) throw new Error("the picture is too large");
  return made;
}

function shown(scene: Scene): Shown {
  const everyone = scene.filtered() ? [] : scene.graph.entities.map(({ id }) => id);
  return shownOf(scene.graph, scene.left(), everyone);
}

/** Put the menu into the page; `current` gives the view that is seen now. */
export function createTake(scene: Scene, current: () => ShownView | null): void {
  const named = (kind: string, ending: string) => fileName(document.title, kind, ending);
  const list = make("div", { class: "take-list", id: "take-list", hidden: true });
  const press = button(
    { id: "take", "aria-expanded": "false", "aria-controls": "take-list" },
    () => open(list.hidden),
    "Take away",
  );
  const box = make("div", { class: "take" }, press, list);

  function open(on: boolean): void {
    if (on) replace(list, items());
    list.hidden = !on;
    press.setAttribute("aria-expanded", String(on));
  }

  function told(words: string): void {
    replace(byId("live"), words);
  }

  function take(name: string, content: Blob): void {
    hand(name, content);
    told(`${name} was written.`);
  }

  async function picture(svg: string): Promise<void> {
    try {
      take(named(scene.store.get().view, "png"), await dots(svg));
    } catch (error) {
      told(`No picture: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  function drawing(svg: string): void {
    take(named(scene.store.get().view, "svg"), new Blob([svg], { type: "image/svg+xml" }));
  }

  function item(id: string, label: string, act: () => void): HTMLElement {
    const done = () => {
      open(false);
      press.focus();
      act();
    };
    return make("li", {}, button({ id: `take-${id}`, class: "plain" }, done, label));
  }

  function items(): HTMLElement[] {
    const draws = current()?.picture;
    const asDrawn = (act: (svg: string) => void) => () => {
      const svg = draws?.(document.title) ?? null;
      if (svg === null) told("Nothing is drawn.");
      else act(svg);
    };
    const pictures = draws && [
      item(
        "png",
        "Picture (PNG)",
        asDrawn((svg) => void picture(svg)),
      ),
      item("svg", "Drawing (SVG)", asDrawn(drawing)),
    ];
    const data = Object.entries(DATA).map(([ending, { label, type, write }]) =>
      item(ending, label, () => take(named("", ending), new Blob([write(shown(scene))], { type }))),
    );
    const n = scene.passing().length;
    const lead = make("p", { class: "note" }, `${count(n, "claim")}, as the filters leave them`);
    const print = item("print", "Print\u2026", () => window.print());
    return [lead, fill(make("ul"), pictures ?? null, data, print)];
  }

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || list.hidden) return;
    open(false);
    press.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!list.hidden && !box.contains(event.target as Node)) open(false);
  });
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !box.contains(relatedTarget)) open(false);
  });
  byId("tabs").before(box);
}
