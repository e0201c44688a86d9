import { type Fields, isFields, isList, type Value } from "../yaml/index.ts";
import { string } from "./decode.ts";

/** What an image says about how it runs (https://github.com/opencontainers/image-spec/blob/main/config.md), as far as a security context asks. */
export interface ImageConfig {
  /** Of the manifest that says so: the tag may stand for another one tomorrow. */
  readonly digest?: string;
  /** Its `USER`: a number, a name, either with `:group` behind it, or nothing, which is root. */
  readonly user: string;
  /** Its `VOLUME`s. */
  readonly volumes: readonly string[];
  /** What it `EXPOSE`s: `80/tcp`. */
  readonly ports: readonly string[];
}

/** An image that a manifest names, and a platform that its pod may run on. */
export interface WantedImage {
  readonly image: string;
  /** `linux/amd64` */
  readonly platform: string;
}

/** What is known of an image for one platform: its configuration, or why that could not be read. */
export type ImageAnswer = ImageConfig | { readonly error: string };

/** Answers by the image's name as manifests write it, then by platform (`linux/amd64`). */
export type Images = ReadonlyMap<string, Readonly<Record<string, ImageAnswer>>>;

/** The largest id that Kubernetes takes (apimachinery validation.IsValidUserID). */
export const largestId = 2147483647;

/** Who an image's `USER` makes the process, as the kubelet sees it: a number or a name, and root where neither stands. */
export interface Identity {
  readonly uid?: number;
  /** The number as the kubelet prints it: not every int64 is a number of ours. */
  readonly digits?: string;
  readonly name?: string;
}

/**
 * What stands before the first colon, as a number if Go's ParseInt takes it; a group is passed over (kubernetes kuberuntime getImageUser,
 * containerd getUserFromImage).
 */
export function identityOf(user: string): Identity {
  const [name = ""] = user.split(":", 1);
  if (name === "") return { uid: 0, digits: "0" };
  if (!/^[+-]?\d+$/.test(name)) return { name };
  const number = BigInt(name.replace("+", ""));
  return BigInt.asIntN(64, number) === number ? { uid: Number(number), digits: String(number) } : { name };
}

/** What is known of a container's image on the platforms that its pod may run on; `undefined` where nobody has asked. */
export function answerFor(images: Images, image: string | null, platforms: readonly string[]): ImageAnswer | undefined {
  const known = image === null ? undefined : images.get(image);
  if (!known) return undefined;
  const answers = platforms.map((platform) => known[platform] ?? { error: `nothing is known of it for ${platform}` });
  const unread = answers.find((answer) => "error" in answer);
  if (unread) return unread;
  const [first, ...others] = answers;
  // One manifest can't be right and wrong at once.
  const differs = others.some((other) => userOf(other) !== userOf(first));
  return differs ? { error: `its USER is not the same for ${platforms.join(" and ")}` } : first;
}

function userOf(answer: ImageAnswer | undefined): string | undefined {
  return answer && "user" in answer ? answer.user : undefined;
}

/**
 * The platforms that a pod's nodes may have, by its node selector and required node affinity: `linux/amd64` where they do not say. The terms of an
 * affinity are alternatives.
 */
export function platformsOf(spec: Fields): string[] {
  const selector = isFields(spec.nodeSelector) ? spec.nodeSelector : {};
  const declared = isFields(spec.os) ? string(spec.os.name) : undefined;
  const terms = affinityTerms.reduce<Value | undefined>(
    (inner, step) => (isFields(inner) ? inner[step] : undefined),
    spec,
  );
  const alternatives = isList(terms) && terms.length > 0 ? terms : [null];
  const platforms = alternatives.flatMap((term) => {
    const systems = declared === undefined ? choicesOf(selector, term, "os", ["linux", "windows"]) : [declared];
    return systems.flatMap((os) =>
      choicesOf(selector, term, "arch", ["amd64", "arm64"]).map((arch) => `${os}/${arch}`),
    );
  });
  return [...new Set(platforms)].sort();
}

const affinityTerms = [
  "affinity",
  "nodeAffinity",
  "requiredDuringSchedulingIgnoredDuringExecution",
  "nodeSelectorTerms",
];

/** What a term and the selector leave of a node label; the first usual value that is not forbidden where they name none. */
function choicesOf(selector: Fields, term: Value, label: string, usual: readonly string[]): string[] {
  const keys = [`kubernetes.io/${label}`, `beta.kubernetes.io/${label}`];
  const selected = keys.map((key) => string(selector[key])).find((value) => value !== undefined);
  if (selected !== undefined) return [selected];
  const expressions = isFields(term) && isList(term.matchExpressions) ? term.matchExpressions.filter(isFields) : [];
  const valuesOf = (operator: string) =>
    expressions
      .filter((expression) => keys.includes(string(expression.key) ?? "") && expression.operator === operator)
      .flatMap(({ values }) => (isList(values) ? values.filter((value) => typeof value === "string") : []));
  const allowed = valuesOf("In");
  const forbidden = valuesOf("NotIn");
  if (allowed.length > 0) return allowed.filter((value) => !forbidden.includes(value));
  return usual.filter((value) => !forbidden.includes(value)).slice(0, 1);
}
