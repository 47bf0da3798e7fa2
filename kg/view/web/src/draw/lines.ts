// Lines in WebGL: each a band of pixels between two entities, of which the shader fills
// strokes (solid, dashed or dotted) and arrows. Widths are pixels at any zoom.
import type { Engine } from "../webgl";
import { CORNERS, type Growth } from "./dots";
import { LEAST } from "./placing";
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

const FLOAT = 0x1406;
const BYTE = 0x1401;
const TRIANGLE_STRIP = 5;
const FOG = 0.45;
const MANNERS = ["solid", "dashed", "dotted"];

/** Manner and arrows of a line as the one number that the shader takes apart. */
export function kindOf({ manner, forth, back, strong }: LineStyle): number {
  return MANNERS.indexOf(manner) + (forth ? 4 : 0) + (back ? 8 : 0) + (strong ? 16 : 0);
}

const VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_sizes;
attribute float a_width;
attribute float a_kind;
attribute vec4 a_colour;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_growth;
uniform float u_ink;
uniform float u_arrows;
varying vec2 v_at;
varying float v_length;
varying float v_width;
varying vec3 v_kind;
varying vec2 v_head;
varying vec4 v_colour;
void main() {
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

const UNIFORMS = ["u_matrix", "u_screen", "u_growth", "u_ink", "u_arrows"] as const;

/** The program for lines, made with the engine; `ink` is how strong all of them are. */
export function lineProgram(
  { EdgeProgram, floatColor }: Engine,
  growth: Growth,
  ink: (zoomRatio: number) => number,
) {
  return class Lines extends EdgeProgram<(typeof UNIFORMS)[number]> {
    override getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_sizes", size: 2, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_kind", size: 1, type: FLOAT },
          { name: "a_colour", size: 4, type: BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: CORNERS,
      };
    }

    override processVisibleItem(_: number, start: number, from: End, to: End, given: object): void {
      const { width, kind, color } = given as LineData;
      const ends = [from.x, from.y, to.x, to.y, from.size, to.size];
      this.array.set([...ends, width, kind, floatColor(color)], start);
    }

    override setUniforms(
      params: { matrix: Float32Array; width: number; height: number; zoomRatio: number },
      { gl, uniformLocations }: Parameters<InstanceType<typeof EdgeProgram>["setUniforms"]>[1],
    ): void {
      const { u_matrix, u_screen, u_growth, u_ink, u_arrows } = uniformLocations as Record<
        string,
        WebGLUniformLocation
      >;
      gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
      gl.uniform2f(u_screen ?? null, params.width, params.height);
      gl.uniform1f(u_growth ?? null, growth(params.zoomRatio, params));
      const strength = ink(params.zoomRatio);
      gl.uniform1f(u_ink ?? null, strength);
      // in a fog of lines no arrow could be seen, and each costs pixels
      gl.uniform1f(u_arrows ?? null, strength > FOG ? 1 : 0);
    }
  };
}
