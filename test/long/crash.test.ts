import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { badPod, bundle, folder } from "../cli/folder.ts";

const pods = 600;
const name = (index: number) => `m${String(index).padStart(4, "0")}.yaml`;
const manifests = () => Object.fromEntries(Array.from({ length: pods }, (_, index) => [name(index), badPod]));
const formats = ["json", "sarif", "html", "junit"];
const reporting = [
  "check",
  "--no-config",
  ...formats.flatMap((format) => ["--format", format, "--output", `out.${format}`]),
];

/** But for the cache of compiled code, which Node.js keeps in the home folder that a test has in its own. */
const visibleIn = (path: string) => readdirSync(path).filter((file) => file !== ".cache");

/** A run that is ended by a signal after a while. */
async function ended(cwd: string, args: readonly string[], signal: NodeJS.Signals, milliseconds: number) {
  const child = spawn(process.execPath, [bundle, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const end = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("close", (status, by) => resolve({ status, signal: by }));
  });
  await Promise.race([setTimeout(milliseconds), end]);
  child.kill(signal);
  return { ...(await end), stderr };
}

describe("what ends a run leaves no file half written", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("%s while files are fixed and reports are written", async (signal) => {
    let early = 0;
    for (const milliseconds of [50, 200, 400, 800, 1200, 2000, 3000]) {
      const { path, read } = folder(manifests());
      const fixing = await ended(path, ["fix", "--no-config", "."], signal, milliseconds);
      const checking = await ended(path, reporting, signal, milliseconds);
      // One report alone is written while the review goes on.
      const alone = ["check", "--no-config", "--format", "json", "--output", "alone.json", "."];
      const streaming = await ended(path, alone, signal, milliseconds);
      for (const run of [fixing, checking, streaming]) {
        // To a shell that is 130 or 143.
        expect(run.stderr).toBe("");
        if (run.signal !== null) early++;
        expect([signal, null]).toContain(run.signal);
      }
      const fixed = new Set(Array.from({ length: pods }, (_, index) => read(name(index))));
      expect([...fixed].filter((text) => text !== badPod).length).toBeLessThanOrEqual(1);
      for (const text of fixed) expect(text).toMatch(/^apiVersion: v1\n[\s\S]*privileged: (true|false)\n[\s\S]*$/);
      const left = visibleIn(path).filter((file) => !/^m\d+\.yaml$/.test(file));
      expect(left.filter((file) => !formats.includes(file.replace(/^(out|alone)\./, "")))).toEqual([]);
      const ends = { json: /\}\n$/, sarif: /\}\n$/, html: /<\/html>\n?$/, junit: /<\/testsuites>\n$/ };
      for (const file of left)
        expect(read(file)).toMatch(ends[file.replace(/^(out|alone)\./, "") as keyof typeof ends]);
    }
    expect(early).toBeGreaterThan(0);
  });

  it.each(["json", "text", "sarif"])("a reader that has seen enough: | head, as %s", (format) => {
    const { shell } = folder(manifests());
    const { status, stdout, stderr } = shell(
      `secctx check --no-config --format ${format} . | head -c 20 >/dev/null; echo "\${PIPESTATUS[0]}"`,
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "1\n", stderr: "" });
  });

  it("out of memory: an end that no gate takes for a pass, and all is as it was", () => {
    const { path, read, shell } = folder(manifests());
    for (const args of ["fix --no-config .", reporting.join(" ")]) {
      const { stdout } = shell(
        `ulimit -c 0; '${process.execPath}' --max-old-space-size=8 --max-semi-space-size=1 '${bundle}' ${args} >/dev/null 2>&1; echo $?`,
      );
      expect(Number(stdout)).toBeGreaterThan(2);
    }
    for (let index = 0; index < pods; index++) expect(read(name(index))).toBe(badPod);
    expect(visibleIn(path)).toHaveLength(pods);
  });

  it("a disk that is full: the report that was there stays", () => {
    const { shell, read, path } = folder({ ...manifests(), "out.json": "before\n" });
    const { status, stderr } = shell("ulimit -f 8; secctx check --no-config --format json --output out.json .");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'secctx: --output "out.json": the report could not be written: the system allows no file of this size here.\n',
    });
    expect(read("out.json")).toBe("before\n");
    expect(visibleIn(path)).toHaveLength(pods + 1);
  });
});
