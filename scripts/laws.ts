/**
 * The laws of fixing on many random pods: `npm run laws -- [COUNT] [SEED]` (100,000 by default), in as many processes as the machine has cores. Ends with 1
 * and the shrunk counterexample, its law and its seed where a law is broken: it belongs into the fixtures then.
 */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import fc from "fast-check";
import { fixing, laws } from "../test/laws/laws.ts";
import { randomManifest, wishes } from "../test/laws/random-pods.ts";

class Broken extends Error {
  readonly law: string;
  constructor(law: string, cases: string) {
    super(`${law}: ${cases}`);
    this.law = law;
  }
}

const [count = "100000", seed = String(Date.now() % 2 ** 31), part] = process.argv.slice(2);
process.exitCode =
  part === undefined ? await inProcesses(Number(count), Number(seed)) : await run(Number(count), Number(seed));

async function inProcesses(total: number, first: number): Promise<number> {
  const processes = availableParallelism();
  const share = Math.ceil(total / processes);
  const start = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: processes }, (_, index) => {
      const args = [
        import.meta.filename,
        String(Math.min(share, total - index * share)),
        String(first + index),
        "part",
      ];
      const child = spawn(process.execPath, args, { stdio: "inherit" });
      return new Promise<number>((resolve) => child.on("close", (status) => resolve(status ?? 1)));
    }),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const broken = statuses.some((status) => status !== 0);
  console.log(
    `${total.toLocaleString("en")} pods, ${Object.keys(laws).length} laws, seed ${first}, ${seconds} s: ${broken ? "BROKEN" : "all hold"}`,
  );
  return broken ? 1 : 0;
}

/** Every law on every pod; one that breaks is tried again alone, so that what is shrunk is its own. */
async function run(numRuns: number, seed: number): Promise<number> {
  const property = (chosen: readonly string[]) =>
    fc.asyncProperty(randomManifest(), wishes, async (text, { policy, isWanted }) => {
      const fixed = await fixing({ file: "m.yaml", text, named: true }, policy, isWanted);
      for (const name of chosen) {
        const broken = laws[name]?.(fixed) ?? [];
        if (broken.length > 0) throw new Broken(name, broken.join("\n"));
      }
    });
  const all = await fc.check(property(Object.keys(laws)), { numRuns, seed, endOnFailure: true });
  if (!all.failed) return 0;
  const law = all.errorInstance instanceof Broken ? [all.errorInstance.law] : Object.keys(laws);
  const own = await fc.check(property(law), { numRuns, seed });
  const { errorInstance, counterexample } = own.failed ? own : all;
  console.error(`seed ${seed}, after ${all.numRuns} pods: ${String(errorInstance)}\n${counterexample?.[0]}`);
  return 1;
}
