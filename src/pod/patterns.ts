import { braceExpand, Minimatch } from "minimatch";

/**
 * Whether all of a name or a path matches a pattern, as minimatch reads it: `*` and `?` stay between two slashes, and `**` between two slashes goes through
 * any number of them. `false` for what is not a pattern, and for a text beyond the bounds of names and paths.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const matchers = getMatchers(pattern);
  return typeof matchers !== "string" && isWithinBounds(text) && matchers.some((matcher) => matcher.match(text));
}

/**
 * Whether patterns select a path: the last one that matches decides, and a leading `!` excludes what its pattern matches (`!(` opens a group).
 * A path beyond the bounds is selected: no name keeps a file from being judged.
 */
export function selectsPath(patterns: readonly string[], path: string): boolean {
  if (!isWithinBounds(path)) return true;
  return patterns.reduce((isSelected, pattern) => {
    const own = withoutExclusion(pattern);
    if (own === pattern) return isSelected || matchesPattern(pattern, path);
    return isSelected && !matchesPattern(own, path);
  }, false);
}

/** What is wrong with a pattern, with or without a `!` that excludes, for the sentence "The pattern …"; `undefined` where nothing is. */
export function findPatternDefect(pattern: string): string | undefined {
  const matchers = getMatchers(withoutExclusion(pattern));
  return typeof matchers === "string" ? matchers : undefined;
}

function withoutExclusion(pattern: string): string {
  return /^!(?!\()/.test(pattern) ? pattern.slice(1) : pattern;
}

/** The most characters of a pattern, of a text, and of a step between two slashes, and the most steps. File systems and API servers take no longer names. */
const most = { pattern: 1_000, text: 4_096, step: 255, steps: 100 };
const mostExpansions = 1_000;
const mostStars = 3;
/** A regular expression takes a millisecond to make for each of them: they know all of Unicode. */
const mostNamedClasses = 100;

/**
 * The most ways to match. minimatch makes a regular expression of each step, and that tries every way to share a text among the wildcards: about the
 * length of the text for each of them. This is the work of four steps with three `*` each, some milliseconds.
 */
const mostWays = 4 * most.step ** mostStars;

function isWithinBounds(text: string): boolean {
  if (text.length > most.text) return false;
  const steps = text.split("/");
  return steps.length <= most.steps && steps.every((step) => step.length <= most.step && !/^\.\.?$/.test(step));
}

const known = new Map<string, readonly Minimatch[] | string>();

/** What matches a pattern's expansions, made once, or what is wrong with it. */
function getMatchers(pattern: string): readonly Minimatch[] | string {
  const matchers = known.get(pattern) ?? compile(pattern);
  known.set(pattern, matchers);
  return matchers;
}

const options = { dot: true, nobrace: true, nocomment: true, nonegate: true, platform: "linux" } as const;

function compile(pattern: string): readonly Minimatch[] | string {
  if (pattern === "") return "is empty";
  if (pattern.length > most.pattern) return `is longer than ${most.pattern.toLocaleString("en")} characters`;
  if (/^\/|\/$/.test(pattern)) return "starts or ends with a slash, and no name does";
  const defect = findBraceDefect(pattern);
  if (defect) return defect;
  const expansions = expand(pattern.replace(/^(\.\/)+/, ""));
  if (expansions.length > mostExpansions)
    return `has braces that stand for more than ${mostExpansions.toLocaleString("en")} patterns`;
  const matchers: Minimatch[] = [];
  let ways = 0;
  let namedClasses = 0;
  for (const expansion of expansions) {
    const steps = expansion.split("/").map(splitParts);
    for (const step of steps) {
      const counted = countWays(step);
      if (typeof counted === "string") return counted;
      ways += counted;
      namedClasses += step.filter(isNamedClass).length;
    }
    if (ways > mostWays) return "can match in too many ways: use fewer *, braces and groups";
    if (namedClasses > mostNamedClasses) return `has more than ${mostNamedClasses} classes such as [:alpha:]`;
    matchers.push(new Minimatch(steps.map(textFor).join("/"), options));
  }
  return matchers;
}

function expand(pattern: string): string[] {
  return braceExpand(pattern, { braceExpandMax: mostExpansions + 1 });
}

/** A brace that is left when all are expanded has no meaning to minimatch. */
function findBraceDefect(pattern: string): string | undefined {
  const unescaped = pattern.replace(/\\./gsu, "");
  const left = expand(unescaped)
    .join("/")
    .replace(part, (each) => (each.length === 1 ? each : ""));
  if (/\{.*\}/s.test(left)) return "has braces without a comma or a range between them";
  const brace = /[{}]/.exec(left)?.[0];
  return brace && `has a ${brace} without its other half`;
}

/** What a step is made of: an escaped character, a class, the start of a group, or a character. */
const part =
  /\\.|\[[!^]?\]?(?:\[:(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]|\\.|[^\\\]])*\]|[!*+?@]\(|./gsu;

function splitParts(step: string): string[] {
  // Behind a `*` minimatch takes a backslash for a part of the name: it goes where it says nothing.
  return [...step.matchAll(part)].map(([each]) => each.replace(/^\\([^!*+?@()[\]|\\^])$/su, "$1"));
}

/** Whether a part is a class that has characters by name, as `[[:alpha:]]` has. */
function isNamedClass(each: string): boolean {
  return each.startsWith("[") && each.includes("[:");
}

/** A step as minimatch can read it. Beside a class by name it escapes plain punctuation, and leaves an escaped `!`, in ways that no regular expression allows. */
function textFor(parts: readonly string[]): string {
  if (!parts.some(isNamedClass)) return parts.join("");
  return parts.map((each) => (each === "\\!" ? "@(!)" : each.replace(/^[-,#\s]$/, "\\$&"))).join("");
}

/** A group such as `+(a|b)`: its start, and the parts of each alternative. */
interface Group {
  readonly start: string;
  readonly alternatives: string[][];
}

/** In how many ways a step may match, or what is wrong with it. */
function countWays(parts: readonly string[]): number | string {
  if (/^\.\.?$/.test(parts.join(""))) return `has the step ${parts.join("")}, which is not a name`;
  const outside: string[] = [];
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const each of parts) {
    const isStart = /^[!*+?@]\($/.test(each);
    if (/^[[\]\\]$/.test(each)) return `has a ${each} without its other half`;
    if (hasBackwardRange(each)) return "has a range in [ ] that goes backwards";
    if (open && isStart) return "has a group within a group";
    if (isStart) {
      open = { start: each, alternatives: [[]] };
      groups.push(open);
    }
    if (!open || isStart) outside.push(each);
    else if (each === "|") open.alternatives.push([]);
    else if (each === ")") open = undefined;
    else open.alternatives.at(-1)?.push(each);
  }
  if (open) return `has a ${open.start} without its other half`;
  if (outside.some((each, index) => repeats(each) && repeats(outside[index + 1])))
    return "has two repeating groups side by side";
  const ambiguous = groups.find(({ start, alternatives }) => repeats(start) && !isDistinct(alternatives));
  if (ambiguous) return `repeats a group that can match one text in two ways, as ${ambiguous.start}a|ab) does`;
  const stars = groups.reduce(
    (sum, { alternatives }) => sum + Math.max(...alternatives.map(countStars)),
    countStars(outside) + outside.filter((each) => each === "!(" || repeats(each)).length,
  );
  if (stars > mostStars) return `has more than ${mostStars} * or groups that repeat or exclude between two slashes`;
  const choices = groups.map(({ start, alternatives }) => alternatives.length + (start === "?(" ? 1 : 0));
  return choices.reduce((product, each) => product * each, most.step ** Math.max(1, stars));
}

function repeats(start: string | undefined): boolean {
  return start === "*(" || start === "+(";
}

/** `**` within a step means `*`. */
function countStars(parts: readonly string[]): number {
  return parts.filter((each, index) => each === "*" && parts[index - 1] !== "*").length;
}

/** Whether no text fits two of the alternatives, or begins with one and fits another. None may be empty, or of no certain length. */
function isDistinct(alternatives: readonly (readonly string[])[]): boolean {
  const isOpen = (each: string | undefined) => each === undefined || each === "?" || each.length > 2;
  const mayCoincide = (a: readonly string[], b: readonly string[]) =>
    a.every((each, index) => isOpen(each) || isOpen(b[index]) || each === b[index]);
  return alternatives.every(
    (each, index) =>
      each.length > 0 &&
      !each.includes("*") &&
      !alternatives.slice(index + 1).some((other) => mayCoincide(each, other)),
  );
}

/** minimatch passes over `z-a` in a class. */
function hasBackwardRange(each: string): boolean {
  if (!each.startsWith("[")) return false;
  const ranges = each.replace(/\[:\w+:\]/g, "").matchAll(/\\?(.)-\\?([^\\\]])/gsu);
  return [...ranges].some(([, from = "", to = ""]) => from > to);
}
