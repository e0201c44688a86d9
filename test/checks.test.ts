import { exec } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH}` };

/** What a command prints if it fails. */
async function complaintsOf(command: string): Promise<string> {
  try {
    await promisify(exec)(command, { cwd: root, env, maxBuffer: 2 ** 26 });
    return "";
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    return `${stdout}${stderr}` || String(error);
  }
}

describe("the source", () => {
  it.each([
    ["has no wrong type", "npm run --silent types"],
    ["is formatted, and the linter finds nothing", "npm run --silent lint"],
  ])("%s", async (_, command) => {
    const complaints = await complaintsOf(command);
    if (complaints !== "") expect.fail(complaints);
  });
});

describe("what is made of the source is up to date", () => {
  it.each([
    ["the tables of the pages", "docs.ts"],
    ["the heads of the rules' pages", "rule-pages.ts"],
    ["the schemas", "schemas.ts"],
    ["the pictures of a pull request", "pictures.ts"],
    ["the bundles", "build.ts"],
    ["the pages for the browser", "pages.ts"],
  ])("%s", async (_, script) => {
    const complaints = await complaintsOf(`node scripts/${script} --check`);
    if (complaints !== "") expect.fail(complaints);
  });
});
