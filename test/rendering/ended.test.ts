import { spawn } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { badPod, bundle, folder } from "../cli/folder.ts";
import { missingHelm } from "./charts.ts";

/** A chart of many files: it is being copied for a while before Helm runs. */
const files = Array.from({ length: 300 }, (_, index) => [`shop/files/${index}.txt`, "x"] as const);

it.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s between two renderings leaves nothing",
  async (signal, { skip }) => {
    const missing = missingHelm("helm3");
    if (missing) skip(missing);
    const { path } = folder({
      ".secctx.yaml": "helm: {binary: helm3}\n",
      "shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
      "shop/templates/pod.yaml": badPod,
      ...Object.fromEntries(files),
    });
    const temporary = join(path, "tmp");
    mkdirSync(temporary);
    const child = spawn(process.execPath, [bundle, "check", "shop"], {
      cwd: path,
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => void child.once("close", (_, by) => resolve(by)));
    while (readdirSync(temporary).length === 0 && child.exitCode === null) await setTimeout(1);
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
