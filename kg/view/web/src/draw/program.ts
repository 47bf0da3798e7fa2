// What the programs of dots.ts and lines.ts have in common: each item is a square of
// pixels, placed by the camera, of which the shader fills a part.
import type { Engine } from "./engine";

/** How much larger than its size an entity is on the screen at a zoom, for all alike. */
export type Growth = (zoomRatio: number, size: { width: number; height: number }) => number;

type Told = Parameters<InstanceType<Engine["NodeProgram"]>["setUniforms"]>;

/** What the engine tells of camera and canvas, and of a program on the graphics card. */
export type View = Pick<Told[0], "matrix" | "width" | "height" | "zoomRatio">;
export type Info = Told[1];

/** What vertex shaders begin with: the corner that they place, the camera and the canvas. */
export const PLACING = `
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_growth;`;

/** The statement that puts a square where nothing is seen. */
export const OUT_OF_SIGHT = "gl_Position = vec4(2.0, 2.0, 0.0, 1.0)";

const FLOAT = 0x1406;
const BYTE = 0x1401;
const TRIANGLE_STRIP = 5;

/** A program by its shaders; attributes are so many numbers, or a colour. */
export function squares(
  vertex: string,
  fragment: string,
  attributes: Readonly<Record<string, number | string>>,
  uniforms: readonly string[] = [],
) {
  return {
    VERTICES: 4,
    VERTEX_SHADER_SOURCE: vertex,
    FRAGMENT_SHADER_SOURCE: fragment,
    METHOD: TRIANGLE_STRIP,
    UNIFORMS: ["u_matrix", "u_screen", "u_growth", ...uniforms],
    ATTRIBUTES: Object.entries(attributes).map(([name, size]) =>
      typeof size === "number"
        ? { name, size, type: FLOAT }
        : { name, size: 4, type: BYTE, normalized: true },
    ),
    CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
    CONSTANT_DATA: [-1, 1].flatMap((y) => [-1, 1].map((x) => [x, y])),
  };
}

/** Tells a program of camera and canvas, and the numbers that are its own uniforms. */
export function setUniforms(
  { gl, uniformLocations }: Info,
  { matrix, width, height }: View,
  numbers: Readonly<Record<string, number>>,
): void {
  const place = (name: string) => uniformLocations[name] ?? null;
  gl.uniformMatrix3fv(place("u_matrix"), false, matrix);
  gl.uniform2f(place("u_screen"), width, height);
  for (const [name, value] of Object.entries(numbers)) gl.uniform1f(place(name), value);
}
