import fc from "fast-check";
import { isFields, isList, type Value } from "../../src/yaml/index.ts";
import { resolvePlain } from "../../src/yaml/read/scalar.ts";

/** A manifest in random dress, and what its documents mean. */
export interface Dressed {
  readonly text: string;
  /** What each document means; `null` for one of nothing but comments. */
  readonly values: readonly Value[];
  /** Every comment in the text. */
  readonly comments: readonly string[];
}

const blankLines = ["\n", "   \n"];

const names = ["name", "spec", "containers", "securityContext", "drop", "a", "b", "c-d", "app.kubernetes.io/name"];
const oddNames = [
  "yes",
  "0644",
  "",
  "x y",
  "a: b",
  "#",
  "it's",
  "<<",
  "__proto__",
  "constructor",
  "- x",
  "é",
  "{",
  '"',
  "null",
];
const oddWords = [
  ...oddNames,
  "ALL",
  "NET_ADMIN",
  "RuntimeDefault",
  "nginx:1.27",
  "10m",
  "1e3",
  "~",
  "a #b",
  "a\nb\n",
  "a\n\nb",
  "x\n\n",
  " x",
  "\t",
  "*x",
  "&x",
];

const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
);
const word = fc.oneof(
  fc.constantFrom(...names, ...oddWords),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const scalar = fc.oneof(
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -70_000, max: 70_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  word,
);

const { tree } = fc.letrec<{ tree: Value; list: Value; fields: Value }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: "tree" },
    { weight: 2, arbitrary: scalar },
    { weight: 2, arbitrary: tie("fields") },
    tie("list"),
  ),
  list: fc.array(tie("tree"), { maxLength: 4, depthIdentifier: "tree" }),
  fields: fc
    .uniqueArray(fc.tuple(key, tie("tree")), { maxLength: 5, selector: ([name]) => name, depthIdentifier: "tree" })
    .map((entries) => Object.fromEntries(entries)),
}));

/** Any value that a manifest may hold. */
export const anyValue: fc.Arbitrary<Value> = tree;

const anyFields = fc
  .uniqueArray(fc.tuple(key, tree), { minLength: 1, maxLength: 5, selector: ([name]) => name })
  .map((entries): Value => Object.fromEntries(entries));

/** Any file: its documents, and a list of choices of which zeros, and an early end, mean the plainest dress. */
export const anyDressed: fc.Arbitrary<Dressed> = fc
  .tuple(fc.array(anyFields, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(59), { maxLength: 400, size: "max" }))
  .map(([values, choices]) => dress(values, choices));

/** Writes values as YAML: block, flow and JSON mixed, comments and blank lines, anchors, YAML 1.1 words, whatever the choices say. */
export function dress(values: readonly Value[], choices: readonly number[]): Dressed {
  const left = [...choices];
  /** One in `odds`, and never once the choices have ended. */
  const chance = (odds: number): boolean => (left.shift() ?? 0) % odds === odds - 1;
  const pick = <T>(...options: readonly [T, ...T[]]): T => options[(left.shift() ?? 0) % options.length] as T;
  const comments: string[] = [];
  const anchors: { readonly name: string; readonly value: string }[] = [];
  let anchored = 0;
  const indent = pick(2, 4, 3);
  const listIndent = pick(2, 0);
  /** What a line of nothing but spaces, or an empty one too, would do below a block scalar: add to its text. */
  let blank: readonly string[] = blankLines;

  const text = withEnds(values.map(writeDocument));
  return { text, values, comments };

  function withEnds(documents: string[]): string {
    const marker = (): string => `---${behind()}\n`;
    const joined = documents.reduce(
      (before, each) => `${before}${marker()}${each}`,
      chance(3) ? "" : (documents.shift() ?? ""),
    );
    const eol = chance(6) ? joined.replaceAll("\n", "\r\n") : joined;
    const bom = chance(10) ? `\uFEFF${eol}` : eol;
    return chance(8) && blank.length > 0 ? bom.replace(/\r?\n$/, "") : bom;
  }

  function writeDocument(value: Value): string {
    anchors.length = 0;
    blank = blankLines;
    if (chance(12)) return `${escaped(JSON.stringify(value, null, pick<number | string>(2, 0, 4, "\t")))}\n`;
    if (chance(12)) return `${flow(value, 0)}${behind()}\n`;
    return `${above(0)}${block(value, 0, 0).replace(/^\n/, "")}\n${above(0)}`;
  }

  /** What follows a key's colon, or the line before: ` word`, or lines of its own. `parent` is the column that the lines must be deeper than. */
  function block(value: Value, column: number, parent: number): string {
    const [alias, anchor] = anchoring(value);
    if (alias) return ` ${alias}${behind()}`;
    if (isFields(value) && Object.keys(value).length > 0 && !chance(6))
      return `${anchor && ` ${anchor}`}${parent === column && column === 0 ? "" : behind()}${entries(value, column)}`;
    if (isList(value) && value.length > 0 && !chance(4))
      return `${anchor && ` ${anchor}`}${behind()}${items(value, column)}`;
    if (typeof value === "object" && value !== null)
      return ` ${anchor && `${anchor} `}${flow(value, parent)}${behind()}`;
    return words(value, anchor, parent);
  }

  function words(value: string | number | boolean | null, anchor: string, parent: number): string {
    if (value === null && chance(2)) return `${anchor && ` ${anchor}`}${behind()}`;
    const isText =
      typeof value === "string" &&
      /^[^\s#\p{Cc}\u2028\u2029\uFEFF][^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*(\n+[^\s\p{Cc}\u2028\u2029\uFEFF][^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*)*\n*$/u.test(
        value,
      );
    if (isText && chance(3)) return ` ${anchor && `${anchor} `}${literal(value, parent)}`;
    return ` ${anchor && `${anchor} `}${plain(value, false)}${behind()}`;
  }

  function literal(value: string, parent: number): string {
    const chomp = value.endsWith("\n\n") || value === "\n" ? "+" : value.endsWith("\n") ? pick("", "+") : "-";
    blank = chomp === "+" ? [] : ["\n"];
    const lines = value.replace(/\n$/, "").split("\n");
    const column = " ".repeat(parent + pick(2, 1, 4));
    return `|${chomp}${behind()}\n${lines.map((line) => line && column + line).join("\n")}`;
  }

  function entries(fields: { readonly [field: string]: Value }, column: number): string {
    return Object.entries(fields)
      .map(([name, member]) => {
        const start = `\n${above(column)}${" ".repeat(column)}${plain(name, true)}:`;
        blank = blankLines;
        return start + block(member, isList(member) ? column + listIndent : column + indent, column);
      })
      .join("");
  }

  function items(list: readonly Value[], column: number): string {
    return list.map((item) => `\n${above(column)}${" ".repeat(column)}-${itemAt(item, column)}`).join("");
  }

  function itemAt(item: Value, column: number): string {
    blank = blankLines;
    const isCompact = (isFields(item) || isList(item)) && Object.keys(item).length > 0 && !chance(6);
    if (!isCompact) return block(item, column + indent, column);
    const lines = isFields(item) ? entries(item, column + 2) : items(item as readonly Value[], column + 2);
    const first = /^\n((?: *(?:#.*)?\n)*)( *)/.exec(lines);
    // Comments above the first entry would part it from its dash.
    return first?.[1] === "" ? ` ${lines.slice(first[0].length)}` : lines;
  }

  /** A value in brackets, on one line or over several that are deeper than `parent`. */
  function flow(value: Value, parent: number): string {
    if (typeof value !== "object" || value === null) return plain(value, false, true);
    const isJson = chance(3);
    const line = chance(4) ? `\n${" ".repeat(parent + pick(2, 1, 6))}` : "";
    const comma = (): string => `,${line ? behind() : pick(" ", "")}${line}`;
    const join = (parts: string[]): string => parts.map((part, index) => (index ? comma() : "") + part).join("");
    const last = (): string => (line && chance(2) ? behind() + line : "");
    const inner = line ? parent + 1 : parent;
    if (isList(value)) return `[${line}${join(value.map((item) => flow(item, inner)))}${last()}]`;
    const members = Object.entries(value).map(([name, member]) =>
      isJson
        ? `${JSON.stringify(name)}:${pick(" ", "")}${json(member)}`
        : `${plain(name, true, true)}: ${flow(member, inner)}`,
    );
    const space = line ? "" : pick("", " ");
    return `{${line || space}${join(members)}${last() || space}}`;
  }

  function json(value: Value): string {
    return escaped(JSON.stringify(value));
  }

  function plain(value: string | number | boolean | null, isKey: boolean, isFlow = false): string {
    if (value === null) return pick("null", "~", "Null");
    if (typeof value === "boolean")
      return value ? pick("true", "yes", "on", "True", "y") : pick("false", "no", "off", "FALSE", "n");
    if (typeof value === "number") return numeral(value);
    const isPlain =
      /^[A-Za-z_./é][\w./é-]*( [\w./é-]+)*(:[\w.-]+)?$/.test(value) &&
      resolvePlain(value) === value &&
      !(isFlow && value.includes(":"));
    const isPrintable = !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(value);
    if (isPlain) return pick(value, value, `'${value}'`, JSON.stringify(value), value);
    if (isKey && value === "<<") return '"<<"';
    return isPrintable
      ? pick(`'${value.replaceAll("'", "''")}'`, escaped(JSON.stringify(value)))
      : escaped(JSON.stringify(value));
  }

  function numeral(value: number): string {
    if (!Number.isInteger(value) || value < 0 || Math.abs(value) > 70_000) return String(value);
    return pick(
      String(value),
      `0x${value.toString(16)}`,
      `0o${value.toString(8)}`,
      `0${value.toString(8)}`,
      String(value)
        .replace(/(?=\d{3}$)/, "_")
        .replace(/^_/, ""),
    );
  }

  function anchoring(value: Value): [alias: string, anchor: string] {
    const meaning = JSON.stringify(value);
    const known = anchors.find((each) => each.value === meaning);
    if (known && chance(2)) return [`*${known.name}`, ""];
    if (!chance(7)) return ["", ""];
    const name = `a-${anchored++}`;
    anchors.push({ name, value: meaning });
    return ["", `&${name}`];
  }

  /** The end of a line. */
  function behind(): string {
    return chance(6) ? `${pick(" ", "   ")}${comment()}` : chance(15) ? "  " : "";
  }

  /** Lines of comments and nothing above a line. */
  function above(column: number): string {
    let lines = "";
    while (chance(8)) lines += (chance(3) && blank[left.length % 2]) || `${" ".repeat(pick(column, 0))}${comment()}\n`;
    return lines;
  }

  function comment(): string {
    const text = `# ${pick("why", "it's", "a: b", '"', "# x", "- y", "{")} ${comments.length}.`;
    comments.push(text);
    return text;
  }
}

function escaped(json: string): string {
  return json.replace(
    /[\x7f-\x9f\u2028\u2029\uFEFF]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
