// Entities in WebGL: each a square of pixels, of which the shader fills the shape of the
// class, with a border, as vis-network draws it.
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

/** The shapes of the palette, by the number that the shader knows them by. */
export const SHAPES = ["dot", "square", "hexagon", "triangle", "triangleDown", "diamond", "star"];

/** What a dot's colours and sizes are to the program. */
export interface DotData {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly border: string;
  readonly borderWidth: number;
  readonly shape: number;
}

const VERTEX = `${PLACING}
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_look;
attribute vec4 a_fill;
attribute vec4 a_border;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_width;
varying vec4 v_fill;
varying vec4 v_border;
void main() {
  if (a_size == 0.0) { ${OUT_OF_SIGHT}; return; }
  v_radius = max(a_size * u_growth, ${LEAST.toFixed(2)});
  v_shape = a_look.x;
  v_width = min(a_look.y, v_radius * 0.6);
  v_at = a_corner * (v_radius * 1.2 + v_width + 1.0);
  v_fill = a_fill;
  v_border = a_border;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_at * 2.0 / u_screen, 0.0, 1.0);
}`;

// How far outside of its shape a pixel is; below 0 inside.
const DISTANCE = `
float convex(vec2 p, float i) {
  return max(-p.y - i, dot(vec2(abs(p.x), p.y), vec2(0.866, 0.5)) - i);
}
float star(vec2 p, float r) {
  float turn = atan(p.x, p.y);
  turn = abs(mod(turn + 0.62832, 1.25664) - 0.62832);
  vec2 q = length(p) * vec2(cos(turn), sin(turn));
  vec2 tip = vec2(1.066 * r, 0.0);
  vec2 along = 0.41 * r * vec2(0.80902, 0.58779) - tip;
  return dot(q - tip, vec2(along.y, -along.x)) / length(along);
}
float outside(vec2 p, float r) {
  vec2 a = abs(p);
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(a.x, a.y) - r;
  if (v_shape < 2.5) return max(a.y, dot(a, vec2(0.866, 0.5))) - 0.866 * r;
  if (v_shape < 3.5) return convex(p + vec2(0.0, 0.316 * r), 0.664 * r);
  if (v_shape < 4.5) return convex(vec2(p.x, -p.y) + vec2(0.0, 0.316 * r), 0.664 * r);
  if (v_shape < 5.5) return (a.x + a.y - r) * 0.707;
  return star(p, r);
}`;

const FRAGMENT = `
precision highp float;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_width;
varying vec4 v_fill;
varying vec4 v_border;
${DISTANCE}
void main() {
  float far = outside(v_at, v_radius);
  float whole = clamp(0.5 - far + v_width * 0.5, 0.0, 1.0);
  float inner = clamp(0.5 - far - v_width * 0.5, 0.0, 1.0);
  vec4 colour = mix(v_border, v_fill, inner);
  float alpha = colour.a * whole * 255.0 / 254.0;
  gl_FragColor = vec4(colour.rgb * alpha, alpha);
}`;

const ATTRIBUTES = { a_position: 2, a_size: 1, a_look: 2, a_fill: "colour", a_border: "colour" };
const DEFINITION = squares(VERTEX, FRAGMENT, ATTRIBUTES);

/** The program for entities, made with the engine. */
export function dotProgram({ NodeProgram, floatColor }: Engine, growth: Growth) {
  return class Dots extends NodeProgram {
    // without a buffer to pick from: nearest.ts finds what is under the pointer
    constructor(...[gl, , renderer]: ConstructorParameters<typeof NodeProgram>) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return DEFINITION;
    }

    override processVisibleItem(_: number, start: number, given: object): void {
      const { x, y, size, shape, borderWidth, color, border } = given as DotData;
      const fill = floatColor(color);
      this.array.set([x, y, size, shape, borderWidth, fill, floatColor(border)], start);
    }

    override setUniforms(view: View, info: Info): void {
      setUniforms(info, view, { u_growth: growth(view.zoomRatio, view) });
    }
  };
}
