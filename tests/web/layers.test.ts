// The sources as text: who imports whom, how large they are, what they never say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const SRC = process.env.VIEWER_SRC ?? "";
const LAYERS = "model ask write state dom draw panel views controls main webgl theme".split(" ");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((f) =>
  f.endsWith(".ts"),
);
const source = (file: string) => readFileSync(join(SRC, file), "utf8");
const layer = (file: string) => file.replace(/\.ts$/, "").split("/")[0] ?? "";
// what stands beside one another, and does not know one another
const BESIDE = new Set(["ask", "write", "state"]);

function imports(file: string): string[] {
  const folder = file.includes("/") ? layer(file) : "";
  return [...source(file).matchAll(/(?:from|import\() ?"(\.[^"]+)"/g)].map(([, path = ""]) =>
    join(folder, path),
  );
}

test("all sources are seen", () => {
  assert.ok(files.length >= 30);
  assert.deepEqual(
    files.map(layer).filter((name) => !LAYERS.includes(name)),
    [],
  );
});

test("a module imports only from its own layer and those below", () => {
  const wrong = files.flatMap((file) =>
    imports(file)
      .filter((other) => {
        const [own, theirs] = [layer(file), layer(other)];
        const apart = own !== theirs && BESIDE.has(own) && BESIDE.has(theirs);
        return apart || LAYERS.indexOf(theirs) > LAYERS.indexOf(own);
      })
      .map((other) => `${file} imports ${other}`),
  );
  assert.deepEqual(wrong, []);
});

test("only the engine's script imports the engine; all others are content with its types", () => {
  const packages = /^import (?!type )[^;]*from "(?:sigma|graphology|@sigma)/m;
  assert.deepEqual(
    files.filter((file) => packages.test(source(file))),
    ["webgl.ts"],
  );
});

test("modules are small and none has a name that says nothing", () => {
  const sizes = files.map((file) => source(file).split("\n").length).sort((a, b) => a - b);
  assert.ok((sizes.at(-1) ?? 0) <= 400);
  assert.ok((sizes[Math.floor(sizes.length / 2)] ?? 0) <= 130);
  assert.deepEqual(
    files.filter((file) => /utils?|helpers?|common|misc/.test(file)),
    [],
  );
});

test("every module begins by saying what it is, and every exported function what it decides", () => {
  assert.deepEqual(
    files.filter((file) => !source(file).startsWith("// ")),
    [],
  );
  const bare = files.flatMap((file) =>
    [...source(file).matchAll(/^(.*)\nexport (?:async )?function (\w+)/gm)]
      .filter(([, above = ""]) => !above.endsWith("*/"))
      .map(([, , name]) => `${file}: ${name}`),
  );
  assert.deepEqual(bare, []);
});
