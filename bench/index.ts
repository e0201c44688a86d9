/**
 * Prints what each benchmark says. With `--write`: also writes docs/performance.md, and the ratios that `npm test` holds to. With `--ratios`: measures and
 * writes those ratios alone, there and on the page.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { action } from "./action.ts";
import { type Ratios, ratios, ratiosFile } from "./gate.ts";
import { images } from "./images.ts";
import { manifests } from "./manifests.ts";
import { unmeasurable } from "./measure.ts";
import { machine, page, withRatios } from "./page.ts";
import { pages } from "./pages.ts";
import { startUp } from "./start-up.ts";
import { type Table, textOf } from "./table.ts";

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  if (unmeasurable !== undefined) {
    console.error(`nothing can be measured: ${unmeasurable}`);
    return 1;
  }
  const file = join(dirname(import.meta.dirname), "docs/performance.md");
  console.log(machine());
  if (options.includes("--ratios")) {
    writeFileSync(file, withRatios(readFileSync(file, "utf8"), writtenRatios()));
    return 0;
  }
  const tables: Table[] = [];
  for (const benchmark of [startUp, manifests, action, images, pages])
    for (const table of await benchmark()) {
      console.log(textOf(table));
      tables.push(table);
    }
  if (!options.includes("--write")) return 0;
  writeFileSync(file, page(tables, writtenRatios()));
  return 0;
}

function writtenRatios(): Ratios {
  const measured = ratios();
  writeFileSync(ratiosFile, `${JSON.stringify(measured, null, 2)}\n`);
  return measured;
}
