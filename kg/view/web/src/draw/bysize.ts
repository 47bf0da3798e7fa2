// Who draws: vis-network what is small, sigma what is large, if the page carries it and
// the browser can. Where WebGL fails, vis-network draws all.
import { make } from "../dom/make";
import type { Webgl } from "./engine";
import type { Camera, Dot, DotStyle, Handlers, Line, LineStyle, Renderer } from "./renderer";
import { visRenderer } from "./vis";

/** Entities up to which vis-network draws them. */
const SMALL = 800;

interface Stage {
  readonly box: HTMLElement;
  readonly renderer: Renderer;
}

/** What was drawn last, to draw it again by other means. */
interface Last {
  readonly dots: readonly Dot[];
  readonly lines: readonly Line[];
  readonly looks: readonly DotStyle[];
  readonly styles: readonly LineStyle[];
  readonly camera: Camera | null;
}

/** A renderer that is another one for large drawings. */
export function rendererBySize(options: object, canvas: HTMLElement, handlers: Handlers): Renderer {
  const webgl = (globalThis as { readonly kgWebgl?: Webgl }).kgWebgl;
  let able = webgl !== undefined;
  let small: Stage | null = null;
  let large: Stage | null = null;

  function stage(name: string, start: (box: HTMLElement) => Renderer): Stage {
    const box = make("div", { class: "stage", "data-renderer": name });
    canvas.append(box);
    try {
      return { box, renderer: start(box) };
    } catch (error) {
      box.remove();
      throw error;
    }
  }

  function startSmall(): Stage {
    small ??= stage("vis", (box) => visRenderer(options, box, handlers));
    return small;
  }

  function startLarge(): Stage | null {
    if (large || !webgl || !able) return large;
    able = webgl.works();
    if (!able) return null;
    try {
      large = stage("webgl", (box) => webgl.renderer(box, handlers));
      large.box.addEventListener("webglcontextlost", lost, { capture: true, once: true });
    } catch {
      able = false; // then vis-network draws it, slowly
    }
    return large;
  }

  let current = startSmall();
  let last: Last = { dots: [], lines: [], looks: [], styles: [], camera: null };

  // A driver may take the graphics card away: then vis-network draws the same again.
  function lost(): void {
    able = false;
    large?.box.remove();
    large = null;
    current = startSmall();
    current.box.hidden = false;
    current.renderer.place(last.dots, last.lines);
    current.renderer.style(last.looks, last.styles);
    if (last.camera) current.renderer.look(last.camera);
  }

  function choose(drawn: number): void {
    const wanted = (drawn > SMALL ? startLarge() : null) ?? startSmall();
    if (wanted === current) return;
    current.renderer.place([], []);
    current.box.hidden = true;
    wanted.box.hidden = false;
    current = wanted;
  }

  return {
    place(dots: readonly Dot[], lines: readonly Line[]) {
      last = { ...last, dots, lines };
      choose(dots.length);
      current.renderer.place(dots, lines);
    },
    style(looks, styles) {
      last = { ...last, looks, styles };
      current.renderer.style(looks, styles);
    },
    toScreen: (point) => current.renderer.toScreen(point),
    size: () => current.renderer.size(),
    scale: () => current.renderer.scale(),
    look(camera, how) {
      last = { ...last, camera };
      current.renderer.look(camera, how);
    },
    redraw: () => current.renderer.redraw(),
  };
}
