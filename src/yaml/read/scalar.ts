/**
 * Plain scalars as Kubernetes reads them: YAML 1.1, as sigs.k8s.io/yaml's goyaml.v2 resolves it
 * (https://github.com/kubernetes-sigs/yaml, goyaml.v2/resolve.go). `privileged: yes` is true, `0644` is 420.
 */
export function resolvePlain(text: string): null | boolean | number | string {
  const word = text.length <= longestWord ? words.get(text) : undefined;
  if (word !== undefined) return word;
  return startsNumber(text.charCodeAt(0)) ? (resolveNumber(text) ?? text) : text;
}

/** Digits, signs and the point. */
function startsNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

/** A scalar with an explicit tag; `undefined` where the tag and the text don't go together. An unknown tag makes it a string. */
export function resolveTagged(tag: string, text: string): null | boolean | number | string | undefined {
  const value = resolvePlain(text);
  switch (tag.replace("tag:yaml.org,2002:", "!!")) {
    case "!!null":
      return value === null ? null : undefined;
    case "!!bool":
      return typeof value === "boolean" ? value : undefined;
    case "!!int":
      return typeof value === "number" && !isFloat(text) ? value : undefined;
    case "!!float":
      return typeof value === "number" ? value : undefined;
    case "!!binary":
      return decodeBase64(text);
    default:
      return text;
  }
}

/** A plain word as the name of a field. Keys in JSON are strings, so that `yes` becomes `true` and `0644` becomes `420`. `undefined` for null. */
export function keyName(text: string): string | undefined {
  const value = resolvePlain(text);
  if (value === null) return undefined;
  return typeof value === "number" && /^[1-9][0-9]*$/.test(text) ? text : String(value);
}

const words: ReadonlyMap<string, null | boolean | number> = new Map<string, null | boolean | number>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
]);

const longestWord = Math.max(...[...words.keys()].map((word) => word.length));

function resolveNumber(text: string): number | undefined {
  if (/^(0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (!/^[-+.0-9a-fA-F_xXoO]+$/.test(text)) return undefined;
  const [, sign, digits = ""] = /^([-+]?)(.*)$/s.exec(text.startsWith(".") ? text : text.replaceAll("_", "")) ?? [];
  const size = sizeOf(digits);
  if (size === undefined || !Number.isFinite(size)) return undefined;
  return sign === "-" && size !== 0 ? -size : size;
}

function sizeOf(digits: string): number | undefined {
  if (/^0([xX][0-9a-fA-F]+|[bB][01]+|[oO][0-7]+)$/.test(digits)) return inRange(BigInt(digits));
  if (/^0[0-7]+$/.test(digits)) return inRange(BigInt(`0o${digits}`)) ?? Number(digits);
  return isDecimal(digits) ? Number(digits) : undefined;
}

/** Go takes an integer of more than 64 bits for a word, or for a decimal where it looks like one. */
function inRange(integer: bigint): number | undefined {
  return integer < 2n ** 64n ? Number(integer) : undefined;
}

function isDecimal(digits: string): boolean {
  return /^(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits);
}

/** Whether a number is written as one that has a fraction or an exponent. */
function isFloat(text: string): boolean {
  return /[.]|^[-+]?[0-9_]+[eE]/.test(text);
}

function decodeBase64(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
