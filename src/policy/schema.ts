import { findSimilarName, parseVersion } from "../pod/index.ts";
import { findPatternDefect } from "../pod/patterns.ts";
import {
  type Document,
  formatPath,
  isFields,
  isList,
  lineAt,
  locate,
  type Path,
  pointAt,
  type Value,
} from "../yaml/index.ts";

/** The part of JSON Schema that our own files are described in: what is published is what checks. */
export interface Schema {
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "boolean";
  readonly enum?: readonly string[];
  readonly format?: keyof typeof formats;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  /** At least one of these keys. */
  readonly anyOf?: readonly ({ readonly required: readonly string[] } | Schema)[];
  /** Exactly one of these keys. */
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
  readonly default?: Value;
}

/** Texts of a special form: what holds of them, and how they are asked for. */
export const formats = {
  date: { says: "a day such as 2027-06-30", defect: (text: string) => (isDay(text) ? undefined : "is no day") },
  glob: { says: "a pattern such as team-*", defect: findPatternDefect },
  "kubernetes-version": {
    says: "latest, or a release such as 1.34",
    defect: (text: string) => (parseVersion(text) ? undefined : "is no release"),
  },
  "field-path": {
    says: "field names with dots between them, such as spec.template, [] for the items of a list",
    defect: (text: string) => (/^[^.\s[\]]+(\.([^.\s[\]]+|\[\]))*$/.test(text) ? undefined : "does not lead anywhere"),
  },
  "absolute-path": {
    says: "a path that starts with /",
    defect: (text: string) => (/^\/[^\0]*$/.test(text) && text !== "/" ? undefined : "does not start with /"),
  },
} as const;

/** Whether a day of the calendar is written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** A sentence on what is wrong, and the line that it is wrong on. */
export interface Defect {
  readonly line: number;
  readonly message: string;
}

/** A document's value by its schema, words as they are written where text is wanted; or all that is wrong with it. */
export function checked(document: Document, schema: Schema): { value: Value } | { defects: readonly Defect[] } {
  const defects: Defect[] = document.duplicates.map(({ key, range }) => ({
    line: lineAt(document, range.start),
    message: `${key} is set twice: keep one.`,
  }));
  const value = visit(document.value, schema, []);
  return defects.length > 0 ? { defects: defects.toSorted((a, b) => a.line - b.line) } : { value };

  function visit(given: Value, wanted: Schema, path: Path): Value {
    if (wanted.anyOf && wanted.type === undefined) return visit(given, chosen(given, wanted), path);
    if (wanted.type === "object") return fields(given, wanted, path);
    if (wanted.type === "array") return list(given, wanted, path);
    const scalar = wanted.type === "string" || wanted.enum ? asWritten(document, path, given) : given;
    const wrong = wrongWith(scalar, wanted);
    if (wrong) report(path, `${nameOf(path)} ${wrong}.`);
    return scalar;
  }

  function fields(given: Value, wanted: Schema, path: Path): Value {
    if (!isFields(given)) {
      report(path, `${nameOf(path)} must be a mapping of keys to values.`);
      return given;
    }
    const {
      properties = {},
      additionalProperties: others = false,
      propertyNames,
      required = [],
      anyOf = [],
      oneOf = [],
    } = wanted;
    for (const key of required.filter((each) => given[each] === undefined))
      report(path, `${nameOf(path)} has no ${key}, which it must have: ${lower(properties[key]?.description)}`);
    for (const [some, says] of [
      [anyOf, "at least one"],
      [oneOf, "exactly one"],
    ] as const) {
      const keys = some.flatMap((each) => each.required ?? []);
      const count = keys.filter((key) => given[key] !== undefined).length;
      if (keys.length > 0 && (count === 0 || (some === oneOf && count > 1)))
        report(path, `${nameOf(path)} must have ${says} of ${keys.join(", ")}.`);
    }
    const entries = Object.entries(given).map(([key, value]): [string, Value] => {
      const at = [...path, key];
      const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const wrong = propertyNames && wrongWith(key, propertyNames);
      if (wrong) report(at, `${nameOf(path)}: the key ${wrong}.`);
      else if (known || others) return [key, visit(value, known ?? (others as Schema), at)];
      else report(at, unknown(key, path, Object.keys(properties)));
      return [key, value];
    });
    return Object.fromEntries(entries);
  }

  function list(given: Value, { items = {}, minItems = 0 }: Schema, path: Path): Value {
    if (!isList(given) || given.length < minItems) {
      report(
        path,
        `${nameOf(path)} must be a list${minItems > 0 ? ` of at least ${minItems}` : ""}: start each item with a dash.`,
      );
      return given;
    }
    return given.map((item, index) => visit(item, items, [...path, index]));
  }

  function report(path: Path, message: string): void {
    defects.push({ line: lineAt(document, pointAt(document, path).start), message });
  }
}

/** Of several shapes the one that a value is meant for. */
function chosen(given: Value, { anyOf = [] }: Schema): Schema {
  const shapes = anyOf as readonly Schema[];
  return shapes.find(({ type }) => (type === "object") === isFields(given)) ?? (shapes[0] as Schema);
}

/** YAML takes `off`, `1.30` and `2027-06-30` for other things than text: here they are what they look like. */
function asWritten(document: Document, path: Path, given: Value): Value {
  if (typeof given !== "boolean" && typeof given !== "number") return given;
  const { start, end } = locate(document, path).value;
  return document.text.slice(start, end);
}

function wrongWith(value: Value, wanted: Schema): string | undefined {
  if (value === null) return "has no value";
  if (wanted.enum) return wanted.enum.some((word) => word === value) ? undefined : wrongWord(value, wanted.enum);
  if (typeof value === "object" || (wanted.type !== "string" && typeof value === "string"))
    return `must be ${kindOf(wanted)}, and is ${shown(value)}`;
  if (wanted.type === "boolean")
    return typeof value === "boolean" ? undefined : `must be true or false, and is ${shown(value)}`;
  if (wanted.type === "integer") {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = wanted;
    const isFine = typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
    return isFine ? undefined : `must be a whole number from ${minimum} to ${maximum}, and is ${shown(value)}`;
  }
  const text = String(value);
  if (text.trim().length < (wanted.minLength ?? 0)) return "must not be empty";
  const format = wanted.format && formats[wanted.format];
  const defect = format?.defect(text);
  return defect && `is ${shown(value)}, which ${defect}: write ${format?.says}`;
}

function kindOf({ type }: Schema): string {
  const kinds = {
    string: "text",
    integer: "a whole number",
    boolean: "true or false",
    object: "a mapping",
    array: "a list",
  };
  return kinds[type ?? "string"];
}

function wrongWord(value: Value, allowed: readonly string[]): string {
  return `is ${shown(value)}: ${typeof value === "string" ? meant(value, allowed) : ""}use one of ${allowed.join(", ")}`;
}

function shown(value: Value): string {
  return typeof value === "object" && value !== null ? (isList(value) ? "a list" : "a mapping") : JSON.stringify(value);
}

function unknown(key: string, path: Path, known: readonly string[]): string {
  const where = path.length === 0 ? "the configuration" : nameOf(path);
  return `${JSON.stringify(key)} is no key of ${where}: ${meant(key, known)}use one of ${known.join(", ")}.`;
}

function meant(word: string, known: readonly string[]): string {
  const found = findSimilarName(word.replace(/[-_ ]/g, ""), known) ?? findSimilarName(word, known);
  return found === undefined ? "" : `did you mean ${found}? Else `;
}

/** `exemptions[2].reason` */
function nameOf(path: Path): string {
  if (path.length === 0) return "the file";
  return formatPath(path);
}

function lower(sentence = ""): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
