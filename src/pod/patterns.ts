/**
 * Whether a pattern matches all of a text. `*` stands for any characters but a slash, `**` for any at all (with a slash behind it also for none),
 * `?` for one, `[a-z]` for one of some, `[!a-z]` for any but these and a slash, `{a,b}` for either, a backslash for the next as it is. Here and not from a
 * package, because rules and policies match at every finding and every start; and step by step, because no text may keep it busy for ever, as it may a
 * regular expression: the work is at most the text's length times the pattern's.
 */
export function matches(glob: string, text: string): boolean {
  const known = stepsOf(glob);
  return typeof known !== "string" && accepts(known, text);
}

/** What is wrong with a pattern, for the sentence "The pattern …"; `undefined` where it is one. */
export function defectOf(glob: string): string | undefined {
  if (glob === "") return "is empty";
  const made = stepsOf(glob);
  return typeof made === "string" ? made : undefined;
}

const longest = 1000;

/** What a step does: takes a character, goes on at others without one, or is at the end of the pattern. */
type Step = ((character: string) => boolean) | number[] | "end";

const compiled = new Map<string, readonly Step[] | string>();

const token = /\*\*\/|\*\*|\*|\?|\[(!?)((?:\\.|[^\]\\])+)\]|\\(.)|[[\]{},\\]|[^*?[\]{},\\]/gsu;

function stepsOf(glob: string): readonly Step[] | string {
  const known = compiled.get(glob) ?? compile(glob);
  compiled.set(glob, known);
  return known;
}

const isAny = () => true;
const isInName = (character: string) => character !== "/";

function compile(glob: string): readonly Step[] | string {
  if (glob.length > longest) return `is longer than ${longest.toLocaleString("en")} characters`;
  const steps: Step[] = [];
  const groups: { readonly starts: number[]; readonly ends: number[][] }[] = [];

  /** Any number of characters. */
  function repeat(taken: (character: string) => boolean): void {
    const start = steps.length;
    steps.push([start + 1, start + 3], taken, [start]);
  }

  for (const [part, not = "", members, escaped] of glob.matchAll(token)) {
    const group = groups.at(-1);
    if (part === "**/") {
      steps.push([steps.length + 1, steps.length + 5]);
      repeat(isAny);
      steps.push((character) => character === "/");
    } else if (part === "**") repeat(isAny);
    else if (part === "*") repeat(isInName);
    else if (part === "?") steps.push(isInName);
    else if (members !== undefined) {
      const one = oneOf(not, members);
      if (!one) return "has a range in [ ] that goes backwards";
      steps.push(one);
    } else if (part === "{") {
      groups.push({ starts: [steps.length + 1], ends: [] });
      steps.push(groups.at(-1)?.starts ?? []);
    } else if (group && (part === "," || part === "}")) {
      group.ends.push([]);
      steps.push(group.ends.at(-1) ?? []);
      if (part === ",") group.starts.push(steps.length);
      else for (const end of groups.pop()?.ends ?? []) end.push(steps.length);
    } else if (escaped === undefined && /^[[\]{}\\]$/.test(part)) return `has a ${part} without its other half`;
    else steps.push((character) => character === (escaped ?? part));
  }
  return groups.length > 0 ? "has a { without its other half" : [...steps, "end"];
}

function oneOf(not: string, members: string): ((character: string) => boolean) | undefined {
  try {
    const pattern = new RegExp(`^[${not && "^"}${members.replace(/[[\]^]/g, "\\$&")}]$`, "su");
    return (character) => pattern.test(character) && (not === "" || character !== "/");
  } catch {
    return undefined;
  }
}

/** All ways through the pattern at once: each step is looked at once a character. */
function accepts(steps: readonly Step[], text: string): boolean {
  let open = reachedFrom(steps, [0]);
  for (const character of text) {
    if (open.size === 0) return false;
    const taken: number[] = [];
    for (const at of open) {
      const step = steps[at];
      if (typeof step === "function" && step(character)) taken.push(at + 1);
    }
    open = reachedFrom(steps, taken);
  }
  return open.has(steps.length - 1);
}

function reachedFrom(steps: readonly Step[], starts: readonly number[]): Set<number> {
  const reached = new Set(starts);
  for (const at of reached) {
    const step = steps[at];
    if (Array.isArray(step)) for (const next of step) reached.add(next);
  }
  return reached;
}
