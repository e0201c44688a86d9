import {
  type Action,
  type ActionWord,
  lexTemplate,
  type Operand,
  operandsOf,
  type TemplateToken,
} from "./template-lexer.ts";

/** A template of a chart, or of a chart in it. */
export interface Template {
  /** The absolute path. */
  readonly file: string;
  readonly text: string;
  /** Whether it only defines what others include (`_*.tpl`). */
  readonly isPartial: boolean;
}

/** What a mark stands for: a run of text, or an action of a template. */
export interface Site {
  readonly template: Template;
  readonly token: TemplateToken;
  /** The template's first `define` around it, or the template's own text. */
  readonly define: Action | undefined;
  /** Where the marked text starts in the template. */
  readonly offset: number;
  readonly operands: readonly Operand[];
}

export interface MarkedTemplates {
  /** The text with marks, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly sites: readonly Site[];
  readonly tokens: ReadonlyMap<Template, readonly TemplateToken[]>;
}

/**
 * Letters of the Vai script: `quote`, `indent` and `toYaml` keep letters as they are, and no chart has these. A mark is one of a kind, then its site's number
 * in sixteen digits; the mappings that an operand goes through follow, by their addresses.
 */
const kinds = ["open", "close", "text", "control", "assign"] as const;
type MarkKind = (typeof kinds)[number];
const [mapping, operandEnd, walker] = ["\uA515", "\uA516", "\uA517"];
const digits = "\uA500\uA501\uA502\uA503\uA504\uA505\uA506\uA507\uA508\uA509\uA50A\uA50B\uA50C\uA50D\uA50E\uA50F";
const firstLetter = 0xa510;
const anyMark = /[\uA500-\uA517]/;

/** A template that tells marks and values apart from what is there: it prints the addresses of the mappings that an operand goes through. */
export const walkerTemplate = `{{- define "${walker}" }}{{ $o := index . 0 }}{{ range $k := rest . }}{{ if kindIs "map" $o }}${mapping}{{ printf "%p" $o }}{{ $o = index $o $k }}{{ else }}{{ $o = "" }}{{ end }}{{ end }}{{ if kindIs "map" $o }}${mapping}{{ printf "%p" $o }}{{ end }}${operandEnd}{{ end }}`;

/** A template that prints the values in force as JSON, and on the line below the address of each mapping in them. */
export const valuesTemplate = `{{- define "${walker}${walker}" }}{{ if kindIs "map" . }}{"p":"{{ printf "%p" . }}","m":{ {{- $comma := "" }}{{ range $k, $v := . }}{{ if or (kindIs "map" $v) (kindIs "slice" $v) }}{{ $comma }}{{ toJson (print $k) }}:{{ template "${walker}${walker}" $v }}{{ $comma = "," }}{{ end }}{{ end -}} } }{{ else }}[{{ $comma := "" }}{{ range $v := . }}{{ $comma }}{{ if or (kindIs "map" $v) (kindIs "slice" $v) }}{{ template "${walker}${walker}" $v }}{{ else }}0{{ end }}{{ $comma = "," }}{{ end }}]{{ end }}{{ end -}}
values: {{ .Values | toJson }}
addresses: {{ template "${walker}${walker}" .Values }}
`;

/** Whether a text has letters that marks are made of. */
export function hasMarks(text: string): boolean {
  return anyMark.test(text);
}

/** What is marked: templates and what they include, or only the files themselves. */
export type MarkedPart = "all" | "files";

/** Puts marks into templates. Those that can't be read stay as they are. */
export function markTemplates(templates: readonly Template[], part: MarkedPart): MarkedTemplates {
  const lexed = templates.flatMap((template) => {
    const tokens = template.file.endsWith("NOTES.txt") ? undefined : lexTemplate(template.text);
    return tokens ? [{ template, tokens }] : [];
  });
  const data = definesUsedAsData(lexed.flatMap(({ tokens }) => tokens));
  const sites: Site[] = [];
  const texts = new Map<string, string>();
  for (const { template, tokens } of lexed) {
    const markable = part === "files" || data === "all" ? new Set<Action>() : definesWithKeys(template, tokens);
    const isMarked = (define: Action | undefined) =>
      define ? markable.has(define) && data !== "all" && !data.has(nameOf(define)) : !template.isPartial;
    texts.set(template.file, markTemplate(template, tokens, sites, isMarked));
  }
  return { texts, sites, tokens: new Map(lexed.map(({ template, tokens }) => [template, tokens])) };
}

function markTemplate(
  template: Template,
  tokens: readonly TemplateToken[],
  sites: Site[],
  isMarked: (define: Action | undefined) => boolean,
): string {
  const { text } = template;
  let marked = "";
  for (const token of tokens) {
    const define = defineAround(token);
    const source = text.slice(token.range.start, token.range.end);
    const place = (kind: MarkKind, operands: readonly Operand[] = [], offset = token.range.start) => {
      sites.push({ template, token, define, offset, operands });
      return markOf(kind, sites.length - 1) + operands.map(walk).join("");
    };
    if (!isMarked(define)) marked += source;
    else if (token.kind === "text") {
      const body = source.trimStart();
      const space = source.slice(0, source.length - body.length);
      marked += body === "" ? source : space + place("text", [], token.range.start + space.length) + body;
    } else {
      const operands = usefulOperands(token);
      if (token.does === "output") {
        const open = place("open", operands);
        marked += open + source + markOf("close", sites.length - 1);
      } else if (token.does === "if" || token.does === "with" || token.does === "range")
        marked += place("control", operands) + source;
      else if (token.does === "assign") marked += place("assign", operands) + source;
      else marked += source;
    }
  }
  return marked;
}

/** The operands that can be values: not the chart's name, nor all there is. */
function usefulOperands(action: Action): Operand[] {
  const useful = operandsOf(action).filter(
    ({ base, keys }) =>
      !(base === "$" && keys.length === 0) &&
      !/^(?:Release|Chart|Template|Capabilities|Files|Subcharts)$/.test(keys[0] ?? ""),
  );
  const seen = new Set<string>();
  return useful.filter(({ base, keys }) => {
    const key = [base, ...keys].join(".");
    return !seen.has(key) && seen.add(key);
  });
}

function walk({ base, keys }: Operand): string {
  return `{{ template "${walker}" (list ${[base, ...keys.map((key) => `"${key}"`)].join(" ")}) }}`;
}

function markOf(kind: MarkKind, site: number): string {
  const letter = String.fromCharCode(firstLetter + kinds.indexOf(kind));
  return letter + [...site.toString(16)].map((digit) => digits.charAt(Number.parseInt(digit, 16))).join("");
}

/** The `define` that a token stands in. */
function defineAround(token: TemplateToken): Action | undefined {
  let action = token.parent;
  while (action && action.does !== "define" && action.does !== "block") action = action.parent;
  return action;
}

function nameOf(define: Action): string {
  return define.words[1]?.text ?? "";
}

/** The defines with a key of YAML in their text: others make names and words. */
function definesWithKeys({ text }: Template, tokens: readonly TemplateToken[]): Set<Action> {
  const found = new Set<Action>();
  for (const token of tokens) {
    const define = token.kind === "text" ? defineAround(token) : undefined;
    if (
      define &&
      /(?:^|\n)[ \t]*(?:-[ \t]+)?["\w./-]+:(?:[ \t\r\n]|$)/.test(text.slice(token.range.start, token.range.end))
    )
      found.add(define);
  }
  return found;
}

/** The names of the defines whose output is read by the templates: compared, kept, or parsed. */
function definesUsedAsData(tokens: readonly TemplateToken[]): ReadonlySet<string> | "all" {
  const data = new Set<string>();
  const included = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "action") continue;
    const { words, does } = token;
    const define = defineAround(token);
    for (const [index, { kind, text }] of words.entries()) {
      // Which one is only known as it runs.
      if (text === "include" && isNameKept(words.slice(index + 1))) return "all";
      const name = kind === "name" && /^(?:include|template)$/.test(text) ? words[index + 1] : undefined;
      if (name?.kind !== "string") continue;
      if (define) included.set(nameOf(define), [...(included.get(nameOf(define)) ?? []), name.text]);
      if (text === "include" && !(index === 0 && does === "output" && onlyIndents(token))) data.add(name.text);
    }
  }
  for (const name of data) for (const inner of included.get(name) ?? []) data.add(inner);
  return data;
}

/** Whether the name of what is included is worked out as the templates run, and the output is then parsed or compared. */
function isNameKept(words: readonly ActionWord[]): boolean {
  const isNamed = words[0]?.kind === "string";
  return !isNamed && words.some(({ text }) => /^(?:from(?:Yaml|Json)(?:Array)?|eq|ne)$/.test(text));
}

function onlyIndents({ words }: Action): boolean {
  return words.every(({ text }, index) => words[index - 1]?.text !== "|" || /^(?:n?indent|trim)$/.test(text));
}

/** A mark in an output: what stands at an offset of the text without marks. */
export interface Mark {
  readonly kind: MarkKind;
  readonly site: number;
  readonly at: number;
  /** For each operand the addresses of the mappings that it goes through. */
  readonly addresses: readonly (readonly string[])[];
}

/** Takes the marks out of an output. */
export function readMarks(output: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const pattern = /([\uA510-\uA514])([\uA500-\uA50F]+)((?:\uA5150x[0-9a-f]+|\uA516)*)/g;
  let text = "";
  let at = 0;
  for (const found of output.matchAll(pattern)) {
    const [whole, letter = "", number = "", rest = ""] = found;
    text += output.slice(at, found.index);
    at = found.index + whole.length;
    const kind = kinds[letter.charCodeAt(0) - firstLetter];
    const site = Number.parseInt([...number].map((digit) => digits.indexOf(digit).toString(16)).join(""), 16);
    const operands = rest.split(operandEnd).slice(0, -1);
    const addresses = operands.map((each) => each.split(mapping).slice(1));
    if (kind) marks.push({ kind, site, at: text.length, addresses });
  }
  return { text: text + output.slice(at), marks };
}
