import type { DerivedContext } from "../pod/index.ts";

/** The JSON report (schema `secctx/v1`), as far as the pages read it. */
export interface ReportJson {
  readonly tool: { readonly version: string };
  readonly policy: {
    readonly enforce: string;
    readonly warn: string;
    readonly audit: string;
    readonly kubernetesVersion: string;
    readonly gate: string;
  };
  readonly verdict: "pass" | "fail" | "error";
  readonly summary: {
    readonly files: number;
    readonly workloads: number;
    readonly containers: number;
    readonly enforce: number;
    readonly warn: number;
    readonly audit: number;
    readonly ignored: number;
  };
  readonly findings: readonly FindingJson[];
  readonly workloads: readonly WorkloadJson[];
  readonly problems: readonly {
    readonly severity: "error" | "note";
    readonly file: string;
    readonly line: number;
    readonly message: string;
  }[];
}

export interface FindingJson {
  readonly rule: string;
  readonly level: string;
  readonly mode: "enforce" | "warn" | "audit";
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly workload: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string | null;
    readonly name: string;
  };
  readonly containers: readonly string[];
  readonly origin: string;
  readonly new: boolean | null;
  readonly fingerprint: string;
  readonly fix: { readonly title: string; readonly safety: "safe" | "review"; readonly risk: string | null } | null;
  readonly ignored: { readonly by: string; readonly reason: string; readonly expires: string | null } | null;
}

export interface WorkloadJson {
  readonly file: string;
  readonly line: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly source: string;
  readonly admission: Readonly<
    Record<"baseline" | "restricted", { readonly allowed: boolean; readonly message: string | null }>
  > & { readonly version: string };
  readonly containers: readonly ContainerJson[];
}

export interface ContainerJson {
  readonly name: string;
  readonly type: string;
  readonly image: string | null;
  readonly effective: Readonly<
    Record<string, { readonly value: unknown; readonly origin: string; readonly line?: number }>
  >;
  readonly derived: DerivedContext;
}
