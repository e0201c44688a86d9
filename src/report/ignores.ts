import type { Result } from "../review/result.ts";
import { code, text } from "./escape-markdown.ts";

/** The ignore comments that the change brings: what they hide is not counted, so a reviewer has to see them. Nothing without any. */
export function addedIgnores({ addedIgnores: added }: Result, place: (file: string, line: number) => string): string[] {
  if (added.length === 0) return [];
  const items = added.map(({ location: { file, start }, workload, rules, reason, expires }) => {
    const until = expires === null ? "" : ` (until ${expires})`;
    const name = code(`${workload.kind} ${workload.name}`);
    return `- ${place(file, start.line)} ${name} ignores ${rules.map(code).join(", ")}: ${text(reason)}${until}`;
  });
  return ["#### This change adds ignores", items.join("\n")];
}
