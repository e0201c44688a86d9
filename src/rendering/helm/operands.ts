import type { Path } from "../../yaml/index.ts";
import type { ChartReading } from "./chart-reading.ts";
import type { Mark, Site } from "./marks.ts";
import { type Action, type Operand, variablesOf } from "./template-lexer.ts";

/** The paths in the values that an action reads, by a mark of it. */
export function pathsOf(order: number, reading: ChartReading, depth = 0): Path[] {
  const mark = reading.marks[order];
  const site = mark && reading.sites[mark.site];
  if (!mark || !site || depth > 8) return [];
  return site.operands.flatMap((operand, index) =>
    pathsOfOperand(operand, mark.addresses[index] ?? [], order, site, reading, depth),
  );
}

function pathsOfOperand(
  { base, keys }: Operand,
  addresses: readonly string[],
  order: number,
  site: Site,
  reading: ChartReading,
  depth: number,
): Path[] {
  // The last mapping on the way that is one of the values; the keys behind it lead on.
  for (let index = addresses.length - 1; index >= 0; index--) {
    const paths = reading.values.paths.get(addresses[index] ?? "");
    if (paths) return paths.map((path) => [...path, ...keys.slice(index)]);
  }
  if (addresses.length > 0) return [];
  // No mapping, but something that a `with`, a `range` or a variable took from one.
  const giver = giverOf(base, order, site, reading);
  if (giver === undefined) return [];
  return pathsOf(giver, reading, depth + 1).map((path) => [...path, ...keys]);
}

/** The mark of the action that gave `.` or a variable its value. */
function giverOf(base: string, order: number, { token, template }: Site, reading: ChartReading): number | undefined {
  let scope: Action | undefined = token.parent;
  if (base === ".") {
    while (scope && scope.does !== "with" && scope.does !== "range") scope = scope.parent;
    if (!scope) return undefined;
  }
  for (let at = order - 1; at >= 0; at--) {
    const mark = reading.marks[at];
    const site = mark && reading.sites[mark.site];
    if (!site || site.template !== template || site.token.kind !== "action") continue;
    if (base === "." ? site.token === scope && mark.kind === "control" : gives(site.token, base, mark)) return at;
  }
  return undefined;
}

function gives(action: Action, variable: string, { kind }: Mark): boolean {
  return (kind === "assign" || kind === "control") && variablesOf(action).includes(variable);
}
