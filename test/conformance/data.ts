import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Where Kubernetes' own answers are: `$SECCTX_CONFORMANCE`, else beside the repository. `undefined`: not on this machine. */
export function conformanceFolder(): string | undefined {
  const beside = join(import.meta.dirname, "../../../shared/conformance");
  return [process.env.SECCTX_CONFORMANCE, beside].find((folder) => folder !== undefined && existsSync(folder));
}

/** Why a test of them is skipped. */
export const noConformance = "Kubernetes' own answers are not there: set SECCTX_CONFORMANCE to their folder";

/** A pod of Pod Security Admission's own test data. */
export interface Fixture {
  readonly level: "baseline" | "restricted";
  /** `v1.N` */
  readonly version: string;
  readonly passes: boolean;
  /** The file's name without number and ending: its control's id in lower case, or `base`. */
  readonly control: string;
  readonly file: string;
  readonly text: string;
}

export function fixturesIn(folder: string): Fixture[] {
  return (["baseline", "restricted"] as const).flatMap((level) =>
    readdirSync(join(folder, "pss", level)).flatMap((version) =>
      ["pass", "fail"].flatMap((outcome) => {
        const place = join(folder, "pss", level, version, outcome);
        return readdirSync(place).map((name): Fixture => {
          const file = join(place, name);
          const control = basename(name, ".yaml").replace(/\d+$/, "");
          return { level, version, passes: outcome === "pass", control, file, text: readFileSync(file, "utf8") };
        });
      }),
    ),
  );
}

/** A random manifest and what Kubernetes' own code said of it (README.md beside the data). */
export interface Recorded {
  readonly id: string;
  readonly manifest: string;
  readonly document: number;
  readonly versions: readonly string[];
  readonly expect: {
    readonly decode?: string;
    readonly strict?: readonly string[];
    readonly invalid?: readonly {
      readonly field: string;
      readonly detail: string;
      readonly type: string;
      readonly text?: string;
    }[];
    readonly warnings?: readonly string[];
    readonly admission?: Readonly<Record<string, Readonly<Record<"baseline" | "restricted", string | null>>>>;
    readonly containers?: readonly RecordedContainer[];
  };
}

export interface RecordedContainer {
  readonly name: string;
  readonly type: string;
  readonly effective: Readonly<Record<string, unknown>>;
  readonly seccomp: unknown;
  readonly appArmor: unknown;
  readonly noNewPrivs: boolean;
}

export function recordsIn(folder: string): Recorded[] {
  return readRecords<Recorded>(folder, "random/pods.jsonl");
}

/** A random pod, the users of its images, and what the kubelet of its node did. */
export interface KubeletRecord {
  readonly id: string;
  readonly manifest: string;
  readonly document: number;
  /** `USER` by the image's name. */
  readonly images: Readonly<Record<string, string>>;
  readonly expect: Refusals & {
    readonly os: "linux" | "windows";
    /** Why the kubelet refuses the whole pod. */
    readonly admit: { readonly reason: string; readonly message: string } | null;
    readonly containers: readonly KubeletContainer[];
  };
}

/** Why the API server refuses an object, or the pods of its template. */
export interface Refusals {
  readonly decode?: string;
  readonly strict?: readonly string[];
  readonly invalid?: readonly Refused[];
  readonly podInvalid?: readonly Refused[];
}

export interface Refused {
  readonly field: string;
  readonly detail: string;
}

export interface KubeletContainer {
  readonly name: string;
  readonly startError?: string | null;
  /** The answer depends on an image that nobody knows. */
  readonly dependsOnImage?: boolean;
  readonly linux?: Readonly<Record<string, unknown>>;
  readonly windows?: Readonly<Record<string, unknown>>;
}

export function kubeletRecordsIn(folder: string): KubeletRecord[] {
  return readRecords<KubeletRecord>(folder, "kubelet/pods.jsonl");
}

/** A built-in workload that was damaged somewhere, and what the decoder said of it. */
export interface DecodingRecord {
  readonly id: string;
  readonly manifest: string;
  readonly document: number;
  readonly damage: unknown;
  readonly expect: Refusals & { readonly noMatch?: string };
}

export function decodingRecordsIn(folder: string): DecodingRecord[] {
  return readRecords<DecodingRecord>(folder, "decoding/objects.jsonl");
}

function readRecords<R>(folder: string, name: string): R[] {
  const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  return lines.map((line): R => JSON.parse(line));
}

/** A tricky text, and what kubectl reads in it. */
export interface YamlRecord {
  readonly id: string;
  readonly text: string;
  readonly documents: readonly YamlDocument[];
}

export interface YamlDocument {
  /** Its first and last line, from 1. */
  readonly line: number;
  readonly end: number;
  readonly json?: unknown;
  readonly error?: string;
  /** Why it is not an object to kubectl. */
  readonly kubectl?: string;
  readonly objects?: readonly YamlObject[];
}

export interface YamlObject {
  readonly path?: string;
  readonly kind: string;
  readonly name: string;
  /** The type error for which the API server refuses it. */
  readonly decode?: string;
  readonly containers?: readonly { readonly name: string; readonly type: string; readonly effective: object }[];
  readonly host?: readonly string[];
  /** It has no containers, or one without a name or an image. */
  readonly partial?: boolean;
}

export function yamlRecordsIn(folder: string): YamlRecord[] {
  return readRecords<YamlRecord>(folder, "yaml/texts.jsonl");
}
