/**
 * Whether a pattern matches all of a text. `*` stands for any characters but a slash, `**` for any at all (with a slash behind it also for none),
 * `?` for one, `[a-z]` and `[!a-z]` for one of some, `{a,b}` for either, a backslash for the next as it is. Here and not from a package, because
 * rules and policies match at every finding and every start.
 */
export function matches(glob: string, text: string): boolean {
  const known = compiled.get(glob) ?? compile(glob);
  compiled.set(glob, known);
  return typeof known !== "string" && known.test(text);
}

/** What is wrong with a pattern, for the sentence "The pattern …"; `undefined` where it is one. */
export function defectOf(glob: string): string | undefined {
  if (glob === "") return "is empty";
  const made = compile(glob);
  return typeof made === "string" ? made : undefined;
}

const compiled = new Map<string, RegExp | string>();

const token = /\*\*\/|\*\*|\*|\?|\[(!?)((?:\\.|[^\]\\])+)\]|\\(.)|[[\]{},\\]|[^*?[\]{},\\]+/gs;

function compile(glob: string): RegExp | string {
  let source = "";
  let depth = 0;
  for (const [part, not = "", members, escaped] of glob.matchAll(token)) {
    if (part === "**/") source += "(?:.*/)?";
    else if (part === "**") source += ".*";
    else if (part === "*") source += "[^/]*";
    else if (part === "?") source += "[^/]";
    else if (members !== undefined) source += `[${not && "^"}${members.replace(/[[\]^]/g, "\\$&")}]`;
    else if (escaped !== undefined) source += quoted(escaped);
    else if (part === "{") {
      depth++;
      source += "(?:";
    } else if (part === "}" && depth > 0) {
      depth--;
      source += ")";
    } else if (part === ",") source += depth > 0 ? "|" : ",";
    else if (/^[[\]{}\\]$/.test(part)) return `has a ${part} without its other half`;
    else source += quoted(part);
  }
  if (depth > 0) return "has a { without its other half";
  try {
    return new RegExp(`^(?:${source})$`, "su");
  } catch {
    return "has a range in [ ] that goes backwards";
  }
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
