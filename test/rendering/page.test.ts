import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { folder } from "../cli/folder.ts";
import { played } from "../cli/played.ts";
import { missingHelm } from "./charts.ts";
import { builders } from "./overlays.ts";

const page = join(dirname(dirname(import.meta.dirname)), "docs/rendering.md");
const text = readFileSync(page, "utf8");

describe("docs/rendering.md", () => {
  beforeEach(({ skip }) => {
    const missing = missingHelm("helm3") ?? builders[0]?.missing;
    if (missing) skip(missing);
  });

  it("shows what happens; UPDATE=1 writes it", () => {
    const place = folder();
    place.git("init");
    const now = played(text, place);
    if (process.env.UPDATE) writeFileSync(page, now);
    expect(now).toBe(text);
  });

  it("has a configuration that is one", () => {
    const [, example = ""] = /^```yaml\n(render: .*?)^```$/ms.exec(text) ?? [];
    const { status, stdout, stderr } = folder({ ".secctx.yaml": example }).secctx(["check", "--show-config"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^helm\.charts: .*charts\/shop.*# \.secctx\.yaml:6$/m);
  });
});
