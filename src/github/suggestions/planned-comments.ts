import { codeSpan, escapeMarkdown, fenceCode } from "../../report/escape.ts";
import { describeFix, nameWorkload } from "../../report/words.ts";
import type { Finding } from "../../review/finding.ts";
import { findingKeys, hashOf, type NewMarker } from "./markers.ts";
import type { Suggestion } from "./offers.ts";

/** A suggestion as the comment to post. */
export interface PlannedComment extends NewMarker {
  readonly suggestion: Suggestion;
  /** What people read: the comment without its marker. */
  readonly text: string;
}

/** Plans the comments for suggestions, in their order. */
export function planComments(suggestions: readonly Suggestion[]): PlannedComment[] {
  const ordinals = new Map<string, number>();
  return suggestions.map((suggestion) => {
    const { file, target, findings } = suggestion;
    const key = `${file}\0${target}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const text = commentText(suggestion);
    return {
      suggestion,
      text,
      subject: hashOf([file, target, ordinal], 16),
      content: hashOf(text, 8),
      keys: [...new Set(findings.flatMap(findingKeys))],
    };
  });
}

/** The id under which the check run records a planned comment. */
export function plannedCommentId({ subject, content }: PlannedComment): string {
  return `${subject}.${content}`;
}

function commentText({ lines, findings, target, spansTargets }: Suggestion): string {
  const whom = target === "" ? "" : ` for ${codeSpan(target)}`;
  const items = findings.flatMap((finding) => {
    const { rule, fix } = finding;
    if (!fix) return [];
    const whose = spansTargets ? `, in ${nameParts(finding)}` : "";
    return [`- ${codeSpan(rule.id)}: ${escapeMarkdown(describeFix(fix))}${whose}`];
  });
  const others = new Set(findings.filter(({ fix }) => !fix).map(({ rule }) => rule.id));
  const consequence =
    others.size === 0
      ? ""
      : `\n\nWith that, ${[...others].map(codeSpan).join(", ")} ${others.size === 1 ? "is" : "are"} settled too.`;
  return `**Hardened YAML**${whom}. It fixes:\n${items.join("\n")}${consequence}\n\n${suggestionBlock(lines)}`;
}

/** Names the parts that a finding is about: a comment may be about several containers, and about their pod. */
function nameParts({ containers, workload }: Finding): string {
  if (containers.length === 0) return codeSpan(nameWorkload(workload));
  return `${containers.length === 1 ? "container" : "containers"} ${containers.map(codeSpan).join(", ")}`;
}

/** An empty block removes the lines; a block with one empty line puts an empty line in their place. */
function suggestionBlock(lines: readonly string[]): string {
  return lines.length === 0 ? "```suggestion\n```" : fenceCode("suggestion", `${lines.join("\n")}\n`);
}
