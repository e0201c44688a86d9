import { levels, modes } from "../pod/index.ts";
import { rules } from "../rules/index.ts";
import { usualLimits } from "../yaml/index.ts";
import { gates } from "./policy.ts";
import { helm, kustomize, patterns, text } from "./rendering-schema.ts";
import type { Schema } from "./schema.ts";

const standard = levels.filter((level) => level !== "hardened");
const level = (description: string, fallback: string): Schema => ({ description, enum: levels, default: fallback });
const id = (description: string): Schema => ({ description, type: "integer", minimum: 1, maximum: 2_147_483_647 });
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
    warn: { description: "The level whose violations the cluster warns of. Default: that of enforce.", enum: standard },
    audit: { description: "The level whose violations the cluster logs.", enum: standard },
    version: text("The version of the standard that the cluster judges by.", {
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
    apiVersion: text("The API group and version. A pattern such as example.com/* takes every version.", {
      format: "glob",
    }),
    kind: text("The kind."),
    podSpec: text("The path of the pod spec in the object.", { format: "field-path" }),
    podTemplate: text("The path of the pod template (metadata and spec) in the object.", { format: "field-path" }),
  },
  additionalProperties: false,
  required: ["apiVersion", "kind"],
  oneOf: [{ required: ["podSpec"] }, { required: ["podTemplate"] }],
};

/** The criteria of an exemption, by their keys in the configuration and in the policy. */
export const criteria = ["rules", "kinds", "namespaces", "names", "containers", "images", "files"] as const;

const exemption: Schema = {
  type: "object",
  properties: {
    rules: patterns("Ids of rules."),
    kinds: patterns("Kinds of workloads."),
    namespaces: patterns("Namespaces. A workload that names none is in default."),
    names: patterns("Names of workloads."),
    containers: patterns("Names of containers. Findings about the whole pod stay."),
    images: patterns("Images of containers. Findings about the whole pod stay."),
    files: patterns("Files, as paths from the root of the repository."),
    values: {
      description:
        "What the findings may name, exactly: capabilities, paths of the node, ports, sysctls, volume types, profiles. The rest of such a finding stays. Needs rules.",
      type: "array",
      minItems: 1,
      items: { anyOf: [{ type: "string", minLength: 1 }, { type: "integer" }] },
    },
    reason: text("Why the findings may pass."),
    expires: text("The last day on which the exemption applies.", { format: "date" }),
  },
  additionalProperties: false,
  required: ["reason"],
  anyOf: criteria.map((name) => ({ required: [name] })),
  dependentRequired: { values: ["rules"] },
};

const fix: Schema = {
  description: "What fixes need to know, and secctx never guesses.",
  type: "object",
  properties: {
    runAsUser: id("The user id that fixes may write."),
    runAsGroup: id("The group id that fixes may write."),
    writablePaths: {
      description:
        "Where images write besides /tmp. A fix that makes the root file system read-only mounts a volume there.",
      type: "array",
      items: {
        type: "object",
        properties: {
          image: text("The image.", { format: "glob" }),
          paths: {
            description: "The folders that the image writes to.",
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
    "Bounds on the work that a manifest can ask for. A document beyond them could not be evaluated, and does not pass; a fix beyond them is left out, and the report says so.",
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
      "characters that fixing a document may read; each patch reads all of it again",
      usualLimits.fixCharacters,
      10_000_000_000,
    ),
    renderSeconds: most("seconds that one rendering of a chart or overlay may take", usualLimits.renderSeconds, 3600),
    renderMegabytes: most("megabytes that one rendering may print", usualLimits.renderMegabytes, 1000),
    renderDocuments: most("documents of one rendering", usualLimits.renderDocuments, 1_000_000),
  },
  additionalProperties: false,
};

/** The schema of `.secctx.yaml`: it checks the file, is published, and makes the table in the documentation. */
export function configurationSchema(): Schema {
  return {
    description: "The policy for the reviews of a repository.",
    type: "object",
    properties: {
      enforce: level("The level whose violations fail the gate.", "restricted"),
      warn: level("The level whose violations are warnings.", "hardened"),
      audit: level("The level whose violations are notices.", "hardened"),
      kubernetesVersion: text("The Kubernetes release whose standard and API rules apply.", {
        format: "kubernetes-version",
        default: "latest",
      }),
      gate: {
        description:
          "Which findings fail the gate: new, those that a change brings; all; or none, which only reports. What could not be evaluated always fails it.",
        enum: gates.toReversed(),
      },
      files: patterns("The files that are manifests, as paths from the root of the repository. A leading ! excludes."),
      images: {
        description:
          "Whether to read the configurations of images from their registries; layers reads their layers too, for the capabilities that programs carry in their files.",
        anyOf: [{ type: "boolean" }, { enum: ["layers"] }],
        default: false,
      },
      placeholders: {
        description: `Whether a text such as \${NAME} or $(NAME) stands for a value that a tool fills in later, which is unknown. If not, it is a text.`,
        type: "boolean",
        default: true,
      },
      rules: {
        description: "The mode of all findings of a rule, whatever their level.",
        type: "object",
        propertyNames: { enum: rules.map(({ id }) => id) },
        additionalProperties: { enum: ["off", ...modes.toReversed()] },
      },
      namespaces: {
        description:
          "The levels that the namespaces of the cluster demand, by patterns of names. The first that matches applies. A Namespace among the manifests, or elsewhere in the repository, can only demand more.",
        type: "object",
        propertyNames: { type: "string", format: "glob" },
        additionalProperties: { anyOf: [{ enum: standard }, namespace] },
      },
      workloads: { description: "Kinds of your own that hold a pod.", type: "array", items: workload },
      render: {
        description:
          "Whether charts and overlays are rendered. auto: yes, and in the Action without a checkout they are notes; true: that is an error; false: they are notes.",
        anyOf: [{ enum: ["auto"] }, { type: "boolean" }],
        default: "auto",
      },
      helm,
      kustomize,
      exemptions: { description: "Findings that may pass, and why.", type: "array", items: exemption },
      fix,
      limits,
      annotations: {
        description: "The Action: how findings are shown on their lines.",
        enum: ["auto", "check-run", "commands", "none"],
        default: "auto",
      },
      maxAnnotations: count("The Action: the most annotations to send.", 200),
      checkName: text("The Action: the name of the check run.", { default: "secctx" }),
      suggest: {
        description:
          "The Action: whether to open review suggestions; true: for what the change brings, all: also for what was there before.",
        anyOf: [{ type: "boolean" }, { enum: ["all"] }],
        default: false,
      },
      maxSuggestions: count("The Action: the most suggestions to open.", 20),
      sarifFile: text("The Action: the path to write a SARIF report to."),
      jsonFile: text("The Action: the path to write the JSON report to."),
      htmlFile: text("The Action: the path to write the HTML report to."),
      extends: text(
        "The policy that this one tightens: a path from the folder of this file, or a file of another repository as OWNER/REPOSITORY/PATH@REF.",
      ),
      extending: {
        description: "What those who extend this file may do.",
        type: "object",
        properties: {
          exemptions: {
            description:
              "What they may exempt, by configuration, comment, annotation or baseline: anything (all), only what held before a change (base), or nothing (none).",
            enum: ["all", "base", "none"],
            default: "all",
          },
        },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
}

/** Keys that somebody may look for here, and where to find what they do. */
export const keysElsewhere: Readonly<Record<string, string>> = {
  config: "The workflow says where the configuration is: set it there",
  configRef: "The workflow says which revision's configuration applies: set it there",
  registries: "The workflow says which registries at private addresses may be asked: set it there",
  shard: "Each job has a share of its own: set it in the workflow",
  configToken: "A token does not belong in a file: set it in the workflow",
  policyClone: "Each machine has its clones elsewhere: give --policy-clone on the command line",
  githubToken: "A token does not belong in a file: set it in the workflow",
};
