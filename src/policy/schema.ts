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

/** The part of JSON Schema that describes our own files. The schema that is published is the one that checks them. */
export interface Schema {
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "boolean";
  readonly enum?: readonly string[];
  readonly format?: keyof typeof textFormats;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  /** The keys that a key needs beside it. */
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  /** Of a mapping: at least one of these keys. Where no type is given: the shapes that a value may have. */
  readonly anyOf?: readonly Schema[];
  /** Exactly one of these keys. */
  readonly oneOf?: readonly Schema[];
  readonly default?: Value;
}

/** Texts of a special form: how to ask for one, and what is wrong with a text that is not one. */
export const textFormats = {
  date: {
    form: "a day such as 2027-06-30",
    findDefect: (text: string) => (isDay(text) ? undefined : "is not a day"),
  },
  glob: { form: "a pattern such as team-*", findDefect: findPatternDefect },
  "kubernetes-version": {
    form: "latest, or a release such as 1.34",
    findDefect: (text: string) => (parseVersion(text) ? undefined : "is not a release"),
  },
  "field-path": {
    form: "field names with dots between them, such as spec.template, [] for the items of a list",
    findDefect: (text: string) =>
      /^[^.\s[\]]+(\.([^.\s[\]]+|\[\]))*$/.test(text) ? undefined : "does not lead anywhere",
  },
  "dns-label": {
    form: "small letters, digits and dashes",
    findDefect: (text: string) => (/^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$/.test(text) ? undefined : "is not a name"),
  },
  "api-version": {
    form: "a group and a version such as monitoring.coreos.com/v1",
    findDefect: (text: string) =>
      /^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9]+){0,2}$/.test(text) ? undefined : "is not an API version",
  },
  "absolute-path": {
    form: "a path that starts with /",
    findDefect: (text: string) => (/^\/[^\0]*$/.test(text) && text !== "/" ? undefined : "does not start with /"),
  },
} as const;

/** Whether a text is a day of the calendar in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** A sentence that says what is wrong, and the line where it is wrong. */
export interface Defect {
  readonly line: number;
  readonly message: string;
}

/** Reads a document by a schema: its value, with the words of the text where the schema wants text, or everything that is wrong with it. */
export function readBySchema(document: Document, schema: Schema): { value: Value } | { defects: readonly Defect[] } {
  const defects: Defect[] = document.duplicates.map(({ key, range }) => ({
    line: lineAt(document, range.start),
    message: `${key} is set twice: keep one.`,
  }));
  const value = readValue(document.value, schema, []);
  return defects.length > 0 ? { defects: defects.toSorted((a, b) => a.line - b.line) } : { value };

  function readValue(given: Value, wanted: Schema, path: Path): Value {
    if (wanted.type === undefined && wanted.anyOf) {
      const words = listWords(wanted.anyOf);
      if (!words) return readValue(given, chooseShape(given, wanted.anyOf), path);
      if (!words.includes(given)) report(path, `${namePath(path)} ${describeWrongWord(given, words.map(String))}.`);
      return given;
    }
    if (wanted.type === "object") return readFields(given, wanted, path);
    if (wanted.type === "array") return readItems(given, wanted, path);
    const scalar = wanted.type === "string" || wanted.enum ? readAsWritten(document, path, given) : given;
    const fault = findFault(scalar, wanted);
    if (fault) report(path, `${namePath(path)} ${fault}.`);
    return scalar;
  }

  function readFields(given: Value, wanted: Schema, path: Path): Value {
    if (!isFields(given)) {
      report(path, `${namePath(path)} must be a mapping of keys to values.`);
      return given;
    }
    const { properties = {}, additionalProperties: others = false, propertyNames, required = [] } = wanted;
    for (const key of required.filter((each) => given[each] === undefined))
      report(path, `${namePath(path)} needs the key ${key}: ${decapitalize(properties[key]?.description)}`);
    for (const [key, needed] of Object.entries(wanted.dependentRequired ?? {}))
      for (const each of needed.filter((name) => given[key] !== undefined && given[name] === undefined))
        report([...path, key], `${namePath([...path, key])} needs the key ${each} beside it.`);
    checkChoice(given, wanted.anyOf, "at least one", path);
    checkChoice(given, wanted.oneOf, "exactly one", path);
    const fields = Object.entries(given).map(([key, each]): [string, Value] => {
      const own = [...path, key];
      const schemaOfKey = Object.hasOwn(properties, key) ? properties[key] : others;
      const fault = propertyNames && findFault(key, propertyNames);
      if (fault) report(own, `${namePath(path)}: the key ${fault}.`);
      else if (schemaOfKey) return [key, readValue(each, schemaOfKey, own)];
      else report(own, describeUnknownKey(key, path, Object.keys(properties)));
      return [key, each];
    });
    return Object.fromEntries(fields);
  }

  function checkChoice(
    given: Readonly<Record<string, Value>>,
    choices: readonly Schema[] = [],
    count: "at least one" | "exactly one",
    path: Path,
  ): void {
    const keys = choices.flatMap(({ required = [] }) => required);
    const present = keys.filter((key) => given[key] !== undefined).length;
    if (keys.length > 0 && (present === 0 || (present > 1 && count === "exactly one")))
      report(path, `${namePath(path)} must have ${count} of ${keys.join(", ")}.`);
  }

  function readItems(given: Value, { items = {}, minItems = 0 }: Schema, path: Path): Value {
    if (isList(given) && given.length >= minItems)
      return given.map((item, index) => readValue(item, items, [...path, index]));
    const least = minItems > 0 ? ` of at least ${minItems}` : "";
    report(path, `${namePath(path)} must be a list${least}: start each item with a dash.`);
    return given;
  }

  function report(path: Path, message: string): void {
    defects.push({ line: lineAt(document, pointAt(document, path).start), message });
  }
}

/** The shape that a value is meant for: the one for mappings, or the first of the others. */
function chooseShape(given: Value, shapes: readonly Schema[]): Schema {
  return shapes.find(({ type }) => (type === "object") === isFields(given)) ?? shapes[0] ?? {};
}

/** The values that shapes allow; `undefined` where one of them is not a list of words. */
function listWords(shapes: readonly Schema[]): Value[] | undefined {
  const lists = shapes.map(({ type, enum: words }) => (type === "boolean" ? [true, false] : words));
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}

/** YAML takes `off`, `1.30` and `2027-06-30` for something other than text. Here they are the text that is written. */
function readAsWritten(document: Document, path: Path, given: Value): Value {
  if (typeof given !== "boolean" && typeof given !== "number") return given;
  const { start, end } = locate(document, path).value;
  return document.text.slice(start, end);
}

/** What is wrong with a scalar, as the end of a sentence about it. */
function findFault(value: Value, wanted: Schema): string | undefined {
  if (value === null) return "has no value";
  if (wanted.enum)
    return wanted.enum.some((word) => word === value) ? undefined : describeWrongWord(value, wanted.enum);
  if (typeof value === "object" || (wanted.type !== "string" && typeof value === "string"))
    return `must be ${describeType(wanted)}, and is ${describeValue(value)}`;
  if (wanted.type === "boolean")
    return typeof value === "boolean" ? undefined : `must be true or false, and is ${describeValue(value)}`;
  if (wanted.type === "integer") {
    const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = wanted;
    const isInRange = typeof value === "number" && Number.isInteger(value) && value >= minimum && value <= maximum;
    return isInRange
      ? undefined
      : `must be a whole number from ${minimum} to ${maximum}, and is ${describeValue(value)}`;
  }
  const text = String(value);
  if (text.trim().length < (wanted.minLength ?? 0)) return "must not be empty";
  const format = wanted.format && textFormats[wanted.format];
  const defect = format?.findDefect(text);
  return defect && `is ${describeValue(value)}, which ${defect}: write ${format?.form}`;
}

function describeType({ type = "string" }: Schema): string {
  const types = {
    string: "text",
    integer: "a whole number",
    boolean: "true or false",
    object: "a mapping",
    array: "a list",
  };
  return types[type];
}

function describeValue(value: Value): string {
  if (isList(value)) return "a list";
  return isFields(value) ? "a mapping" : JSON.stringify(value);
}

function describeWrongWord(value: Value, allowed: readonly string[]): string {
  const suggestion = typeof value === "string" ? suggestWord(value, allowed) : "";
  return `is ${describeValue(value)}: ${suggestion}use one of ${allowed.join(", ")}`;
}

function describeUnknownKey(key: string, path: Path, known: readonly string[]): string {
  const place = path.length === 0 ? "the configuration" : namePath(path);
  return `${JSON.stringify(key)} is not a key of ${place}: ${suggestWord(key, known)}use one of ${known.join(", ")}.`;
}

function suggestWord(word: string, known: readonly string[]): string {
  const found = findSimilarName(word.replace(/[-_ ]/g, ""), known) ?? findSimilarName(word, known);
  return found === undefined ? "" : `did you mean ${found}? Else `;
}

/** `exemptions[2].reason` */
function namePath(path: Path): string {
  return path.length === 0 ? "the file" : formatPath(path);
}

function decapitalize(sentence = ""): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
