import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../src/policy/index.ts";
import { json, pointer } from "../src/report/json.ts";
import { review } from "../src/review.ts";
import type { Source } from "../src/types.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../schema/report.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const corpus = join(import.meta.dirname, "../../shared/corpus");

function manifestsBelow(folder: string): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  return names.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

async function reportOf(sources: readonly Source[]) {
  const report = JSON.parse(json(await review(sources, null, defaultPolicy)));
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  return report;
}

describe("the JSON report", () => {
  it("has the shape of its schema for the examples, a broken file and nothing", async () => {
    await reportOf([]);
    await reportOf(manifestsBelow(join(import.meta.dirname, "../examples")));
    const broken = await reportOf([{ file: "x.yaml", text: "apiVersion: v1\nkind: Pod\nspec: {\n" }]);
    expect(broken).toMatchObject({ verdict: "error", problems: [{ severity: "error", file: "x.yaml" }] });
  });

  it.skipIf(!existsSync(corpus))("has it for real manifests", async () => {
    const report = await reportOf(manifestsBelow(corpus));
    expect(report.summary.workloads).toBeGreaterThan(150);
  });

  it("writes its fields in the order of the contract, and every effective field by its API name", async () => {
    const text =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  securityContext: {runAsUser: 1000}\n  containers: [{name: c, image: i}]\n";
    const report = await reportOf([{ file: "p.yaml", text }]);
    expect(Object.keys(report)).toEqual(schema.required);
    expect(Object.keys(report.findings[0])).toEqual(schema.$defs.finding.required);
    const [container] = report.workloads[0].containers;
    expect(container.effective.runAsUser).toEqual({ value: 1000, origin: "pod", file: "p.yaml", line: 5 });
    expect(container.effective.privileged).toEqual({ value: null, origin: "default" });
    expect(Object.keys(container.effective)).toEqual(
      expect.arrayContaining(
        "runAsUser runAsGroup runAsNonRoot seLinuxOptions seccompProfile appArmorProfile windowsOptions fsGroup fsGroupChangePolicy supplementalGroups"
          .split(" ")
          .concat(
            "supplementalGroupsPolicy sysctls seLinuxChangePolicy privileged allowPrivilegeEscalation capabilities readOnlyRootFilesystem procMount".split(
              " ",
            ),
          ),
      ),
    );
    expect(container.derived).toMatchObject({
      uid: 1000,
      gid: 0,
      noNewPrivileges: false,
      seccomp: "Unconfined",
      privileged: false,
      readOnlyRoot: false,
    });
    expect(container.derived.capabilities).toHaveLength(14);
  });

  it("writes paths as JSON Pointers", () => {
    expect(pointer(["metadata", "annotations", "a/b~c", 0])).toBe("/metadata/annotations/a~1b~0c/0");
    expect(pointer([])).toBe("");
  });
});
