import { createHash } from "node:crypto";
import type { Finding } from "../../review/finding.ts";
import type { Trigger } from "../event.ts";
import { defaultCheckName, type Options } from "../options.ts";

/** Who speaks: a check name and the files that it reviews. Comments belong to these, whatever workflow writes them. */
export interface Author {
  /** 8 hexadecimal digits. */
  readonly id: string;
  /** The job by its place in a workflow, which it keeps when its check name changes: 8 hexadecimal digits. */
  readonly job: string;
  /** Whether it adopts comments of releases that named no author. */
  readonly isDefault: boolean;
}

/** What a comment of ours says of itself to later runs; people do not see it. */
export interface Marker {
  /** Left out by releases that named no author. */
  readonly origin: Authorship | undefined;
  /** A hash of what it hardens, whatever line that is on: 16 hexadecimal digits. */
  readonly subject: string;
  /** A hash of its text: 8 hexadecimal digits. */
  readonly content: string;
}

interface Authorship {
  readonly author: string;
  readonly job: string;
  /** The head that the comment was written for, or last changed for. */
  readonly headSha: string;
  /** The keys of the findings that it ends (`findingKeys`). */
  readonly keys: readonly string[];
}

/** The author of what a run writes. */
export function authorOf(
  { job }: Pick<Trigger, "job">,
  { checkName, files }: Pick<Options, "checkName" | "files">,
): Author {
  return { id: hashOf([checkName, files], 8), job: hashOf(job, 8), isDefault: checkName === defaultCheckName };
}

/** The first hexadecimal digits of a value's hash. */
export function hashOf(value: unknown, digits: number): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, digits);
}

/** What a finding means for each of its containers, whatever lines it is on and whatever findings it is merged with: 8 hexadecimal digits each. */
export function findingKeys({ rule, workload: { kind, namespace, name }, containers }: Finding): string[] {
  const whose = containers.length > 0 ? containers : [null];
  return whose.map((container) => hashOf([rule.id, kind, namespace, name, container], 8));
}

/** Writes a marker for the end of a comment. It is hexadecimal: nothing untrusted gets into it. */
export function writeMarker({ id, job }: Author, headSha: string, { subject, content, keys }: NewMarker): string {
  const origin = `<!-- secctx:v1 owner=${id} job=${job} head=${headSha} of=${keys.join(".")} -->`;
  return `${origin}\n<!-- secctx:v1 fp=${subject} h=${content} -->`;
}

export interface NewMarker extends Pick<Marker, "subject" | "content"> {
  readonly keys: readonly string[];
}

const originPattern =
  /<!-- secctx:v1 owner=([0-9a-f]{8}) job=([0-9a-f]{8}) head=([0-9a-f]{40}) of=([0-9a-f.]*) -->\s*$/;
const markerPattern = /<!-- secctx:v1 fp=([0-9a-f]{16}) h=([0-9a-f]{8}) -->\s*$/;

/** Reads the marker at the end of a comment, which only counts in comments of our own. */
export function readMarker(body: string): Marker | undefined {
  const [whole, subject, content] = markerPattern.exec(body) ?? [];
  if (whole === undefined || !subject || !content) return undefined;
  const [, author, job, headSha, keys = ""] = originPattern.exec(body.slice(0, -whole.length)) ?? [];
  const origin = author && job && headSha ? { author, job, headSha, keys: keys.split(".").filter(Boolean) } : undefined;
  return { origin, subject, content };
}

/** Ends our last reply in a thread: nothing more is said there. */
export const lastWord = "<!-- secctx:v1 ended -->";

/** Whether a reply of ours is the last that we say in its thread. */
export function isLastWord(body: string): boolean {
  return body.includes(lastWord) || markerPattern.test(body);
}
