// Facets that ask for at least so much: confidence, and articles behind an edge.
import { make, replace } from "../dom/make";
import { bars as drawnBars } from "../dom/signs";
import { count } from "../model/words";
import type { Scene } from "../state/scene";
import { gesture } from "./gesture";

/** A slider with a bar of claims for each of its steps. */
export interface Steps {
  readonly element: HTMLElement;
  /** `bars`: the claims of each step; those from `value` on are left. */
  update(bars: readonly number[], value: number): void;
}

interface StepsOf {
  readonly id: string;
  readonly title: string;
  readonly least: number;
  readonly most: number;
  /** What a place of the slider asks for. */
  says(value: number): string;
  filter(value: number): { readonly conf: number } | { readonly min: number };
}

function range({ id, title, least, most }: StepsOf): HTMLInputElement {
  const ends = { min: least, max: most, step: 1 };
  return make("input", { type: "range", id, "aria-label": title, ...ends });
}

/** A slider that asks for at least so much. */
export function createSteps({ store }: Scene, of: StepsOf): Steps {
  const { id, title, least } = of;
  const input = range(of);
  const says = make("p", { class: "says" });
  const heights = make("div", { class: "heights", "aria-hidden": "true" });
  const unit = make("span", { class: "unit" }, "claims");
  const legend = make("legend", {}, make("span", {}, title), unit);
  const element = make("fieldset", { class: `facet facet-${id}` }, legend, heights, input, says);
  const moves = gesture(store);
  input.addEventListener("input", () => moves.go({ filter: of.filter(Number(input.value)) }));
  for (const over of ["pointerup", "blur"]) input.addEventListener(over, moves.end);

  function update(bars: readonly number[], value: number): void {
    const shown = bars.slice(least);
    const left = bars.slice(value).reduce((sum, n) => sum + n, 0);
    const text = `${of.says(value)}: ${count(left, "claim")}`;
    replace(
      heights,
      drawnBars(shown, (i) => i + least >= value),
    );
    replace(says, text);
    input.value = String(value);
    input.setAttribute("aria-valuetext", text);
  }

  return { element, update };
}
