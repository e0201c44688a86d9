/**
 * Text from a manifest, made harmless for a terminal or a log: what is shown and not obeyed are control characters save the tab, and the format characters
 * and separators that turn, join or hide text (Unicode Cc, Cf, Zl, Zp).
 */
export function visible(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** A value as JSON in which no such character is left either: JSON has an escape for each, so the value stays the same. A line feed stands only between values. */
export function safeJson(value: object, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  // Most text is plain, and the pattern of Unicode properties is slow.
  return plain.test(text) ? text : text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

const plain = /^[ -~\n]*$/;

function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
