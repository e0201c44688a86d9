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
      return parseInteger(text) === undefined ? undefined : value;
    case "!!float":
      return typeof value === "number" && !isUnsigned(parseInteger(text) ?? 0n) ? value : undefined;
    case "!!timestamp":
      return isTimestamp(text) ? text : undefined;
    case "!!binary":
      return decodeBase64(text);
    default:
      return text;
  }
}

/**
 * A value as the name of a field, where `text` is how it is written: keys in JSON are strings, so that `yes` becomes `true` and `0644` becomes `420`
 * (sigs.k8s.io/yaml yaml.go, `convertToJSONableObject`). `undefined` for null, and for an integer of 64 bits, which Kubernetes takes for no key.
 */
export function keyName(value: null | boolean | number | string, text: string): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== "number") return String(value);
  const integer = parseInteger(text);
  if (integer === undefined) return formatFloat(value);
  return isUnsigned(integer) ? undefined : String(integer);
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
  const integer = parseInteger(text);
  if (integer !== undefined) return Number(integer);
  // Behind a point Go wants a digit on both sides of `_`.
  const digits = text.startsWith(".") ? text.replace(/(?<=\d)_(?=\d)/g, "") : text.replaceAll("_", "");
  const value = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(digits) ? Number(digits) : undefined;
  // Zero has no sign in JSON's integers.
  return value !== undefined && Number.isFinite(value) ? value || 0 : undefined;
}

/** An integer as Go's `ParseInt` and `ParseUint` read it: decimal, octal, hexadecimal or binary, of 64 bits. */
function parseInteger(text: string): bigint | undefined {
  const [, sign, prefix = "", digits = ""] =
    /^([-+]?)(0[xXoObB]|0(?=[0-7])|)([0-9a-fA-F]+)$/.exec(text.replaceAll("_", "")) ?? [];
  const isWritten = { "": /^(0|[1-9]\d*)$/, "0": /^[0-7]+$/, "0x": /^/, "0o": /^[0-7]+$/, "0b": /^[01]+$/ }[
    prefix.toLowerCase()
  ]?.test(digits);
  if (!isWritten || text.startsWith("_")) return undefined;
  const size = BigInt((prefix === "0" ? "0o" : prefix) + digits);
  const integer = sign === "-" ? -size : size;
  return integer >= -(2n ** 63n) && integer < (sign === "" ? 2n ** 64n : 2n ** 63n) ? integer : undefined;
}

/** Whether Go holds an integer as one without a sign, which its other code does not expect. */
function isUnsigned(integer: bigint): boolean {
  return integer >= 2n ** 63n;
}

/** A number in as many digits as 32 bits need, with an exponent from 7 digits on: Go's `FormatFloat(value, 'g', -1, 32)`. */
function formatFloat(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return Number.isNaN(single) ? ".nan" : single > 0 ? ".inf" : "-.inf";
  const shortest = Array.from({ length: 9 }, (_, digits) => single.toExponential(digits)).find(
    (written) => Math.fround(Number(written)) === single,
  );
  const [mantissa = "0", exponent = "0"] = (shortest ?? String(single)).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6)
    return Number(`${mantissa}e${power}`).toFixed(Math.max(0, mantissa.replace(/^-?\d\.?/, "").length - power));
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** The characters that base64 stands for, with line breaks and padding as Go's `base64.StdEncoding` wants them. */
function decodeBase64(text: string): string | undefined {
  const digits = text.replace(/[\r\n]/g, "");
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(atob(digits), (character) => character.charCodeAt(0)));
}

/** Whether text is a date, perhaps with a time (go-yaml resolve.go, `parseTimestamp`). */
function isTimestamp(text: string): boolean {
  const zone = "(?:Z|[-+](?:[01]\\d|2[0-4]):[0-5]\\d)";
  const time = "(?:[01]?\\d|2[0-3]):[0-5]?\\d:[0-5]?\\d(?:[.,]\\d+)?";
  const found = new RegExp(`^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt]${time}${zone}| ${time})?$`).exec(text);
  const [year = 0, month = 0, day = 0] = (found ?? []).slice(1).map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
