// The panel of an article: its text, at a sentence.
import { type Child, link, make, name } from "../dom/make";
import { short } from "../model/text";
import type { Span } from "../model/types";
import { date } from "../model/words";
import type { Scene } from "../state/scene";
import { heading, kicker } from "./parts";

function body(scene: Scene, index: number, at: Span | null): Child {
  const text = scene.graph.text(index);
  if (!at || at[1] > text.length) return text.cut(0, text.length);
  const sentence = make("mark", { class: "sentence", id: "sentence" }, text.cut(...at));
  return [text.cut(0, at[0]), sentence, text.cut(at[1], text.length)];
}

function original(url: string): HTMLElement {
  const address = make("span", {}, "Address: ", name(short(url, 120)));
  return make("p", { class: "aliases" }, link(url, "Open the original") ?? address);
}

/** An article's text with the sentence marked that it was opened at. */
export function articlePanel(scene: Scene, index: number, at: Span | null): Child {
  const { id, title, source, author, published, url } = scene.graph.article(index);
  const facts = [source, author, date(published)].filter((fact) => fact !== null && fact !== "");
  const line = facts.map((fact, i) => [i ? " \u00b7 " : "", name(fact ?? "")]);
  return [
    kicker("Article"),
    heading(name(title ?? id)),
    make("p", { class: "figures" }, line),
    url ? original(url) : null,
    make("div", { class: "text", dir: "auto" }, body(scene, index, at)),
  ];
}
