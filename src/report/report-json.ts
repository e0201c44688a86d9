import type { Container, DerivedContext, Level, Mode, Origin, Workload } from "../pod/index.ts";
import type { ModePolicy, Shard } from "../policy/index.ts";
import type { Result, ReviewedWorkload } from "../review/result.ts";
import type { Admission, Fix } from "../rules/index.ts";
import type { Position, Problem } from "../yaml/index.ts";
import type { Summary } from "./summary.ts";

/** The JSON report, as schema/report.schema.json (`secctx/v1`) describes it. It is public: what is inside may change, this may not. */
export interface ReportJson extends ReportHead, ReportTail {
  readonly findings: readonly FindingJson[];
  readonly workloads: readonly WorkloadJson[];
}

/** What stands before the findings. */
export interface ReportHead {
  readonly tool: { readonly name: string; readonly version: string };
  readonly policy: ModePolicy & Readonly<Record<"kubernetesVersion" | "gate", string>>;
}

/** What stands behind the workloads. */
export interface ReportTail {
  readonly verdict: Result["verdict"];
  readonly summary: Summary;
  readonly problems: readonly Problem[];
  readonly shard: (Shard & { readonly pending: object }) | null;
}

export interface FindingJson {
  readonly rule: string;
  readonly level: Level;
  readonly mode: Mode;
  readonly message: string;
  readonly file: string;
  /** The index of the document in the file. */
  readonly document: number;
  /** A JSON Pointer (RFC 6901) into the document. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  readonly workload: Workload;
  readonly containers: readonly string[];
  readonly origin: Origin;
  readonly new: boolean | null;
  readonly fingerprint: string;
  readonly related: readonly {
    readonly file: string;
    readonly start: Position;
    readonly end: Position;
    readonly message: string;
  }[];
  readonly rendered: readonly RenderedJson[] | null;
  readonly fix: Pick<Fix, "title" | "safety" | "risk"> | null;
  readonly ignored: { readonly by: string; readonly reason: string; readonly expires: string | null } | null;
}

/** A rendering that shows a finding. */
export interface RenderedJson {
  readonly root: string;
  readonly values: readonly string[];
  /** The index of the document in the rendered text. */
  readonly document: number;
  readonly path: string;
  readonly workload: Workload;
}

export interface WorkloadJson extends Workload {
  readonly file: string;
  readonly line: number;
  readonly source: ReviewedWorkload["source"];
  readonly admission: Admission;
  readonly containers: readonly ContainerJson[];
}

export interface ContainerJson {
  readonly name: string;
  readonly type: Container["type"];
  readonly image: string | null;
  readonly effective: Readonly<Record<string, SettingJson>>;
  readonly derived: { readonly [Field in keyof DerivedContext]: DerivedContext[Field] };
}

/** A setting has a place only if somebody declared a value. */
export interface SettingJson {
  readonly value: unknown;
  readonly origin: Origin;
  readonly file?: string;
  readonly line?: number;
}
