/** Text from a manifest, made harmless for a terminal or a log: control and direction characters are shown, not obeyed. */
export function visible(text: string): string {
  return text.replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/** Control characters save the tab, and the format characters and separators that turn, join or hide text (Unicode Cc, Cf, Zl, Zp). */
const unsafe = /(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON in which no character is obeyed either: JSON has an escape for each, so that it is read as it was. */
export function safeJson(value: object, indent?: number): string {
  return harmless(JSON.stringify(value, null, indent));
}

/** JSON, likewise. */
export function harmless(text: string): string {
  return plain.test(text) ? text : text.replace(unsafeInJson, escaped);
}

/** Text that needs no second look. */
const plain = /^[ -~\n]*$/;

/** A line feed stands between values alone. */
const unsafeInJson = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return character.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
