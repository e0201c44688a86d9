import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundle, type Folder, folder, goodPod } from "../cli/folder.ts";

const levels = (count: number): number[] => [...Array(count).keys()];
const deep = "This document is nested more than 1,000 levels deep. Leave its file out if it is not a manifest.";
const long =
  "This document has more than 3,145,728 characters (limits.documentCharacters). Split it, or leave it out if it is not a manifest.";
const many =
  "This file holds more than 50,000 documents (limits.documentsPerFile). Split it, or leave it out if it is not a manifest.";
const talkative =
  "This document has more than 200,000 findings, each counted for every container (limits.findingsPerDocument). Split it, or leave it out if it is not a manifest.";
const wordy =
  "This document has more than 700,000 tokens (words, signs and spaces). Split it, or leave its file out if it is not a manifest.";
const crowded =
  "This document has more than 10,000 containers (limits.containersPerDocument). Split it, or leave it out if it is not a manifest.";
const aliases = "Aliases make this document too large: Kubernetes refuses it. Write out what they stand for.";

const hundred = `&spec {containers: [${levels(100)
  .map((each) => `{name: c${each}, image: i}`)
  .join(", ")}]}`;

/** A pod of many containers, each on a line. */
function podOf(containers: readonly string[]): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n${containers.map((each) => `    - ${each}\n`).join("")}`;
}

/** A run of the bundle in a folder, and what it cost. */
interface Measured {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Processor time of all its threads, in seconds. Other load on the machine hardly changes it. */
  readonly seconds: number;
}

/** Writes down what a process has cost when it ends. */
const meter = `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.METER, String((userCPUTime + systemCPUTime) / 1e6));
});
`;

function measured({ write, path, read, shell }: Folder, command: string, heapMegabytes: number): Measured {
  write("meter.mjs", meter);
  const run = shell(
    `'${process.execPath}' --max-old-space-size=${heapMegabytes} --import ./meter.mjs '${bundle}' ${command} m.yaml`,
    { env: { METER: join(path, "seconds") } },
  );
  return { ...run, seconds: Number(read("seconds")) };
}

const check = "check --no-config --format json";

/** Megabytes that may be alive at once, besides the text itself. */
const mostMegabytes = 450;

/** How much longer a bomb may take than a small manifest: about a second is the most on a machine where that takes a tenth. */
const mostTimes = 100;

describe("a bomb is a problem that names the limit, soon", () => {
  const usual = () => measured(folder({ "m.yaml": goodPod }), check, mostMegabytes).seconds;

  it.each<[what: string, text: () => string, message: string]>([
    [
      "aliases of aliases",
      () =>
        `a0: &a0 lol\n${levels(30)
          .map((level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}*a${level}]\n`)
          .join("")}${goodPod}`,
      aliases,
    ],
    [
      "merges of merges",
      () =>
        `a0: &a0 {k: 1}\n${levels(30)
          .map((level) => `a${level + 1}: &a${level + 1} {<<: [${`*a${level},`.repeat(9)}*a${level}]}\n`)
          .join("")}${goodPod}`,
      aliases,
    ],
    ["100,000 lists in one another", () => `${goodPod}x: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`, deep],
    ["100,000 dashes on a line", () => `${goodPod}x:\n  ${"- ".repeat(100_000)}a\n`, deep],
    [
      "2,000 blocks in one another",
      () =>
        `${goodPod}x:\n${levels(2000)
          .map((level) => `${" ".repeat(level + 1)}a:\n`)
          .join("")}`,
      deep,
    ],
    [
      "100,000 objects in one another",
      () => `{"kind": "Pod", "apiVersion": "v1", "x": ${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
      deep,
    ],
    ["100 MB in one word", () => `${goodPod}x: ${"a".repeat(1e8)}\n`, long],
    ["100 MB in quotes", () => `${goodPod}x: "${"a".repeat(1e8)}"\n`, long],
    ["100 MB in JSON", () => `{"kind": "Pod", "apiVersion": "v1", "x": "${"a\\n".repeat(3e7)}"}`, long],
    ["100 MB of lines", () => `${goodPod}x: |\n${`  ${"a".repeat(97)}\n`.repeat(1e6)}`, long],
    ["400,000 items in brackets, each on a line", () => `${goodPod}x: [\n${"  1,\n".repeat(400_000)}  1]\n`, wordy],
    ["200,000 keys, of which one has a tag", () => `${goodPod}a: !!str 1\n${"k: 1\n".repeat(200_000)}`, wordy],
    ["1,000,000 documents", () => "---\napiVersion: v1\nkind: Pod\n".repeat(1_000_000), many],
    ["20,000 containers", () => podOf(levels(20_000).map((each) => `{name: c${each}, image: i}`)), crowded],
    [
      "1,000 settings of the pod for each of 1,000 containers",
      () =>
        podOf(levels(1000).map((each) => `{name: c${each}, image: i}`)).replace(
          "  containers:",
          `  securityContext: {sysctls: [${levels(1000).map((each) => `{name: kernel.x${each}, value: "1"}`)}]}\n  containers:`,
        ),
      talkative,
    ],
    [
      "20,000 containers by aliases",
      () =>
        `apiVersion: v1\nkind: List\nitems:\n${levels(200)
          .map(
            (each) =>
              `  - {apiVersion: v1, kind: Pod, metadata: {name: p${each}}, spec: ${each === 0 ? hundred : "*spec"}}\n`,
          )
          .join("")}`,
      crowded,
    ],
  ])("%s", (_, write, message) => {
    const text = write();
    // The text may be there as bytes and as a string.
    const heap = mostMegabytes + Math.ceil((2 * text.length) / 1e6);
    const { status, stdout, stderr, seconds } = measured(folder({ "m.yaml": text }), check, heap);
    expect(stderr).toBe("");
    expect(status).toBe(2);
    const { problems, verdict } = JSON.parse(stdout);
    expect(verdict).toBe("error");
    expect(problems).toMatchObject([{ severity: "error", file: "m.yaml", message }]);
    expect(seconds).toBeLessThan(mostTimes * usual());
  });

  it.each<[what: string, text: () => string, status: number]>([
    ["100,000 keys of one name", () => `${goodPod}x:\n${"  k: 1\n".repeat(100_000)}`, 1],
    ["keys that every object inherits", () => `${goodPod}__proto__: {x: 1}\nconstructor: {prototype: {x: 1}}\n`, 1],
    [
      "100,000 keys",
      () =>
        `${goodPod}x:\n${levels(100_000)
          .map((key) => `  k${key}: 1\n`)
          .join("")}`,
      1,
    ],
    [
      "20,000 anchors",
      () =>
        `${goodPod}${levels(20_000)
          .map((key) => `k${key}: &a${key} [1]\nl${key}: *a${key}\n`)
          .join("")}`,
      1,
    ],
    ["1,000,000 empty documents", () => "---\n".repeat(1_000_000), 0],
    ["40,000 JSON objects behind one another", () => '{"kind":"Service"}'.repeat(40_000), 0],
    ["40,000 services on a line", () => '{"apiVersion":"v1","kind":"Service"}'.repeat(40_000), 0],
    ["4,000 containers", () => podOf(levels(4000).map((each) => `{name: c${each}, image: i}`)), 1],
    [
      "4,000 containers on a line",
      () =>
        `{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [${levels(4000).map((each) => `{name: c${each}, image: i}`)}]}}\n`,
      1,
    ],
    ["4,000 containers of one name", () => podOf(levels(4000).map(() => "{name: c, image: i}")), 1],
    [
      "2,000 containers that are ignored",
      () =>
        podOf(
          levels(2000).map((each) => `# secctx: ignore[run-as-non-root] because\n      name: c${each}\n      image: i`),
        ),
      1,
    ],
    [
      "8,000 volumes",
      () =>
        `${goodPod}  volumes:\n${levels(8000)
          .map((each) => `    - {name: v${each}, hostPath: {path: /v${each}}}\n`)
          .join("")}`,
      1,
    ],
    [
      "8,000 ports of the node",
      () => podOf([`{name: c, image: i, ports: [${levels(8000).map((each) => `{hostPort: ${each + 1}}`)}]}`]),
      1,
    ],
    [
      "8,000 capabilities",
      () =>
        podOf([
          `{name: c, image: i, securityContext: {capabilities: {add: [${levels(8000).map((each) => `C${each}`)}]}}}`,
        ]),
      1,
    ],
    [
      "8,000 keys that Kubernetes does not know",
      () => podOf([`{name: c, image: i, securityContext: {${levels(8000).map((each) => `k${each}: 1`)}}}`]),
      1,
    ],
    [
      "2,000 keys that are set twice",
      () => podOf(levels(2000).map((each) => `{name: c${each}, image: i, image: j}`)),
      1,
    ],
    [
      "8,000 annotations for AppArmor",
      () =>
        goodPod.replace(
          "metadata:\n",
          `metadata:\n  annotations:\n${levels(8000)
            .map((each) => `    container.apparmor.security.beta.kubernetes.io/c${each}: unconfined\n`)
            .join("")}`,
        ),
      1,
    ],
    [
      "10,000 comments that ignore nothing",
      () =>
        `${goodPod}x:\n${levels(10_000)
          .map((each) => `  # secctx: ignore[privileged] because\n  k${each}: 1\n`)
          .join("")}`,
      1,
    ],
    ["100,000 malformed ignore comments", () => `${goodPod}${"#secctx:\n".repeat(100_000)}`, 0],
    ["300,000 malformed ignore comments", () => `${goodPod}${"#secctx:\n".repeat(300_000)}`, 2],
    ["150,000 keys set twice", () => `${goodPod}x:\n${"  a: b\n".repeat(150_001)}`, 1],
    ["5,000 documents with comments", () => `# secctx: ignore[privileged] because\n${goodPod}---\n`.repeat(5000), 0],
    [
      "a list of 50,000 services",
      () => `apiVersion: v1\nkind: List\nitems:\n${"- {apiVersion: v1, kind: Service}\n".repeat(50_000)}`,
      0,
    ],
    ["500,000 items in brackets", () => `${goodPod}x: [${"1, ".repeat(500_000)}1]\n`, 1],
    ["a line of a million characters", () => `${goodPod}x: "${"a".repeat(1_000_000)}"\n`, 1],
    ["20,001 open quotes", () => `${goodPod}${'a: "\n'.repeat(20_001)}`, 2],
    ["20,000 open brackets", () => `${goodPod}${"a: [\n".repeat(20_000)}`, 2],
    ["a million braces of a template", () => `${"{{".repeat(500_000)}${goodPod}`, 2],
    ["a million spaces before a comment", () => `${goodPod}${" ".repeat(1_000_000)}#\n`, 0],
  ])("%s: read, or a problem, and time grows with length alone", (_, write, expected) => {
    const { status, stdout, stderr, seconds } = measured(folder({ "m.yaml": write() }), check, mostMegabytes);
    expect({ status, stderr, report: stdout.slice(0, 20) }).toEqual({
      status: expected,
      stderr: "",
      report: '{"schema":"secctx/v1',
    });
    expect(seconds).toBeLessThan(mostTimes * usual());
  });

  it("fixes of thousands of containers: some, and the limit", () => {
    const thousand = folder({ "m.yaml": podOf(levels(1000).map((each) => `{name: c${each}, image: i}`)) });
    const { stdout, status, seconds } = measured(thousand, "fix --no-config", mostMegabytes);
    expect(status).toBe(0);
    expect(stdout).toContain("there is too much to fix in this document at once (limits.fixCharacters)");
    expect(stdout).toMatch(/^m.yaml: [1-9]\d* fixes, /);
    expect(seconds).toBeLessThan(mostTimes * usual());
  });
});
