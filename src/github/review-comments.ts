import { createHash } from "node:crypto";
import { code, text } from "../report/escape-markdown.ts";
import type { Api } from "./api.ts";
import type { Suggestion } from "./suggestions.ts";

interface Comment {
  readonly body?: string;
  readonly user?: { readonly login?: string } | null;
}

export interface Posted {
  readonly posted: number;
  /** Why suggestions are missing, if they are. */
  readonly note: string | undefined;
}

/** Most comments a review: GitHub answers more with "submitted too quickly", having made some of them. */
const mostComments = 30;

/** Posts what is not posted yet, as one review. A suggestion that stands there already, by our own hand, is not repeated. */
export async function postSuggestions(
  api: Api,
  pull: { owner: string; repo: string; number: number; headSha: string },
  suggestions: readonly Suggestion[],
): Promise<Posted> {
  const { owner, repo, number, headSha } = pull;
  if (suggestions.length === 0) return { posted: 0, note: undefined };
  const known = await knownMarkers(api, owner, repo, number);
  const fresh = suggestions.filter((suggestion) => !known.has(marker(suggestion))).slice(0, mostComments);
  if (fresh.length === 0) return { posted: 0, note: undefined };
  const answer = await api.write("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
    owner,
    repo,
    pull_number: number,
    commit_id: headSha,
    event: "COMMENT",
    comments: fresh.map(comment),
  });
  if (answer.ok) return { posted: fresh.length, note: undefined };
  const step =
    answer.status === 403 || answer.status === 404
      ? "add `pull-requests: write` to the job's permissions"
      : answer.message;
  return { posted: 0, note: `The suggestions could not be posted: ${step}.` };
}

async function knownMarkers(api: Api, owner: string, repo: string, number: number): Promise<Set<string>> {
  const viewer = await api.query<{ viewer: { login: string } }>("query { viewer { login } }");
  const self = viewer.ok ? viewer.data.viewer.login : "github-actions[bot]";
  const markers = new Set<string>();
  for (let page = 1; ; page++) {
    const answer = await api.get<Comment[]>("/repos/{owner}/{repo}/pulls/{pull_number}/comments", {
      owner,
      repo,
      pull_number: number,
      per_page: 100,
      page,
    });
    if (!answer.ok) return markers;
    // A marker in somebody else's comment proves nothing.
    for (const { body, user } of answer.data)
      if (user?.login === self)
        markers.add(/<!-- secctx:v1 fp=[0-9a-f]{16}; h=[0-9a-f]{8} -->/.exec(body ?? "")?.[0] ?? "");
    if (answer.data.length < 100) return markers;
  }
}

function comment(suggestion: Suggestion): object {
  const { file, start, end } = suggestion;
  const last = end - 1;
  const range = start < last ? { start_line: start, start_side: "RIGHT" } : {};
  return { path: file, ...range, line: last, side: "RIGHT", body: body(suggestion) };
}

function body(suggestion: Suggestion): string {
  const { lines, findings } = suggestion;
  const content = lines.join("\n");
  const fence = "`".repeat(Math.max(3, ...[...content.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const items = findings.map(
    ({ rule, fix }) =>
      `- ${code(rule.id)}: ${text(fix?.title ?? "ends with the others")}${fix?.risk ? ` (${text(fix.risk)})` : ""}`,
  );
  return `**Hardened YAML.** It ends:\n${items.join("\n")}\n\n${fence}suggestion\n${content}\n${fence}\n\n${marker(suggestion)}`;
}

/** What a suggestion is about, and what it says; no line numbers. */
function marker({ file, lines, findings }: Suggestion): string {
  const about = hash(JSON.stringify([file, findings.map(({ fingerprint }) => fingerprint).toSorted()])).slice(0, 16);
  return `<!-- secctx:v1 fp=${about}; h=${hash(lines.join("\n")).slice(0, 8)} -->`;
}

function hash(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}
