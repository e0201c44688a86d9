/**
 * The fingerprints that GitHub matches alerts by, one for each line: a rolling hash of the 100 characters from the line's start on, without blanks, and how often
 * it has come. The algorithm is GitHub's own (https://github.com/github/codeql-action/blob/main/src/fingerprints.ts), whose uploader warns where a report
 * has others.
 */
export function lineHashes(text: string): string[] {
  const hashes: string[] = [];
  const counts = new Map<string, number>();
  /** The last characters, and the lines that start with each; a line's hash is known when its character leaves the window. */
  const window = new Uint16Array(size);
  const lines = new Int32Array(size).fill(-1);
  let at = 0;
  let [high, low] = [0, 0];
  const push = (character: number): void => {
    const line = lines[at] as number;
    if (line >= 0) {
      const hash = hex(high, low);
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      hashes[line] = `${hash}:${count}`;
      lines[at] = -1;
    }
    const gone = window[at] as number;
    window[at] = character;
    [high, low] = sum(product(high, low, 37), [0, character]);
    [high, low] = difference([high, low], product(leaving[0], leaving[1], gone));
    at = (at + 1) % size;
  };

  // A line's start is noted for the place that its first character takes, once the line that had the place before is done with.
  let line = 0;
  let isStart = true;
  let afterReturn = false;
  const take = (unit: number): void => {
    if (unit === 32 || unit === 9 || (afterReturn && unit === 10)) {
      afterReturn = false;
      return;
    }
    afterReturn = unit === 13;
    const character = afterReturn ? 10 : unit;
    const mine = isStart ? line++ : -1;
    isStart = character === 10;
    const place = at;
    push(character);
    if (mine >= 0) lines[place] = mine;
  };
  for (let index = 0; index < text.length; index++) take(text.charCodeAt(index));
  take(endOfFile);
  for (let rest = 0; rest < size; rest++) push(0);
  return hashes;
}

const size = 100;
const endOfFile = 65535;
const word = 2 ** 32;

type Long = readonly [high: number, low: number];

/** 37 to the power of the window's size: the weight of the character that leaves it. */
const leaving: Long = Array.from({ length: size }).reduce<Long>(([high, low]) => product(high, low, 37), [0, 1]);

/** Modulo 2⁶⁴, by halves: a factor has at most 16 bits, so that no step leaves what a number holds exactly. */
function product(high: number, low: number, factor: number): Long {
  const lower = low * factor;
  return [(high * factor + Math.floor(lower / word)) % word, lower % word];
}

function sum([high, low]: Long, [otherHigh, otherLow]: Long): Long {
  const lower = low + otherLow;
  return [(high + otherHigh + (lower >= word ? 1 : 0)) % word, lower % word];
}

function difference([high, low]: Long, [otherHigh, otherLow]: Long): Long {
  const lower = low - otherLow;
  return [(high - otherHigh - (lower < 0 ? 1 : 0) + word + word) % word, (lower + word) % word];
}

function hex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
