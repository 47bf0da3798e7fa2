// One key for the spellings of a name that was written in another script: what the
// systems of romanisation (of Korean above all) write apart, the key writes alike. It is
// coarse, and only finds candidates: who writes a name as it is written, comes first.
import { fold } from "../model/text";

// In this order: what is said of clusters comes before what is said of single letters.
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "p"],
  [/sh/g, "s"],
  [/rh/g, "r"],
  [/tch|ch|zh/g, "j"],
  [/ck|c|q/g, "k"],
  [/oo|ou|eo|eu|oh$|u/g, "o"], // Moon, Young, Jeong, Geun, Noh, Jung
  [/^wo/g, "o"], // Woo
  [/ae|ai|ay/g, "e"], // Baek, Paik
  [/ee|ie|y$/g, "i"], // Lee, Rhee
  [/a[rh](?![aeiouy])/g, "a"], // Park, Ahn
  [/oi/g, "oe"], // Choi
  [/g/g, "k"],
  [/d/g, "t"],
  [/b/g, "p"],
  [/r/g, "l"],
  [/([a-z])\1+/g, "$1"],
  [/^[ln](?=[iy])/, ""], // Ri, Lee; Ryu, Nyong
  [/^yi/, "i"], // Yi
  [/^l/, "n"], // Roh, Noh
];

/** The key of one folded word. */
export function wordKey(word: string): string {
  return RULES.reduce((key, [from, to]) => key.replace(from, to), word);
}

/** The key of a name, its words joined; empty for a name without letters. */
export function nameKey(name: string): string {
  return fold(name).split(" ").map(wordKey).join("");
}
