import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/policy/index.ts";
import { buildOverlay } from "../../src/rendering/kustomize/build.ts";
import { carryToOverlayFiles } from "../../src/rendering/kustomize/fixes.ts";
import { readKustomization } from "../../src/rendering/kustomize/kustomizations.ts";
import { review } from "../../src/review/review.ts";
import type { CarriedFix, WantedFix } from "../../src/review/source-edits.ts";
import { read, type Source, withFullReader } from "../../src/yaml/index.ts";
import { createRepository } from "../cli/folder.ts";
import { builders, deployment, kustomization, optionsFor, withFiles } from "./overlays.ts";

const settings = { loadRestrictor: "root" } as const;
const [builder] = builders;

interface Carried {
  /** By rule, in the order of the roots. */
  readonly fixes: readonly { readonly rule: string; readonly fix: CarriedFix | undefined }[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Carries the fixes of some rules, applies each alone and all together, and looks that their findings are gone. */
function carry(
  files: Readonly<Record<string, string>>,
  roots: readonly string[],
  rules: readonly string[],
): Promise<Carried> {
  return withFiles(files, async (folder) => {
    const options = optionsFor(folder, builder?.tool ?? { kind: "kustomize", path: "/nowhere" });
    const buildAll = async () => {
      const built: Source[] = [];
      for (const root of roots) built.push(await buildRoot(root));
      return built;
    };
    const buildRoot = async (root: string): Promise<Source> => {
      const read = await withFullReader(() => readKustomization(join(options.repository, root), options));
      const built = read.uses ? await buildOverlay(read, settings, options) : read;
      if (!("source" in built && built.source)) throw new Error(JSON.stringify(built.problems));
      return built.source;
    };
    const sources = await buildAll();
    const wanted: (WantedFix & { rule: string })[] = [];
    for (const source of sources) {
      const { rendering, ...plain } = source;
      const { documents } = await withFullReader(() => read(plain));
      for (const { rule, fix, document: index, path } of (await review([plain], null, defaultPolicy)).findings) {
        const document = documents.find((each) => each.index === index);
        const id = `${rendering?.root} ${rule.id} ${path.join(".")} ${index}`;
        if (fix && document && rules.includes(rule.id))
          wanted.push({ id, finding: id, rule: rule.id, document, patches: fix.patches });
      }
    }
    const { fixes, texts } = await carryToOverlayFiles(sources, wanted, options, async () => undefined);
    const left = async (changed: ReadonlyMap<string, string>) => {
      for (const [file, text] of changed) writeFileSync(join(folder, file), text);
      const results = await Promise.all(
        (await buildAll()).map(({ rendering: _, ...plain }) => review([plain], null, defaultPolicy)),
      );
      for (const file of changed.keys()) writeFileSync(join(folder, file), files[file] ?? "");
      return results.flatMap(({ findings }, index) =>
        findings.map(({ rule, path, document }) => `${roots[index]} ${rule.id} ${path.join(".")} ${document}`),
      );
    };
    const isMade = ({ id }: WantedFix) => "edits" in (fixes.get(id) ?? {});
    for (const each of wanted.filter(isMade))
      expect(await left(applied(fixes.get(each.id), folder))).not.toContain(each.id);
    return { fixes: wanted.map(({ id, rule }) => ({ rule, fix: fixes.get(id) })), texts };
  });
}

function applied(fix: CarriedFix | undefined, folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  if (!fix || !("edits" in fix)) return texts;
  for (const { file, range, text } of fix.edits.toSorted((a, b) => b.range.start - a.range.start)) {
    const before = texts.get(file) ?? readFileSync(join(folder, file), "utf8");
    texts.set(file, before.slice(0, range.start) + text + before.slice(range.end));
  }
  return texts;
}

const base = (text: string) => ({
  "base/kustomization.yaml": kustomization("resources: [d.yaml]\n"),
  "base/d.yaml": text,
});
const privileged = deployment(
  "- name: app # the first\n  image: nginx:1\n  securityContext:\n    privileged: true # why\n",
);
const bare = deployment("- name: app\n  image: nginx:1\n");
const pointer = "/spec/template/spec/containers/0/securityContext";
const merge = (lines: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
      - name: app
${lines.replace(/^(?=.)/gm, "        ")}`;

describe("fixes at the source", () => {
  beforeEach(({ skip }) => {
    skip(builder?.missing !== undefined, builder?.missing);
  });

  it("are one for all overlays of a base, and keep every other byte", async () => {
    const files = {
      ...base(privileged),
      "dev/kustomization.yaml": kustomization("resources: [../base]\nnamePrefix: dev-\n"),
      "prod/kustomization.yaml": kustomization("resources: [../base]\nnamespace: prod\n"),
    };
    const { fixes, texts } = await carry(files, ["dev", "prod"], ["privileged"]);
    expect(fixes.map(({ fix }) => fix)).toEqual([fixes[0]?.fix, fixes[0]?.fix]);
    expect(texts.get("base/d.yaml")).toBe(privileged.replace("privileged: true", "privileged: false"));
    expect([...texts.keys()]).toEqual(["base/d.yaml"]);
  });

  it("are told apart where two roots render the same", async () => {
    const files = {
      "dev/kustomization.yaml": kustomization("resources: [d.yaml]\n"),
      "dev/d.yaml": privileged,
      "prod/kustomization.yaml": kustomization("resources: [d.yaml]\n"),
      "prod/d.yaml": privileged,
    };
    const { texts } = await carry(files, ["dev", "prod"], ["privileged"]);
    const fixed = privileged.replace("privileged: true", "privileged: false");
    expect([...texts].toSorted()).toEqual([
      ["dev/d.yaml", fixed],
      ["prod/d.yaml", fixed],
    ]);
  });

  it("go into the patch that set the value", async () => {
    const files = {
      ...base(bare),
      "dev/kustomization.yaml": kustomization("resources: [../base]\npatches: [{path: p.yaml}]\n"),
      "dev/p.yaml": merge("securityContext:\n  privileged: true # why\n"),
    };
    const { texts } = await carry(files, ["dev"], ["privileged"]);
    expect([...texts]).toEqual([["dev/p.yaml", merge("securityContext:\n  privileged: false # why\n")]]);
  });

  it("go into an operation's value, in a kustomization with Windows line ends too", async () => {
    const overlay = kustomization(`resources: [../base]
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: add
        path: ${pointer}
        value:
          privileged: true # why
      - op: add
        path: ${pointer}/readOnlyRootFilesystem
        value: false
`).replaceAll("\n", "\r\n");
    const { texts } = await carry({ ...base(bare), "dev/kustomization.yaml": overlay }, ["dev"], ["privileged"]);
    expect([...texts]).toEqual([["dev/kustomization.yaml", overlay.replace("privileged: true", "privileged: false")]]);
  });

  it("add lines at the end of a patch in the kustomization", async () => {
    const patch = merge("- x\n")
      .replace(/ *- x\n/, "")
      .replace("- name: app", "- name: proxy\n        image: envoy");
    const overlay = kustomization(
      `resources: [../base]\npatches:\n  - patch: |\n${patch.replace(/^(?=.)/gm, "      ")}    target: {kind: Deployment}\n`,
    );
    const { fixes, texts } = await carry(
      { ...base(bare), "dev/kustomization.yaml": overlay },
      ["dev"],
      ["allow-privilege-escalation", "drop-all-capabilities"],
    );
    expect(fixes.filter(({ fix }) => fix && "declined" in fix)).toEqual([]);
    expect(texts.get("dev/kustomization.yaml")).toContain(`              image: envoy
              securityContext:
                allowPrivilegeEscalation: false
                capabilities:
                  drop:
                  - ALL
    target: {kind: Deployment}
`);
  });

  it("are all made at once where many are wanted of one container", async () => {
    const files = {
      ...base(bare.replace("nginx:1", "x")),
      "dev/kustomization.yaml": kustomization("resources: [../base]\n"),
    };
    const rules = [
      "allow-privilege-escalation",
      "drop-all-capabilities",
      "run-as-non-root",
      "seccomp-profile",
      "read-only-root-filesystem",
    ];
    const { fixes, texts } = await carry(files, ["dev"], rules);
    expect(fixes.map(({ rule }) => rule).toSorted()).toEqual(rules.toSorted());
    expect(fixes.filter(({ fix }) => !fix || "declined" in fix)).toEqual([]);
    expect(texts.get("base/d.yaml")?.match(/securityContext:/g)).toHaveLength(2);
  });

  it.each([
    [
      "a replacement sets it",
      {
        ...base(deployment("- name: app\n  image: nginx:1\n  securityContext: {procMount: Default}\n")),
        "dev/kustomization.yaml": kustomization(`resources: [../base]
commonAnnotations: {mount: Unmasked}
replacements:
  - source: {kind: Deployment, name: web, fieldPath: metadata.annotations.mount}
    targets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.securityContext.procMount]}]
`),
      },
      "proc-mount",
      /set by this replacement in dev\/kustomization\.yaml/,
    ],
    [
      "an operation takes it away",
      {
        ...base(
          bare.replace(
            "image: nginx:1",
            "image: nginx:1\n          securityContext: {allowPrivilegeEscalation: false}",
          ),
        ),
        "dev/kustomization.yaml": kustomization(`resources: [../base]
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: remove
        path: ${pointer}/allowPrivilegeEscalation
`),
      },
      "allow-privilege-escalation",
      /dev\/kustomization\.yaml:8 takes it away/,
    ],
    [
      "a replacement takes it elsewhere",
      {
        ...base(privileged),
        "dev/kustomization.yaml": kustomization(`resources: [../base]
replacements:
  - source: {kind: Deployment, name: web, fieldPath: spec.template.spec.containers.0.securityContext.privileged}
    targets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.containers.0.stdin], options: {create: true}}]
`),
      },
      "privileged",
      /^the change would not have this effect in dev$/,
    ],
    [
      "another overlay needs it as it is",
      {
        ...base(privileged),
        "dev/kustomization.yaml": kustomization("resources: [../base]\n"),
        "prod/kustomization.yaml": kustomization(`resources: [../base]
patches:
  - target: {kind: Deployment}
    patch: |-
      - {op: test, path: ${pointer}/privileged, value: true}
      - {op: replace, path: ${pointer}/privileged, value: false}
`),
      },
      "privileged",
      /^prod could not be built with it$/,
    ],
    [
      "the source is shared by an anchor",
      {
        ...base(
          deployment(
            "- name: app\n  image: nginx:1\n  securityContext: &open {privileged: true}\n- name: two\n  image: x\n  stdin: true\n  securityContext: *open\n",
          ),
        ),
        "dev/kustomization.yaml": kustomization("resources: [../base]\n"),
      },
      "privileged",
      /alias|anchor|share/,
    ],
  ])("are declined where %s", async (_, files, rule, reason) => {
    const roots = "prod/kustomization.yaml" in files ? ["dev", "prod"] : ["dev"];
    const { fixes, texts } = await carry(files, roots, [rule]);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { fix } of fixes) expect(fix).toEqual({ declined: expect.stringMatching(reason) });
    expect(texts.size).toBe(0);
  });

  it("are one where one patch is for several objects", async () => {
    const files = {
      "dev/kustomization.yaml": kustomization(
        "resources: [one.yaml, two.yaml]\npatches: [{path: p.yaml, target: {kind: Deployment}}]\n",
      ),
      "dev/one.yaml": deployment("- name: app\n  image: a\n", { name: "one" }),
      "dev/two.yaml": deployment("- name: app\n  image: b\n", { name: "two", spec: "hostPID: true\n" }),
      "dev/p.yaml": merge("securityContext:\n  privileged: true\n"),
    };
    const { fixes, texts } = await carry(files, ["dev"], ["privileged"]);
    expect(fixes.map(({ fix }) => fix && "edits" in fix)).toEqual([true, true]);
    expect([...texts]).toEqual([["dev/p.yaml", merge("securityContext:\n  privileged: false\n")]]);
  });
});

describe("fixes that each overlay of a base needs", () => {
  beforeEach(({ skip }) => {
    for (const { missing } of builders) skip(missing !== undefined, missing);
  });

  const hardened = `securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  seccompProfile: {type: RuntimeDefault}
`;
  const container = `- name: app
  image: shop/app:1
  securityContext:
    allowPrivilegeEscalation: false
    capabilities: {drop: [ALL]}
`;
  const mounted = `  volumeMounts:
    - name: tmp
      mountPath: /tmp
`;
  const bareBase = deployment(container, { spec: hardened });
  const volume = "      volumes:\n        - name: tmp\n          emptyDir: {}\n";
  const patched = (lines: string) => ({
    "kustomization.yaml": kustomization("resources: [../base]\npatches: [{path: p.yaml}]\n"),
    "p.yaml": merge(lines),
  });
  const writable = patched("securityContext:\n  readOnlyRootFilesystem: false\n");
  const plain = { "kustomization.yaml": kustomization("resources: [../base]\n") };
  const mountsItself = (name: string) => ({
    ...writable,
    "p.yaml": `${merge(`securityContext:\n  readOnlyRootFilesystem: true\nvolumeMounts:\n- {name: ${name}, mountPath: /tmp}\n`)}      volumes:\n      - {name: ${name}, emptyDir: {}}\n`,
  });

  /** What `check` offers and declines, and what `fix` writes: the same twice, and with the patch of `fix --diff`. */
  function fixAll(
    text: string,
    overlays: Readonly<Record<string, Readonly<Record<string, string>>>>,
    tool = "kustomize",
  ) {
    const files = {
      ...base(text),
      ".secctx.yaml": `kustomize: {binary: ${tool}}\n`,
      ...Object.fromEntries(
        Object.entries(overlays).flatMap(([name, own]) =>
          Object.entries(own).map(([file, content]) => [`${name}/${file}`, content]),
        ),
      ),
    };
    const place = createRepository(files);
    const findings = () => {
      const { status, stdout } = place.secctx(["check", "--format", "json"]);
      expect(status).not.toBe(2);
      const found: { rule: string; file: string; fix: object | null }[] = JSON.parse(stdout).findings;
      return found;
    };
    const texts = () => Object.fromEntries(Object.keys(files).map((name) => [name, place.read(name)]));
    const before = findings();
    const { stdout: report } = place.secctx(["check"]);
    const { stdout: patch } = place.secctx(["fix", "--diff"]);
    expect(place.secctx(["fix"])).toMatchObject({ status: 0, stderr: "" });
    const fixed = texts();
    expect(place.secctx(["fix"]).stdout).toContain("No file changed.");
    const left = findings();
    expect(left.filter(({ fix }) => fix)).toEqual([]);
    place.git("checkout", "--quiet", ".");
    if (patch !== "") {
      place.write("fix.patch", patch);
      place.git("apply", "fix.patch");
    }
    expect(texts()).toEqual(fixed);
    const changed = Object.entries(fixed).filter(
      ([name, own]) => own !== Object.entries(files).find(([key]) => key === name)?.[1],
    );
    const nameAll = (all: typeof before) => all.map(({ rule, file }) => `${rule} ${file}`);
    return {
      offered: nameAll(before.filter(({ fix }) => fix)),
      declined: nameAll(before.filter(({ fix }) => !fix)),
      left: nameAll(left),
      report,
      fixed: Object.fromEntries(changed),
    };
  }

  const rule = "read-only-root-filesystem";
  const readOnly = merge("securityContext:\n  readOnlyRootFilesystem: true\n");
  const mountedBase = deployment(container + mounted, { spec: hardened }) + volume;
  const readOnlyBase =
    deployment(`${container}    readOnlyRootFilesystem: true\n${mounted}`, { spec: hardened }) + volume;

  it.each(builders.map(({ kind }) => kind))("are written once, and shown where they go, by %s", (tool) => {
    const { offered, left, report, fixed } = fixAll(bareBase, { dev: writable, prod: writable }, tool);
    expect(offered).toEqual([`${rule} dev/p.yaml`, `${rule} prod/p.yaml`]);
    expect(left).toEqual([]);
    expect(fixed).toEqual({ "base/d.yaml": mountedBase, "dev/p.yaml": readOnly, "prod/p.yaml": readOnly });
    expect(report).toMatch(/^All fixes of base\/d\.yaml\n {2}@@ .*\n {2}\+ {10}volumeMounts:\n/m);
  });

  it("hold together where each alone would do a part of the other", () => {
    const { offered, left, fixed } = fixAll(bareBase, { dev: writable, prod: plain });
    expect(offered).toEqual([`${rule} base/d.yaml`, `${rule} dev/p.yaml`]);
    expect(left).toEqual([]);
    expect(fixed).toEqual({ "base/d.yaml": readOnlyBase, "dev/p.yaml": readOnly });
  });

  it("stay out of the base where an overlay of it is not rendered: nobody could say what they do there", () => {
    const files = { ...base(bareBase), "dev/kustomization.yaml": plain["kustomization.yaml"] };
    const place = createRepository({ ...files, "prod/kustomization.yaml": plain["kustomization.yaml"] });
    const reason = "base/d.yaml is also part of prod, which is not rendered here";
    expect(place.secctx(["check", "dev"]).stdout).toContain(`No fix: ${reason}.`);
    const one = place.secctx(["fix", "dev"]);
    expect(one).toMatchObject({ status: 0, stdout: expect.stringContaining("No file changed.") });
    expect(one.stdout).toContain(reason);
    expect(place.read("base/d.yaml")).toBe(bareBase);
    place.secctx(["fix", "dev", "prod"]);
    expect(place.read("base/d.yaml")).toBe(readOnlyBase);
  });

  it("leave alone an overlay that has what they bring", () => {
    const { offered, left, fixed } = fixAll(bareBase, { dev: writable, prod: writable, test: mountsItself("tmp") });
    expect([offered.length, left]).toEqual([2, []]);
    expect(fixed).toEqual({ "base/d.yaml": mountedBase, "dev/p.yaml": readOnly, "prod/p.yaml": readOnly });
  });

  it("give a volume one name where only one overlay has more containers", () => {
    const sidecar = deployment(
      container
        .replaceAll("app", "proxy")
        .replace("  securityContext:\n", `  securityContext:\n    readOnlyRootFilesystem: true\n`),
    );
    const { offered, left, fixed } = fixAll(bareBase, {
      dev: plain,
      prod: { ...patched(""), "p.yaml": sidecar },
    });
    expect([offered, left]).toEqual([[`${rule} base/d.yaml`], []]);
    expect(fixed).toEqual({ "base/d.yaml": readOnlyBase.replaceAll("name: tmp", "name: tmp-app") });
  });

  it("go into the overlay's own patch where another overlay must not have them, and are declined without one", () => {
    const all = { dev: writable, prod: plain, test: mountsItself("cache") };
    const { offered, declined, left, fixed, report } = fixAll(bareBase, all);
    expect(offered).toEqual([`${rule} dev/p.yaml`]);
    expect(declined).toEqual([`${rule} base/d.yaml`]);
    expect(left).toEqual(declined);
    expect(report).toContain("No fix: the change would also change Deployment web of test.");
    expect(fixed).toEqual({
      "dev/p.yaml": `${readOnly}        volumeMounts:
        - name: tmp
          mountPath: /tmp
      volumes:
      - name: tmp
        emptyDir: {}
`,
    });
  });

  it("hold together also where another fix of the base does not, and bring nothing that Kubernetes refuses", () => {
    const needsIt = {
      "kustomization.yaml": kustomization(`resources: [../base]
patches:
  - target: {kind: Deployment}
    patch: |-
      - {op: test, path: ${pointer}/privileged, value: true}
      - {op: replace, path: ${pointer}/privileged, value: false}
`),
    };
    const open = deployment("- name: app\n  image: shop/app:1\n  securityContext:\n    privileged: true\n", {
      spec: hardened,
    });
    const { offered, left, fixed } = fixAll(open, { dev: writable, prod: plain, test: needsIt });
    expect(offered).toEqual([`${rule} base/d.yaml`, `${rule} dev/p.yaml`]);
    // The one that needs it is not privileged. What it lacks would not go with what the others have.
    expect(left).not.toContainEqual(expect.stringMatching("api-rejected"));
    expect(fixed["base/d.yaml"]).toContain("privileged: true\n            readOnlyRootFilesystem: true\n");
    expect(fixed["base/d.yaml"]).not.toContain("allowPrivilegeEscalation");
  });
});
