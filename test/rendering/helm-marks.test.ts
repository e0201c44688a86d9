import { describe, expect, it } from "vitest";
import { hasMarks, markTemplates, readMarks, type Template } from "../../src/rendering/helm/marks.ts";
import { mapSources } from "../../src/rendering/helm/source-map.ts";
import { lexTemplate, operandsOf } from "../../src/rendering/helm/template-lexer.ts";

/** What a template's text is to Go: text in quotes, actions by what they do. */
function lex(text: string): string[] | undefined {
  return lexTemplate(text)?.map((token) =>
    token.kind === "text" ? JSON.stringify(text.slice(token.range.start, token.range.end)) : token.does,
  );
}

describe("a template is read as Go reads it:", () => {
  it.for<[string, string[] | undefined]>([
    ["a {{ .b }} c", [`"a "`, "output", `" c"`]],
    ["a {{- .b -}} c", [`"a"`, "output", `"c"`]],
    ["a {{-3}} c", [`"a "`, "output", `" c"`]],
    ["{{ a -}} \n {{- b }}", ["output", "output"]],
    ["{{- /* }} {{ */ -}} a", ["silent", `"a"`]],
    [`{{ "}}" }}{{ '}' }}{{ \`}}"\` }}`, ["output", "output", "output"]],
    [`{{ "\\"}}" }}`, ["output"]],
    ["{{ $x := 1 }}{{ $x = 2 }}{{ $x }}", ["assign", "assign", "output"]],
    ["{{ if a }}b{{ else if c }}d{{ end }}", ["if", `"b"`, "else", `"d"`, "end"]],
    ["{{ define `x` }}{{ range . }}{{ break }}{{ end }}{{ end }}", ["define", "range", "silent", "end", "end"]],
    ["{{ iffy }}", ["output"]],
    ["a {{ b", undefined],
    ['{{ "a }}', undefined],
    ["{{/* a }}", undefined],
    ["{{ if a }}", undefined],
    ["}} {", [`"}} {"`]],
  ])("%j", ([text, tokens]) => {
    expect(lex(text)).toEqual(tokens);
  });

  it.for<[string, string[]]>([
    ["{{ .Values.a.b | quote }}", [".Values.a.b"]],
    ["{{ $x := $.Values.a }}", ["$.Values.a"]],
    ["{{ $w.priv }} ", ["$w.priv"]],
    ["{{ range $i, $w := .Values.list }}{{ end }}", [".Values.list"]],
    [`{{ include "x" (dict "a" .Values.a "b" $) }}`, [".Values.a", "$"]],
    ["{{ (index .Values.a 0).b }}", [".Values.a"]],
    [`{{ "a.b" }}`, []],
    ["{{ toYaml . }}", ["."]],
  ])("%j", ([text, operands]) => {
    const action = lexTemplate(text)?.find((token) => token.kind === "action");
    const found = action?.kind === "action" ? operandsOf(action) : [];
    expect(found.map(({ base, keys }) => (base === "." ? `.${keys.join(".")}` : [base, ...keys].join(".")))).toEqual(
      operands,
    );
  });
});

describe("marks", () => {
  const template = (text: string, file = "templates/d.yaml"): Template => ({
    file,
    text,
    isPartial: file.includes("_"),
  });
  const mark = (...templates: Template[]) => markTemplates(templates, "all");
  const isMarked = (text: string | undefined) => hasMarks(text ?? "");

  it("say nothing of a template without marks that Helm prints behind theirs, as one in an archive", () => {
    const { texts, sites } = mark(template("a: 1\nb: 2\n"));
    const output = (own: string) =>
      `---\n# Source: app/templates/d.yaml\n${own}---\n# Source: app/charts/sub/templates/p.yaml\nc: 3\nd: 4\n`;
    const plain = output("a: 1\nb: 2\n");
    const { originAt } = mapSources(plain, readMarks(output(texts.get("templates/d.yaml") ?? "")), sites);
    const offsets = ["a", "b", "c", "d"].map((key) => originAt(plain.indexOf(`${key}: `))?.literal?.offset);
    expect(offsets).toEqual([0, 5, undefined, undefined]);
  });

  it("are taken out again, and each says what stands there", () => {
    const one = template("a: 1\nb: {{- if .Values.c }}{{ else }} {{ 2 }} {{ end }}\n");
    const { texts, sites } = mark(one);
    const { text, marks } = readMarks(texts.get(one.file) ?? "");
    expect(text).toContain("a: 1\nb:");
    expect(marks.map(({ kind, site }) => [kind, sites[site]?.offset])).toEqual([
      ["text", 0],
      ["control", 8],
      ["open", 38],
      ["close", 38],
    ]);
  });

  it("go into helpers with keys, unless their output is read", () => {
    const helpers = template(
      `{{ define "name" }}web{{ end }}{{ define "text" }}\na: 1\n{{ end }}{{ define "data" }}\na: 1\n{{ include "inner" . }}{{ end }}{{ define "inner" }}\nb: 1\n{{ end }}`,
      "templates/_h.tpl",
    );
    const user = template(
      `{{ include "name" . }}{{ include "text" . | nindent 2 }}{{ $x := include "data" . | fromYaml }}`,
    );
    const marked = mark(helpers, user).texts.get(helpers.file) ?? "";
    const parts = marked.split("{{ define").slice(1);
    expect(parts.map(isMarked)).toEqual([false, true, false, false]);
  });

  it("leave alone what is not a template, and the notes", () => {
    const notes = template("a: {{ .Values.b }}\n", "templates/NOTES.txt");
    expect(mark(template("{{ if"), notes).texts.size).toBe(0);
  });

  it.for(["\uA510", "\uA510x", "\uA510\uA500\uA515", "\uA515\uA516", "a\uA500"])(
    "that are cut are text: %j",
    (text) => {
      expect(hasMarks(text)).toBe(true);
      expect(() => readMarks(text)).not.toThrow();
    },
  );
});
