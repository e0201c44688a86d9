import { readdirSync, statSync } from "node:fs";
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
      `(('${process.execPath}' -e '${unwaiting}'; secctx ${report}; echo "status $?") | (sleep 2; cat)) 2>&1`,
    );
    const said = slow.stdout.replace(/^.*Killed.*\n/m, "");
    expect(said === `${stdout}status 1\n`, said.slice(-200)).toBe(true);
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

describe("what Node.js keeps compiled between runs", () => {
  const kept = (path: string) =>
    readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => /\d/.test(name));

  it.skipIf(/^v20\./.test(process.version))("is all of what a review loads, not only what runs while it does", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    secctx(report.split(" "));
    const cache = join(path, ".cache/secctx");
    const bytes = kept(cache)
      .map((name) => statSync(join(cache, name)))
      .filter((each) => each.isFile());
    const parts = readdirSync(dirname(bundle)).map((name) => statSync(join(dirname(bundle), name)).size);
    // Compiled, a function takes more than twice what its text does.
    expect(Math.max(...bytes.map(({ size }) => size))).toBeGreaterThan(1.5 * Math.max(...parts));
  });

  it.skipIf(/^v20\./.test(process.version))("lies in the user's own cache, and changes nothing", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod });
    const first = secctx(report.split(" "));
    expect(kept(join(path, ".cache/secctx"))).not.toEqual([]);
    expect(secctx(report.split(" "))).toEqual(first);
    expect(secctx(["check", "--no-config", "bad.yaml"], { env: { XDG_CACHE_HOME: join(path, "other") } }).status).toBe(
      1,
    );
    expect(kept(join(path, "other/secctx"))).not.toEqual([]);
  });

  it("is done without where it can't be, or may not be", () => {
    const { secctx, path } = folder({ "bad.yaml": badPod, file: "" });
    for (const env of [{ XDG_CACHE_HOME: join(path, "file") }, { NODE_DISABLE_COMPILE_CACHE: "1" }])
      expect(secctx(["check", "--no-config", "bad.yaml"], { env })).toMatchObject({ status: 1, stderr: "" });
    expect(readdirSync(path).toSorted()).toEqual(["bad.yaml", "file"]);
  });
});
