import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, folder } from "./folder.ts";

const pods = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}.yaml`, badPod]));
const report = "check --no-config --format json .";
const onWindows = process.platform === "win32";
const noShell = "a shell on Windows has no such streams and limits";

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

  it("waits for the reader even if the pipe is set not to wait", ({ skip }) => {
    skip(onWindows, noShell);
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

  it("says that a file can't take all of it", ({ skip }) => {
    skip(onWindows, noShell);
    const { shell } = folder(pods);
    expect(shell(`(ulimit -f 8; secctx ${report} > out)`)).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^secctx: the output could not be written: EFBIG.*\n$/),
    });
  });

  it("says so too if only the last part did not fit", ({ skip }) => {
    skip(onWindows, noShell);
    const { shell, secctx } = folder({ "bad.yaml": badPod });
    const { stdout } = secctx(report.split(" "));
    expect(stdout.length).toBeGreaterThan(1024);
    expect(stdout.length).toBeLessThan(2 ** 16);
    expect(shell(`(ulimit -f 1; secctx ${report} > out)`)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^secctx: the output could not be written: EFBIG.*\n$/),
    });
  });

  it("and standard error may be closed", ({ skip }) => {
    skip(onWindows, noShell);
    const { shell } = folder({ "bad.yaml": badPod });
    expect(shell(`secctx ${report} >&-`)).toMatchObject({ status: 1, stderr: "" });
    expect(shell(`secctx check nothing 2>&-`)).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("compiled code", () => {
  const [major = 0] = process.versions.node.split(".").map(Number);
  const kept = ".cache/secctx/compiled";

  it("is kept in the user's own cache by Node.js 22 and later, and changes no answer", ({ skip }) => {
    skip(major < 22, "this Node.js keeps no compiled code");
    const { secctx, path } = folder({ "bad.yaml": badPod });
    const alone = { NODE_COMPILE_CACHE: undefined };
    const answer = secctx(report.split(" "), { env: alone });
    expect(readdirSync(join(path, kept))).not.toEqual([]);
    expect(secctx(report.split(" "), { env: alone })).toEqual(answer);
    const elsewhere = { env: { ...alone, XDG_CACHE_HOME: join(path, "other") } };
    expect(secctx(report.split(" "), elsewhere)).toEqual(answer);
    expect(readdirSync(join(path, "other/secctx/compiled"))).not.toEqual([]);
  });

  it("is not kept if that is not possible or not wanted", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod, file: "" });
    for (const env of [{ XDG_CACHE_HOME: join(path, "file") }, { NODE_DISABLE_COMPILE_CACHE: "1" }])
      expect(
        secctx(["check", "--no-config", "bad.yaml"], { env: { NODE_COMPILE_CACHE: undefined, ...env } }),
      ).toMatchObject({ status: 1, stderr: "" });
    expect(readdirSync(path).toSorted()).toEqual(["bad.yaml", "file"]);
  });
});
