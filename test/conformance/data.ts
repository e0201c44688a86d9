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
  const lines = readFileSync(join(folder, "random/pods.jsonl"), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Recorded);
}
