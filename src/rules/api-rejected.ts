import {
  type ApiError,
  badLabels,
  fieldOf,
  type Pod,
  typeErrors,
  validate,
  type TypeError as WrongType,
} from "../pod/index.ts";
import type { Path, Value } from "../yaml/index.ts";
import type { Fix, Rule, Violation } from "./rule.ts";
import { containersAt } from "./support/words.ts";

export const apiRejected: Rule = {
  id: "api-rejected",
  summary: "The API server must accept the object.",
  level: "privileged",
  references: {},
  controls: [],

  *check(pod, { version }) {
    if (!pod.isPodSpec) return;
    for (const error of typeErrors(pod)) yield mistyped(pod, error);
    for (const error of validate(pod, version.minor)) yield refused(pod, error);
    yield* setTwice(pod);
  },

  *checkNamespace(namespace) {
    for (const { at, text } of badLabels(namespace)) {
      yield {
        level: "privileged",
        at,
        origin: "namespace",
        containers: [],
        message: () => `The API server refuses this Namespace: ${text}. Use one of these values.`,
      };
    }
  },
};

function mistyped(pod: Pod, { at, value, field }: WrongType): Violation {
  const meant = meantBy(String(at.at(-1)), value, field);
  const wanted = {
    boolean: "true or false",
    int32: "a whole number",
    int64: "a whole number",
    string: "text",
    list: "a list",
    map: "a mapping",
    object: "a mapping",
  };
  return {
    level: "privileged",
    at,
    origin: originAt(pod, at),
    containers: containersAt(pod, at),
    message: () =>
      `The API server refuses this object: ${fieldOf(pod, at)} must be ${wanted[field.type]}, and this is ${describe(value)}. ` +
      (meant === undefined
        ? `Write ${wanted[field.type]} there.`
        : `Write ${plain(meant)}${typeof meant === "object" ? "" : " without quotes"}.`),
    fix: meant === undefined ? { declined: "only you know which value was meant" } : retype(pod, at, meant),
  };
}

function describe(value: Value): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string"
    ? `the text "${value}"`
    : `${typeof value === "boolean" ? "the word" : "the number"} ${value}`;
}

const safe = { safety: "safe", risk: null } as const;

function retype(pod: Pod, at: Path, meant: Value): Fix {
  // Of a Windows pod's context the next thing to be refused would be the field itself.
  if (pod.os === "windows" && at.at(-1) !== "runAsNonRoot")
    return { title: `Remove ${at.at(-1)}`, ...safe, patches: [{ op: "remove", path: at }] };
  const title = `Write ${fieldOf(pod, at).split(".").at(-1)}: ${plain(meant)}`;
  return { title, ...safe, patches: [{ op: "set", path: at, value: meant }] };
}

/** `true`, `[ALL]`, `{type: RuntimeDefault}` */
function plain(value: Value): string {
  return JSON.stringify(value).replaceAll('"', "").replaceAll(":", ": ");
}

const hardening: Readonly<Record<string, boolean>> = {
  runAsNonRoot: true,
  readOnlyRootFilesystem: true,
  privileged: false,
  allowPrivilegeEscalation: false,
};

/** The value that was meant, where that is beyond doubt and hardens: `"true"` for true, `ALL` for a list of it, a profile's type for the profile. */
function meantBy(name: string, value: Value, { type }: WrongType["field"]): Value | undefined {
  if (typeof value !== "string") return undefined;
  if (type === "boolean")
    return hardening[name] === (value === "true") && /^(true|false)$/.test(value) ? hardening[name] : undefined;
  if (type === "int64") return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 2147483647 ? Number(value) : undefined;
  if (type === "list" && name === "drop") return [value];
  return type === "object" && name === "seccompProfile" && value === "RuntimeDefault" ? { type: value } : undefined;
}

const nextStep: Readonly<Record<ApiError["kind"], string>> = {
  "Invalid value": "Change it.",
  Forbidden: "Remove it.",
  "Required value": "Add it.",
  "Unsupported value": "Use one of the supported values.",
  "Duplicate value": "Change or remove one of the two.",
};

/** What validation refuses, in the API server's own words. */
function refused(pod: Pod, error: ApiError): Violation {
  return {
    level: "privileged",
    at: error.at,
    origin: originAt(pod, error.at),
    containers: containersAt(pod, error.at),
    message: () =>
      `The API server refuses this object: ${withoutBlock(error.text)}. ${isPair(error) ? "Change one of the two." : nextStep[error.kind]}`,
    ...removal(error),
  };
}

/** A whole block is not printed: it stands in the manifest, at the very place that the finding points at. */
function withoutBlock(text: string): string {
  return text.replace(/: Invalid value: \{.*\}: /s, ": Invalid value: ");
}

function isPair({ text }: ApiError): boolean {
  return text.includes("cannot set `allowPrivilegeEscalation` to false and ");
}

/** What can't be set for the pod's operating system, or beside a profile of another type, does nothing today: the object is refused. */
function removal({ at, text }: ApiError): { fix?: Fix } {
  const isIdle =
    /cannot be set for a (windows|linux) pod$|can only be set when (seccomp|AppArmor) type is Localhost$/.test(text);
  if (!isIdle) return {};
  // A user namespace lets Pod Security pass over some controls (KEP-127), even where the node would not make one.
  const review = {
    safety: "review",
    risk: "fails Pod Security until runAsNonRoot is true, which hostUsers: false stood for",
  } as const;
  return {
    fix: {
      title: `Remove ${at.at(-1)}`,
      ...(at.at(-1) === "hostUsers" ? review : safe),
      patches: [{ op: "remove", path: at }],
    },
  };
}

function* setTwice(pod: Pod): Generator<Violation> {
  const { document, object } = pod;
  for (const { path, key } of document.duplicates) {
    if (!object.every((step, index) => path[index] === step)) continue;
    yield {
      level: "privileged",
      at: path,
      origin: originAt(pod, path),
      containers: containersAt(pod, path),
      message: () =>
        `${key} is set twice in one block: kubectl refuses the object, and every other client takes this last one. Remove one of the two.`,
      fix: { declined: "only you know which of the two is meant" },
    };
  }
}

function originAt(pod: Pod, at: Violation["at"]): Violation["origin"] {
  if (at[pod.metadata.length] === "annotations" && at[pod.metadata.length - 1] === "metadata") return "annotation";
  return containersAt(pod, at).length > 0 ? "container" : "pod";
}
