import { modes } from "../pod/kubernetes.ts";
import { type Finding, ownerKey, ownersOf } from "../review/finding.ts";
import { groupBy } from "../review/groups.ts";
import type { AddedIgnore, Result, ReviewedWorkload } from "../review/result.ts";
import type { Verdict } from "../rules/index.ts";
import type { Problem } from "../yaml/index.ts";
import { type Block, groupIntoBlocks } from "./blocks.ts";
import { codeSpan, escapeControls, escapeMarkdown, fenceCode } from "./escape.ts";
import { formatYamlLine, writeFixes } from "./fix-yaml.ts";
import { compareSeriousness } from "./order.ts";
import { describeFixCounts } from "./rule-counts.ts";
import { countFindings, describeUnjudged } from "./summary.ts";
import { describeFix, formatCount, modeNouns, nameAnswer, nameProblem } from "./words.ts";

/** Returns the address of a line in the reviewed commit; `undefined` if there is no page for it. */
export type LineLink = (file: string, line: number) => string | undefined;

const noLink: LineLink = () => undefined;

/** What the report takes besides the result. */
export interface MarkdownOptions {
  readonly link?: LineLink;
  /** Sentences that are shown above everything else. */
  readonly notes?: readonly string[];
  /** What the reader can do, as Markdown, where that is not to run `secctx fix`. */
  readonly advice?: string | undefined;
}

/** Sums up a result in one line: what the gate says, and why, and what was not judged. */
export function summarizeVerdict(result: Result): string {
  const { workloads, findings, files, unjudged } = result;
  const isNothing = workloads.length === 0 && findings.length === 0 && files > 0;
  const nothing = isNothing ? `nothing was judged in ${formatCount(files, "file")}` : "";
  return [describeVerdict(result), nothing, describeUnjudged(unjudged)].filter((part) => part !== "").join("; ");
}

function describeVerdict({ verdict, findings, problems, policy }: Result): string {
  const failures = formatCount(countFindings(findings, "enforce"), "failure");
  const [warnings, notices] = [countFindings(findings, "warn"), countFindings(findings, "audit")];
  const others = `${formatCount(warnings, "warning")}, ${formatCount(notices, "notice")}`;
  if (verdict === "error") {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    return `Could not evaluate everything: ${formatCount(errors, "problem")}; ${failures}, ${others}`;
  }
  if (verdict === "fail") return `${failures}, ${others}`;
  if (policy.gate === "none") return `Report only: ${failures}, ${others}`;
  return warnings + notices === 0 ? "Nothing to report" : `No failures; ${others}`;
}

/**
 * Renders the report for the job summary and for the body of the check run: verdict, problems, workloads, findings by file. It has at most `limit` UTF-8
 * bytes: whole items are left out where there is no room, and their number is given.
 */
export function renderMarkdown(
  result: Result,
  limit: number,
  { link = noLink, notes = [], advice }: MarkdownOptions = {},
): string {
  const { findings, workloads, problems } = result;
  const page = startPage(limit);
  page.add([...renderHead(result), ...notes.map((note) => `> ${escapeMarkdown(note)}\n\n`)]);
  if (advice) page.add([`${advice}\n\n`]);
  if (problems.length > 0) {
    page.add(["#### Not evaluated, or worth noting\n\n"]);
    const items = problems.map((problem) => renderProblemItem(problem, link));
    const left = page.add(items, 0.3);
    page.add([`${left > 0 ? `\n${formatCount(left, "more problem")} did not fit here.\n` : ""}\n`]);
  }
  if (workloads.length > 0) {
    page.add(["| workload | baseline | restricted | failures | warnings | notices |\n|---|---|---|---|---|---|\n"]);
    const left = page.add(renderTableRows(workloads, findings), 0.3);
    page.add([`${left > 0 ? `\n${formatCount(left, "more workload")}.\n` : ""}\n`]);
  }
  page.add(renderAddedIgnores(result.addedIgnores, link));
  const open = findings.filter(({ ignored }) => !ignored);
  const items = renderBlockItems(open, link);
  const left = page.add(items.map(({ text }) => text));
  const unshown = items.slice(items.length - left).reduce((sum, each) => sum + each.findings, 0);
  if (left > 0) page.close(`\n${formatCount(unshown, "more finding")} did not fit here.\n`);
  else if (!advice) page.close(describeFixing(open));
  return page.text();
}

/** The patches that harden files, as GitHub shows them. */
export interface FilePatches {
  /** Unified diffs, one for each file. */
  readonly patches: readonly string[];
  /** The files whose patches would not survive being copied from a page. */
  readonly others: readonly string[];
  /** How many more files there are to harden. */
  readonly left: number;
}

/** Renders patches in at most `limit` UTF-8 bytes: whole files are left out where there is no room, and counted with those that are `left`. */
export function renderPatches({ patches, others, left }: FilePatches, limit: number): string {
  if (patches.length + others.length + left === 0) return "";
  const page = startPage(limit);
  page.add(["#### Hardened YAML\n\n", ...(patches.length > 0 ? ["For `git apply`:\n\n"] : [])]);
  const more = left + page.add(patches.map((patch) => `${fenceCode("diff", patch)}\n\n`));
  page.add(others.map((file) => `- ${codeSpan(file)}: its line endings or hidden characters would be lost here.\n`));
  if (more + others.length > 0)
    page.close(
      `\n${formatCount(more + others.length, "more file")} to harden: on a checkout, \`npx secctx fix\` (Node.js 20 or later) writes them.\n`,
    );
  return page.text();
}

/** The bytes that are kept free for what closes a page. */
const closingRoom = 300;

/** A page of a limited number of UTF-8 bytes. */
interface Page {
  /** Adds items, whole and in order, as far as a share of the room allows. Returns how many were left out. */
  readonly add: (items: readonly string[], share?: number) => number;
  readonly close: (item: string) => void;
  readonly text: () => string;
}

function startPage(limit: number): Page {
  const encoder = new TextEncoder();
  let written = "";
  let room = limit - closingRoom;
  return {
    add(items, share = 1) {
      let budget = room * share;
      for (const [index, item] of items.entries()) {
        const size = encoder.encode(item).length;
        if (size > budget) return items.length - index;
        written += item;
        room -= size;
        budget -= size;
      }
      return 0;
    },
    close(item) {
      written += item;
    },
    text: () => written,
  };
}

function renderHead(result: Result): string[] {
  const { enforce, warn, audit, kubernetesVersion, gate } = result.policy;
  const { shard } = result;
  const version = codeSpan(kubernetesVersion.name);
  const share = shard ? `, shard ${shard.index}/${shard.count}` : "";
  return [
    `### secctx: ${escapeMarkdown(summarizeVerdict(result))}\n\n`,
    `Policy: enforce ${codeSpan(enforce)}, warn ${codeSpan(warn)}, audit ${codeSpan(audit)}, Kubernetes ${version}, gate ${codeSpan(gate)}${share}.\n\n`,
  ];
}

/** Renders what was not evaluated, or is worth noting, as an item of a list. */
export function renderProblemItem(problem: Problem, link: LineLink = noLink): string {
  const { severity, file, line, message } = problem;
  const word = severity === "error" ? `**${nameProblem(problem)}**` : nameProblem(problem);
  return `- ${word} ${renderPlace(file, line, link)}: ${escapeMarkdown(message)}\n`;
}

/** A change that adds ignore comments hides findings: the reviewer has to see them. */
function renderAddedIgnores(addedIgnores: readonly AddedIgnore[], link: LineLink): string[] {
  if (addedIgnores.length === 0) return [];
  const items = addedIgnores.map(({ location: { file, start }, workload, rules, reason, expires }) => {
    const until = expires === null ? "" : ` (until ${expires})`;
    const name = codeSpan(`${workload.kind} ${workload.name}`);
    return `- ${renderPlace(file, start.line, link)} ${name} ignores ${rules.map(codeSpan).join(", ")}: ${escapeMarkdown(reason)}${until}`;
  });
  return ["#### This change adds ignores\n\n", `${items.join("\n")}\n\n`];
}

/** Says how to fix what has a fix, all of it or only what is safe. */
function describeFixing(findings: readonly Finding[]): string {
  const count = (safety: string) => findings.filter(({ fix }) => fix?.safety === safety).length;
  const [safe, review] = [count("safe"), count("review")];
  if (safe + review === 0) return "";
  const part = safe > 0 && review > 0 ? ", `secctx fix --safe` only the safe ones" : "";
  return `\nFixes: ${describeFixCounts({ safe, review })}. \`secctx fix\` writes them${part}; \`secctx fix --diff\` shows what changes.\n`;
}

/** What is said of one place, as it stands in the list of findings. */
interface BlockItem {
  readonly text: string;
  readonly findings: number;
}

/** Renders blocks by file. The files with the most serious findings come first, so that a cut loses the least. */
function renderBlockItems(findings: readonly Finding[], link: LineLink): BlockItem[] {
  const findingsByFile = groupBy(findings.toSorted(compareSeriousness), ({ location }) => location.file);
  return [...findingsByFile].flatMap(([file, ofFile]) =>
    groupIntoBlocks(ofFile, ({ location }) => location).map((block, index) => {
      const heading = index === 0 ? `\n**${codeSpan(file)}**\n\n` : "";
      return { text: heading + renderBlockItem(block, link), findings: block.statements.length };
    }),
  );
}

function renderBlockItem({ spot: { file, start }, statements }: Block<Finding>, link: LineLink): string {
  const [first, ...others] = statements;
  const place = linkTo(`line ${start.line}`, link(file, start.line));
  const yaml = writeFixes(statements);
  const said = statements.map((finding) => describeFinding(finding, first, yaml.length === 0));
  const code =
    yaml.length > 0
      ? `\n${fenceCode("yaml", yaml.map((line) => escapeControls(formatYamlLine(line))).join("\n"))}\n`.replaceAll(
          "\n",
          "\n  ",
        )
      : "";
  const rows = others.length === 0 ? ` ${said.join("")}` : said.map((each) => `\n  - ${each}`).join("");
  return `- **${modeNouns[first.mode]}** ${place}${rows}\n${code && `${code.trimEnd()}\n\n`}`;
}

function describeFinding(
  { rule, level, mode, message, fix, new: isNew }: Finding,
  first: Finding,
  withFix: boolean,
): string {
  const offer = fix && withFix ? ` *Fix:* ${escapeMarkdown(describeFix(fix))}.` : "";
  const about = [level, ...(mode === first.mode ? [] : [modeNouns[mode]])].join(", ");
  const age = isNew === false ? ", already there before the change" : "";
  return `${codeSpan(rule.id)} (${about}${age}): ${escapeMarkdown(message)}${offer}`;
}

function renderPlace(file: string, line: number, link: LineLink): string {
  return linkTo(codeSpan(`${file}:${line}`), link(file, line));
}

function linkTo(shown: string, target: string | undefined): string {
  return target ? `[${shown}](${target})` : shown;
}

/** Renders a table row for each workload: what Pod Security Admission answers, and the rules that it breaks, by mode. */
function renderTableRows(workloads: readonly ReviewedWorkload[], findings: readonly Finding[]): string[] {
  const open = findings.filter(({ ignored }) => !ignored);
  const owned = open.flatMap((finding) => ownersOf(finding).map((owner) => ({ ...owner, finding })));
  const findingsByWorkload = groupBy(owned, ownerKey);
  return workloads.map(({ file, pod, admission }) => {
    const { kind, name } = pod.workload;
    const own = findingsByWorkload.get(ownerKey({ file, workload: pod.workload })) ?? [];
    const answer = ({ allowed }: Verdict) => (allowed === false ? `**${nameAnswer(allowed)}**` : nameAnswer(allowed));
    const cells = modes.map((mode) => {
      const ids = new Set(own.filter(({ finding }) => finding.mode === mode).map(({ finding }) => finding.rule.id));
      return [...ids].map(codeSpan).join(" ");
    });
    return `| ${codeSpan(`${kind} ${name}`)} | ${answer(admission.baseline)} | ${answer(admission.restricted)} | ${cells.join(" | ")} |\n`;
  });
}
