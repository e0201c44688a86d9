import { levels, modes } from "../pod/index.ts";
import { usualLimits } from "../yaml/index.ts";
import type { Schema } from "./schema.ts";

const standard = levels.filter((level) => level !== "hardened");
const patterns = (description: string): Schema => ({
  description,
  type: "array",
  minItems: 1,
  items: { type: "string", format: "glob" },
});
const level = (description: string, fallback: string): Schema => ({ description, enum: levels, default: fallback });
const id = (description: string): Schema => ({ description, type: "integer", minimum: 1, maximum: 2_147_483_647 });
const text = (description: string, more: Partial<Schema> = {}): Schema => ({
  description,
  type: "string",
  minLength: 1,
  ...more,
});
const count = (description: string, fallback: number): Schema => ({
  description,
  type: "integer",
  minimum: 0,
  maximum: 9999,
  default: fallback,
});

const namespace: Schema = {
  type: "object",
  properties: {
    enforce: { description: "The level whose violations the cluster rejects.", enum: standard },
    warn: { description: "The level whose violations it warns of. Default: that of enforce.", enum: standard },
    audit: { description: "The level whose violations it logs.", enum: standard },
    version: text("The version of the standard that it judges by.", {
      format: "kubernetes-version",
      default: "latest",
    }),
  },
  additionalProperties: false,
  anyOf: [{ required: ["enforce"] }, { required: ["warn"] }, { required: ["audit"] }],
};

const workload: Schema = {
  type: "object",
  properties: {
    apiVersion: text("Its API group and version; a pattern such as example.com/* takes every version.", {
      format: "glob",
    }),
    kind: text("Its kind."),
    podSpec: text("Path of the pod spec in the object.", { format: "field-path" }),
    podTemplate: text("Path of the pod's template (metadata and spec) in the object.", { format: "field-path" }),
  },
  additionalProperties: false,
  required: ["apiVersion", "kind"],
  oneOf: [{ required: ["podSpec"] }, { required: ["podTemplate"] }],
};

/** What an exemption may be narrowed by; the configuration's keys are the policy's. */
export const criteria = ["rules", "kinds", "namespaces", "names", "containers", "images", "files"] as const;

const exemption: Schema = {
  type: "object",
  properties: {
    rules: patterns("Ids of the rules that are not held against it."),
    kinds: patterns("Kinds of workloads."),
    namespaces: patterns("Namespaces; a workload that names none is in default."),
    names: patterns("Names of workloads."),
    containers: patterns("Names of containers. What a rule says of the whole pod stays."),
    images: patterns("Images of containers. What a rule says of the whole pod stays."),
    files: patterns("Files, from the root of the repository on."),
    reason: text("Why it may pass."),
    expires: text("The last day on which it holds.", { format: "date" }),
  },
  additionalProperties: false,
  required: ["reason"],
  anyOf: criteria.map((name) => ({ required: [name] })),
};

const fix: Schema = {
  description: "What fixes may write, and must know: it never comes from us.",
  type: "object",
  properties: {
    runAsUser: id("The user id that fixes may write."),
    runAsGroup: id("The group id that fixes may write."),
    writablePaths: {
      description: "Where images write to besides /tmp: a read-only root file system comes with a volume there.",
      type: "array",
      items: {
        type: "object",
        properties: {
          image: text("The image.", { format: "glob" }),
          paths: {
            description: "The folders that it writes to.",
            type: "array",
            minItems: 1,
            items: { type: "string", format: "absolute-path" },
          },
        },
        additionalProperties: false,
        required: ["image", "paths"],
      },
    },
  },
  additionalProperties: false,
};

const most = (what: string, fallback: number, maximum: number): Schema => ({
  description: `The most ${what}.`,
  type: "integer",
  minimum: 1,
  maximum,
  default: fallback,
});

const limits: Schema = {
  description:
    "What bounds the work that a manifest can ask for. What has more could not be evaluated, and does not pass; of fixes, what is left is said.",
  type: "object",
  properties: {
    documentCharacters: most("characters in a document", usualLimits.documentCharacters, 33_554_432),
    documentsPerFile: most("documents in a file", usualLimits.documentsPerFile, 1_000_000),
    containersPerDocument: most(
      "containers in a document, of all its pods",
      usualLimits.containersPerDocument,
      1_000_000,
    ),
    findingsPerDocument: most(
      "findings in a document, each counted for every container that it affects",
      usualLimits.findingsPerDocument,
      10_000_000,
    ),
    fixCharacters: most(
      "characters that fixing a document may read again; each patch reads all of it",
      usualLimits.fixCharacters,
      10_000_000_000,
    ),
  },
  additionalProperties: false,
};

/** What `.secctx.yaml` may say: the one definition that checks it, that is published, and that the documentation's table is made of. */
export function configurationSchema(ruleIds: readonly string[]): Schema {
  return {
    description: "The policy that secctx reviews a repository by.",
    type: "object",
    properties: {
      enforce: level("The level whose violations fail the gate.", "restricted"),
      warn: level("The level whose violations are warnings.", "hardened"),
      audit: level("The level whose violations are notices.", "hardened"),
      kubernetesVersion: text("The release whose standard and API rules judge.", {
        format: "kubernetes-version",
        default: "latest",
      }),
      gate: {
        description: "What fails the gate where there is a change to compare: new findings, or all.",
        enum: ["new", "all"],
      },
      files: patterns("Which files are manifests, from the root of the repository on; ! before a pattern takes away."),
      images: {
        description: "Whether to read the images' configuration from their registries.",
        type: "boolean",
        default: false,
      },
      rules: {
        description: "What the findings of a rule are, whatever their level.",
        type: "object",
        propertyNames: { enum: ruleIds },
        additionalProperties: { enum: ["off", ...modes.toReversed()] },
      },
      namespaces: {
        description:
          "Levels that the cluster's namespaces demand, by patterns of names; the first that fits holds. A Namespace object among the manifests is asked first.",
        type: "object",
        propertyNames: { type: "string", format: "glob" },
        additionalProperties: { anyOf: [{ enum: standard }, namespace] },
      },
      workloads: { description: "Kinds of your own that hold a pod.", type: "array", items: workload },
      exemptions: { description: "What may pass, with a reason.", type: "array", items: exemption },
      fix,
      limits,
      annotations: {
        description: "The Action: how findings get onto their lines.",
        enum: ["auto", "check-run", "commands", "none"],
        default: "auto",
      },
      maxAnnotations: count("The Action: most annotations to send.", 200),
      checkName: text("The Action: name of the check run.", { default: "secctx" }),
      suggest: { description: "The Action: whether to open review suggestions.", type: "boolean", default: false },
      maxSuggestions: count("The Action: most suggestions to open.", 20),
      sarifFile: text("The Action: path to write a SARIF report to."),
      jsonFile: text("The Action: path to write the JSON report to."),
      htmlFile: text("The Action: path to write the HTML report to."),
    },
    additionalProperties: false,
  };
}

/** Keys that somebody may expect, and where what they want is. */
export const elsewhere: Readonly<Record<string, string>> = {
  helm: "This version of secctx renders no charts. Pipe `helm template` into `secctx check -`, and remove the key",
  kustomize:
    "This version of secctx renders no overlays. Pipe `kustomize build` into `secctx check -`, and remove the key",
  config: "The workflow says where the configuration is: give it there",
  configRef: "The workflow says which revision's configuration holds: give it there",
  shard: "Each job has a share of its own: give it in the workflow",
  githubToken: "A token does not belong into a file: give it in the workflow",
};
