import {
  type ActionRun,
  type ActionRunOptions,
  type FakeGitHub,
  type FakeGitHubOptions,
  type Files,
  type PullRequest,
  type PullRequestOptions,
  runAction,
  startFakeGitHub,
} from "../fake-github/index.ts";

/** A Deployment that passes at every level. */
export const hardened = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: catalog
spec:
  selector:
    matchLabels: {app: catalog}
  template:
    metadata:
      labels: {app: catalog}
    spec:
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: catalog
          image: registry.example.com/catalog:2
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: ["ALL"]
            readOnlyRootFilesystem: true
`;

/** The same with a second container that is privileged and root: three failures, on lines 28 to 30. */
export const bad = `${hardened}        - name: debug
          image: registry.example.com/debug:1
          securityContext:
            privileged: true
            runAsNonRoot: false
            readOnlyRootFilesystem: true
`;

/** A Pod that only lacks a container's `allowPrivilegeEscalation: false`: one failure, which can be fixed. */
export function pod(name: string, lines: readonly string[] = []): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: app
      image: registry.example.com/app:1
      securityContext:
        capabilities:
          drop: ["ALL"]
        readOnlyRootFilesystem: true
${lines.map((line) => `${line}\n`).join("")}`;
}

/** That Pod as it should be. */
export function goodPod(name: string): string {
  return pod(name, ["        allowPrivilegeEscalation: false"]);
}

export interface StoryOptions {
  readonly github?: FakeGitHubOptions;
  readonly pull?: Partial<PullRequestOptions>;
  /** The action of the event. Default: `synchronize`. */
  readonly action?: string;
}

export interface Story extends AsyncDisposable {
  readonly github: FakeGitHub;
  readonly pull: PullRequest;
  /** Runs the Action as the pull request's workflow would, on its head. */
  run(inputs?: Readonly<Record<string, string>>, options?: Partial<ActionRunOptions>): Promise<ActionRun>;
}

/** A new GitHub with a pull request that brings `files`, on a base that has others. */
export async function story(
  files: Files = { "k8s/catalog.yaml": bad },
  base: Files = { "k8s/catalog.yaml": hardened },
  options: StoryOptions = {},
): Promise<Story> {
  const github = await startFakeGitHub(options.github);
  await github.repository.commit({ "README.md": "# shop\n", ...base });
  const fork = options.pull?.fork;
  const branch = fork === undefined ? "change" : `${fork}:change`;
  await github.repository.commit(files, { branch, parent: github.repository.tip("main") ?? null });
  const pull = await github.openPullRequest({ head: "change", ...options.pull });
  return {
    github,
    pull,
    async run(inputs = {}, more = {}) {
      const event = await github.pullRequestEvent(pull, options.action ?? "synchronize");
      return runAction({ github, event, inputs, workspace: { commit: github.headOf(pull) }, ...more });
    },
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

/** The annotations of a check run, the most serious first: `failure k8s/a.yaml:3 privileged`. */
export function annotationsOf(github: FakeGitHub, index = -1): string[] {
  const annotations = github.checkRuns.at(index)?.annotations ?? [];
  return annotations.map(
    ({ annotation_level: level, path, start_line: line, title }) => `${level} ${path}:${line} ${title}`,
  );
}

/** The writes since the calls were last cleared, except those of check runs. */
export function commentWrites(github: FakeGitHub): string[] {
  return github.calls
    .filter(({ method, path }) => method !== "GET" && path !== "/graphql" && !path.includes("/check-runs"))
    .map(({ method, path }) => `${method} ${path.replace(/\d+/g, "N")}`);
}
