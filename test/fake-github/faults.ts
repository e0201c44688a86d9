/** A request, and how it was answered. The path does not include the base path. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** 0 until the answer, and for good if the connection was dropped. */
  status: number;
  /** When it came, in milliseconds since the server began. */
  readonly at: number;
  /** How long the answer took, once there is one. */
  took?: number;
}

/** A text names a method and a path, such as `POST /repos/octo-org/shop/check-runs`; `*` stands for anything. */
export type Matcher = string | RegExp | ((call: Call) => boolean);

export interface FaultyAnswer {
  /** Without it the request is answered as usual, after the delay. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Whether the request takes effect first; with a number, only for that many of a review's comments, as with a timeout in the middle. */
  readonly afterEffect?: boolean | { readonly comments: number };
  readonly delayMs?: number;
}

export type FaultResponse = "drop-connection" | FaultyAnswer;

export interface Fault {
  readonly matches: (call: Call) => boolean;
  readonly response: FaultResponse | (() => Promise<void> | void);
  times: number;
}

export function createFault(matcher: Matcher, response: Fault["response"], times: number): Fault {
  return { matches: asFunction(matcher), response, times };
}

/** Takes the first fault that is due for a call. */
export function dueFault(faults: readonly Fault[], call: Call): Fault | undefined {
  const fault = faults.find((each) => each.times > 0 && each.matches(call));
  if (fault) fault.times -= 1;
  return fault;
}

/** The calls that a matcher selects, for assertions. */
export function callsTo(calls: readonly Call[], matcher: Matcher): Call[] {
  return calls.filter(asFunction(matcher));
}

function asFunction(matcher: Matcher): (call: Call) => boolean {
  if (typeof matcher === "function") return matcher;
  if (matcher instanceof RegExp) return ({ method, path }) => matcher.test(`${method} ${path}`);
  const parts = matcher.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`);
  return ({ method, path }) => pattern.test(`${method} ${path}`);
}

const secondaryWords = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const samlWords =
  "Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.";
const allowListWords =
  "Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.";

/** A failure as GraphQL reports it: with status 200, and null for what it does not give. */
function graphqlErrors(...errors: readonly object[]): FaultyAnswer {
  return { status: 200, body: { data: { repository: null }, errors } };
}

function forbidden(message: string, headers: Readonly<Record<string, string>> = {}): FaultyAnswer {
  return {
    status: 403,
    headers,
    body: { message, documentation_url: "https://docs.github.com/rest", status: "403" },
  };
}

/** Answers that GitHub gives when it refuses, is busy or is broken, in its own words. */
export const faults = {
  badGateway: { status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>" },
  badCredentials: { status: 401, body: { message: "Bad credentials", status: "401" } },
  noSight: { status: 404, body: { message: "Not Found", status: "404" } },
  noPermission: forbidden("Resource not accessible by integration"),
  noTokenPermission: forbidden("Resource not accessible by personal access token"),
  samlEnforcement: forbidden(samlWords, { "x-github-sso": "required; url=https://github.com/orgs/octo-org/sso" }),
  ipAllowList: forbidden(allowListWords),
  archived: forbidden("Repository was archived so is read-only."),
  secondaryLimit: forbidden(secondaryWords, { "retry-after": "1" }),
  contentLimit: forbidden(
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.",
  ),
  abuseDetection: forbidden(
    "You have triggered an abuse detection mechanism. Please wait a few minutes before you try again.",
    { "retry-after": "1" },
  ),
  primaryLimit: forbidden("API rate limit exceeded for installation.", {
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-used": "1000",
  }),
  tooManyRequests: { status: 429, headers: { "retry-after": "1" }, body: { message: "Too Many Requests" } },
  submittedTooQuickly: {
    status: 422,
    body: { message: "Validation Failed", errors: ["was submitted too quickly"], status: "422" },
  },
  graphqlNoPermission: graphqlErrors({
    type: "FORBIDDEN",
    path: ["repository"],
    extensions: { saml_failure: false },
    locations: [{ line: 1, column: 9 }],
    message: "Resource not accessible by integration",
  }),
  graphqlSamlEnforcement: graphqlErrors({
    type: "FORBIDDEN",
    path: ["repository"],
    extensions: { saml_failure: true },
    locations: [{ line: 1, column: 9 }],
    message: samlWords,
  }),
  graphqlIpAllowList: graphqlErrors({ type: "FORBIDDEN", path: ["repository"], message: allowListWords }),
  // There is no data, and the headers still claim that requests are left.
  graphqlLimit: {
    status: 200,
    body: {
      errors: [
        {
          type: "RATE_LIMIT",
          code: "graphql_rate_limit",
          message: "API rate limit already exceeded for installation ID 1.",
        },
      ],
    },
  },
  graphqlSecondaryLimit: {
    status: 200,
    body: { message: secondaryWords, documentation_url: "https://docs.github.com/graphql" },
  },
  graphqlTimeout: {
    status: 200,
    body: {
      data: null,
      errors: [
        {
          message:
            "Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include `0000:0000` when reporting this issue.",
        },
      ],
    },
  },
  // Newer words for the same.
  graphqlFault: {
    status: 200,
    body: {
      data: null,
      errors: [
        {
          message:
            "Something went wrong while executing your query on 2026-07-01T10:00:00Z. Please include `0000:0000` when reporting this issue.",
        },
      ],
    },
  },
  graphqlValidationTimeout: { status: 200, body: { errors: [{ message: "Timeout on validation of query" }] } },
  graphqlResourceLimits: graphqlErrors({
    type: "RESOURCE_LIMITS_EXCEEDED",
    path: ["repository", "f1"],
    message: "Resource limits for this query exceeded.",
  }),
  graphqlNotInTime: {
    status: 502,
    body: {
      message:
        "We couldn't respond to your request in time. Sorry about that. Please try resubmitting your request and contact us if the problem persists.",
    },
  },
  graphqlHalf: { status: 200, body: { data: { repository: { f0: null } } } },
  graphqlUnknownField: {
    status: 200,
    body: {
      errors: [
        {
          path: ["query", "repository", "shape"],
          extensions: { code: "undefinedField", typeName: "Repository", fieldName: "shape" },
          locations: [{ line: 1, column: 9 }],
          message: "Field 'shape' doesn't exist on type 'Repository'",
        },
      ],
    },
  },
} as const satisfies Record<string, FaultyAnswer>;
