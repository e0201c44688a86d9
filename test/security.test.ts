import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** Rows of SECURITY.md: a claim, and the test that holds it. */
const claims = [...read("SECURITY.md").matchAll(/^\| (.+?) \| `(test\/[\w./-]+)`: (.+) \|$/gm)].map(
  ([, claim = "", file = "", title = ""]) => ({ claim, file, title }),
);

describe("what SECURITY.md claims", () => {
  it("is a table of claims, and every row of it names a test", () => {
    const [, table = ""] = read("SECURITY.md").split("| claim | test |");
    const rows = (table.split("\n\n")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
    expect(claims.length).toBeGreaterThan(15);
    expect(rows).toHaveLength(claims.length);
  });

  it.each(claims)("is held by a test that there is: $claim", ({ file, title }) => {
    const titles = [...read(file).matchAll(/\b(?:it|describe)[^;{]*?\(\s*"((?:[^"\\]|\\.)*)"/g)].map(
      ([, each]) => each,
    );
    expect([...titles, ...[...read(file).matchAll(/^ *\]?\)\("([^"]+)"/gm)].map(([, each]) => each)]).toContain(title);
  });
});

describe("the licences beside the bundles", () => {
  const lock = JSON.parse(read("package-lock.json")).packages as Readonly<
    Record<string, { readonly version?: string }>
  >;
  const installed = new Set(
    Object.entries(lock).map(([path, { version }]) => `${path.split("node_modules/").at(-1)} ${version}`),
  );

  it.each(["cli", "action"])("have a text for every package of the %s, of a kind that goes with ours", (door) => {
    const lines = read(`dist/${door}/licenses.txt`).split("\n");
    // Packages of one text follow each other; below the last are the kind and the text.
    const lasts = [...lines.keys()].filter(
      (at) => installed.has(lines[at] ?? "") && !installed.has(lines[at + 1] ?? ""),
    );
    expect(lasts.length).toBeGreaterThan(1);
    for (const [index, at] of lasts.entries()) {
      const [name = "", , licence, ...text] = lines.slice(at, lasts[index + 1]);
      expect(licence, name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0)$/);
      expect(text.join("\n").length, name).toBeGreaterThan(300);
    }
  });
});
