import { hostname } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import type { TextOptions } from "../report/text.ts";
import type { PolicyValues } from "./options.ts";

/** Where text goes. Only a terminal has a width. Colours and links are for terminals too, unless the user wants them elsewhere. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Chooses how the text report looks on a stream. */
export function chooseTextOptions(values: PolicyValues, stream: Stream): TextOptions {
  const width = stream.isTTY ? stream.columns : undefined;
  return {
    paint: createPainter(values, stream),
    quiet: values.quiet === true,
    ...(width === undefined ? {} : { width }),
    ...(supportsLinks(stream) ? { link: linkFile } : {}),
  };
}

/** Creates the function that styles text. There are colours if the options say so, or else NO_COLOR and FORCE_COLOR, or else if the stream is a terminal that can show them. */
export function createPainter(values: PolicyValues, stream: Stream): TextOptions["paint"] {
  // Whether there are colours is decided here: Node.js would ask only its own standard output.
  return wantsColours(values, stream)
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}

function wantsColours(values: PolicyValues, { isTTY = false }: Stream): boolean {
  const { NO_COLOR = "", FORCE_COLOR, TERM } = process.env;
  if (values["no-color"]) return false;
  if (values.color) return true;
  if (NO_COLOR !== "") return false;
  return FORCE_COLOR === undefined ? isTTY && TERM !== "dumb" : !["0", "false"].includes(FORCE_COLOR);
}

/** Whether a terminal is known to support links. Others would print the address. FORCE_HYPERLINK decides for all of them. */
function supportsLinks({ isTTY = false }: Stream): boolean {
  const { FORCE_HYPERLINK, TERM_PROGRAM = "", VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION } = process.env;
  if (FORCE_HYPERLINK !== undefined) return !["", "0", "false"].includes(FORCE_HYPERLINK);
  if (!isTTY || process.env.CI) return false;
  return (
    ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].includes(TERM_PROGRAM) ||
    Number(VTE_VERSION) >= 5000 ||
    [WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION].some((value) => value !== undefined)
  );
}

/** Links text to a file with the escape sequence OSC 8. */
function linkFile(file: string, text: string): string {
  if (file === "-") return text;
  const address = new URL(pathToFileURL(resolve(file)));
  address.hostname = hostname();
  return `\u001b]8;;${address.href}\u001b\\${text}\u001b]8;;\u001b\\`;
}
