import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checking } from "./manifests.ts";
import { type Command, costOf, unmeasurable } from "./measure.ts";
import { floor, program } from "./program.ts";
import { definitions, deployments } from "./sets.ts";
import { startUpEntries } from "./start-up.ts";

/** A cost of one command over that of another of its own nature, so that it is much the same on any machine. */
export interface Pair {
  readonly name: string;
  readonly cost: () => number;
  readonly reference: () => number;
}

export interface Standing {
  readonly name: string;
  readonly ratio: number;
  readonly committed: number | undefined;
  readonly isMet: boolean;
}

export type Ratios = Readonly<Record<string, number>>;

/** How much more than what is committed is a regression. */
export const tolerance = 1.2;
/** A round is so many runs of a pair, or more where they are short: a second of what they cost. */
const round = { runs: 3, cost: 1000 };
/** Rounds before a pair fails. */
const rounds = 5;

export const ratiosFile = join(import.meta.dirname, "ratios.json");

/** What `.ci/run` measures of the bundle: a row for each pair, or why nothing can be measured. */
export function gate(): { readonly standings: readonly Standing[] } | { readonly skipped: string } {
  if (unmeasurable !== undefined) return { skipped: unmeasurable };
  return { standings: judge(pairs(), JSON.parse(readFileSync(ratiosFile, "utf8")) as Ratios) };
}

/** The ratios of this machine and this bundle, to be committed. */
export function ratios(): Ratios {
  return Object.fromEntries(pairs().map((pair) => [pair.name, Number(settled(pair, rounds).toFixed(3))]));
}

export function judge(pairs: readonly Pair[], committed: Ratios): Standing[] {
  return pairs.map((pair) => {
    const { [pair.name]: known } = committed;
    const limit = known === undefined ? Number.NaN : known * tolerance;
    const ratio = settled(pair, known === undefined ? 1 : rounds, limit);
    return { name: pair.name, ratio, committed: known, isMet: ratio <= limit };
  });
}

/** A line for each. */
export function lineOf({ name, ratio, committed, isMet }: Standing): string {
  const now = `${name.padEnd(52)}${ratio.toFixed(2).padStart(6)} ×`;
  if (committed === undefined) return `${now}   nothing is committed: run \`npm run bench -- --write\``;
  const verdict = isMet ? "met" : "MISSED";
  return `${now}   committed ${committed.toFixed(2).padStart(6)} ×, at most ${(committed * tolerance).toFixed(2)} ×: ${verdict}`;
}

/**
 * Of many runs by turns, the cheapest of each side counts: what else the machine does only ever adds. A pair that seems too dear
 * is therefore measured again, on top of what it has, until it is below the limit; one that is dearer stays so.
 */
function settled(pair: Pair, most: number, limit = Number.NEGATIVE_INFINITY): number {
  let [cost, reference] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let times = 0; times < most && (times === 0 || cost / reference > limit); times++)
    for (let [run, spent] = [0, 0]; run < round.runs || spent < round.cost; run++) {
      const [ofReference, own] = [pair.reference(), pair.cost()];
      [reference, cost] = [Math.min(reference, ofReference), Math.min(cost, own)];
      spent += ofReference + own;
    }
  return cost / reference;
}

/** Processor time, not what a clock says: a machine that does other things too takes longer, and hardly more of it. */
function pairs(): Pair[] {
  const [start, version, one] = startUpEntries(process.execPath);
  if (!start || !version || !one) throw new Error("the start-up has three commands");
  const fixing = { ...program(["fix", "--diff", "."]), cwd: deployments(1000) };
  const pair = (of: "cpu" | "memory", name: string, command: Command, reference: Command): Pair => ({
    name,
    cost: () => costOf(command)[of],
    reference: () => costOf(reference)[of],
  });
  return [
    pair("cpu", "`--version`, to `node -e 0`", version, start),
    pair("cpu", "`check` of one file, to `node -e 0`", one, start),
    pair(
      "cpu",
      "`check` of 100, to parsing them with `yaml`",
      checking(deployments(100)),
      floor("parse", deployments(100)),
    ),
    pair(
      "cpu",
      "`check` of 1,000, to parsing them with `yaml`",
      checking(deployments(1000)),
      floor("parse", deployments(1000)),
    ),
    pair("cpu", "`fix --diff` of 1,000, to parsing them with `yaml`", fixing, floor("parse", deployments(1000))),
    pair("cpu", "`check` of 58 MB of CRDs, to reading them", checking(definitions()), floor("read", definitions())),
    pair("memory", "memory of `check` of 1,000, to that of `node -e 0`", checking(deployments(1000)), start),
  ];
}
