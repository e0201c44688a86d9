import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Comparison, compare, type Goals } from "./compare.ts";
import type { Command } from "./measure.ts";
import { peer, peerFile, scoring } from "./peer.ts";
import { definitions, deploymentNames, deployments, operatorNames, operators } from "./sets.ts";
import { type Section, unmeasured } from "./tables.ts";

/** What users of the command line wait for: with this Node.js, and without goals with the one that is on the PATH. */
export function commandLine(): Section[] {
  const { stdout } = spawnSync("which", ["-a", "node"], { encoding: "utf8" });
  const other = stdout.split("\n").find((file) => file !== "" && !file.includes("node_modules"));
  return [...daily(process.execPath), ...large(), ...(other === undefined ? [] : daily(other).map(asReport(other)))];
}

/** The same section for another Node.js: it is only reported, so no goal is met or missed. */
function asReport(node: string): (section: Section) => Section {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  return ({ title, measure }) => ({
    title: `${title}, Node.js ${version}`,
    measure: async () => {
      const { head, rows, ...table } = await measure();
      return { ...table, head: head.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
    },
  });
}

function section(title: string, comparison: () => Comparison): Section {
  return { title, measure: () => compare(comparison()) };
}

/** In memory where that is possible, because files take no time of a disk there. */
const work = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "secctx-bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

function secctx(name: string, args: readonly string[], node = process.execPath): Command {
  const bundle = join(dirname(import.meta.dirname), "dist/cli/index.js");
  return { name, file: node, args: [bundle, ...args], env: { XDG_CACHE_HOME: join(work, "cache") } };
}

/** A run that writes a report for machines, as a pipeline asks for it. */
function check(cwd: string, { name = "`check`", node, paths = ["."] }: CheckOptions = {}): Command {
  return { ...secctx(name, ["check", "--format", "json", ...paths], node), cwd };
}

interface CheckOptions {
  readonly name?: string;
  readonly node?: string;
  readonly paths?: readonly string[];
}

/** The same run without the compiled code of an earlier one. */
function firstRun(command: Command): Command {
  const cache = join(work, "first");
  const prepare = () => rmSync(cache, { recursive: true, force: true });
  return { ...command, name: `${command.name}, first run`, env: { XDG_CACHE_HOME: cache }, prepare };
}

function daily(node: string): Section[] {
  return [
    section("The start", () => {
      const one = check(deployments(1), { name: "`check` of one file", node, paths: deploymentNames(1) });
      return {
        about:
          "What everybody waits for before the first byte is reviewed. The file is a Deployment of two containers.",
        reference: { name: "`node -e 0`", file: node, args: ["-e", "0"] },
        rows: [
          { ...secctx("`--version`", ["--version"], node), most: 1.3 },
          { ...firstRun(one), most: 2.8 },
          { ...one, most: 2 },
        ],
        runs: 30,
      };
    }),
    beside(node, { count: 100, most: 2.5, runs: 20 }),
    beside(node, { count: 5000, most: 0.7, memory: "as the reference", runs: 5 }),
  ];
}

/** A folder of Deployments, reviewed by secctx and by its peer. */
function beside(node: string, { count, runs, ...goals }: Goals & { count: number; runs: number }): Section {
  const title = `${count.toLocaleString("en")} Deployments`;
  const file = peerFile;
  if (file === undefined) return { title, measure: () => unmeasured(`${peer} is not on the PATH`) };
  return section(title, () => {
    const folder = deployments(count);
    const run = check(folder, { node });
    return {
      about:
        "secctx walks the folder and writes JSON; kube-score is given the files by name, and writes its shortest format.",
      reference: scoring(file, folder, deploymentNames(count)),
      rows: [firstRun(run), { ...run, ...goals }],
      runs,
    };
  });
}

function large(): Section[] {
  return [
    section("Fixes of 5,000 Deployments", () => ({
      about: "`fix` writes into a fresh copy, `fix --diff` prints one patch.",
      reference: check(deployments(5000)),
      rows: [
        { ...fixing(5000), most: 2.5 },
        { ...secctx("`fix --diff`", ["fix", "--diff", "."]), cwd: deployments(5000), most: 2.5 },
      ],
      runs: 3,
    })),
    section("58 MB of CustomResourceDefinitions", () => ({
      about: "Schemas describe pods and hold none.",
      reference: reading(definitions()),
      rows: [{ ...check(definitions()), most: 2.5 }],
      runs: 9,
    })),
    section("46 MB of operators' bundles", () => ({
      about: "In each file are twelve CustomResourceDefinitions and a Deployment.",
      reference: reading(operators()),
      rows: [
        { ...check(operators(), { name: "`check` of the folder" }), most: 3 },
        { ...check(operators(), { name: "`check` of the files by name", paths: operatorNames }), most: 3 },
      ],
      runs: 9,
    })),
    section("50,000 Deployments", () => ({
      about: "Ten times the work takes ten times as long.",
      reference: check(deployments(5000), { name: "`check` of 5,000" }),
      rows: [{ ...check(deployments(50_000), { name: "`check` of 50,000" }), most: 11, memory: 600e6 }],
      runs: 2,
    })),
  ];
}

/** Reads the same bytes: no reviewer can do less. */
function reading(folder: string): Command {
  return { name: "reading the bytes", file: process.execPath, args: [join(import.meta.dirname, "read.mjs"), folder] };
}

function fixing(count: number): Command {
  const copy = join(work, "copy");
  const prepare = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(deployments(count), copy, { recursive: true });
  };
  return { ...secctx("`fix`", ["fix", copy]), prepare };
}
