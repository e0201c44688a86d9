import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atMost, atMostMore, type Comparison, compare, type Entry, lessMemoryThan, memoryBelow } from "./compare.ts";
import { kubeScore, scoring } from "./peer.ts";
import { floor, program } from "./program.ts";
import { definitions, deploymentNames, deployments, repository } from "./sets.ts";
import { type Table, unmeasured } from "./table.ts";

/** Full scans of small and large repositories beside the fastest tool of its kind, fixing, and what a commit hook waits for. */
export function* manifests(): Generator<Table> {
  const peer = kubeScore();
  if ("missing" in peer) yield unmeasured("kube-score", peer.missing);
  const scores = (count: number) => ("file" in peer ? [scoring(peer, deployments(count), deploymentNames(count))] : []);
  const folders = [memory, tmpdir()].map((place) => mkdtempSync(join(place, "secctx-bench-")));
  try {
    const [inMemory = "", onDisk = ""] = folders.map((folder) => join(folder, "copy"));
    for (const comparison of comparisons(scores, inMemory, onDisk)) yield compare(comparison);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}

/** Where files are no matter of a disk. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

function comparisons(scores: (count: number) => Entry[], inMemory: string, onDisk: string): Comparison[] {
  return [
    {
      title: "100 Deployments",
      about: "A small repository: the start is most of it. Each of two containers, 1.5 kB, in a file of its own.",
      entries: [...scores(100), { ...checking(deployments(100)), goals: [atMost(2, "kube-score")] }],
      // Both are so short that the fastest of a few is luck.
      runs: 41,
    },
    {
      title: "5,000 Deployments",
      about:
        "A full scan of a large one, of 7.5 MB. `fix` writes into a fresh copy: in memory, where there is such a folder, and for comparison into one on the disk, of which some take longer to make a file than to fix it.",
      entries: [
        floor("read", deployments(5000)),
        ...scores(5000),
        { ...checking(deployments(5000)), goals: [atMost(0.8, "kube-score"), lessMemoryThan("kube-score")] },
        { ...fixing(5000, inMemory), goals: [atMost(2.5, "`check`")] },
        { ...fixing(5000, onDisk), name: "`fix` on the disk" },
        {
          ...program(["fix", "--diff", "."]),
          name: "`fix --diff`",
          cwd: deployments(5000),
          goals: [atMost(2.5, "`check`")],
        },
      ],
      runs: 5,
    },
    {
      title: "182 files of CustomResourceDefinitions",
      about: "58 MB of schemas that hold no pod, though they speak of nothing else.",
      entries: [
        floor("read", definitions()),
        { ...checking(definitions()), goals: [atMost(2.5, "reading the bytes")] },
      ],
      runs: 9,
    },
    {
      title: "50,000 Deployments",
      about: "Ten times the work takes ten times as long, and hardly more memory.",
      entries: [
        { ...checking(deployments(5000)), name: "`check` of 5,000" },
        {
          ...checking(deployments(50_000)),
          goals: [atMost(11, "`check` of 5,000"), memoryBelow(600e6)],
        },
      ],
      runs: 3,
    },
    {
      title: "Ten changed files of 50,000",
      about: "What a hook before each push waits for, in a git repository with all of them checked out.",
      entries: changedEntries(),
      runs: 15,
    },
  ];
}

/** A report for machines on a whole folder, as `check` in a pipeline is asked for it. */
export function checking(folder: string): Entry {
  return { ...program(["check", "--format", "json", "."]), cwd: folder };
}

function fixing(count: number, copy: string): Entry {
  const prepare = () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(deployments(count), copy, { recursive: true });
  };
  return { ...program(["fix", copy]), prepare };
}

function changedEntries(): Entry[] {
  const cwd = repository(50_000);
  const other = "`git diff --name-only`";
  return [
    { name: other, file: "git", arguments: ["diff", "--name-only", "main"], cwd },
    {
      ...program(["check", "--changed=main", "--format", "json"]),
      name: "`check --changed`",
      cwd,
      goals: [atMostMore(150, other)],
    },
  ];
}
