// Copying a claim as a citation, where the browser allows it; else its text, selected.
import { button, byId, fill, make, replace } from "../dom/make";
import type { Graph } from "../model/graph";
import type { Claim } from "../model/types";
import { cite } from "../write/citation";

/** The citations of a claim, one line for each of its sentences. */
export function citation(graph: Graph, claim: Claim): string {
  const article = graph.article(claim.article);
  const text = graph.text(claim.article);
  return claim.evidence.map((span) => cite(article, text.cut(...span), span)).join("\n");
}

function say(words: string): void {
  replace(byId("live"), words);
}

// Where the clipboard is closed to the page, the text is shown, ready to be copied by keys.
function offer(place: HTMLElement, text: string): void {
  const area = make("textarea", {
    class: "citation",
    readonly: true,
    rows: "4",
    "aria-label": "Citation, selected: copy it by your keys",
  });
  area.value = text;
  replace(place, area);
  area.focus();
  area.select();
  say("The citation is selected: copy it by your keys.");
}

/** A button that copies the citation of a claim, and says so. */
export function copyButton(graph: Graph, claim: Claim): HTMLElement {
  const place = make("div", { class: "copied" });
  const press = button({ class: "plain copy" }, copy, "Copy as citation");

  async function copy(): Promise<void> {
    const text = citation(graph, claim);
    try {
      await navigator.clipboard.writeText(text);
      replace(press, "Copied");
      say("The citation is copied.");
    } catch {
      offer(place, text);
    }
  }

  return fill(make("div", { class: "copying" }), press, place);
}
