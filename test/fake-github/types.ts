import type { ChangedFile, Shift } from "./diff.ts";
import type { Repository } from "./repository.ts";

export type Access = "none" | "read" | "write";

export interface Permissions {
  readonly checks: Access;
  readonly contents: Access;
  readonly pullRequests: Access;
}

/** The owner of a token. An app's login is its slug with `[bot]`, which GraphQL leaves out. */
export type Identity =
  | { readonly kind: "app"; readonly slug: string; readonly id: number }
  | { readonly kind: "user"; readonly login: string };

export interface Token {
  readonly identity: Identity;
  readonly permissions: Permissions;
  /** The private repositories that it sees beside the one that is worked on, as `owner/name`. */
  readonly sees?: readonly string[];
}

export interface Limits {
  /** The most files that a pull request lists. The rest is never shown. */
  readonly files: number;
  /** The most files that a comparison lists. */
  readonly comparedFiles: number;
  /** A patch with more lines or bytes is left out. */
  readonly patchLines: number;
  readonly patchBytes: number;
  /** The most entries of a tree. A longer one is cut, and says so. */
  readonly treeEntries: number;
  /** The most bytes of a blob's text in GraphQL. A longer one is cut, and says so. */
  readonly blobText: number;
}

export interface Settings {
  /** In front of every REST path: "" as on github.com, or `/api/v3` as on GitHub Enterprise Server. */
  readonly basePath: string;
  readonly private: boolean;
  readonly limits: Limits;
  /** Whether copies are detected in diffs. */
  readonly copies: boolean;
}

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string;
  readonly author: Identity;
  readonly base: string;
  /** The head branch; `owner:branch` if it is in a fork. */
  readonly head: string;
  /** The fork's owner; undefined if the head is in the repository itself. */
  readonly fork: string | undefined;
  forkDeleted: boolean;
  /** Whether only people with write access may comment: no app is one of them. */
  locked: boolean;
  draft: boolean;
  state: "open" | "closed";
  /** The last head, in case the branch is gone. */
  lastHead: string;
  readonly createdAt: string;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly app: { readonly slug: string; readonly id: number };
  name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  startedAt: string | null;
  completedAt: string | null;
  externalId: string | null;
  detailsUrl: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: CheckAnnotation[];
}

export type Side = "LEFT" | "RIGHT";

/** The lines that a comment is on. A comment on the file as a whole has none. */
export interface Anchor {
  readonly startLine: number | null;
  readonly line: number | null;
  readonly startSide: Side | null;
  readonly side: Side;
}

export interface ReviewComment {
  readonly id: number;
  readonly pull: PullRequest;
  readonly reviewId: number;
  readonly author: Identity;
  readonly path: string;
  /** The commit that the comment was written on, and its lines there. */
  readonly commit: string;
  readonly anchor: Anchor;
  readonly subject: "line" | "file";
  readonly position: number | null;
  readonly diffHunk: string;
  /** The comment that began the thread; undefined for that one itself. */
  readonly replyTo: number | undefined;
  body: string;
  resolved: boolean;
  readonly createdAt: string;
  updatedAt: string;
}

export type ReviewState = "PENDING" | "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED";

export interface Review {
  readonly id: number;
  readonly pull: PullRequest;
  readonly author: Identity;
  readonly commit: string;
  readonly body: string;
  readonly state: ReviewState;
  readonly submittedAt: string;
}

export interface IssueComment {
  readonly id: number;
  readonly pull: PullRequest;
  readonly author: Identity;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** All that the fake GitHub knows. */
export interface World {
  readonly repository: Repository;
  readonly settings: Settings;
  readonly tokens: Map<string, Token>;
  readonly pulls: PullRequest[];
  readonly checkRuns: CheckRun[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly issueComments: IssueComment[];
  readonly diffs: Map<string, Promise<ChangedFile[]>>;
  readonly shifts: Map<string, Promise<Shift[] | undefined>>;
  readonly histories: Map<string, Promise<string[]>>;
  /** Other repositories, and the names that they had before. */
  readonly others: readonly { readonly world: World; readonly formerly: string | undefined }[];
  /** Where the server is reached, without a path. */
  origin: string;
  lastId: number;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accept: string;
  readonly token: Token;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  /** Sent instead of JSON. */
  readonly raw?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (world: World, request: ApiRequest) => Answer | Promise<Answer>;

export interface Route {
  readonly needs: keyof Permissions | "metadata";
  readonly handle: Handler;
}

export type Routes = Readonly<Record<string, Route>>;
