import type { Level, Mode } from "../pod/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Result } from "../review/result.ts";
import { type Rule, rules } from "../rules/index.ts";
import type { Location, Problem, Source } from "../yaml/index.ts";
import type { LineChange } from "./diff.ts";
import { escapeControls, stringifySafely } from "./escape.ts";
import { chooseFixesToTry, type FixedLines } from "./fix-changes.ts";
import { buildRendered } from "./json.ts";
import { hashLines } from "./line-hashes.ts";
import { compareModes } from "./order.ts";
import { version } from "./version.ts";
import { describeFix, formatCount } from "./words.ts";

export interface SarifOptions {
  readonly sources: readonly Source[];
  /** What each finding's fix changes. A finding whose fix is not shown is left out. */
  readonly fixes: ReadonlyMap<Finding, readonly FixedLines[]>;
  /** Returns a rule's page as Markdown; `undefined` if the installation lacks it. */
  readonly rulePage: (id: string) => string | undefined;
}

/** Renders the report as SARIF 2.1.0 (OASIS), with the properties that GitHub's code scanning reads and within its limits. */
export function renderSarif(result: Result, options: SarifOptions): string {
  const open = result.findings.filter(({ ignored }) => !ignored).toSorted(compareModes);
  const ordered = [...open, ...result.findings.filter(({ ignored }) => ignored)];
  const shown = ordered.slice(0, mostResults);
  const unshown = ordered.length - shown.length;
  const untried = open.filter(({ fix }) => fix).length - chooseFixesToTry(result, options.sources).size;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "secctx",
            semanticVersion: version,
            rules: rules.map((rule) => describeRule(rule, options.rulePage(rule.id))),
          },
        },
        automationDetails: { id: "secctx/" },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: result.verdict !== "error",
            toolExecutionNotifications: [
              ...result.problems.map(buildProblem),
              ...(unshown > 0 ? [buildWarning(`${formatCount(unshown, "more finding")} did not fit here.`)] : []),
              ...(untried > 0
                ? [
                    buildWarning(
                      `${formatCount(untried, "more fix is", "more fixes are")} not listed here: secctx fix applies ${untried === 1 ? "it" : "them"}.`,
                    ),
                  ]
                : []),
            ],
          },
        ],
        results: buildResults(shown, options),
      },
    ],
  };
  return `${stringifySafely(log, 1)}\n`;
}

/** GitHub refuses a run with more results, and shows the first 5,000 (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const mostResults = 25_000;

/** On GitHub's scale, high begins at 7.0 and medium at 4.0. What the API server or the kubelet refuses anyway is not a weakness by itself. */
const severities: Readonly<Record<Level, string>> = {
  privileged: "5.0",
  baseline: "8.5",
  restricted: "6.5",
  hardened: "3.5",
};
const sarifLevels: Readonly<Record<Mode, string>> = { enforce: "error", warn: "warning", audit: "note" };

function describeRule({ id, summary, level, mode, references }: Rule, page: string | undefined): object {
  const { cis = [], nsa, cwe = [] } = references;
  const catalogues = [
    ...(cis.length > 0 ? [`CIS Kubernetes Benchmark v1.12: ${cis.join(", ")}.`] : []),
    ...(nsa ? [`NSA/CISA Kubernetes Hardening Guide: ${nsa}.`] : []),
  ];
  const help = [summary, `Level: ${level}.`, ...catalogues, `More: secctx explain ${id}`].join("\n");
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help, markdown: page ?? help.replaceAll("\n", "\n\n") },
    defaultConfiguration: { level: mode === "warn" || level === "hardened" ? "warning" : "error" },
    properties: {
      tags: ["security", "kubernetes", ...cwe.map((number) => `external/cwe/cwe-${number}`)],
      precision: "high",
      "security-severity": severities[level],
    },
  };
}

function buildResults(findings: readonly Finding[], { sources, fixes }: SarifOptions): object[] {
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const files = new Set(findings.map(({ location }) => location.file));
  const hashes = new Map([...files].map((file) => [file, hashLines(texts.get(file) ?? "")]));
  return findings.map((finding) => {
    const { rule, mode, message, location, fingerprint, related, rendered, ignored, workload, containers } = finding;
    const { file, start } = location;
    const lineHash = hashes.get(file)?.[start.line - 1];
    const changes = fixes.get(finding);
    const logicalName = [workload.kind, workload.name, ...containers].map(escapeControls).join("/");
    return {
      ruleId: rule.id,
      ruleIndex: rules.indexOf(rule),
      level: sarifLevels[mode],
      message: buildMessage(message),
      locations: [{ ...buildLocation(location), logicalLocations: [{ fullyQualifiedName: logicalName }] }],
      ...(related.length > 0 && {
        relatedLocations: related.map((each, id) => ({
          id,
          ...buildLocation(each.location),
          message: buildMessage(each.message),
        })),
      }),
      partialFingerprints: { ...(lineHash && { primaryLocationLineHash: lineHash }), "secctx/v1": fingerprint },
      ...(changes && { fixes: [buildFix(finding, changes, texts)] }),
      suppressions: ignored
        ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: escapeControls(ignored.reason) }]
        : [],
      ...(rendered && { properties: { rendered: rendered.map(buildRendered) } }),
      ...(finding.new !== null && { baselineState: finding.new ? "new" : "unchanged" }),
    };
  });
}

function buildFix({ fix }: Finding, changed: readonly FixedLines[], texts: ReadonlyMap<string, string>): object {
  return {
    description: buildMessage(fix ? describeFix(fix) : ""),
    artifactChanges: changed.map(({ file, changes }) => ({
      artifactLocation: { uri: encodeUri(file) },
      replacements: changes.map((change) => buildReplacement(change, texts.get(file) ?? "")),
    })),
  };
}

/** Replaces whole lines, up to the start of the next line or, in the last line of a file, up to its end. */
function buildReplacement({ start, end, lines }: LineChange, before: string): object {
  const old = before.split("\n");
  const last = old.at(-1) ?? "";
  const isLast = end > old.length;
  const atEnd = { endLine: old.length, endColumn: last.length + 1 };
  return {
    deletedRegion: { startLine: start, startColumn: 1, ...(isLast ? atEnd : { endLine: end, endColumn: 1 }) },
    insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") },
  };
}

function buildLocation({ file, start, end }: Pick<Location, "file" | "start" | "end">): object {
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region } };
}

function buildProblem({ severity, file, line, message }: Problem): object {
  return {
    level: severity === "error" ? "error" : "note",
    message: buildMessage(message),
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeUri(file) }, region: { startLine: line } } }],
  };
}

function buildWarning(message: string): object {
  return { level: "warning", message: buildMessage(message) };
}

/** Encodes a path as a relative reference (RFC 3986): a bare colon in its first step would end a scheme. */
function encodeUri(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/** Builds a message. What a viewer would take for a link is broken (SARIF 2.1.0, section 3.11.6). */
function buildMessage(message: string): { text: string } {
  return { text: escapeControls(message).replaceAll("](", "] (") };
}
