/**
 * Plain scalars as Kubernetes reads them: YAML 1.1, as sigs.k8s.io/yaml's goyaml.v2 resolves it
 * (https://github.com/kubernetes-sigs/yaml, goyaml.v2/resolve.go). `privileged: yes` is true, `0644` is 420.
 */
export function resolvePlain(text: string): null | boolean | number | string {
  const word = words.get(text);
  if (word !== undefined) return word;
  return /^[-+.0-9]/.test(text) ? (resolveNumber(text) ?? text) : text;
}

/** A scalar with an explicit tag; `undefined` where the tag and the text don't go together. */
export function resolveTagged(tag: string, text: string): null | boolean | number | string | undefined {
  if (tag === "tag:yaml.org,2002:str" || tag === "!" || tag === "tag:yaml.org,2002:binary") return text;
  const value = resolvePlain(text);
  if (tag === "tag:yaml.org,2002:null") return value === null ? null : undefined;
  if (tag === "tag:yaml.org,2002:bool") return typeof value === "boolean" ? value : undefined;
  if (tag === "tag:yaml.org,2002:int") return Number.isInteger(value) ? value : undefined;
  if (tag === "tag:yaml.org,2002:float") return typeof value === "number" ? value : undefined;
  return text;
}

const words: ReadonlyMap<string, null | boolean> = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

function resolveNumber(text: string): number | undefined {
  const digits = text.replaceAll("_", "");
  const sign = digits.startsWith("-") ? -1 : 1;
  const unsigned = /^[-+]/.test(digits) ? digits.slice(1) : digits;
  if (/^(0|[1-9][0-9]*)$/.test(unsigned)) return sign * Number(unsigned);
  if (/^0[xX][0-9a-fA-F]+$/.test(unsigned) || /^0[bB][01]+$/.test(unsigned)) return sign * Number(unsigned);
  if (/^0[oO]?[0-7]+$/.test(unsigned)) return sign * Number.parseInt(unsigned.replace(/^0[oO]?/, ""), 8);
  if (/^(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(unsigned)) return sign * Number(unsigned);
  if (/^\.(inf|Inf|INF)$/.test(unsigned)) return sign * Number.POSITIVE_INFINITY;
  return /^\.(nan|NaN|NAN)$/.test(text) ? Number.NaN : undefined;
}
