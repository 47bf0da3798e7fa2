// Builds the page's scripts and styles: node build.mjs OUT; with tests: node build.mjs --tests OUT
// The same sources give the same bytes. scripts/viewer calls this.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const WEB = dirname(fileURLToPath(import.meta.url));
const TESTS = join(WEB, "../../../tests/web");
const LICENCES = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"]);

const SHARED = {
  absWorkingDir: WEB,
  bundle: true,
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};
const PAGE = { ...SHARED, minify: true, format: "iife", platform: "browser", target: "es2022" };

/** Every package of npm that went into a bundle, by name. */
function packages(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  return [...names].sort();
}

/** A package's paragraph of the notice: name, version, where it is from, and its licence. */
function paragraph(name) {
  const folder = join(WEB, "node_modules", name);
  const { version, license, homepage } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  if (!LICENCES.has(license)) throw new Error(`${name}: licence ${license} is not one we may ship`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} carries no licence text`);
  const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  return [`${name} ${version} (${license})`, homepage, "", text]
    .filter((l) => l !== undefined)
    .join("\n");
}

/** The licences of all code of others in the page; it stands in a comment of HTML. */
function notice(names) {
  const parts = [
    readFileSync(join(WEB, "vis-network.notice"), "utf8").trim(),
    ...names.map(paragraph),
  ];
  const text = `${parts.join(`\n\n${"_".repeat(70)}\n\n`)}\n`;
  if (text.includes("--")) throw new Error("a licence would end the comment");
  return text;
}

async function buildPage(out) {
  const made = await Promise.all([
    build({ ...PAGE, entryPoints: ["src/main.ts"], outfile: join(out, "viewer.js") }),
    build({ ...PAGE, entryPoints: ["src/theme.ts"], outfile: join(out, "theme.js") }),
    build({ ...PAGE, entryPoints: ["src/webgl.ts"], outfile: join(out, "webgl.js") }),
    build({ ...PAGE, entryPoints: ["styles/viewer.css"], outfile: join(out, "viewer.css") }),
  ]);
  const names = new Set(made.flatMap(({ metafile }) => packages(metafile)));
  writeFileSync(join(out, "NOTICE"), notice([...names].sort()));
}

async function buildTests(out) {
  const files = readdirSync(TESTS)
    .filter((name) => name.endsWith(".test.ts"))
    .sort();
  await build({
    ...SHARED,
    entryPoints: files.map((name) => join(TESTS, name)),
    format: "esm",
    nodePaths: [join(WEB, "node_modules")],
    outdir: out,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    sourcemap: "inline",
    target: "node20",
  });
}

const [first, second] = process.argv.slice(2);
await (first === "--tests" ? buildTests(second) : buildPage(first));
