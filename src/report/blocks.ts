import type { Workload } from "../pod/index.ts";
import { groupBy } from "../review/groups.ts";
import type { Position } from "../yaml/index.ts";
import { compareSeriousness, type Weighed } from "./order.ts";

/** Where a finding stands. */
export interface Spot {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** What blocks are made of: a finding, or one of a JSON report. */
export interface Statement extends Weighed {
  readonly document: number;
  readonly workload: Workload;
}

/** All that is said of one place of one workload, the most serious first. Readers see a block as one; code that counts findings never sees blocks. */
export interface Block<S> {
  readonly spot: Spot;
  readonly statements: readonly [S, ...S[]];
}

/** Groups what is said of one place into blocks, the one with the most serious statement first. */
export function groupByPlace<S extends Weighed>(statements: readonly S[], spotOf: (one: S) => Spot): Block<S>[] {
  const sorted = statements.toSorted((a, b) => compareSeriousness(a, b) || compareSpots(spotOf(a), spotOf(b)));
  // A map keeps the order of what comes first, which is the most serious.
  const groups = groupBy(sorted, (one) => nameSpot(spotOf(one)));
  return [...groups.values()].map((group) => ({ spot: spotOf(group[0]), statements: group }));
}

/**
 * The same, with the blocks of one workload together: what fails the gate before what does not, then the workload with the most serious finding first, and
 * in it the block with the most serious one.
 */
export function groupIntoBlocks<S extends Statement>(statements: readonly S[], spotOf: (one: S) => Spot): Block<S>[] {
  const byWorkload = groupBy(groupByPlace(statements, spotOf), ({ statements: [{ mode, document, workload }] }) => {
    const { apiVersion, kind, namespace, name } = workload;
    return `${mode}\0${document}\0${apiVersion}\0${kind}\0${namespace}\0${name}`;
  });
  return [...byWorkload.values()].flat();
}

/** Orders by file, then from top to bottom. */
function compareSpots(a: Spot, b: Spot): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

function nameSpot({ file, start, end }: Spot): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${file}`;
}
