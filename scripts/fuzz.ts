/**
 * Mutated real manifests and odd texts, reviewed, reported and fixed: `npm run fuzz -- [COUNT] [SEED] [OFFSET]` (100,000 by default), in as many processes as the machine
 * has cores. Prints the count of all that was done, and the worst time; ends with 1 and what it takes to make them again where a text was too much. Goes on
 * where it was ended: OFFSET is the number of the first.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { mutant, oddTexts, realManifests } from "../test/fuzz/mutants.ts";
import { faultsOf, type Step, steps, stepsFor } from "../test/fuzz/trial.ts";

/** A text that takes longer counts as one that hangs. */
const mostSeconds = 30;
const secondsBetweenLines = 60;
const processes = availableParallelism();

/** What was done, of one process or all. */
interface Progress {
  /** The number to go on with: all before it are done, of a process its share of them. */
  readonly next: number;
  readonly done: number;
  readonly worst: { readonly number: number; readonly milliseconds: number };
  readonly faults: number;
  readonly steps: Readonly<Record<Step, number>>;
}

const [count = "100000", seed = String(Date.now() % 2 ** 31), offset = "0", part] = process.argv.slice(2);
if (part === undefined) process.exitCode = await inProcesses(Number(count), Number(seed), Number(offset));
else await run(Number(count), Number(seed), Number(part));

async function inProcesses(total: number, first: number, from: number): Promise<number> {
  const start = performance.now();
  const end = from + total;
  const parts = Array.from({ length: processes }, (_, index) => nothingUpTo(from + index));
  const rate = (done: number) => `${(done / ((performance.now() - start) / 1000)).toFixed(0)} a second`;
  const lines = setInterval(() => {
    const { next, done, ...rest } = joined(parts);
    const again = `to go on: npm run fuzz -- ${end - next} ${first} ${next}`;
    console.log(
      `${done.toLocaleString("en")} of ${total.toLocaleString("en")}, ${rate(done)}, ${told(rest)}; ${again}`,
    );
  }, secondsBetweenLines * 1000);
  await Promise.all(parts.map((_, index) => inProcess(index)));
  clearInterval(lines);
  const { done, faults, steps: each, ...rest } = joined(parts);
  console.log(
    `${done.toLocaleString("en")} mutants from ${from}, seed ${first}, ${rate(done)}, ${told({ faults, ...rest })}`,
  );
  console.log(steps.map((step) => `${step} ${each[step].toLocaleString("en")}`).join(", "));
  return faults === 0 && done === total ? 0 : 1;

  /** A share in a process of its own; one that hangs or dies loses its number, and another goes on behind it. */
  async function inProcess(index: number): Promise<void> {
    for (let current = parts[index] as Progress; current.next < end; current = parts[index] as Progress) {
      const why = await childFor(index, current);
      if (why === undefined) return;
      const { next, done, faults } = parts[index] as Progress;
      console.error(`seed ${first}, number ${next}: ${why}`);
      parts[index] = { ...(parts[index] as Progress), next: next + processes, done: done + 1, faults: faults + 1 };
    }
  }

  /** Runs a share to its end; why it did not get there. */
  function childFor(index: number, before: Progress): Promise<string | undefined> {
    const args = [import.meta.filename, end, first, from, before.next].map(String);
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    let hangs = false;
    const watch = setTimeout(() => {
      hangs = true;
      child.kill("SIGKILL");
    }, mostSeconds * 1000);
    child.on("message", (message) => {
      parts[index] = sum(before, message as Progress);
      watch.refresh();
    });
    return new Promise((resolve) => {
      child.on("close", (status) => {
        clearTimeout(watch);
        resolve(hangs ? "it hangs" : status === 0 ? undefined : "its process died");
      });
    });
  }
}

function nothingUpTo(number: number): Progress {
  const each = Object.fromEntries(steps.map((step) => [step, 0])) as Record<Step, number>;
  return { next: number, done: 0, worst: { number, milliseconds: 0 }, faults: 0, steps: each };
}

function joined(parts: readonly Progress[]): Progress {
  const next = Math.min(...parts.map((each) => each.next));
  return { ...parts.reduce(sum), next };
}

function sum(a: Progress, b: Progress): Progress {
  return {
    next: b.next,
    done: a.done + b.done,
    worst: b.worst.milliseconds > a.worst.milliseconds ? b.worst : a.worst,
    faults: a.faults + b.faults,
    steps: Object.fromEntries(steps.map((step) => [step, a.steps[step] + b.steps[step]])) as Record<Step, number>,
  };
}

function told({ worst, faults }: Pick<Progress, "worst" | "faults">): string {
  const found = faults === 0 ? "no faults" : `${faults} FAULTS`;
  return `the worst ${worst.milliseconds.toFixed(0)} ms (number ${worst.number}): ${found}`;
}

/** Runs every `processes`-th number, so that all processes advance at the same pace. */
async function run(end: number, seed: number, from: number): Promise<void> {
  const pool = [...realManifests(), ...oddTexts()];
  let progress = nothingUpTo(from);
  for (let number = from; number < end; number += processes) {
    const made = mutant(pool, seed, number);
    const start = performance.now();
    // What can't be read throws by the thousand: a stack is only made where one is wanted.
    Error.stackTraceLimit = 0;
    let faults = await faultsOf(made);
    Error.stackTraceLimit = 20;
    if (faults.length > 0) faults = await faultsOf(made);
    const milliseconds = performance.now() - start;
    if (faults.length > 0)
      console.error(`seed ${seed}, number ${number}: ${faults.join("\n")}\n${JSON.stringify(made.text)}\n`);
    const done = { ...nothingUpTo(number), done: 1, worst: { number, milliseconds }, faults: Math.sign(faults.length) };
    const each = { ...done.steps };
    for (const step of stepsFor(number)) each[step]++;
    progress = sum(progress, { ...done, next: number + processes, steps: each });
    process.send?.(progress);
  }
  process.disconnect?.();
}
