// Lines in WebGL: each a band of pixels between two entities, of which the shader fills
// strokes (solid, dashed or dotted) and arrows. Widths are pixels at any zoom.
import type { Engine } from "./engine";
import { LEAST } from "./placing";
import {
  type Growth,
  type Info,
  OUT_OF_SIGHT,
  PLACING,
  setUniforms,
  squares,
  type View,
} from "./program";
import type { LineStyle } from "./renderer";

/** What a line's colour and manner are to the program. */
export interface LineData {
  readonly color: string;
  readonly width: number;
  readonly kind: number;
}

interface End {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const FOG = 0.45;
const MANNERS = ["solid", "dashed", "dotted"];

/** Manner and arrows of a line as the one number that the shader takes apart. */
export function kindOf({ manner, forth, back, strong }: LineStyle): number {
  return MANNERS.indexOf(manner) + (forth ? 4 : 0) + (back ? 8 : 0) + (strong ? 16 : 0);
}

const VERTEX = `${PLACING}
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_sizes;
attribute float a_width;
attribute float a_kind;
attribute vec4 a_colour;
uniform float u_ink;
uniform float u_arrows;
varying vec2 v_at;
varying float v_length;
varying float v_width;
varying vec3 v_kind;
varying vec2 v_head;
varying vec4 v_colour;
void main() {
  if (a_width == 0.0) { ${OUT_OF_SIGHT}; return; }
  vec2 from = (u_matrix * vec3(a_from, 1.0)).xy * u_screen * 0.5;
  vec2 to = (u_matrix * vec3(a_to, 1.0)).xy * u_screen * 0.5;
  float far = max(distance(from, to), 0.001);
  vec2 along = (to - from) / far;
  vec2 rims = max(a_sizes * u_growth, vec2(${LEAST.toFixed(2)}));
  v_length = far - rims.x - rims.y - 1.0;
  float manner = mod(a_kind, 4.0);
  float arrows = mod(floor(a_kind / 4.0), 4.0);
  float strong = step(16.0, a_kind);
  float room = step(26.0, v_length) * max(u_arrows, strong);
  float faint = u_ink * (u_ink < 1.0 ? sqrt(min(1.0, 150.0 / far)) : 1.0);
  v_kind = vec3(manner, room * mod(arrows, 2.0), room * floor(arrows / 2.0));
  v_head = vec2(5.0 + 1.6 * a_width, 1.6 + 0.9 * a_width);
  v_width = a_width;
  float arrow = max(v_kind.y, v_kind.z) * v_head.y;
  float aside = max(a_width * 0.5, arrow) + 1.0;
  float part = a_corner.x * 0.5 + 0.5;
  v_at = vec2(part * v_length, a_corner.y * aside);
  v_colour = vec4(a_colour.rgb, a_colour.a * mix(faint, 1.0, strong) * 255.0 / 254.0);
  vec2 place = from + along * (rims.x + 0.5 + v_at.x) + vec2(-along.y, along.x) * v_at.y;
  vec2 shown = v_length > 0.0 ? place * 2.0 / u_screen : vec2(2.0);
  gl_Position = vec4(shown, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
varying vec2 v_at;
varying float v_length;
varying float v_width;
varying vec3 v_kind;
varying vec2 v_head;
varying vec4 v_colour;
float stroke(float aside, float to) {
  if (to < 0.0 || to > v_length) return 0.0;
  float full = v_kind.x < 0.5 ? 1.0
    : v_kind.x < 1.5 ? step(mod(v_at.x, 12.0), 7.0)
    : step(mod(v_at.x, 6.0), 2.0);
  return full * clamp(v_width * 0.5 - aside + 0.5, 0.0, 1.0);
}
float arrow(float back, float aside) {
  if (back < 0.0 || back > v_head.x) return 0.0;
  return clamp(v_head.y * back / v_head.x - aside + 0.5, 0.0, 1.0);
}
void main() {
  float aside = abs(v_at.y);
  float left = v_length - v_at.x;
  float drawn = 0.0;
  if (v_kind.y > 0.5 && left < v_head.x) drawn = arrow(left, aside);
  else if (v_kind.z > 0.5 && v_at.x < v_head.x) drawn = arrow(v_at.x, aside);
  else drawn = stroke(aside, v_at.x);
  float alpha = v_colour.a * drawn;
  gl_FragColor = vec4(v_colour.rgb * alpha, alpha);
}`;

const ENDS = { a_from: 2, a_to: 2, a_sizes: 2 };
const ATTRIBUTES = { ...ENDS, a_width: 1, a_kind: 1, a_colour: "colour" };
const DEFINITION = squares(VERTEX, FRAGMENT, ATTRIBUTES, ["u_ink", "u_arrows"]);

/** The program for lines, made with the engine; `ink` is how strong all of them are. */
export function lineProgram(
  { EdgeProgram, floatColor }: Engine,
  growth: Growth,
  ink: (zoomRatio: number) => number,
) {
  return class Lines extends EdgeProgram {
    override getDefinition() {
      return DEFINITION;
    }

    override processVisibleItem(_: number, start: number, from: End, to: End, given: object): void {
      const { width, kind, color } = given as LineData;
      const ends = [from.x, from.y, to.x, to.y, from.size, to.size];
      this.array.set([...ends, width, kind, floatColor(color)], start);
    }

    override setUniforms(view: View, info: Info): void {
      const [u_growth, u_ink] = [growth(view.zoomRatio, view), ink(view.zoomRatio)];
      // in a fog of lines no arrow could be seen, and each costs pixels
      setUniforms(info, view, { u_growth, u_ink, u_arrows: Number(u_ink > FOG) });
    }
  };
}
