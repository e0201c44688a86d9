import { type Fields, isFields, isList, type Value, valueAt } from "../yaml/index.ts";
import { readString } from "./decode.ts";

/** The part of an image's configuration that a security context depends on (https://github.com/opencontainers/image-spec/blob/main/config.md). */
export interface ImageConfig {
  /** The digest of the image's manifest: its tag may name another one tomorrow. */
  readonly digest?: string;
  /** Its `USER`: a number or a name, either with `:group` behind it, or the empty text, which means root. */
  readonly user: string;
  /** Its `VOLUME`s. */
  readonly volumes: readonly string[];
  /** The ports that it `EXPOSE`s, such as `80/tcp`. */
  readonly ports: readonly string[];
  /** Its `ENTRYPOINT` and `CMD`: what it starts, and with which arguments, where the manifest does not say. */
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  /**
   * The capabilities that a program must be allowed to gain so that it can be executed, without `CAP_`, by the program's path; left out where nobody looked
   * into the image's layers.
   */
  readonly fileCapabilities?: Readonly<Record<string, readonly string[]>>;
  /** Why its layers could not be read. */
  readonly layersError?: string;
}

/** An image that a manifest names, and a platform that its pod may run on. */
export interface WantedImage {
  readonly image: string;
  /** `linux/amd64` */
  readonly platform: string;
}

/** What is known of an image for one platform: its configuration, or why that could not be read. */
export type ImageAnswer = ImageConfig | { readonly error: string };

/** What is known of images: by their name as manifests write it, then by platform (`linux/amd64`). */
export type Images = ReadonlyMap<string, Readonly<Record<string, ImageAnswer>>>;

/** The user of an image as the kubelet reads it: a number or a name. */
export type ImageUser =
  | { readonly name: string; readonly uid?: undefined; readonly digits?: undefined }
  | {
      readonly name?: undefined;
      readonly uid: number;
      /** The number as the kubelet prints it: a JavaScript number does not hold every int64. */
      readonly digits: string;
    };

/**
 * Reads the `USER` of an image: what is before the first colon, as a number if Go's ParseInt takes it. A group is ignored, and the empty text is root
 * (kubernetes pkg/kubelet/kuberuntime getImageUser, containerd getUserFromImage).
 */
export function parseImageUser(user: string): ImageUser {
  const [name = ""] = user.split(":", 1);
  if (name === "") return { uid: 0, digits: "0" };
  if (!/^[+-]?\d+$/.test(name)) return { name };
  const number = BigInt(name.replace("+", ""));
  return BigInt.asIntN(64, number) === number ? { uid: Number(number), digits: String(number) } : { name };
}

/** Finds what is known of a container's image on the platforms that its pod may run on; `undefined` for an image that nobody looked up. */
export function findImageAnswer(
  images: Images,
  image: string | null,
  platforms: readonly string[],
): ImageAnswer | undefined {
  const known = image === null ? undefined : images.get(image);
  if (!known) return undefined;
  const answers = platforms.map((platform) => known[platform] ?? { error: `nothing is known of it for ${platform}` });
  const failure = answers.find((answer) => "error" in answer);
  if (failure) return failure;
  const [first, ...others] = answers;
  // A manifest is judged once: an answer that holds for one platform only is not one.
  const differs = others.some((other) => userOf(other) !== userOf(first));
  return differs ? { error: `its USER is not the same for ${platforms.join(" and ")}` } : first;
}

function userOf(answer: ImageAnswer | undefined): string | undefined {
  return answer && "user" in answer ? answer.user : undefined;
}

/**
 * Lists the platforms that a pod may run on, by its operating system, node selector and required node affinity: `linux/amd64` where they do not say. The
 * terms of an affinity are alternatives.
 */
export function listPlatforms(spec: Fields): string[] {
  const selector = isFields(spec.nodeSelector) ? spec.nodeSelector : {};
  const declared = readString(valueAt(spec, ["os", "name"]));
  const terms = valueAt(spec, affinityTerms);
  const alternatives = isList(terms) && terms.length > 0 ? terms : [null];
  const platforms = alternatives.flatMap((term) => {
    const systems = declared === undefined ? listChoices(selector, term, "os", ["linux", "windows"]) : [declared];
    return systems.flatMap((os) =>
      listChoices(selector, term, "arch", ["amd64", "arm64"]).map((arch) => `${os}/${arch}`),
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

/** Lists the values of a node label that the selector and a term allow: the first usual one that is not forbidden where they name none. */
function listChoices(selector: Fields, term: Value, label: string, usual: readonly string[]): string[] {
  const keys = [`kubernetes.io/${label}`, `beta.kubernetes.io/${label}`];
  const selected = keys.map((key) => readString(selector[key])).find((value) => value !== undefined);
  if (selected !== undefined) return [selected];
  const expressions = isFields(term) && isList(term.matchExpressions) ? term.matchExpressions.filter(isFields) : [];
  const valuesOf = (operator: string) =>
    expressions
      .filter((expression) => keys.includes(readString(expression.key) ?? "") && expression.operator === operator)
      .flatMap(({ values }) => (isList(values) ? values.filter((value) => typeof value === "string") : []));
  const allowed = valuesOf("In");
  const forbidden = valuesOf("NotIn");
  if (allowed.length > 0) return allowed.filter((value) => !forbidden.includes(value));
  return usual.filter((value) => !forbidden.includes(value)).slice(0, 1);
}
