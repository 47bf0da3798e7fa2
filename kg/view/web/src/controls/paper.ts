// Printing: what is on a canvas is put on paper as a drawing, whatever the canvas shows.
import { make } from "../dom/make";
import type { ShownView } from "../views/view";

/** While the page is printed a drawing stands in the place of the canvas of the view. */
export function createPaper(current: () => ShownView | null): void {
  let paper: HTMLElement | null = null;

  function remove(): void {
    paper?.parentElement?.classList.remove("papered");
    paper?.remove();
    paper = null;
  }

  addEventListener("beforeprint", () => {
    remove();
    const view = document.querySelector(".view:not([hidden])");
    const drawn = current()?.sheet?.();
    if (!view || !drawn) return;
    paper = make("div", { class: "on-paper" }, drawn);
    view.classList.add("papered");
    view.append(paper);
  });
  addEventListener("afterprint", remove);
}
