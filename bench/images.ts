import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { missing, startRegistry } from "../test/registry/docker-registry.ts";
import { pusher } from "../test/registry/push.ts";

const bundle = join(dirname(import.meta.dirname), "dist", "cli", "index.js");
const count = 100;
const runs = 5;
/** Seconds for all images, with nothing in the cache. */
const goal = 3;

/** What a user waits for a hundred distinct images of a registry on this machine: with an empty cache, and the next time. */
export async function images(): Promise<void> {
  if (missing) return console.log(`\nImages: not measured, ${missing}`);
  const registry = await startRegistry();
  const folder = mkdtempSync(join(tmpdir(), "secctx-bench-"));
  try {
    const { image } = pusher(registry.host);
    const names: string[] = [];
    for (let index = 0; index < count; index++)
      names.push((await image(`app-${index}`, { User: String(1000 + index) })).name);
    writeFileSync(join(folder, "pods.yaml"), names.map(pod).join("---\n"));
    const times = { without: [] as number[], cold: [] as number[], warm: [] as number[] };
    const requests = { cold: 0, warm: 0 };
    for (let run = 0; run < runs; run++) {
      rmSync(join(folder, ".cache"), { recursive: true, force: true });
      times.without.push(time(folder, []));
      for (const state of ["cold", "warm"] as const) {
        const before = registry.requests().length;
        times[state].push(time(folder, ["--images"]));
        requests[state] = registry.requests().length - before;
      }
    }
    console.log(`\n${count} images of a registry on this machine, ${runs} runs each   median   requests`);
    console.log(`  without --images                                 ${shown(times.without)}`);
    console.log(
      `  nothing in the cache                             ${shown(times.cold)}   ${requests.cold}  ${verdict(times.cold)}`,
    );
    console.log(`  the second time                                  ${shown(times.warm)}   ${requests.warm}`);
  } finally {
    registry.stop();
    rmSync(folder, { recursive: true });
  }
}

function time(folder: string, options: readonly string[]): number {
  const start = performance.now();
  const args = [bundle, "check", "--quiet", ...options, "pods.yaml"];
  const { PATH = "" } = process.env;
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { HOME: folder, PATH },
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 1 || stdout.includes("could not read")) throw new Error(`check ended with ${status}: ${stdout}`);
  return seconds;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(2)} s`.padStart(8);
}

function verdict(times: readonly number[]): string {
  return `(goal ${goal} s: ${median(times) <= goal ? "met" : "MISSED"})`;
}

function pod(image: string, index: number): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p-${index}}\nspec: {containers: [{name: app, image: "${image}"}]}\n`;
}

if (import.meta.main) await images();
