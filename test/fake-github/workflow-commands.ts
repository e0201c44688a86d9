/** A workflow command, as the runner reads it from a line of output. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

// The commands that the runner knows. A line with any other name is plain output.
const known = new Set([
  ...["error", "warning", "notice", "debug", "group", "endgroup", "echo", "add-mask", "add-matcher", "remove-matcher"],
  ...["stop-commands", "set-env", "set-output", "save-state", "add-path", "internal-set-repo-path"],
]);

/** The commands in a program's output, by the runner's own rules: it also obeys the old form, anywhere in a line, and `stop-commands`. */
export function parseCommands(output: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resume: string | undefined;
  for (const line of output.split(/\r?\n|\r/)) {
    const command = parseCommand(line, resume);
    if (command === undefined) continue;
    if (command.command === resume) resume = undefined;
    else if (resume === undefined) {
      if (command.command === "stop-commands") resume = command.message;
      commands.push(command);
    }
  }
  return commands;
}

function parseCommand(line: string, resume: string | undefined): WorkflowCommand | undefined {
  const command = parseCurrent(line) ?? parseLegacy(line);
  const name = command?.command.toLowerCase() ?? "";
  return known.has(name) || command?.command === resume ? command : undefined;
}

/** `::name key=value,key=value::message`, after leading blanks. */
function parseCurrent(line: string): WorkflowCommand | undefined {
  const match = /^\s*::(.*?)::(.*)$/s.exec(line);
  if (match === null) return undefined;
  const [, head = "", message = ""] = match;
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  const properties = pairs(space < 0 ? "" : head.slice(space + 1), ",");
  if (!known.has(name.toLowerCase()) && parseLegacy(line) !== undefined) return undefined;
  return { command: name, properties: mapped(properties, unescapeProperty), message: unescapeData(message) };
}

/** `##[name key=value;key=value]message`, anywhere in the line. */
function parseLegacy(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const head = line.slice(start + 3, end);
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  const properties = pairs(space < 0 ? "" : head.slice(space + 1), ";");
  return {
    command: name,
    properties: mapped(properties, unescapeLegacy),
    message: unescapeLegacy(line.slice(end + 1)),
  };
}

function pairs(text: string, separator: string): [string, string][] {
  return text.split(separator).flatMap((pair) => {
    const at = pair.indexOf("=");
    const value = pair.slice(at + 1);
    return at < 0 || value === "" ? [] : [[pair.slice(0, at).trim(), value] as [string, string]];
  });
}

function mapped(entries: readonly [string, string][], change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)]));
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  const data = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",");
  return data.replaceAll("%25", "%");
}

function unescapeLegacy(text: string): string {
  const data = text.replaceAll("%3B", ";").replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return data.replaceAll("%5D", "]").replaceAll("%25", "%");
}
