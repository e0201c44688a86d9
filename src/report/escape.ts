/**
 * Makes text safe for a terminal or a log. Control characters other than the tab, and characters that turn, join or hide text (Unicode Cc, Cf, Zl and Zp),
 * are written as `\u{…}`, so that a reader sees them and nothing obeys them.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** Makes lines safe for a job's log: the runner takes nothing in them for a workflow command, which it obeys at the start of a line. */
export function disarmCommands(text: string): string {
  return breakOldCommands(text).replace(/^([^\S\n]*)::/gm, "$1:\u200b:");
}

/** Breaks workflow commands of the old form, `##[command]`, which the runner still obeys anywhere in a line. */
export function breakOldCommands(text: string): string {
  return text.replaceAll("##[", "##\u200b[");
}

/** Makes untrusted text safe for a line of its own in a terminal or a log. */
export function escapeLine(text: string): string {
  return disarmCommands(escapeControls(text));
}

/**
 * Serialises a value as JSON that is safe for a terminal or a log: it escapes the same characters, and old workflow commands, in JSON's own way, so a parser
 * reads the value unchanged. Line feeds stay, because in JSON they stand only between values.
 */
export function stringifySafely(value: object, indent?: number): string {
  const json = JSON.stringify(value, null, indent).replaceAll("##[", "#\\u0023[");
  // Most text is plain, and the pattern of Unicode properties is slow.
  return printable.test(json) ? json : json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeUnits);
}

const printable = /^[ -~\n]*$/;

function escapeUnits(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Wraps untrusted text in a Markdown code span: nothing in it is read as Markdown, as a mention or as a link. */
export function codeSpan(value: string): string {
  const shown = replaceControls(value).replaceAll("|", "\\|");
  const fence = "`".repeat(findLongestFence(shown) + 1);
  const space = /^`|`$|^$/.test(shown) ? " " : "";
  return fence + space + shown + space + fence;
}

/** Escapes untrusted text for Markdown: punctuation has no meaning, and mentions, references and addresses are broken. */
export function escapeMarkdown(value: string): string {
  return replaceControls(value)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
    .replace(/@/g, "@\u200b");
}

/** Wraps text in a fenced Markdown block that nothing in the text can close. */
export function fenceCode(language: string, content: string): string {
  const fence = "`".repeat(Math.max(3, findLongestFence(content) + 1));
  return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}

/** Whether text can be shown unchanged: it holds no control character, and none that turns, joins or hides text. */
export function isSafeToShow(value: string): boolean {
  return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}

function findLongestFence(value: string): number {
  return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

function replaceControls(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
