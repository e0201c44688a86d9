/** Text from a manifest, made harmless for a terminal or a log: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Control characters save the tab, and the format characters and separators that turn, join or hide text (Unicode Cc, Cf, Zl, Zp). */
const unsafe = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
