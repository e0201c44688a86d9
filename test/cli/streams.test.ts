import { chownSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, bundle, folder } from "./folder.ts";

const pods = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.yaml`, badPod]));
const report = "check --no-config --format json .";

describe("standard output", () => {
  it("is the same through a pipe, a socket and into a file", () => {
    const { shell, read, secctx } = folder(pods);
    const { stdout, status } = secctx(report.split(" "));
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "fail" });
    expect(status).toBe(1);
    expect(shell(`secctx ${report} | cat`).stdout).toBe(stdout);
    shell(`secctx ${report} > out`);
    expect(read("out")).toBe(stdout);
  });

  it.skipIf(process.platform === "win32")("waits for a reader of a pipe that somebody set not to wait", () => {
    const { shell, secctx } = folder(pods);
    const { stdout } = secctx(report.split(" "));
    expect(stdout.length).toBeGreaterThan(2 ** 17);
    // What Node.js sets on a pipe that it opens as a socket stays on it if nobody has the time to undo it.
    const unwaiting = `new (require("node:net").Socket)({ fd: 1 }); process.kill(process.pid, "SIGKILL")`;
    const slow = shell(
      // Its standard error is a pipe that others write to, too: left alone, that would not wait either.
      `('${process.execPath}' -e '${unwaiting}' 2>&-; secctx ${report}; echo "status $?" >&2) | (sleep 2; cat)`,
    );
    expect(slow.stdout === stdout, slow.stdout.slice(-200)).toBe(true);
    expect(slow.stderr).toMatch(/status 1\n$/);
  });

  it.skipIf(process.platform === "win32")("says that a file can't take all of it", () => {
    const { shell } = folder(pods);
    expect(shell(`(ulimit -f 8; secctx ${report} > out)`)).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^secctx: the output could not be written: EFBIG.*\n$/),
    });
  });

  it.skipIf(process.platform === "win32")("and standard error may be closed", () => {
    const { shell } = folder({ "bad.yaml": badPod });
    expect(shell(`secctx ${report} >&-`)).toMatchObject({ status: 1, stderr: "" });
    expect(shell(`secctx check nothing 2>&-`)).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("what is kept compiled between runs", () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`p${index}.yaml`, badPod]));
  const keptIn = (path: string) => {
    const cache = join(path, ".cache/secctx/code");
    return readdirSync(cache).map((name) => join(cache, name));
  };
  const first = (path: string) => keptIn(path)[0] as string;
  const inode = (path: string) => statSync(first(path)).ino;

  it("is all of what a review loads, not only what runs while it does", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    secctx(report.split(" "));
    const parts = readdirSync(dirname(bundle)).map((name) => statSync(join(dirname(bundle), name)).size);
    // Compiled, a function takes more than twice what its text does.
    expect(statSync(first(path)).size).toBeGreaterThan(1.5 * Math.max(...parts));
  });

  it("lies in the user's own cache, and changes nothing", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    const said = secctx(report.split(" "));
    const kept = inode(path);
    expect(secctx(report.split(" "))).toEqual(said);
    expect(inode(path)).toBe(kept);
    const elsewhere = { env: { XDG_CACHE_HOME: join(path, "other") } };
    expect(secctx(report.split(" "), elsewhere)).toEqual(said);
    expect(readdirSync(join(path, "other/secctx/code"))).toHaveLength(1);
  });

  it("is kept anew by a run that goes through more than twice as much", () => {
    const { secctx, path } = folder(many);
    secctx("check --no-config --format json p1.yaml".split(" "));
    const kept = inode(path);
    secctx("check --no-config --format json p1.yaml p2.yaml".split(" "));
    expect(inode(path)).toBe(kept);
    const said = secctx(report.split(" "));
    expect(inode(path)).not.toBe(kept);
    expect(secctx(report.split(" "))).toEqual(said);
  });

  it("fits the next run also where V8 was set up for many manifests", () => {
    const crowd = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`m/p${index}.yaml`, badPod]));
    const { secctx, path } = folder({ "bad.yaml": badPod, ...crowd });
    secctx(report.split(" "));
    expect(keptIn(path)).toHaveLength(1);
    // The run that it does not fit removes it.
    secctx("check --no-config --format json bad.yaml".split(" "));
    expect(keptIn(path)).toHaveLength(1);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, 5000)],
    ["of another V8", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 8), Buffer.alloc(bytes.length - 8)])],
    ["empty", () => Buffer.alloc(0)],
  ])("is made anew where it is %s", (_, damaged) => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    const said = secctx(report.split(" "));
    const whole = readFileSync(first(path)).length;
    writeFileSync(first(path), damaged(readFileSync(first(path))));
    for (const _again of [1, 2]) expect(secctx(report.split(" "))).toEqual(said);
    expect(readFileSync(first(path)).length).toBeGreaterThan(0.9 * whole);
  });

  it.skipIf(process.getuid?.() !== 0)("is not run where it belongs to somebody else", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    const said = secctx(report.split(" "));
    chownSync(first(path), 12345, 12345);
    const kept = inode(path);
    expect(secctx(report.split(" "))).toEqual(said);
    expect(inode(path)).not.toBe(kept);
    expect(statSync(first(path)).uid).toBe(0);
  });

  it("is done without where it can't be, or may not be", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod, file: "" });
    for (const env of [{ XDG_CACHE_HOME: join(path, "file") }, { NODE_DISABLE_COMPILE_CACHE: "1" }])
      expect(secctx(["check", "--no-config", "bad.yaml"], { env })).toMatchObject({ status: 1, stderr: "" });
    expect(readdirSync(path).toSorted()).toEqual(["bad.yaml", "file"]);
  });
});
