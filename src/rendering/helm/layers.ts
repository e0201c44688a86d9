import { readFileSync } from "node:fs";
import { isFields, type Path, read, type Value, valueAt } from "../../yaml/index.ts";
import { type Inset, valueNow } from "../inset.ts";
import { readValues, type ValuesFile } from "./values.ts";

/** Values that a chart is rendered with: those of a file, or of a part of one. */
export interface ValuesLayer {
  /** The absolute path of the file. */
  readonly path: string;
  /** The part; left out where it is all of the file. */
  readonly part?: ValuesPart;
}

/** A mapping in an object, or a text in it that holds one: the values of an Application, or those in a ConfigMap. */
interface ValuesPart extends Inset {
  /** The keys that they are put under. */
  readonly under?: Path;
}

/** A single value that is set after all others, as by `--set`. */
export interface Parameter {
  readonly flag: "set" | "set-string" | "set-file";
  readonly name: string;
  /** The absolute path of the file that says so. */
  readonly path: string;
  /** Where it says the value, or names the file that holds it. */
  readonly at: Inset;
  /** The absolute path of the file that holds the value. */
  readonly file?: string;
}

/** The text that Helm reads for a layer; `changed` has other texts for some files. Call it within `withFullReader`. */
export function textOfLayer({ path, part }: ValuesLayer, changed: ReadonlyMap<string, string>): string {
  const text = changed.get(path);
  if (!part) return text ?? readFileSync(path, "utf8");
  const value = valueNow(part, text) ?? {};
  if (part.under) return JSON.stringify(nest(part.under, readScalar(value)));
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The argument that gives a parameter to Helm; `copy` is where the file stands that holds the value. */
export function argumentOf(
  { flag, name, path, at }: Parameter,
  changed: ReadonlyMap<string, string>,
  copy: string,
): string {
  if (flag === "set-file") return `--set-file=${name}=${copy}`;
  const value = String(valueNow(at, changed.get(path)) ?? "");
  // As Argo CD does: a comma would end the value, but for a list in braces.
  const escaped = /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, "\\,");
  return `--${flag}=${name}=${escaped}`;
}

/** A text as YAML reads it: Helm's parameters have types too. */
function readScalar(value: Value): Value {
  if (typeof value !== "string") return value;
  const [document] = read({ file: "", text: value }).documents;
  return document && !isFields(document.value) ? document.value : value;
}

function nest(keys: Path, value: Value): Value {
  return keys.reduceRight<Value>((inner, key) => ({ [key]: inner }), value);
}

/** A layer as a file in which values are looked up; `name` is what the user calls the file. Call it within `withFullReader`. */
export function valuesFileOf({ part }: ValuesLayer, name: string, text: string): ValuesFile {
  if (!part) return readValues(name, text);
  const { document, path, under = [] } = part;
  const isText = typeof valueAt(document.value, path) === "string";
  const pathBelow = (start: Path) => (wanted: Path) =>
    under.every((key, index) => wanted[index] === key) ? [...start, ...wanted.slice(under.length)] : undefined;
  if (!isText || under.length > 0) return { file: name, document, isVendored: false, pathOf: pathBelow(path), isText };
  return { ...readValues(name, text), around: part };
}

/** Parameters as a file in which values are looked up: the object that says them. */
export function valuesFileOfParameters(parameters: readonly Parameter[], name: string): ValuesFile[] {
  const [first] = parameters;
  if (!first) return [];
  const places = new Map(parameters.map(({ name: own, at }) => [JSON.stringify(stepsOf(own)), at.path]));
  return [
    {
      file: name,
      document: first.at.document,
      isVendored: false,
      isText: true,
      pathOf: (path) => places.get(JSON.stringify(path)),
    },
  ];
}

/** The path that a parameter's name leads to: `a.b[0].c`, with `\.` for a dot in a key. */
export function stepsOf(name: string): Path {
  const steps = name.match(/\[\d+\]|(?:\\.|[^.[\]\\])+/g) ?? [];
  return steps.map((step) => (/^\[\d+\]$/.test(step) ? Number(step.slice(1, -1)) : step.replace(/\\(.)/g, "$1")));
}
