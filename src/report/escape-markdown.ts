/** Untrusted text as a Markdown code span: nothing in it is read as Markdown, a mention or a link. */
export function code(value: string): string {
  const shown = harmless(value).replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(shown) + 1);
  const space = /^`|`$|^$/.test(shown) ? " " : "";
  return fence + space + shown + space + fence;
}

/** Untrusted text as plain Markdown text: punctuation is escaped, mentions, references and addresses are broken. */
export function text(value: string): string {
  return harmless(value)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&")
    .replace(/@/g, "@\u200b");
}

/** Text as a fenced block that nothing in it can close. */
export function fenced(language: string, content: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}\n${content.replace(/\n$/, "")}\n${fence}`;
}

/** Whether text may be shown as it is: no character in it turns, hides or commands anything. */
export function isPlain(value: string): boolean {
  return !/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(value);
}

function longestRun(value: string): number {
  return [...value.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

function harmless(value: string): string {
  return value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
