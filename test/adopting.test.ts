import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Folder, folder } from "./cli/folder.ts";

const page = join(dirname(import.meta.dirname), "docs/adopting.md");

/** The page as it is when every file that it shows is written, and every command run, in one repository: what each printed stands below it. */
function played(text: string, place: Folder): string {
  return text.replace(/^```(yaml|console) ?(\S*)\n(.*?)^```$/gms, (fence, kind: string, file: string, body: string) => {
    if (kind === "yaml") {
      place.write(file, body);
      return fence;
    }
    const commands = body.split("\n").filter((line) => line.startsWith("$ "));
    const lines = commands.map((command) => {
      const { stdout, stderr } = place.shell(command.slice(2));
      return `${command}\n${stdout}${stderr}`.replace(/(?<!\n)$/, "\n");
    });
    return `\`\`\`console\n${lines.join("")}\`\`\``;
  });
}

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
