// The data out of the page: unpacked and parsed. kg/view/data.py writes all that types.ts
// promises.
import type { Drawing, PageData } from "./types";

/** All that the build put into the page. */
export interface Contents {
  readonly data: PageData;
  readonly drawing: Drawing;
  /** Settings for vis-network, as pyvis wrote them. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Data that is packed: gzip, written as base64. */
async function unpacked(base64: string): Promise<string> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // a plain loop: ten times as fast as Uint8Array.from with a function
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return await new Response(stream).text();
}

async function read(id: string): Promise<unknown> {
  const element = document.getElementById(id);
  const text = element?.textContent;
  if (!element || !text) throw new Error(`the page holds no ${id}`);
  return JSON.parse(element.dataset.packed === "gzip" ? await unpacked(text) : text);
}

/** Everything that the page holds; rejects when some of it is missing or broken. */
export async function contents(): Promise<Contents> {
  const [data, drawing, options] = await Promise.all(
    ["kg-data", "kg-drawing", "kg-options"].map(read),
  );
  return {
    data: data as PageData,
    drawing: drawing as Drawing,
    options: options as Readonly<Record<string, unknown>>,
  };
}
