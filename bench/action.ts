import { type FakeGitHub, type Files, runAction, startFakeGitHub } from "../test/fake-github/index.ts";

/** Seconds from the event to the end of the process, with 100 changed manifests, on two cores. */
const goal = 1.5;
const runs = 5;

interface Case {
  readonly name: string;
  /** How many of the hundred bring a finding. */
  readonly bad: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly goal?: number;
}

const cases: readonly Case[] = [
  { name: "nothing changed", bad: -1 },
  { name: "100 manifests, 40 findings", bad: 40, goal },
  { name: "100 manifests, 100 findings", bad: 100 },
  { name: "the same, with suggestions", bad: 100, inputs: { suggest: "true" } },
];

/** A run of the Action's bundle against a server on this machine, and what of it is waiting for the server or between writes. */
export async function action(): Promise<void> {
  console.log(`\nThe Action, ${runs} runs each               median       min     calls  in calls   pauses   work`);
  for (const each of cases) await measureCase(each);
}

async function measureCase({ name, bad, inputs = {}, goal: most }: Case): Promise<void> {
  const timings: Timing[] = [];
  for (let run = 0; run < runs; run++) {
    await using github = await startFakeGitHub();
    timings.push(await time(github, bad, inputs));
  }
  const [best] = timings.toSorted((a, b) => a.total - b.total);
  const median = timings.toSorted((a, b) => a.total - b.total)[Math.floor(runs / 2)];
  if (!best || !median) return;
  const { total, calls, waited, paused } = median;
  const row = [total, best.total].map((value) => ms(value)).join("");
  const rest = [ms(waited), ms(paused), ms(total - waited - paused)].join("");
  const verdict = most === undefined ? "" : `   (goal ${most} s: ${total <= most * 1000 ? "met" : "MISSED"})`;
  console.log(`  ${name.padEnd(32)}${row}${String(calls).padStart(10)}${rest}${verdict}`);
}

interface Timing {
  readonly total: number;
  readonly calls: number;
  /** While a request was on its way, with the server's own time. */
  readonly waited: number;
  /** The second between writes that GitHub asks for. */
  readonly paused: number;
}

async function time(github: FakeGitHub, bad: number, inputs: Readonly<Record<string, string>>): Promise<Timing> {
  const names = Array.from({ length: 100 }, (_, index) => `k8s/p${index}.yaml`);
  const base: Files = Object.fromEntries(names.map((name, index) => [name, manifest(`p${index}`, "1", true)]));
  const head: Files =
    bad < 0
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
  });
  const writes = github.calls.filter(({ method, path }) => method !== "GET" && path !== "/graphql");
  const paused = writes.slice(1).reduce((sum, write, index) => {
    const before = writes[index];
    return sum + Math.max(0, write.at - (before?.at ?? 0) - (before?.took ?? 0));
  }, 0);
  const waited = github.calls.reduce((sum, { took = 0 }) => sum + took, 0);
  return { total, calls: github.calls.length, waited, paused };
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`.padStart(10);
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

if (import.meta.main) await action();
