// The bars of the timeline, drawn from a histogram as SVG.
import type { Histogram } from "../ask/bins";
import { setAttributes } from "../dom/make";
import { grouped } from "../model/words";
import { height, inWords } from "./range";

const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Readonly<Record<string, unknown>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  setAttributes(made, attributes);
  return made;
}

// A few claims beside very many would not be seen: the least height is one of fifty.
function stack(counts: readonly number[], most: number): readonly number[] {
  return counts.map((n) => (n ? Math.max(n / most, 0.02) : 0));
}

/** The bars, each stacked by the keys of the histogram; `colour` names one of the page's. */
export function columns(histogram: Histogram, colour: (key: string) => string): SVGElement {
  const { bins, keys } = histogram;
  const most = Math.max(1, ...bins.map(height));
  const box = `0 0 ${Math.max(bins.length, 1)} 1`;
  const svg = element("svg", { viewBox: box, preserveAspectRatio: "none", "aria-hidden": "true" });
  const gap = bins.length > 100 ? 0.06 : 0.12;
  for (const [i, bin] of bins.entries()) {
    const far = (histogram.early && i === 0) || (histogram.late && i === bins.length - 1);
    const bar = element("g", { class: far && "far" });
    const title = element("title", {});
    title.textContent = `${inWords(bin)}: ${grouped(height(bin))}`;
    bar.append(title, element("rect", { x: i, y: 0, width: 1, height: 1, fill: "transparent" }));
    let y = 1;
    for (const [k, tall] of stack(bin.counts, most).entries()) {
      if (tall === 0) continue;
      y -= tall;
      const style = `fill:var(--${colour(keys[k] ?? "")})`;
      bar.append(element("rect", { x: i + gap, y, width: 1 - 2 * gap, height: tall, style }));
    }
    svg.append(bar);
  }
  return svg;
}
