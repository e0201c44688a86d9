import { stringify } from "yaml";
import { defaultPolicy, type Policy } from "../../src/policy/index.ts";
import type { Result } from "../../src/review/result.ts";
import { review } from "../../src/review/review.ts";

export const policy: Policy = { ...defaultPolicy, gate: "new" };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Fields = { [key: string]: Json };

/** A pod whose container keeps every rule, but for what is given. */
export function pod({ spec = {}, container = {}, context = {}, name = "web", namespace = null }: Parts = {}): Fields {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, ...(namespace !== null && { namespace }) },
    spec: {
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containers: [
        {
          name: "app",
          image: "registry.example/app:1",
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
            ...context,
          },
          ...container,
        },
      ],
      ...spec,
    },
  };
}

export interface Parts {
  readonly spec?: Fields;
  readonly container?: Fields;
  readonly context?: Fields;
  readonly name?: string;
  readonly namespace?: string | null;
}

export type Texts = Readonly<Record<string, string | readonly Json[]>>;

export function sourcesOf(texts: Texts) {
  return Object.entries(texts).map(([file, content]) => ({
    file,
    text: typeof content === "string" ? content : content.map((each) => stringify(each)).join("---\n"),
  }));
}

/** The rules of what fails the gate. */
export function failures({ findings }: Result): string[] {
  const failing = findings.filter(({ mode, ignored }) => mode === "enforce" && !ignored);
  return [...new Set(failing.map(({ rule }) => rule.id))];
}

export async function change(before: Texts, after: Texts, inForce: Partial<Policy> = {}): Promise<Result> {
  return await review(sourcesOf(after), sourcesOf(before), { ...policy, ...inForce });
}

export const volume = (source: Fields, mount: Fields = {}, more: Fields = {}): Fields =>
  pod({
    spec: { volumes: [{ name: "data", ...source }], ...more },
    container: { volumeMounts: [{ name: "data", mountPath: "/data", ...mount }] },
  });
export const logs = (path: string, mount: Fields = { readOnly: true }, type?: string): Fields =>
  volume({ hostPath: { path, ...(type !== undefined && { type }) } }, mount);
