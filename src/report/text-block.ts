import type { Mode } from "../pod/kubernetes.ts";
import type { Finding } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import { type Fix, unusedIgnore } from "../rules/index.ts";
import type { Block } from "./blocks.ts";
import { countColumns, padLike } from "./columns.ts";
import { escapeControls } from "./escape.ts";
import { writeFixes, type YamlLine } from "./fix-yaml.ts";
import { describeSafety, nameWorkload } from "./words.ts";

export type TextStyle = "bold" | "dim" | "red" | "yellow" | "cyan" | "green";

/** How text looks. */
export interface TextLook {
  /** Styles text for a terminal. Returns the text unchanged if no colours are wanted. */
  readonly paint: (style: TextStyle, text: string) => string;
  /** The width of the terminal in columns. Sentences wrap at it, and excerpts are cut. Without a width, lines are as long as they are. */
  readonly width?: number;
  /** Turns text into a link to a file. Without it, no text is a link. */
  readonly link?: (file: string, text: string) => string;
}

/** A block's findings with their fixes as they are to be shown. */
export type TextBlock = Block<Finding>;

export const modeColours: Readonly<Record<Mode, TextStyle>> = { enforce: "red", warn: "yellow", audit: "cyan" };
const originPhrases: Readonly<Record<Finding["origin"], string>> = {
  container: "set by the container",
  pod: "set by the pod",
  annotation: "set by an annotation",
  image: "set by the image",
  namespace: "set by the namespace",
  default: "not set: the default applies",
};

/** Renders all that is said of one place: where it is and how serious, the source line, each finding with its rule and level, the fix, and what follows from it. */
export function renderTextBlock(block: TextBlock, followUps: readonly Finding[], look: TextLook): string {
  const { statements } = block;
  const fixes = statements.flatMap(({ fix }) => fix ?? []);
  const yaml = writeFixes(statements);
  const shownFixes = yaml.length > 0 ? renderYaml(yaml, look) : fixes.flatMap((fix) => renderFix(fix, look));
  const ways = describeWays(statements.flatMap(({ rendered, related }) => (rendered ? related : [])));
  const lines = [
    ...renderHead(block, look),
    ...renderExcerpt(statements[0], look),
    ...statements.flatMap((finding) => renderStatement(finding, block, look)),
    ...ways.map((way) => look.paint("dim", `  ${escapeControls(way)}`)),
    ...shownFixes,
    ...followUps.flatMap((finding) => renderFollowUp(finding, look)),
  ];
  return lines.join("\n");
}

function renderHead({ statements, spot: { file, start } }: TextBlock, look: TextLook): string[] {
  const { paint, width, link = (_: string, shown: string) => shown } = look;
  const [{ mode, level, rule }, ...others] = statements;
  const place = `${escapeControls(file)}:${start.line}:${start.column}`;
  const names = [rule, ...others.map((each) => each.rule)].map(({ id }) => id);
  const title = [...new Set(names)].join(", ");
  const what = others.length === 0 ? `  ${level}` : "";
  const workloads = new Set(statements.map(({ workload }) => nameWorkload(workload)));
  const phrases = new Set(statements.map(phraseOrigin));
  const origin = phrases.size === 1 && !phrases.has("") ? ` \u00b7 ${phraseOrigin(statements[0])}` : "";
  const about = `${escapeControls([...workloads].join(", "))}${origin}`;
  const head = `${link(file, paint("bold", place))}  ${paint(modeColours[mode], mode)}  ${paint("bold", title)}${paint("dim", what)}`;
  const fits = width === undefined || `${place}  ${mode}  ${title}${what}  ${about}`.length <= width;
  return fits ? [`${head}  ${paint("dim", about)}`] : [head, paint("dim", `  ${about}`)];
}

/** Renders the fix of what other fixes bring to light: it goes in after them. */
function renderFollowUp({ rule, fix }: Finding, look: TextLook): string[] {
  return fix ? renderFix({ ...fix, title: `${rule.id}, which that brings to light: ${fix.title}` }, look) : [];
}

/** Who set what a finding is about. An ignore is not a setting: nobody set it. */
function phraseOrigin({ rule, origin }: Finding): string {
  return rule.id === unusedIgnore.id ? "" : originPhrases[origin];
}

/** A finding of a block: its message, behind its rule and level where there are others, and why it has no fix. */
function renderStatement(finding: Finding, { statements }: TextBlock, { paint, width }: TextLook): string[] {
  const [first, ...others] = statements;
  const { rule, level, mode, message, declined } = finding;
  const phrase = phraseOrigin(finding);
  const isMixed = statements.some((each) => phraseOrigin(each) !== phraseOrigin(first));
  const sentences = [
    message,
    ...(isMixed && phrase !== "" ? [`(${phrase})`] : []),
    ...(declined ? [`No fix: ${declined}.`] : []),
  ].join(" ");
  if (others.length === 0) return wrapSentence(escapeControls(sentences), width);
  const isOfOtherMode = mode !== first.mode;
  const label = `${rule.id} (${level}${isOfOtherMode ? `, ${mode}` : ""}):`;
  const [line = "", ...rest] = wrapSentence(escapeControls(`${label} ${sentences}`), width);
  const shownMode = isOfOtherMode ? `, ${paint(modeColours[mode], mode)}` : "";
  const shownLabel = `  ${paint("bold", rule.id)} (${level}${shownMode}):`;
  // A terminal may be too narrow for the label.
  const isWhole = line.startsWith(`  ${label}`);
  return [isWhole ? shownLabel + line.slice(2 + label.length) : line, ...rest.map((each) => `  ${each}`)];
}

/** How a finding came from a rendering to its line: the places of which the same is to be said on one line. */
function describeWays(related: Finding["related"]): string[] {
  const byMessage = groupBy(related, ({ message }) => message);
  return [...byMessage].map(([message, group]) => {
    const places = new Set(group.map(({ location: { file, start } }) => `${file}:${start.line}`));
    return `${[...places].join(", ")}: ${message}`;
  });
}

/** Renders a fix on one line, or with its risk on lines of its own if one line is too short. */
function renderFix(fix: Fix, { paint, width }: TextLook): string[] {
  const shown = escapeControls(fix.title);
  const risk = `(${escapeControls(describeSafety(fix))})`;
  const [line = "", ...rest] = wrapSentence(`fix ${shown}`, width);
  const head = [`  ${paint("green", "fix")}${line.slice("  fix".length)}`, ...rest];
  const fits = rest.length === 0 && wrapSentence(`fix ${shown} ${risk}`, width).length === 1;
  return fits
    ? [`${head[0]}${paint("dim", ` ${risk}`)}`]
    : [...head, ...wrapSentence(risk, width).map((each) => paint("dim", each))];
}

/** Renders a piece of YAML with its comments in one column, or above their lines where those are too short. */
function renderYaml(lines: readonly YamlLine[], { paint, width }: TextLook): string[] {
  const shown = lines.map(({ code, note }) => ({ code: escapeControls(code), note: escapeControls(note) }));
  const ends = shown.filter(({ note }) => note !== "").map(({ code }) => countColumns(code));
  const column = Math.max(...ends.filter((end) => end <= farthestComment), 0);
  const room = width === undefined ? undefined : Math.max(40, width - fixIndent.length);
  return shown
    .flatMap(({ code, note }): string[] => {
      if (note === "") return [paint("green", code)];
      const line = `${code}${" ".repeat(Math.max(0, column - countColumns(code)))}`;
      if (room === undefined || countColumns(line) + note.length + 4 <= room)
        return [`${paint("green", line)}${paint("dim", `  # ${note}`)}`];
      const margin = `${/^ */.exec(code)?.[0]}# `;
      const above = wrapWords(note, room - margin.length).map((each) => paint("dim", `${margin}${each}`));
      return [...above, paint("green", code)];
    })
    .map((line, index) => (index === 0 ? `  ${paint("green", "fix")} ${line}` : `${fixIndent}${line}`));
}

const fixIndent = "      ";
/** A longer line has its comment right behind it, and does not move those of the others. */
const farthestComment = 60;

/** Renders the source line with carets under the range. Tabs and wide characters keep their width, so that the carets stand in the right columns. */
function renderExcerpt({ excerpt: line, location, mode }: Finding, { paint, width }: TextLook): string[] {
  const longest = width === undefined ? excerptLimit : Math.max(40, Math.min(excerptLimit, width - 10));
  const number = String(location.start.line).padStart(5);
  const start = location.start.column - 1;
  const end = Math.max(location.end.line === location.start.line ? location.end.column - 1 : line.length, start + 1);
  // A line can be a whole file, such as minified JSON: only the part around the range is shown.
  const from = line.length > longest ? Math.max(0, start - longest / 4) : 0;
  const to = Math.min(line.length, from + longest);
  const before = (from > 0 ? "\u2026" : "") + escapeControls(line.slice(from, start));
  const marked = escapeControls(line.slice(start, Math.min(end, to)));
  const after = escapeControls(line.slice(Math.min(end, to), to)) + (to < line.length ? "\u2026" : "");
  const caret = paint(modeColours[mode], "^".repeat(Math.max(1, countColumns(marked))));
  return [
    `${paint("dim", `${number} |`)} ${before}${marked}${after}`,
    `${paint("dim", "      |")} ${padLike(before)}${caret}`,
  ];
}

/** The most characters of a source line that are shown. */
export const excerptLimit = 160;

/** Wraps a sentence into indented lines. */
function wrapSentence(sentence: string, width?: number): string[] {
  return (width === undefined ? [sentence] : wrapWords(sentence, width - 4)).map((line) => `  ${line}`);
}

/** Wraps words into lines. A word that is longer than a line stays whole. */
function wrapWords(sentence: string, width: number): string[] {
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const line = lines.at(-1) ?? "";
    const fits = line === "" || countColumns(`${line} ${word}`) <= width;
    if (fits) lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
