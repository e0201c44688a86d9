/** Writes the schemas that are made of the code's own definitions. With `--check`: says what is stale, and changes nothing. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configurationSchema } from "../src/policy/index.ts";

const root = dirname(import.meta.dirname);

/** By the name of the file. */
const schemas: Readonly<Record<string, () => object>> = {
  "schema/config.schema.json": () => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:secctx:config:v1",
    title: "secctx configuration",
    ...configurationSchema(),
  }),
};

process.exitCode = main(process.argv.slice(2));

function main(options: readonly string[]): number {
  const texts = Object.entries(schemas).map(([file, make]) => ({ file, text: `${JSON.stringify(make(), null, 2)}\n` }));
  const stale = texts.filter(({ file, text }) => {
    const path = join(root, file);
    return !existsSync(path) || readFileSync(path, "utf8") !== text;
  });
  if (options.includes("--check")) {
    for (const { file } of stale) console.error(`${file} is stale: run \`npm run docs\``);
    return stale.length === 0 ? 0 : 1;
  }
  for (const { file, text } of stale) writeFileSync(join(root, file), text);
  return 0;
}
