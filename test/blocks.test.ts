import { describe, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "../src/policy/index.ts";
import { buildAnnotations } from "../src/report/annotations.ts";
import { groupIntoBlocks } from "../src/report/blocks.ts";
import { replay } from "../src/report/by-manifest.ts";
import { renderReport } from "../src/report/formats.ts";
import { buildReport } from "../src/report/json.ts";
import { renderMarkdown } from "../src/report/markdown.ts";
import type { Result } from "../src/review/result.ts";
import { review } from "../src/review/review.ts";

/** A Deployment that declares nothing, as most are written. */
const plainDeployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example.com/web:1
`;

/** A DaemonSet whose worst setting stands last. */
const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  selector: {matchLabels: {app: agent}}
  template:
    metadata: {labels: {app: agent}}
    spec:
      hostPID: true
      volumes:
        - name: root
          hostPath: {path: /}
      containers:
        - name: agent
          image: registry.example.com/agent:1
          volumeMounts: [{name: root, mountPath: /host, readOnly: true}]
          securityContext:
            privileged: true
`;

const file = "k8s/web.yaml";

function judge(text: string, policy: Partial<Policy> = {}): Promise<Result> {
  return review([{ file, text }], null, { ...defaultPolicy, ...policy });
}

async function renderAsText(result: Result, text: string, width?: number): Promise<string> {
  const look = { paint: (_: string, shown: string) => shown, quiet: false, ...(width !== undefined && { width }) };
  const pieces = renderReport("text", replay({ result, sources: [{ file, text }] }), {
    text: look,
    rulePage: () => undefined,
    htmlPage: () => "",
  });
  let report = "";
  for await (const piece of pieces) report += piece;
  return report;
}

/** The rules of each block, in the order in which they are read. */
function namesOf({ findings }: Result): string[][] {
  return groupIntoBlocks(findings, ({ location }) => location).map(({ statements }) =>
    statements.map(({ rule }) => rule.id),
  );
}

describe("what is said of one place is one block", () => {
  it("a pod that declares nothing is two: who it runs as and what filters it, and what its container may do", async () => {
    expect(namesOf(await judge(plainDeployment))).toEqual([
      ["run-as-non-root", "seccomp-profile", "explicit-user", "explicit-group"],
      ["allow-privilege-escalation", "drop-all-capabilities", "read-only-root-filesystem"],
    ]);
  });

  it("the most serious is first, whatever the line: what owns the node, then what is only not hardened", async () => {
    expect(namesOf(await judge(agent))).toEqual([
      ["privileged"],
      ["host-namespaces"],
      ["host-path-volumes"],
      ["run-as-non-root", "seccomp-profile", "explicit-user", "explicit-group"],
      ["drop-all-capabilities", "read-only-root-filesystem"],
    ]);
  });

  it("what owns the node is before what the API server refuses, and that before what is only not hardened", async () => {
    const old = agent.replace("apps/v1", "extensions/v1beta1");
    expect(namesOf(await judge(old)).map(([first]) => first)).toEqual([
      "privileged",
      "host-namespaces",
      "host-path-volumes",
      "api-rejected",
      "run-as-non-root",
      "drop-all-capabilities",
    ]);
  });

  it("what fails the gate is before what does not, and blocks of one workload stay together", async () => {
    const two = `${plainDeployment}---\n${agent}`;
    const blocks = groupIntoBlocks((await judge(two)).findings, ({ location }) => location);
    const names = blocks.map(({ statements }) => statements[0].workload.name);
    expect(names).toEqual([...Array(5).fill("agent"), "web", "web"]);
    const lenient = await judge(two, { enforce: "privileged" });
    const refused = `${two}---\n${plainDeployment.replace("apps/v1", "apps/v1beta1").replace("name: web", "name: old")}`;
    expect(new Set(lenient.findings.map(({ mode }) => mode))).toEqual(new Set(["warn"]));
    const [first] = groupIntoBlocks(
      (await judge(refused, { enforce: "privileged" })).findings,
      ({ location }) => location,
    );
    expect(first?.statements.map(({ rule }) => rule.id)).toEqual(["api-rejected"]);
  });

  it("a warning about one workload stands behind the failures of all", async () => {
    const hardened = (name: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  securityContext: {runAsNonRoot: true, runAsUser: 1, runAsGroup: 1, seccompProfile: {type: RuntimeDefault}}\n` +
      "  containers:\n    - {name: c, image: i, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}\n";
    const [one, two] = ["one", "two"].map((name) =>
      hardened(name).replace("containers:", "hostPID: true\n  containers:"),
    );
    const blocks = groupIntoBlocks((await judge(`${one}---\n${two}`)).findings, ({ location }) => location);
    expect(blocks.map(({ statements: [{ rule, workload }] }) => `${workload.name} ${rule.id}`)).toEqual([
      "one host-namespaces",
      "two host-namespaces",
      "one read-only-root-filesystem",
      "two read-only-root-filesystem",
    ]);
  });

  it("is grouped from a JSON report in the same way", async () => {
    const result = await judge(agent);
    const { findings } = buildReport(result);
    const blocks = groupIntoBlocks(findings, (finding) => finding);
    expect(blocks.map(({ statements }) => statements.map(({ rule }) => rule))).toEqual(namesOf(result));
  });

  it("places on one line are blocks of their own, and one annotation", async () => {
    const pod = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {"hostPID": true, "containers": [{"name": "c", "image": "i", "securityContext": {"privileged": true}}]}}`;
    const result = await judge(pod);
    expect(namesOf(result).length).toBeGreaterThan(3);
    const [annotation, ...others] = buildAnnotations(result.findings);
    expect(others).toEqual([]);
    expect(annotation).toMatchObject({ mode: "enforce", hasColumns: false });
    expect(annotation?.title).toMatch(/^privileged, host-namespaces, /);
  });

  it("an annotation on one line has the YAML of each place behind what it mends", async () => {
    const pods = ["a", "b", "c"].map(
      (name) =>
        `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "${name}"}, "spec": {"containers": [{"name": "c", "image": "i"}]}}`,
    );
    const list = `{"apiVersion": "v1", "kind": "List", "items": [${pods.join(", ")}]}`;
    const [annotation, ...others] = buildAnnotations((await judge(list)).findings);
    expect(others).toEqual([]);
    const parts = annotation?.message.split("\n\n") ?? [];
    const fixes = parts.filter((part) => part.startsWith("Fix:\n"));
    expect(fixes).toHaveLength(6);
    for (const fix of fixes) expect(fix.match(/securityContext:/g)).toHaveLength(1);
    expect(parts.findIndex((part) => part.startsWith("Fix:\n"))).toBe(4);
  });
});

describe("a block", () => {
  const identity = `k8s/web.yaml:8:5  enforce  run-as-non-root, seccomp-profile, explicit-user, explicit-group  Deployment web · not set: the default applies
    8 |     spec:
      |     ^^^^
  run-as-non-root (restricted): runAsNonRoot is set neither on the pod nor in container "app": nothing stops an image that runs as root. Set runAsNonRoot: true on the pod.
  seccomp-profile (restricted): seccompProfile is set neither on the pod nor in container "app": without it nothing filters system calls (Unconfined), unless the node is configured otherwise. Set seccompProfile.type: RuntimeDefault on the pod.
  explicit-user (hardened, warn): runAsUser is set neither on the pod nor in container "app": the image decides which user runs, and may change it. Declare an id above 0. No fix: only you know which id fits the image: give it with --run-as-user or fix.runAsUser.
  explicit-group (hardened, warn): runAsGroup is set neither on the pod nor in container "app": the process gets the group that the image lists for its user, and the root group (0) where the image does not list the user. Declare an id above 0. No fix: only you know which id fits the image: give it with --run-as-group or fix.runAsGroup.
  fix securityContext:
        runAsNonRoot: true                      # needs a look: fails to start if the image's user is root
        seccompProfile: {type: RuntimeDefault}  # needs a look: fails if the process needs a system call that the runtime's default profile blocks`;

  it("says which level each part breaks, and has one fix: a piece of YAML with what each line risks", async () => {
    const [first, second] = (await renderAsText(await judge(plainDeployment), plainDeployment)).split("\n\n");
    expect(first).toBe(identity);
    expect(second?.split("\n").slice(-6)).toEqual([
      "  fix securityContext:",
      "        allowPrivilegeEscalation: false             # needs a look: fails if the process uses set-uid programs such as sudo or ping",
      expect.stringMatching(/^ {8}capabilities: \{drop: \[ALL\]\} {17}# needs a look: fails if /),
      expect.stringMatching(/^ {8}readOnlyRootFilesystem: true {16}# needs a look: fails if /),
      "      volumeMounts: [{name: tmp, mountPath: /tmp}]  # add to the list",
      "      volumes: [{name: tmp, emptyDir: {}}]          # add to the pod's list",
    ]);
  });

  it("hides nothing: every rule, level, message and reason is there", async () => {
    const text = `${plainDeployment}---\n${agent}`;
    const result = await judge(text);
    const shown = await renderAsText(result, text);
    for (const { rule, level, message, declined, fix, location } of result.findings) {
      expect(shown).toContain(message);
      expect(shown).toMatch(new RegExp(`${rule.id}(, [a-z-]+)* .*|${rule.id} \\(${level}`));
      expect(shown).toContain(`${file}:${location.start.line}:${location.start.column}  `);
      if (declined) expect(shown).toContain(`No fix: ${declined}.`);
      if (fix?.risk) expect(shown).toContain(fix.risk);
    }
  });

  it("shows no fix that does not hold beside the others, but why, and what the others bring to light", async () => {
    const text = plainDeployment.replace(/(image: .*\n)/, "$1          securityContext: {privileged: true}\n");
    const shown = await renderAsText(await judge(text), text);
    expect(shown).toContain(
      "\n  fix allow-privilege-escalation, which that brings to light: Set allowPrivilegeEscalation: false (needs a look: fails if ",
    );
  });

  it("fits a narrow terminal, with what a line risks above it", async () => {
    const shown = await renderAsText(await judge(plainDeployment), plainDeployment, 72);
    const long = shown.split("\n").filter((line) => line.length > 72);
    // A path and the names of rules are not broken, nor is the table of rules.
    expect(long.filter((line) => !/^k8s|^rule |^[a-z-]+ +(restricted|hardened)|^The gate/.test(line))).toEqual([]);
    expect(shown).toContain(
      "\n        # needs a look: fails to start if the image's user is root\n        runAsNonRoot: true\n",
    );
  });

  it("is one annotation, with the same piece of YAML", async () => {
    const [annotation] = buildAnnotations((await judge(plainDeployment)).findings);
    expect(annotation?.title).toBe("run-as-non-root, seccomp-profile, explicit-user, explicit-group");
    expect(annotation?.message).toContain("[explicit-user, hardened]");
    expect(annotation?.message.split("\n\n").at(-1)).toBe(
      "Fix:\nsecurityContext:\n  runAsNonRoot: true  # needs a look: fails to start if the image's user is root\n" +
        "  seccompProfile: {type: RuntimeDefault}  # needs a look: fails if the process needs a system call that the runtime's default profile blocks",
    );
  });

  it("is one item of the Markdown report, which counts findings where it has to cut", async () => {
    const result = await judge(plainDeployment);
    const whole = renderMarkdown(result, Number.POSITIVE_INFINITY);
    expect(whole).toContain(
      "\n- **failure** line 8\n  - `run-as-non-root` (restricted): runAsNonRoot is set neither on the pod",
    );
    expect(whole).toContain("\n  - `explicit-user` (hardened, warning): ");
    expect(whole).toContain("\n  ```yaml\n  securityContext:\n    runAsNonRoot: true  # needs a look: fails ");
    expect(whole).toContain(
      "\nFixes: 5 need a look. `secctx fix` writes them; `secctx fix --diff` shows what changes.\n",
    );
    expect(renderMarkdown(result, 2500)).toContain("\n3 more findings did not fit here.\n");
  });
});

it("a pod whose new container needs what its old ones need is told once how to mend it", async () => {
  const added = `${plainDeployment}        - name: added\n          image: registry.example.com/added:1\n`;
  const result = await review([{ file, text: added }], [{ file, text: plainDeployment }], {
    ...defaultPolicy,
    gate: "new",
  });
  expect(namesOf(result)[0]).toEqual([
    "run-as-non-root",
    "seccomp-profile",
    "explicit-user",
    "explicit-group",
    ...Array(4).fill(expect.any(String)),
  ]);
  const text = await renderAsText(result, added);
  expect(text.match(/^ +seccompProfile: /gm)).toHaveLength(1);
});

it("a table of rules ends the text: how often each speaks, and its fixes, the most serious first", async () => {
  const table = (await renderAsText(await judge(agent), agent)).trimEnd().split("\n\n").at(-2);
  expect(table?.split("\n")).toEqual([
    "rule                       level       failures  warnings  fixes",
    "privileged                 baseline           1            1 needs a look",
    "host-namespaces            baseline           1            1 needs a look",
    "host-path-volumes          baseline           1",
    "run-as-non-root            restricted         1            1 needs a look",
    "seccomp-profile            restricted         1            1 needs a look",
    "drop-all-capabilities      restricted         1",
    "explicit-user              hardened                     1",
    "explicit-group             hardened                     1",
    "read-only-root-filesystem  hardened                     1  1 needs a look",
  ]);
});
