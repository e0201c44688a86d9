import { describe, expect, it } from "vitest";
import { layerOf, readConfiguration, settleLayers } from "../src/policy/index.ts";
import { withFullReader } from "../src/yaml/index.ts";

/** What the shared policy says, what comes on top, and what of both is in force: `key: value`, or the end of the refusal. */
const tightened: readonly (readonly [shared: string, own: string, outcome: string])[] = [
  ["enforce: baseline", "enforce: hardened", "enforce: hardened"],
  [
    "enforce: baseline",
    "enforce: privileged",
    "enforce is privileged, which is looser than the shared policy's baseline (base.yaml:1): write baseline or restricted or hardened, or leave it out.",
  ],
  ["{}", "enforce: baseline", "looser than the shared policy's restricted (default)"],
  ["warn: restricted", "warn: baseline", "looser"],
  ["{}", "audit: restricted", "looser"],
  ["kubernetesVersion: '1.30'", "kubernetesVersion: '1.31'", "kubernetesVersion: 1.31"],
  ["kubernetesVersion: '1.30'", "kubernetesVersion: '1.29'", "write 1.30 or a newer release"],
  [
    "{}",
    "kubernetesVersion: '1.29'",
    "looser than the shared policy's latest (default): write latest, or leave it out.",
  ],
  ["gate: none", "gate: all", "gate: all"],
  ["gate: all", "gate: new", "looser than the shared policy's all (base.yaml:1): write all, or"],
  ["{}", "gate: none", "looser than the shared policy's new (default): write new or all, or"],
  ["images: true", "images: layers", "images: layers"],
  ["images: true", "images: false", "looser"],
  ["{}", "placeholders: false", "placeholders: false"],
  ["placeholders: false", "placeholders: true", "looser"],
  ["{}", "render: true", "render: true"],
  ["{}", "render: false", "looser than the shared policy's auto (default): write auto or true, or"],
  ["render: false", "render: auto", "render: auto"],
  ["files: [k8s/**]", "files: [deploy/**, k8s/**]", 'files: ["deploy/**","k8s/**"]'],
  ["files: [k8s/**]", "files: [k8s/prod/**]", "write all of k8s/** in this order"],
  ["files: [k8s/**]", "files: [k8s/**, '!k8s/test/**']", "looser"],
  ["files: [k8s/**, '!k8s/test/**']", "files: [k8s/**]", 'files: ["k8s/**"]'],
  ["files: [k8s/**, '!k8s/test/**', k8s/test/a/**]", "files: [k8s/**, k8s/test/a/**, '!k8s/test/**']", "looser"],
  ["{}", "files: ['**/*.yaml']", "write all of **/*.yaml, **/*.yml, **/*.json in this order"],
  ["rules: {privileged: warn}", "rules: {privileged: enforce}", "rules.privileged: enforce"],
  [
    "rules: {privileged: warn}",
    "rules: {privileged: audit}",
    "rules.privileged is audit, which is looser than the shared policy's warn (base.yaml:1): write warn or enforce, or",
  ],
  ["{}", "rules: {privileged: warn}", "looser than the shared policy's enforce (default)"],
  ["{}", "rules: {read-only-root-filesystem: warn}", "rules.read-only-root-filesystem: warn"],
  ["{}", "rules: {read-only-root-filesystem: off}", "looser than the shared policy's warn"],
  [
    "{warn: restricted, audit: restricted}",
    "rules: {read-only-root-filesystem: audit}",
    "rules.read-only-root-filesystem: audit",
  ],
  ["{}", "rules: {unused-ignore: enforce}", "rules.unused-ignore: enforce"],
  ["{}", "rules: {unused-ignore: off}", "looser"],
  ["{}", "helm: false", "helm is false, which is looser"],
  ["helm: false", "helm: {ci: true}", "helm.ci: true"],
  ["{}", "helm: {ci: false}", "helm.ci is false, which is looser"],
  ["{}", "helm: {skipTests: true}", "looser"],
  ["helm: {skipTests: true}", "helm: {skipTests: false}", "helm.skipTests: false"],
  [
    "{}",
    "helm: {binary: helm4}",
    "helm.binary is helm4, which is looser than the shared policy's helm (default): write helm, or",
  ],
  ["{}", "kustomize: false", "looser"],
  ["{}", "kustomize: {binary: kubectl}", "looser"],
  ["{}", "kustomize: {roots: [overlays/*]}", "write no roots, or leave it out"],
  [
    "kustomize: {roots: [overlays/*]}",
    "kustomize: {roots: [overlays/*, more]}",
    'kustomize.roots: ["overlays/*","more"]',
  ],
  ["{}", "kustomize: {loadRestrictor: none}", "kustomize.loadRestrictor: none"],
  ["kustomize: {loadRestrictor: root}", "kustomize: {loadRestrictor: none}", "looser"],
  ["limits: {documentsPerFile: 9}", "limits: {documentsPerFile: 8}", "limits.documentsPerFile: 8"],
  ["limits: {documentsPerFile: 9}", "limits: {documentsPerFile: 10}", "write at most 9, or"],
  ["{}", "limits: {documentsPerFile: 60000}", "limits.documentsPerFile: 60000"],
  ["fix: {runAsUser: 7}", "fix: {runAsUser: 8}", "fix.runAsUser: 8"],
  ["checkName: a", "checkName: b", "checkName: b"],
];

/** What of both is in force, a value a line; or why they can't go together. */
async function settle(shared: string, own: string): Promise<string> {
  const texts = [
    { file: "base.yaml", text: shared },
    { file: ".secctx.yaml", text: own },
  ];
  const configurations = await withFullReader(() => texts.map(readConfiguration));
  const layers = configurations.map((each, index) => {
    if ("defects" in each) throw new Error(JSON.stringify(each.defects));
    return layerOf(each, index === 0);
  });
  const settled = settleLayers(layers, "all");
  if ("loosening" in settled) return settled.loosening;
  const show = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return settled.entries.map(({ key, value }) => `${key}: ${show(value)}\n`).join("");
}

describe("what comes on top of a shared policy", () => {
  it.each(tightened)("%s, then %s: %s", async (shared, own, outcome) => {
    expect(await settle(shared, own)).toContain(outcome);
  });
});
