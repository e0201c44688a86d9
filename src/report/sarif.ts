import { type Level, type Mode, modes } from "../pod/index.ts";
import type { Finding } from "../review/finding.ts";
import type { Result } from "../review/result.ts";
import { type Rule, rules } from "../rules/index.ts";
import type { Problem, Source } from "../yaml/index.ts";
import type { LineChange } from "./diff.ts";
import { safeJson, visible } from "./escape.ts";
import { triedAmong } from "./fixes.ts";
import { lineHashes } from "./line-hashes.ts";
import { version } from "./version.ts";

export interface SarifOptions {
  readonly sources: readonly Source[];
  /** Each finding's fix; one without is left out. */
  readonly fixes: ReadonlyMap<Finding, readonly LineChange[]>;
  /** A rule's page as Markdown, where it can be had. */
  readonly rulePage: (id: string) => string | undefined;
}

/** The report as SARIF 2.1.0 (OASIS), with what GitHub's code scanning reads of it and within its limits. */
export function sarif(result: Result, options: SarifOptions): string {
  // GitHub refuses a run with more results, and shows the first 5,000: the most serious ones come first.
  const ordered = result.findings.toSorted((a, b) => rankOf(a) - rankOf(b));
  const shown = ordered.slice(0, mostResults);
  const rest = ordered.length - shown.length;
  const untried =
    ordered.filter(({ fix, ignored }) => fix && !ignored).length - triedAmong(result, options.sources).size;
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "secctx",
            semanticVersion: version,
            rules: rules.map((rule) => descriptor(rule, options.rulePage(rule.id))),
          },
        },
        automationDetails: { id: "secctx/" },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: result.verdict !== "error",
            toolExecutionNotifications: [
              ...result.problems.map(notification),
              ...(rest > 0 ? [remark(`${rest} more findings did not fit here.`)] : []),
              ...(untried > 0 ? [remark(`${untried} more fixes are not given here: secctx fix makes them.`)] : []),
            ],
          },
        ],
        results: resultsOf(shown, options),
      },
    ],
  };
  return `${safeJson(log, 1)}\n`;
}

/** The most results that GitHub takes of a run (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning). */
const mostResults = 25_000;

/** GitHub's scale: high from 7.0, medium from 4.0, low below. A level that the API or the kubelet enforces is no weakness by itself. */
const severities: Readonly<Record<Level, string>> = {
  privileged: "5.0",
  baseline: "8.5",
  restricted: "6.5",
  hardened: "3.5",
};
const levelOf: Readonly<Record<Mode, string>> = { enforce: "error", warn: "warning", audit: "note" };

function remark(sentence: string): object {
  return { level: "warning", message: { text: sentence } };
}

function rankOf({ mode, ignored }: Finding): number {
  return ignored ? modes.length : modes.indexOf(mode);
}

function descriptor({ id, summary, level, mode, references }: Rule, page: string | undefined): object {
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

function resultsOf(findings: readonly Finding[], { sources, fixes }: SarifOptions): object[] {
  const texts = new Map(sources.map((source) => [source.file, source.text]));
  const hashes = new Map<string, readonly string[]>();
  const hashAt = (file: string, line: number): string | undefined => {
    const known = hashes.get(file) ?? lineHashes(texts.get(file) ?? "");
    hashes.set(file, known);
    return known[line - 1];
  };
  return findings.map((finding) => {
    const { rule, mode, message, location, fingerprint, related, ignored, workload, containers } = finding;
    const hash = hashAt(location.file, location.start.line);
    const changes = fixes.get(finding);
    return {
      ruleId: rule.id,
      ruleIndex: rules.indexOf(rule),
      level: levelOf[mode],
      message: text(message),
      locations: [
        {
          ...place(location),
          logicalLocations: [
            { fullyQualifiedName: [workload.kind, workload.name, ...containers].map(visible).join("/") },
          ],
        },
      ],
      ...(related.length > 0
        ? {
            relatedLocations: related.map((each, id) => ({ id, ...place(each.location), message: text(each.message) })),
          }
        : {}),
      partialFingerprints: { ...(hash ? { primaryLocationLineHash: hash } : {}), "secctx/v1": fingerprint },
      ...(changes ? { fixes: [fixOf(finding, changes, texts.get(location.file) ?? "")] } : {}),
      suppressions: ignored
        ? [{ kind: ignored.by === "comment" ? "inSource" : "external", justification: visible(ignored.reason) }]
        : [],
      ...(finding.new === null ? {} : { baselineState: finding.new ? "new" : "unchanged" }),
    };
  });
}

function fixOf({ fix, location }: Finding, changes: readonly LineChange[], before: string): object {
  return {
    description: text(`${fix?.title}${fix?.risk ? ` (${fix.safety}: ${fix.risk})` : ""}`),
    artifactChanges: [
      { artifactLocation: { uri: uri(location.file) }, replacements: changes.map((each) => replacement(each, before)) },
    ],
  };
}

/** Whole lines, up to the start of the next one; a last line without a line break has no next one. */
function replacement({ start, end, lines }: LineChange, before: string): object {
  const old = before.split("\n");
  const last = old.at(-1) ?? "";
  const isLast = end > old.length;
  const atEnd = { endLine: old.length, endColumn: last.length + 1 };
  return {
    deletedRegion: { startLine: start, startColumn: 1, ...(isLast ? atEnd : { endLine: end, endColumn: 1 }) },
    insertedContent: { text: lines.join("\n") + (isLast ? "" : "\n") },
  };
}

function place({ file, start, end }: Pick<Finding["location"], "file" | "start" | "end">): object {
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation: { uri: uri(file) }, region } };
}

function notification({ severity, file, line, message }: Problem): object {
  return {
    level: severity === "error" ? "error" : "note",
    message: text(message),
    locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) }, region: { startLine: line } } }],
  };
}

/** A relative reference (RFC 3986): a colon in its first step would make a scheme of it. */
function uri(file: string): string {
  return file.split("/").map(encodeURIComponent).join("/");
}

/** Message text; what a viewer would take for a link is broken (SARIF 3.11.6). */
function text(message: string): { text: string } {
  return { text: visible(message).replaceAll("](", "] (") };
}
