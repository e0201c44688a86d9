import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Call, type FakeGitHub, type Files, runAction, startFakeGitHub } from "../test/fake-github/index.ts";
import { milliseconds, type Table, times, verdict } from "./table.ts";

const runs = 9;

interface Case {
  readonly name: string;
  /** How many of the hundred bring a finding; none of them is changed without it. */
  readonly bad?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The program instead of the bundle. */
  readonly entry?: string;
  /** At most so many milliseconds, or times an empty program. */
  readonly goal?: { readonly milliseconds: number } | { readonly times: number };
}

/** Runs of the Action's bundle against a server on this machine, and what of each is waiting for the server or between writes. */
export async function action(): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), "secctx-bench-"));
  try {
    const empty = join(folder, "empty.js");
    writeFileSync(empty, "");
    const cases: readonly Case[] = [
      { name: "an empty program", entry: empty },
      { name: "nothing to review", goal: { times: 2.5 } },
      { name: "100 manifests, 40 findings", bad: 40, goal: { milliseconds: 1500 } },
      { name: "100 manifests, 100 findings", bad: 100 },
      { name: "the same, with suggestions", bad: 100, inputs: { suggest: "true" } },
    ];
    return [await measureCases(cases)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureCases(cases: readonly Case[]): Promise<Table> {
  const timings = cases.map(() => [] as Timing[]);
  for (let run = 0; run < runs; run++)
    for (const [index, each] of cases.entries()) {
      await using github = await startFakeGitHub();
      timings[index]?.push(await time(github, each));
    }
  const [empty = Number.NaN] = (timings[0] ?? []).map(({ total }) => total).toSorted((a, b) => a - b);
  return {
    title: "The Action",
    about: `From the event to the exit, on a pull request of 100 manifests. \`calls\` are answered by a server on this machine; what they take, and the second between two writes that GitHub asks for (\`pauses\`), is not the Action's own \`work\`. ${runs} runs each.`,
    head: ["", "median", "minimum", "calls", "in calls", "pauses", "work (minimum)", "goal"],
    rows: cases.map((each, index) => row(each, timings[index] ?? [], empty)),
  };
}

function row({ name, goal }: Case, timings: readonly Timing[], empty: number): string[] {
  const sorted = timings.toSorted((a, b) => a.total - b.total);
  const [median, min] = [sorted[Math.floor(runs / 2)], sorted[0]];
  if (!median || !min) return [name];
  const work = Math.min(...timings.map(({ total, waited, paused }) => total - waited - paused));
  const { total, calls, waited, paused } = median;
  const spent = [total, min.total].map(milliseconds);
  const of = [waited, paused, work].map(milliseconds);
  return [name, ...spent, String(calls), ...of, goal ? standing(goal, { work, total: median.total }, empty) : ""];
}

function standing(goal: NonNullable<Case["goal"]>, own: { work: number; total: number }, empty: number): string {
  if ("milliseconds" in goal)
    return verdict(`at most ${milliseconds(goal.milliseconds)}`, own.total <= goal.milliseconds);
  const ratio = own.work / empty;
  return verdict(`work ${times(ratio)}, at most ${goal.times.toFixed(1)} × an empty program`, ratio <= goal.times);
}

interface Timing {
  readonly total: number;
  readonly calls: number;
  /** While a request was on its way, with the server's own time. */
  readonly waited: number;
  /** The second between writes that GitHub asks for. */
  readonly paused: number;
}

async function time(github: FakeGitHub, { bad, inputs = {}, entry }: Case): Promise<Timing> {
  const names = Array.from({ length: 100 }, (_, index) => `k8s/p${index}.yaml`);
  const base: Files = Object.fromEntries(names.map((name, index) => [name, manifest(`p${index}`, "1", true)]));
  const head: Files =
    bad === undefined
      ? { "README.md": "# changed\n" }
      : Object.fromEntries(names.map((name, index) => [name, manifest(`p${index}`, "2", index >= bad)]));
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  await github.repository.commit(head, { branch: "change" });
  const pull = await github.openPullRequest({ head: "change" });
  const event = await github.pullRequestEvent(pull, "opened");
  const work = await github.repository.checkout(github.headOf(pull));
  github.clearCalls();
  const { durationMs: total } = await runAction({
    github,
    event,
    inputs,
    workspace: { folder: work },
    timeoutMs: 60_000,
    ...(entry !== undefined && { entry }),
  });
  const writes = github.calls.filter(({ method, path }) => method !== "GET" && path !== "/graphql");
  const paused = writes.slice(1).reduce((sum, write, index) => {
    const before = writes[index];
    return sum + Math.max(0, write.at - (before?.at ?? 0) - (before?.took ?? 0));
  }, 0);
  return { total, calls: github.calls.length, waited: waitedFor(github.calls), paused };
}

/** The time in which at least one call was on its way. */
function waitedFor(calls: readonly Call[]): number {
  let [waited, until] = [0, 0];
  for (const { at, took = 0 } of calls.toSorted((a, b) => a.at - b.at)) {
    waited += Math.max(0, at + took - Math.max(at, until));
    until = Math.max(until, at + took);
  }
  return waited;
}

function manifest(name: string, tag: string, isGood: boolean): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: app
          image: registry.example.com/${name}:${tag}
          securityContext:
            allowPrivilegeEscalation: ${!isGood}
            capabilities:
              drop: ["ALL"]
            readOnlyRootFilesystem: true
`;
}
