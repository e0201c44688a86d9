import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "./cli/folder.ts";

/** A small shop: what its workloads are, and the user of each image. */
const shop: Readonly<Record<string, string>> = {
  catalog: "1000",
  cart: "10001:10001",
  checkout: "65532",
  search: "nonroot",
  proxy: "",
  database: "root",
  reports: "999",
  mailer: "app",
};

const workloads = Object.keys(shop).map(
  (name) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
        - name: ${name}
          image: registry.example.com/shop/${name}:1
`,
);

const images = {
  schema: "secctx/images/v1",
  images: Object.fromEntries(
    Object.entries(shop).map(([name, user]) => [`registry.example.com/shop/${name}:1`, { "linux/amd64": { user } }]),
  ),
};

describe("what the images prove", () => {
  const place = () => folder({ "shop.yaml": workloads.join("---\n"), "images.json": JSON.stringify(images) });
  /** What stands in the last column of the table of rules, for those with fixes. */
  const fixesOf = (stdout: string) =>
    Object.fromEntries(
      stdout
        .split("\n")
        .map((line) => line.split(/ {2,}/))
        .filter((cells) => /(safe|look)$/.test(cells.at(-1) ?? ""))
        .map((cells) => [cells[0], cells.at(-1)]),
    );

  it("without them no fix is safe; with them a user that is not root makes two of its fixes safe", () => {
    const { secctx } = place();
    const before = fixesOf(secctx(["check", "--quiet"]).stdout);
    const after = fixesOf(secctx(["check", "--quiet", "--images-from", "images.json"]).stdout);
    const same = {
      "seccomp-profile": "8 need a look",
      "allow-privilege-escalation": "8 need a look",
      "drop-all-capabilities": "8 need a look",
      "read-only-root-filesystem": "8 need a look",
    };
    expect(before).toEqual({ "run-as-non-root": "8 need a look", ...same });
    expect(after).toEqual({ "run-as-non-root": "4 safe", "explicit-user": "4 safe", ...same });
  });

  it("docs/images.md says how many", () => {
    const page = readFileSync(join(import.meta.dirname, "../docs/images.md"), "utf8");
    expect(page).toContain(
      "Of eight workloads that declare nothing, four of which have an image with a user of its own number, no fix is safe",
    );
    expect(page).toContain("with `--images` eight are");
  });

  it("fix --safe makes exactly these, and leaves the rest with its reasons", () => {
    const { secctx, read } = place();
    const { stdout } = secctx(["fix", "--safe", "--images-from", "images.json"]);
    expect(stdout.match(/^ {2}fix /gm)).toHaveLength(8);
    expect(stdout).toContain("\n--safe leaves 32 fixes that need a look:\n  8 × ");
    expect(read("shop.yaml").match(/runAsUser: (1000|10001|65532|999)\n/g)).toHaveLength(4);
    // A name is not a number, and root is root: the kubelet would not start them.
    expect(stdout).toMatch(/\n {2}left {2}run-as-non-root, line \d+: /);
  });
});
