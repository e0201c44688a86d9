/** A request as it was made and answered; the path is without the base path. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** 0 while there is no answer, or where the connection was dropped. */
  status: number;
  /** When it came, in milliseconds since the server began. */
  readonly at: number;
  /** How long the answer took, once there is one. */
  took?: number;
}

/** Text is a method and a path, such as `POST /repos/octo-org/shop/check-runs`, either of them with `*` for anything. */
export type Matcher = string | RegExp | ((call: Call) => boolean);

export interface FaultyAnswer {
  /** Without it the request is answered as ever, only later. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Does what was asked first. With a number: only so many of a review's comments, as a timeout in the middle would. */
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

/** The first fault that is still due for a call. */
export function dueFault(faults: readonly Fault[], call: Call): Fault | undefined {
  const fault = faults.find((each) => each.times > 0 && each.matches(call));
  if (fault) fault.times -= 1;
  return fault;
}

/** Calls that a matcher picks, for assertions. */
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

/** Answers that GitHub is known to give when it is busy or broken. */
export const faults = {
  badGateway: { status: 502, body: "<html><body><h1>502 Bad Gateway</h1></body></html>" },
  secondaryLimit: {
    status: 403,
    headers: { "retry-after": "1" },
    body: {
      message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
      documentation_url:
        "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits",
    },
  },
  primaryLimit: {
    status: 403,
    headers: { "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "0", "x-ratelimit-used": "1000" },
    body: {
      message: "API rate limit exceeded for installation.",
      documentation_url: "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api",
    },
  },
  tooManyRequests: { status: 429, headers: { "retry-after": "1" }, body: { message: "Too Many Requests" } },
  submittedTooQuickly: {
    status: 422,
    body: { message: "Validation Failed", errors: ["was submitted too quickly"], status: "422" },
  },
} as const satisfies Record<string, FaultyAnswer>;
