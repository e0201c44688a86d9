/**
 * Mutated real manifests, reviewed, reported and fixed: `npm run fuzz -- [COUNT] [SEED] [OFFSET]` (100,000 by default), in as many processes as the machine
 * has cores. Prints the count and the worst time; ends with 1 and what it takes to make them again where a text was too much. Goes on where it was ended:
 * OFFSET is the number of the first.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { mutant, realManifests } from "../test/fuzz/mutants.ts";
import { faultsOf } from "../test/fuzz/trial.ts";

/** A text that takes longer counts as one that hangs. */
const mostSeconds = 30;
/** What a process tells of itself, so that one that hangs can be told of. */
interface Progress {
  readonly done: number;
  readonly worst: { readonly number: number; readonly milliseconds: number };
  readonly faults: number;
}

const [count = "100000", seed = String(Date.now() % 2 ** 31), offset = "0", part] = process.argv.slice(2).map(String);
if (part === undefined) process.exitCode = await inProcesses(Number(count), Number(seed), Number(offset));
else await run(Number(count), Number(seed), Number(offset), Number(part));

async function inProcesses(total: number, first: number, from: number): Promise<number> {
  const processes = availableParallelism();
  const start = performance.now();
  const parts = await Promise.all(
    Array.from({ length: processes }, (_, index) => inProcess(total, first, from, index)),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const done = parts.reduce((sum, each) => sum + each.done, 0);
  const faults = parts.reduce((sum, each) => sum + each.faults, 0);
  const worst = parts.map((each) => each.worst).reduce((a, b) => (b.milliseconds > a.milliseconds ? b : a));
  console.log(
    `${done.toLocaleString("en")} mutants from ${from}, seed ${first}, ${seconds} s, the worst ${worst.milliseconds.toFixed(0)} ms (number ${worst.number}): ` +
      `${faults === 0 ? "no faults" : `${faults} FAULTS`}`,
  );
  return faults === 0 ? 0 : 1;
}

function inProcess(total: number, first: number, from: number, index: number): Promise<Progress> {
  const args = [import.meta.filename, total, first, from, index].map(String);
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let last: Progress = { done: 0, worst: { number: from, milliseconds: 0 }, faults: 0 };
  return new Promise((resolve) => {
    const hangs = setTimeout(() => {
      console.error(`seed ${first}, the number behind ${from + index + last.done * availableParallelism()}: it hangs`);
      child.kill("SIGKILL");
    }, mostSeconds * 1000);
    child.on("message", (message) => {
      last = message as Progress;
      hangs.refresh();
    });
    child.on("close", (status) => {
      clearTimeout(hangs);
      resolve(status === 0 ? last : { ...last, faults: last.faults + 1 });
    });
  });
}

/** Every so manieth number, so that all processes are at about the same. */
async function run(total: number, seed: number, from: number, index: number): Promise<void> {
  const pool = realManifests();
  const step = availableParallelism();
  let progress: Progress = { done: 0, worst: { number: from, milliseconds: 0 }, faults: 0 };
  for (let number = from + index; number < from + total; number += step) {
    const made = mutant(pool, seed, number);
    const start = performance.now();
    const faults = await faultsOf(made);
    const milliseconds = performance.now() - start;
    if (faults.length > 0)
      console.error(`seed ${seed}, number ${number}: ${faults.join("\n")}\n${JSON.stringify(made.text)}\n`);
    progress = {
      done: progress.done + 1,
      worst: milliseconds > progress.worst.milliseconds ? { number, milliseconds } : progress.worst,
      faults: progress.faults + (faults.length > 0 ? 1 : 0),
    };
    if (progress.done % 50 === 0 || number + step >= from + total) process.send?.(progress);
  }
  process.disconnect();
}
