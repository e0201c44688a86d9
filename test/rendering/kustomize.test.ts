import { beforeEach, describe, expect, it } from "vitest";
import { builders, deployment, kustomization, reviewOverlay, withFiles } from "./overlays.ts";

/**
 * Small overlays whose root is `dev`. A comment `<- RULE` at the end of a line says that a finding of this rule stands there, and one that says
 * `<- way of RULE` that the line is on its way. All findings of the rules that are named are told so.
 */
interface Example {
  readonly files: Readonly<Record<string, string>>;
  /** Places in files that can't have comments. */
  readonly also?: readonly string[];
  /** Rules that are not broken, though the sources look like it. */
  readonly none?: readonly string[];
}

const base = (text: string) => ({
  "base/kustomization.yaml": kustomization("resources: [d.yaml]\n"),
  "base/d.yaml": text,
});
const dev = (lines: string) => ({ "dev/kustomization.yaml": kustomization(`resources: [../base]\n${lines}`) });
/** A patch of the container `app`. */
const patch = (lines: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: app
${lines.replace(/^(?=.)/gm, "          ")}`;

const privilegedOnce = deployment(`- name: app
  image: nginx:1
  securityContext:
    privileged: true # <- privileged
`);
const safe = deployment(`- name: app
  image: nginx:1
  securityContext:
    privileged: false # <- way of privileged
    runAsNonRoot: true
`);
const hardened = safe.replace(/ # .*/, "").replace("runAsNonRoot", "readOnlyRootFilesystem");
const bare = deployment(`- name: app
  image: nginx:1
`);
const pointer = "/spec/template/spec/containers/0/securityContext";

const examples: Readonly<Record<string, Example>> = {
  "a base's own line": { files: { ...base(privilegedOnce), ...dev("namePrefix: dev-\n") } },
  "a strategic merge patch over a base": {
    files: {
      ...base(safe),
      ...dev("patches:\n  - path: p.yaml # <- way of privileged\n"),
      "dev/p.yaml": patch("securityContext:\n  privileged: true # <- privileged\n"),
    },
  },
  "the last of two patches": {
    files: {
      ...base(bare),
      ...dev("patches:\n  - path: one.yaml\n  - path: two.yaml # <- way of privileged\n"),
      "dev/one.yaml": patch("securityContext:\n  privileged: false # <- way of privileged\n"),
      "dev/two.yaml": patch("securityContext:\n  privileged: true # <- privileged\n"),
    },
  },
  "a patch that an outer overlay takes back": {
    files: {
      ...base(bare),
      "mid/kustomization.yaml": kustomization("resources: [../base]\npatches: [{path: p.yaml}]\n"),
      "mid/p.yaml": patch("securityContext: {privileged: true}\n"),
      "dev/kustomization.yaml": kustomization("resources: [../mid]\npatches: [{path: p.yaml}]\n"),
      "dev/p.yaml": patch("securityContext: {privileged: false}\n"),
    },
    none: ["privileged"],
  },
  "a field that a patch sets to null": {
    files: {
      ...base(deployment("- name: app\n  image: nginx:1\n  securityContext:\n    readOnlyRootFilesystem: true\n")),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": patch("securityContext:\n  readOnlyRootFilesystem: null # <- read-only-root-filesystem\n"),
    },
  },
  "a block that a patch deletes": {
    files: {
      ...base(deployment("- name: app\n  image: nginx:1\n  securityContext:\n    readOnlyRootFilesystem: true\n")),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": patch("securityContext: # <- read-only-root-filesystem\n  $patch: delete\n"),
    },
  },
  "a block that a patch replaces": {
    files: {
      ...base(deployment("- name: app\n  image: nginx:1\n  securityContext:\n    readOnlyRootFilesystem: true\n")),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": patch(
        "securityContext: # <- read-only-root-filesystem\n  $patch: replace\n  privileged: true # <- privileged\n",
      ),
    },
  },
  "a sidecar that a patch brings": {
    files: {
      ...base(hardened),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": `${patch("")}        - name: proxy\n          image: envoy\n          securityContext: # <- read-only-root-filesystem\n            privileged: true # <- privileged\n`,
    },
  },
  "a block that only a patch has, in a container of the base": {
    files: {
      ...base(deployment("- name: app # <- read-only-root-filesystem\n  image: nginx:1\n")),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": patch("securityContext:\n  privileged: true # <- privileged\n"),
    },
  },
  "operations in the kustomization": {
    files: {
      ...base(safe.replace("runAsNonRoot", "readOnlyRootFilesystem")),
      ...dev(`patches:
  - target: {kind: Deployment}
    patch: |-
      - op: test
        path: ${pointer}
        value: {privileged: false, readOnlyRootFilesystem: true}
      - op: replace
        path: ${pointer}/privileged # <- privileged
        value: true
      - op: remove
        path: ${pointer}/readOnlyRootFilesystem # <- read-only-root-filesystem
`),
    },
  },
  "operations in a file": {
    files: {
      ...base(bare),
      ...dev("patches:\n  - path: ops.yaml # <- way of privileged\n    target: {kind: Deployment}\n"),
      "dev/ops.yaml": `- op: add
  path: ${pointer}
  value: # <- read-only-root-filesystem
    privileged: true # <- privileged
    capabilities:
      add:
        - SYS_ADMIN # <- added-capabilities
`,
    },
  },
  "an operation that adds a container": {
    files: {
      ...base(safe.replace(/ # .*/, "")),
      ...dev(
        "patchesJson6902:\n  - path: ops.yaml\n    target: {group: apps, version: v1, kind: Deployment, name: web}\n",
      ),
      "dev/ops.yaml": `- op: add
  path: /spec/template/spec/containers/-
  value: {name: proxy, image: envoy, securityContext: {privileged: true}} # <- privileged
`,
    },
  },
  "an operation that adds to a list of words": {
    files: {
      ...base(
        deployment(
          "- name: app\n  image: nginx:1\n  securityContext:\n    capabilities:\n      add: [NET_BIND_SERVICE]\n",
        ),
      ),
      ...dev("patches:\n  - path: ops.yaml\n    target: {kind: Deployment}\n"),
      "dev/ops.yaml": `- op: add\n  path: ${pointer}/capabilities/add/- # <- added-capabilities\n  value: SYS_ADMIN\n`,
    },
  },
  "an operation that moves a block away": {
    files: {
      ...base(
        deployment(
          "- name: app\n  image: nginx:1\n  securityContext:\n    readOnlyRootFilesystem: true\n- name: two\n  image: x\n",
        ),
      ),
      ...dev("patches:\n  - path: ops.yaml\n    target: {kind: Deployment}\n"),
      "dev/ops.yaml": `- op: move
  from: ${pointer}
  path: /spec/template/spec/containers/1/securityContext
`,
    },
  },
  "operations in JSON": {
    files: {
      ...base(safe),
      ...dev("patches:\n  - path: ops.json\n    target: {kind: Deployment}\n"),
      "dev/ops.json": `[\n  {"op": "replace", "path": "${pointer}/privileged", "value": true}\n]\n`,
    },
    also: ["privileged dev/ops.json:2"],
  },
  "operations in quotes": {
    files: {
      ...base(safe),
      ...dev(`patches:
  - target: {kind: Deployment}
    patch: '[{"op": "replace", "path": "${pointer}/privileged", "value": true}]' # <- privileged
`),
    },
  },
  "a merge patch in the kustomization": {
    files: {
      ...base(safe),
      ...dev(`patches:
  - patch: |
${patch("securityContext:\n  privileged: true # <- privileged\n").replace(/^/gm, "      ")}
`),
    },
  },
  "a merge patch in the deprecated list": {
    files: {
      ...base(safe),
      ...dev(`patchesStrategicMerge:
  - |
${patch("securityContext:\n  privileged: true # <- privileged\n").replace(/^/gm, "    ")}
`),
    },
  },
  "a merge patch of a file in the deprecated list": {
    files: {
      ...base(safe),
      ...dev("patchesStrategicMerge:\n  - p.yaml # <- way of privileged\n"),
      "dev/p.yaml": patch("securityContext:\n  privileged: true # <- privileged\n"),
    },
  },
  "operations in the deprecated list": {
    files: {
      ...base(safe),
      ...dev(`patchesJson6902:
  - target: {group: apps, version: v1, kind: Deployment, name: web}
    patch: |
      - op: replace
        path: ${pointer}/privileged # <- privileged
        value: true
`),
    },
  },
  "one patch for several targets": {
    files: {
      "dev/kustomization.yaml": kustomization(
        "resources: [one.yaml, two.yaml]\npatches:\n  - path: p.yaml\n    target: {kind: Deployment}\n",
      ),
      "dev/one.yaml": deployment("- name: app\n  image: a\n", { name: "one" }),
      "dev/two.yaml": deployment("- name: app\n  image: b\n", { name: "two" }),
      "dev/p.yaml": patch("securityContext:\n  privileged: true # <- privileged # <- privileged\n"),
    },
  },
  "a component": {
    files: {
      ...base(safe),
      ...dev("components:\n  - ../open # <- way of privileged\n"),
      "open/kustomization.yaml": kustomization("patches:\n  - path: p.yaml # <- way of privileged\n", "Component"),
      "open/p.yaml": patch("securityContext:\n  privileged: true # <- privileged\n"),
    },
  },
  "a base that two overlays take, and one root both": {
    files: {
      ...base(deployment("- name: app\n  image: a\n  securityContext:\n    privileged: true # <- privileged\n")),
      "a/kustomization.yaml": kustomization("resources: [../base]\nnamePrefix: a-\n"),
      "b/kustomization.yaml": kustomization("resources: [../base]\nnamePrefix: b-\npatches: [{path: p.yaml}]\n"),
      "b/p.yaml": patch("securityContext: {privileged: false}\n"),
      "dev/kustomization.yaml": kustomization("resources: [../a, ../b]\n"),
    },
  },
  "a replacement": {
    files: {
      ...base(safe.replace(/ # .*/, "")),
      "dev/kustomization.yaml": kustomization(`resources: [c.yaml, ../base]
replacements:
  - source: {kind: ConfigMap, name: c, fieldPath: data.node}
    targets:
      - select: {kind: Deployment, name: web}
        fieldPaths:
          - spec.template.spec.containers.[name=app].securityContext.procMount # <- proc-mount
        options: {create: true}
`),
      "dev/c.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {node: Unmasked}\n",
    },
  },
  "a replacement in a file": {
    files: {
      ...base(deployment("- name: app\n  image: x\n  securityContext: {procMount: Default}\n")),
      ...dev("replacements:\n  - path: r.yaml # <- proc-mount\n"),
      "dev/r.yaml": `source: {kind: Deployment, name: web, fieldPath: metadata.annotations.mount}
targets:
  - select: {kind: Deployment, name: web}
    fieldPaths: [spec.template.spec.containers.0.securityContext.procMount]
`,
      "base/kustomization.yaml": kustomization("resources: [d.yaml]\ncommonAnnotations: {mount: Unmasked}\n"),
    },
  },
  "a transformer": {
    files: {
      ...base(hardened),
      ...dev("transformers:\n  - t.yaml # <- privileged\n"),
      "dev/t.yaml": `apiVersion: builtin
kind: PatchTransformer
metadata: {name: t}
target: {kind: Deployment}
patch: '[{"op": "replace", "path": "${pointer}/privileged", "value": true}]'
`,
    },
  },
  "a variable": {
    files: {
      ...base(deployment("- name: app\n  image: x\n  securityContext:\n    procMount: $(MOUNT) # <- proc-mount\n")),
      "base/m.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {mount: Unmasked}\n",
      "base/kustomization.yaml": kustomization(`resources: [d.yaml, m.yaml]
configurations: [c.yaml]
vars: [{name: MOUNT, objref: {kind: ConfigMap, name: m, apiVersion: v1}, fieldref: {fieldpath: data.mount}}]
`),
      "base/c.yaml":
        "varReference:\n- {path: spec/template/spec/containers/securityContext/procMount, kind: Deployment}\n",
      ...dev(""),
    },
  },
  "generators, images, labels and a namespace beside": {
    files: {
      ...base(
        deployment(
          "- name: app\n  image: nginx:1\n  envFrom: [{configMapRef: {name: settings}}]\n  securityContext:\n    privileged: true # <- privileged\n",
        ),
      ),
      ...dev(`namePrefix: dev-
nameSuffix: -one
namespace: dev
images: [{name: nginx, newTag: "2"}]
labels: [{pairs: {team: a}, includeSelectors: true}]
commonAnnotations: {note: b}
configMapGenerator: [{name: settings, files: [a.txt, b=a.txt], envs: [c.env]}]
replicas: [{name: web, count: 3}]
`),
      "dev/a.txt": "privileged",
      "dev/c.env": "A=b\n",
    },
  },
  "a resource in JSON": {
    files: {
      "dev/kustomization.yaml": kustomization("resources: [d.json]\n"),
      "dev/d.json": `{
  "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"},
  "spec": {"containers": [{"name": "app", "image": "x",
    "securityContext": {"privileged": true}}]}
}
`,
    },
    also: ["privileged dev/d.json:4"],
  },
  "a list": {
    files: {
      "dev/kustomization.yaml": kustomization("resources: [l.yaml]\n"),
      "dev/l.yaml": `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Pod
    metadata: {name: a}
    spec: {containers: [{name: app, image: x}]}
  - apiVersion: v1
    kind: Pod
    metadata: {name: b}
    spec:
      containers:
        - {name: app, image: x, securityContext: {privileged: true}} # <- privileged
`,
    },
  },
  "several documents, comments and a byte order mark": {
    files: {
      "dev/kustomization.yaml": kustomization("resources: [all.yaml]\n"),
      "dev/all.yaml": `\uFEFF# first\n---\n# second\napiVersion: v1\nkind: Service\nmetadata: {name: s}\n--- # third\n${privilegedOnce}---\n# nothing\n`,
    },
  },
  "flow style": {
    files: {
      ...base(
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: x,\n  securityContext: {"privileged": true}}]} # <- privileged\n',
      ),
      ...dev(""),
    },
  },
  "Windows line ends": {
    files: {
      ...base(safe.replaceAll("\n", "\r\n")),
      "dev/kustomization.yaml": kustomization(`resources: [../base]
patches:
  - target: {kind: Deployment}
    patch: |-
      - op: replace
        path: ${pointer}/privileged # <- privileged
        value: true
`).replaceAll("\n", "\r\n"),
    },
  },
  "anchors and merge keys": {
    files: {
      ...base(
        deployment(`- name: app
  image: x
  securityContext: &open
    privileged: true # <- privileged # <- privileged
- name: two
  image: x
  securityContext:
    <<: *open
    runAsUser: 7
`),
      ),
      ...dev(""),
    },
  },
  "words and numbers that YAML's versions read differently": {
    files: {
      ...base(
        deployment(`- name: app
  image: "\\u00e4\\u0085:1"
  stdin: yes
  tty: Off
  command: ["a\\tb", 'yes', 0o7, 1e3, 0x10, 1_000, 12:30, ~, NULL]
  ports: [{containerPort: 0100}]
  securityContext: {privileged: true} # <- privileged
`),
      ),
      ...dev(
        "patches:\n  - patch: |\n      - {op: add, path: /spec/paused, value: yes}\n    target: {kind: Deployment}\n",
      ),
    },
  },
  "a name of ours in the sources": {
    files: {
      ...base(`${privilegedOnce}      volumes: [{name: secctxProbe1, emptyDir: {}}]\n`),
      ...dev(""),
    },
  },
  "a pod's own field, and a volume": {
    files: {
      ...base(bare),
      ...dev("patches: [{path: p.yaml}]\n"),
      "dev/p.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      hostNetwork: true # <- host-namespaces
      volumes:
        - name: root
          hostPath: # <- host-path-volumes
            path: /
`,
    },
  },
};

describe.each(builders.slice(0, 1))("$kind", ({ tool, missing }) => {
  beforeEach(({ skip }) => {
    skip(missing !== undefined, missing);
  });

  it.each(Object.entries(examples))("finds the line of %s", async (_, { files, also = [], none = [] }) => {
    const marks = marksIn(files);
    const wanted = [...marks.filter(({ isWay }) => !isWay).map(({ rule, at }) => `${rule} ${at}`), ...also].toSorted();
    const rules = [...wanted.map((each) => each.split(" ")[0]), ...none];
    const { problems, placed } = await withFiles(files, (folder) => reviewOverlay(folder, "dev", tool));
    expect(problems).toEqual([]);
    const found = placed.filter(({ rule }) => rules.includes(rule));
    expect(found.map(({ rule, at }) => `${rule} ${at}`).toSorted()).toEqual(wanted);
    expect(placed.filter(({ placement }) => !placement.isExact)).toEqual([]);
    for (const { rule, at } of marks.filter(({ isWay }) => isWay)) {
      const way = found.filter((each) => each.rule === rule).flatMap(({ placement }) => placement.via);
      expect(way.map(({ location: { file, start } }) => `${file}:${start.line}`)).toContain(at);
    }
  });
});

function marksIn(files: Example["files"]): { rule: string; at: string; isWay: boolean }[] {
  return Object.entries(files).flatMap(([file, text]) =>
    text.split("\n").flatMap((line, index) =>
      [...line.matchAll(/# <- (way of )?([\w-]+)/g)].map(([, way, rule = ""]) => ({
        rule,
        at: `${file}:${index + 1}`,
        isWay: way !== undefined,
      })),
    ),
  );
}
