/** Text from a manifest, made harmless for a terminal or a log: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Control characters save the tab, and the characters that turn or hide text (Unicode bidi controls, zero width, line separators). */
const unsafe = /(?!\t)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
