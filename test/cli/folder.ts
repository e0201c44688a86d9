import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text as consume } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** The bundle that users run; `npm run build` makes it. */
export const bundle = join(dirname(dirname(import.meta.dirname)), "dist/cli/index.js");
if (!existsSync(bundle)) throw new Error("dist/cli/index.js is missing: run `npm run build`");

const { PATH = "", NODE_COMPILE_CACHE } = process.env;
/** What a run takes from the tests: where programs are, and the code that Node.js compiled in earlier runs. */
const inherited = { PATH, NODE_COMPILE_CACHE };

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Below the folder. */
  readonly cwd?: string;
}

export interface Folder {
  readonly path: string;
  readonly secctx: (args: readonly string[], options?: RunOptions) => Run;
  /** The same beside the test, for servers that the test itself is. */
  readonly start: (args: readonly string[], options?: RunOptions) => Promise<Run>;
  /** A line for the shell; `secctx` in it is the bundle. */
  readonly shell: (line: string, options?: RunOptions) => Run;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
}

/** A folder of its own for one test, with files in it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), "secctx-cli-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  const run = (file: string, args: readonly string[], { input = "", env = {}, cwd = "." }: RunOptions = {}): Run => {
    const { status, stdout, stderr, error } = spawnSync(file, args, {
      cwd: join(path, cwd),
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      env: { ...inherited, HOME: path, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", ...env },
      // For what hangs.
      timeout: 240_000,
    });
    if (error) throw error;
    return { status, stdout, stderr };
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    read: (name) => readFileSync(join(path, name), "utf8"),
    secctx: (args, options) => run(process.execPath, [bundle, ...args], options),
    start: async (args, { env = {} } = {}) => {
      const child = spawn(process.execPath, [bundle, ...args], {
        cwd: path,
        env: { ...inherited, HOME: path, ...env },
      });
      child.stdin.end();
      const [stdout, stderr, status] = await Promise.all([
        consume(child.stdout),
        consume(child.stderr),
        new Promise<number | null>((resolve) => child.once("close", resolve)),
      ]);
      return { status, stdout, stderr };
    },
    shell: (line, options) =>
      run("bash", ["-c", `secctx() { '${process.execPath}' '${bundle}' "$@"; }; ${line}`], options),
    git: (...args) => {
      const identity = ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main"];
      const { status, stdout, stderr } = run("git", [...identity, ...args]);
      if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
      return stdout;
    },
  };
}

/** A repository whose branch `main` has some files, and whose branch `change` is checked out. */
export function createRepository(files: Readonly<Record<string, string>>): Folder {
  const place = folder(files);
  place.git("init");
  place.git("add", "--all");
  place.git("commit", "--allow-empty", "-m", "base");
  place.git("checkout", "-b", "change");
  return place;
}

/** A Pod whose one container has the worst that there is. */
export const badPod = `apiVersion: v1
kind: Pod
metadata:
  name: bad
spec:
  containers:
    - name: app
      image: registry.example.com/app:1.0 # pinned
      securityContext:
        privileged: true
`;

/** A Pod that every level lets through. */
export const goodPod = `apiVersion: v1
kind: Pod
metadata:
  name: good
spec:
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/app:1.0
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: [ALL]
        readOnlyRootFilesystem: true
`;
