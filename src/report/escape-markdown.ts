/** Untrusted text as a Markdown code span: nothing in it is read as Markdown, a mention or a link. */
export function code(value: string): string {
  const shown = harmless(value).replaceAll("|", "\\|");
  const fence = "`".repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const space = /^`|`$|^$/.test(shown) ? " " : "";
  return fence + space + shown + space + fence;
}

/** Untrusted text as plain Markdown text: punctuation is escaped, mentions and references are broken. */
export function text(value: string): string {
  return harmless(value)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=-]/g, "\\$&")
    .replace(/@/g, "@\u200b");
}

function harmless(value: string): string {
  return value.replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, "\ufffd");
}
