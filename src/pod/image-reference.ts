/** An image's name with nothing left to be assumed, as Docker and Kubernetes read it (distribution/reference). */
export interface Reference {
  /** `docker.io`, `localhost:5000`: the key of its login. */
  readonly registry: string;
  /** `library/nginx`. */
  readonly repository: string;
  /** `latest` where the name has no tag. A digest wins over the tag. */
  readonly tag: string;
  readonly digest: string | undefined;
}

const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const registryName = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagName = /^\w[\w.-]{0,127}$/;
const digestForms: Readonly<Record<string, RegExp>> = { sha256: /^[a-f0-9]{64}$/, sha512: /^[a-f0-9]{128}$/ };

/** Parses an image's name, or says why it is not one. */
export function parseReference(text: string): Reference | { readonly error: string } {
  const [name = "", digest] = splitOnce(text, "@");
  if (/^[a-f0-9]{64}$/.test(text)) return { error: "64 hexadecimal digits are not a name" };
  if (digest !== undefined && !isDigest(digest)) return { error: `"${digest}" is not a digest` };
  const colon = name.lastIndexOf(":");
  const hasTag = colon > name.lastIndexOf("/");
  const tag = hasTag ? name.slice(colon + 1) : "latest";
  if (!tagName.test(tag)) return { error: `"${tag}" is not a tag` };
  const { registry, repository } = splitRegistry(hasTag ? name.slice(0, colon) : name);
  if (!registryName.test(registry)) return { error: `"${registry}" is not a registry` };
  if (repository !== repository.toLowerCase()) return { error: "a repository's name must be in lower case" };
  if (!repositoryName.test(repository) || repository.length > 255)
    return { error: `"${repository}" is not a repository` };
  return { registry, repository, tag, digest };
}

/** An image's name without tag and digest, as it is written. */
export function withoutTag(text: string): string {
  const [name = ""] = text.split("@", 1);
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}

/** An image's whole name without tag and digest: `nginx:1.29` is `docker.io/library/nginx`. */
export function completeName(text: string): string {
  const { registry, repository } = splitRegistry(withoutTag(text));
  return `${registry}/${repository}`;
}

/** Whether a text is a digest, of an algorithm that we can check. */
export function isDigest(text: string): boolean {
  const [algorithm = "", hex = ""] = splitOnce(text, ":");
  return Object.hasOwn(digestForms, algorithm) && digestForms[algorithm]?.test(hex) === true;
}

/** What stands before the first slash is a registry if it is `localhost` or can't be a part of a repository's name. Without one the registry is Docker's. */
function splitRegistry(name: string): { registry: string; repository: string } {
  const slash = name.indexOf("/");
  const first = name.slice(0, Math.max(0, slash));
  const isRegistry = slash > 0 && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const registry = isRegistry ? first : "docker.io";
  const repository = isRegistry ? name.slice(slash + 1) : name;
  if (registry !== "docker.io" && registry !== "index.docker.io") return { registry, repository };
  return { registry: "docker.io", repository: repository.includes("/") ? repository : `library/${repository}` };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const index = text.indexOf(separator);
  return index === -1 ? [text, undefined] : [text.slice(0, index), text.slice(index + separator.length)];
}
