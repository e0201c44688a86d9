/** What the bundler writes, made smaller and faster to load; nothing of what it does changes. */
import { type Comment, parse, type Token } from "acorn";

/** The names that the bundler gives, and what is enough; and one `require` for all of Node's modules. */
const names: readonly (readonly [RegExp, string])[] = [
  [
    /^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";$/gm,
    // A Node.js before 20.16 has to load a module for it.
    'const require_node = process.getBuiltinModule ?? (await import("module")).createRequire(import.meta.url);',
  ],
  [/\b__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)/g, "require_node"],
  [/(?:_js)?__WEBPACK_IMPORTED_MODULE_(\d+)__\b/g, "_$1"],
  [/\b__(?:webpack|nccwpck)_(require|exports)__\b/g, "$1_"],
  [/\b__unused_webpack_(?:__webpack_)?module(?:__)?\b/g, "module_"],
];
const syntax = { ecmaVersion: "latest", sourceType: "module", allowHashBang: true } as const;

/**
 * Comments are a sixth of the bytes that every start reads, and the spaces of indents another. Of the names only those are touched that the bundler
 * itself makes, and lines and layout stay: this is no minifying. Licences have their own file.
 */
export function withoutBallast(bundled: string): string {
  const source = names.reduce((text, [long, short]) => text.replaceAll(long, short), bundled);
  const comments: Comment[] = [];
  parse(source, { ...syntax, onComment: comments });
  return inAscii(plainCalls(withTabs(comments.filter(({ start }) => start > 0).reduceRight(withoutComment, source))));
}

/** A part is a module that exports three names. Here it becomes a script: a function that gives them as an object. */
export function asScript(part: string): string {
  const script = replacedOnce(
    plainFunctions(part.replaceAll("import.meta", "meta_")),
    /^\s*export const id = (\d+);\nexport const ids = \[\1\];\nexport const modules = (.*);\s*$/s,
    (_, id, modules) => `"use strict";\n(meta_) => ({ ids: [${id}], modules: ${modules}})\n`,
  );
  parse(script, { ...syntax, sourceType: "script", onToken: ({ type }) => refuseImport(type.keyword) });
  return script;
}

/** The entry, where it imports its parts, with scripts in their place (src/commands/engine.ts). */
export function loadingScripts(entry: string, digest: string): string {
  const loading = `globalThis.loadPart(new URL("./" + require_.u(chunkId), import.meta.url), "${digest}")`;
  return replacedOnce(entry, /\bimport\("\.\/" \+ require_\.u\(chunkId\)\)/, () => loading);
}

/** By a function, because `$` stands for something in a text to put in, and is in the bundler's names. */
function replacedOnce(
  text: string,
  pattern: RegExp,
  replacement: (whole: string, ...groups: string[]) => string,
): string {
  if (!pattern.test(text)) throw new Error(`the bundler writes in another way than known: no ${pattern}`);
  return text.replace(pattern, replacement);
}

function refuseImport(keyword: string | undefined): void {
  if (keyword === "import") throw new Error("a script can't import");
}

/**
 * What a module gives is asked for by a getter, for it may not be there yet. A function is there from the start: given as it is, a call of it from another
 * module is one call and not two.
 */
function plainFunctions(part: string): string {
  const modules = part.split(/^(?=\d+:$)/m).map((module) => {
    const functions = new Set([...module.matchAll(/^(?:async )?function ?\*? ?(\w+)\(/gm)].map(([, name]) => name));
    const given: string[] = [];
    const asked = module.replace(/^ +([\w$]+): \(\) => (\w+),?\n/gm, (line, name: string, local: string) => {
      if (functions.has(local)) given.push(`${name}: ${local}`);
      return functions.has(local) ? "" : line;
    });
    return given.length === 0
      ? module
      : replacedOnce(asked, /^(?=require_\.d\(exports_)/m, () => `Object.assign(exports_, { ${given.join(", ")} });\n`);
  });
  return modules.map((module) => module.replace("require_.d(exports_, {\n});\n", "")).join("");
}

/** `(0,module.name)()` hides from a function what it is a part of; none here asks for `this`. An export's name needs no brackets. */
function plainCalls(source: string): string {
  return source
    .replace(/\(0,(\w+) ?(\.[\w$]+)\)(?=\()/g, "$1$2")
    .replace(/(?<=^ +[\w$]+: \(\) => )\( ?(\w+)\)(?=,?$)/gm, "$1");
}

/** A single character beyond Latin doubles what a text takes in memory, and what it takes to load. Outside strings there is none. */
function inAscii(source: string): string {
  return source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Four spaces of an indent are a tab, the bundler's own one and blank lines are none; lines within a template or a string are text, and stay. */
function withTabs(source: string): string {
  const words: Token[] = [];
  parse(source, {
    ...syntax,
    onToken: (token) => source.slice(token.start, token.end).includes("\n") && words.push(token),
  });
  let word = 0;
  return source.replace(/(?<=\n)(?: +|(?:[ \t]*\n)+)/g, (space, at: number) => {
    while ((words[word]?.end ?? Number.POSITIVE_INFINITY) <= at) word++;
    const isText = (words[word]?.start ?? at) < at;
    if (isText) return space;
    return space.endsWith("\n") ? "" : "\t".repeat(space.length >> 2) + " ".repeat(space.length & 2);
  });
}

/** A comment that has its lines to itself takes them along. */
function withoutComment(text: string, { start, end }: Comment): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const isAlone = lineEnd !== -1 && (text.slice(lineStart, start) + text.slice(end, lineEnd)).trim() === "";
  return isAlone ? text.slice(0, lineStart) + text.slice(lineEnd + 1) : text.slice(0, start) + text.slice(end);
}
