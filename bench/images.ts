import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missing, startRegistry } from "../test/registry/docker-registry.ts";
import { pusher } from "../test/registry/push.ts";
import { costOf } from "./measure.ts";
import { program } from "./program.ts";
import { milliseconds, type Table, unmeasured, verdict } from "./table.ts";

const count = 100;
const runs = 5;
/** Milliseconds for all images, with nothing in the cache. */
const goal = 3000;
const title = "100 images";

/** What a user waits for a hundred distinct images of a registry on this machine: with an empty cache, and the next time. */
export async function images(): Promise<Table[]> {
  if (missing) return [unmeasured(title, missing)];
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
    const { without, cold, warm } = times;
    const met = verdict(`at most ${milliseconds(goal)}`, median(cold) <= goal);
    return [
      {
        title,
        about: `Of a registry on this machine, each of another user, with \`--images\`. ${runs} runs each.`,
        head: ["", "median", "minimum", "requests", "goal"],
        rows: [
          ["without `--images`", ...shown(without), "0", ""],
          ["nothing in the cache", ...shown(cold), String(requests.cold), met],
          ["the second time", ...shown(warm), String(requests.warm), ""],
        ],
      },
    ];
  } finally {
    registry.stop();
    rmSync(folder, { recursive: true });
  }
}

function time(folder: string, options: readonly string[]): number {
  const { PATH = "" } = process.env;
  const args = ["check", "--quiet", ...options, "pods.yaml"];
  return costOf({ ...program(args), cwd: folder, env: { HOME: folder, PATH } }).wall;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function shown(times: readonly number[]): string[] {
  return [median(times), Math.min(...times)].map(milliseconds);
}

function pod(image: string, index: number): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: p-${index}}\nspec: {containers: [{name: app, image: "${image}"}]}\n`;
}
