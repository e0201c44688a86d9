/** Prints what each benchmark says. With `--write`: also writes docs/performance.md, and the ratios that `npm test` holds to. */
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { action } from "./action.ts";
import { ratios, ratiosFile } from "./gate.ts";
import { images } from "./images.ts";
import { manifests } from "./manifests.ts";
import { unmeasurable } from "./measure.ts";
import { machine, page } from "./page.ts";
import { pages } from "./pages.ts";
import { startUp } from "./start-up.ts";
import { type Table, textOf } from "./table.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  if (unmeasurable !== undefined) {
    console.error(`nothing can be measured: ${unmeasurable}`);
    return 1;
  }
  console.log(machine());
  const tables: Table[] = [];
  for (const benchmark of [startUp, manifests, action, images, pages])
    for (const table of await benchmark()) {
      console.log(textOf(table));
      tables.push(table);
    }
  if (!options.includes("--write")) return 0;
  const measured = ratios();
  writeFileSync(ratiosFile, `${JSON.stringify(measured, null, 2)}\n`);
  writeFileSync(join(dirname(import.meta.dirname), "docs/performance.md"), page(tables, measured));
  return 0;
}
