/**
 * Computes the fingerprint of each line by which GitHub recognises an alert again: a hash of the 100 characters from the start of the line on, without blanks,
 * and how often the hash has occurred. The algorithm is GitHub's own (https://github.com/github/codeql-action/blob/main/src/fingerprints.ts); its uploader
 * warns about other hashes.
 */
export function hashLines(text: string): string[] {
  const characters = text.replace(/\r\n?/g, "\n").replace(/[ \t]/g, "") + endOfFile;
  const padded = characters + "\0".repeat(windowSize);
  const hashes: string[] = [];
  const counts = new Map<string, number>();
  let hash = 0n;
  // The hash is that of the characters from `start` to `end`. It rolls on by one character at a time.
  for (let end = 0; end < padded.length; end++) {
    const start = end - windowSize;
    if (start === 0 || characters[start - 1] === "\n") {
      const digits = hash.toString(16);
      const count = (counts.get(digits) ?? 0) + 1;
      counts.set(digits, count);
      hashes.push(`${digits}:${count}`);
    }
    const entering = BigInt(padded.charCodeAt(end));
    const leaving = start < 0 ? 0n : BigInt(padded.charCodeAt(start));
    hash = BigInt.asUintN(64, hash * factor + entering - leaving * leavingWeight);
  }
  return hashes;
}

const windowSize = 100;
const endOfFile = "\uffff";
const factor = 37n;
const leavingWeight = BigInt.asUintN(64, factor ** BigInt(windowSize));
