import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { folder } from "./cli/folder.ts";
import { played } from "./cli/played.ts";

const page = join(dirname(import.meta.dirname), "docs/adopting.md");

it("docs/adopting.md shows what happens; UPDATE=1 writes it", () => {
  const place = folder();
  place.git("init");
  place.shell("git config user.name t; git config user.email t@t");
  const text = readFileSync(page, "utf8");
  const now = played(text, place);
  if (process.env.UPDATE) writeFileSync(page, now);
  expect(now).toBe(text);
  // The new container's findings, and no other's, failed the gate.
  const failing = [...text.matchAll(/^k8s\/web\.yaml:\d+:\d+ {2}enforce {2}(\S+)/gm)].map(([, rule]) => rule);
  expect(failing).toEqual(["privileged"]);
});
