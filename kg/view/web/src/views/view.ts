// What a view is: one way to see the same selection under the same filter.
import type { State, ViewName } from "../model/types";
import type { Scene } from "../state/scene";

/** A view that has been put into its section of the page. */
export interface ShownView {
  /** Show the state of now; called only while the view can be seen. `before` is the
   * state that was shown last, null at first and when only the filter's claims changed. */
  update(now: State, before: State | null): void;
  /** What is drawn as SVG text, to be taken away; no such thing where all is words. */
  picture?(title: string): string | null;
  /** What is on a canvas as an element for paper. */
  sheet?(): SVGSVGElement;
}

/** A view that the page offers. */
export interface View {
  readonly name: ViewName;
  /** What its tab says. */
  readonly label: string;
  /** Fill its section, once, when it is seen for the first time. */
  build(section: HTMLElement, scene: Scene): ShownView;
}
