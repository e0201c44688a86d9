import type { Schema } from "./schema.ts";

/** A list of at least one pattern. */
export const patterns = (description: string): Schema => ({
  description,
  type: "array",
  minItems: 1,
  items: { type: "string", format: "glob" },
});

/** A text that is not empty. */
export const text = (description: string, more: Partial<Schema> = {}): Schema => ({
  description,
  type: "string",
  minLength: 1,
  ...more,
});

const binary = (name: string): Schema =>
  text(`The program that renders: a name on the PATH, or an absolute path outside of the repository.`, {
    default: name,
  });
const either = (description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  description,
  anyOf: [{ type: "boolean" }, { type: "object", properties, additionalProperties: false }],
  default: true,
});

const chart: Schema = {
  type: "object",
  properties: {
    path: text("The folder of the chart, from the root of the repository."),
    values: {
      description: "Lists of values files, from the folder of the chart. Each list makes one rendering.",
      type: "array",
      minItems: 1,
      items: { type: "array", items: { type: "string", minLength: 1 } },
    },
    release: text("The name of the release.", { format: "dns-label", default: "release-name" }),
    namespace: text("The namespace of the release.", { format: "dns-label", default: "default" }),
    kubeVersion: text("The release of Kubernetes that the chart sees. Default: the one that is judged.", {
      format: "kubernetes-version",
    }),
    apiVersions: {
      description: "API versions that the cluster has beside Kubernetes' own.",
      type: "array",
      items: { type: "string", format: "api-version" },
    },
  },
  additionalProperties: false,
  required: ["path"],
};

/** The key `helm`. */
export const helm = either("How charts are rendered; false: not at all, and they are notes.", {
  binary: binary("helm"),
  charts: { description: "What single charts need.", type: "array", items: chart },
  ci: {
    description: "Whether each ci/*-values.yaml of a chart makes a rendering of its own.",
    type: "boolean",
    default: true,
  },
  skipTests: { description: "Whether the chart's tests are left out.", type: "boolean", default: false },
});

/** The key `kustomize`. */
export const kustomize = either("How overlays are built; false: not at all, and they are notes.", {
  binary: text(
    "The program that builds: a name on the PATH, or an absolute path outside of the repository. Default: kustomize, else kubectl.",
  ),
  roots: patterns("The folders that are built. Default: those that no other kustomization uses."),
  loadRestrictor: {
    description:
      "Whether files outside of a kustomization's folder may be read: none allows it, within the repository.",
    enum: ["root", "none"],
    default: "root",
  },
});
