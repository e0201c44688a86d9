import { groupOf, type Workload } from "../pod/index.ts";
import { kept } from "../yaml/index.ts";

/** What a finding is about, free of lines, files and list positions: equal before and after a move. */
export interface Meaning {
  readonly rule: string;
  readonly workload: Workload;
  readonly container: string | null;
  /** Where, in field names from the pod on. */
  readonly field: readonly string[];
  /** What is written there. */
  readonly value: unknown;
}

/** Sixteen hexadecimal digits of a meaning. */
export function fingerprint({ rule, workload, container, field, value }: Meaning): string {
  return digits(hashed(JSON.stringify([rule, container, value ?? null].concat(field)), workloadHash(workload)));
}

/** All that is found in a workload begins with that, whatever its API version. */
const workloadHash = kept(({ apiVersion, kind, namespace, name }: Workload): Hash => {
  return hashed(JSON.stringify([groupOf(apiVersion), kind, namespace, name]), empty);
});

/** Joins fingerprints into one, whatever their order. */
export function combine(fingerprints: readonly string[]): string {
  const only = fingerprints[0];
  return only !== undefined && fingerprints.length === 1 ? only : digits(hashed(fingerprints.toSorted().join(), empty));
}

/** 64 bits of a well-mixed, non-cryptographic hash (cyrb, public domain construction): the core also runs where no crypto module is. */
interface Hash {
  readonly high: number;
  readonly low: number;
}

const empty: Hash = { high: 0xdeadbeef, low: 0x41c6ce57 };

/** A hash of more text. */
function hashed(text: string, { high: startHigh, low: startLow }: Hash): Hash {
  let high = startHigh;
  let low = startLow;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  return { high, low };
}

function digits({ high, low }: Hash): string {
  return mix(high, low) + mix(low, high);
}

function mix(a: number, b: number): string {
  const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return hex(mixed >>> 24) + hex(mixed >>> 16) + hex(mixed >>> 8) + hex(mixed);
}

function hex(number: number): string {
  return bytes[number & 255] as string;
}

const bytes = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
