import { type FakeGitHub, runAction, startFakeGitHub } from "../test/fake-github/index.ts";
import { milliseconds, type Section, type Table, verdict } from "./tables.ts";

const runs = 5;
const manifests = 100;
const goals = { calls: 12, milliseconds: 1500 };

/** A run of the Action's bundle on a pull request, against a server on this machine. */
export const action: Section = { title: "The Action", measure };

async function measure(): Promise<Table> {
  const times: number[] = [];
  let calls = 0;
  for (let run = 0; run < runs; run++) {
    await using github = await startFakeGitHub();
    times.push(await timeOf(github));
    calls = github.calls.length;
  }
  const least = Math.min(...times);
  return {
    about: `From the event to the exit, on a pull request that changes ${manifests} manifests, 40 of which get a finding. The least of ${runs} runs.`,
    head: ["", "measured", "goal"],
    rows: [
      [
        "time",
        milliseconds(least),
        verdict(`at most ${milliseconds(goals.milliseconds)}`, least <= goals.milliseconds),
      ],
      ["calls of GitHub's API", String(calls), verdict(`at most ${goals.calls}`, calls <= goals.calls)],
    ],
  };
}

async function timeOf(github: FakeGitHub): Promise<number> {
  await github.repository.commit(files((index) => manifest(index, { tag: "1", isGood: true })));
  await github.repository.commit(
    files((index) => manifest(index, { tag: "2", isGood: index >= 40 })),
    { branch: "change" },
  );
  const pull = await github.openPullRequest({ head: "change" });
  const event = await github.pullRequestEvent(pull, "opened");
  const folder = await github.repository.checkout(github.headOf(pull));
  github.clearCalls();
  return (await runAction({ github, event, workspace: { folder } })).durationMs;
}

function files(text: (index: number) => string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: manifests }, (_, index) => [`k8s/p${index}.yaml`, text(index)]));
}

function manifest(index: number, { tag, isGood }: { readonly tag: string; readonly isGood: boolean }): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: p${index}
spec:
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/p${index}:${tag}
      securityContext:
        allowPrivilegeEscalation: ${!isGood}
        capabilities:
          drop: ["ALL"]
        readOnlyRootFilesystem: true
`;
}
