import { createHash } from "node:crypto";

/** The `config` of an image, as a Dockerfile's `USER`, `VOLUME` and `EXPOSE` make it. */
export interface Config {
  readonly User?: string;
  readonly Volumes?: Readonly<Record<string, object>>;
  readonly ExposedPorts?: Readonly<Record<string, object>>;
}

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** The two families of media types that registries hold. */
const types = {
  oci: {
    index: "application/vnd.oci.image.index.v1+json",
    manifest: "application/vnd.oci.image.manifest.v1+json",
    config: "application/vnd.oci.image.config.v1+json",
    layer: "application/vnd.oci.image.layer.v1.tar+gzip",
  },
  docker: {
    index: "application/vnd.docker.distribution.manifest.list.v2+json",
    manifest: "application/vnd.docker.distribution.manifest.v2+json",
    config: "application/vnd.docker.container.image.v1+json",
    layer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
  },
} as const;
export type Family = keyof typeof types;

export interface Pushed extends Descriptor {
  /** `HOST/REPOSITORY:TAG` */
  readonly name: string;
}

const amd64: Platform = { os: "linux", architecture: "amd64" };

/** Pushes images into a registry, by the distribution API. */
export function pusher(host: string, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };

  const send = async (
    method: string,
    url: string,
    type: string,
    body: Uint8Array<ArrayBuffer> | string,
  ): Promise<Response> => {
    const response = await fetch(url, { method, headers: { ...headers, "content-type": type }, body });
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return response;
  };

  const blob = async (repository: string, mediaType: string, content: string): Promise<Descriptor> => {
    const started = await send("POST", `http://${host}/v2/${repository}/blobs/uploads/`, "text/plain", "");
    const place = new URL(started.headers.get("location") ?? "", `http://${host}`);
    place.searchParams.set("digest", digestOf(content));
    await send("PUT", place.href, "application/octet-stream", content);
    return { mediaType, digest: digestOf(content), size: Buffer.byteLength(content) };
  };

  const manifest = async (
    repository: string,
    reference: string,
    value: { readonly mediaType: string },
  ): Promise<Descriptor> => {
    const content = JSON.stringify(value);
    await send("PUT", `http://${host}/v2/${repository}/manifests/${reference}`, value.mediaType, content);
    return { mediaType: value.mediaType, digest: digestOf(content), size: Buffer.byteLength(content) };
  };

  const image = async (
    repository: string,
    config: Config,
    { tag = "1", family = "oci", platform = amd64 }: { tag?: string; family?: Family; platform?: Platform } = {},
  ): Promise<Pushed> => {
    const own = types[family];
    const layer = await blob(repository, own.layer, "");
    const content = JSON.stringify({ ...platform, config, rootfs: { type: "layers", diff_ids: [] }, history: [] });
    const described = await blob(repository, own.config, content);
    const value = { schemaVersion: 2, mediaType: own.manifest, config: described, layers: [layer] };
    return { name: `${host}/${repository}:${tag}`, ...(await manifest(repository, tag, value)) };
  };

  const index = async (
    repository: string,
    images: readonly (readonly [Platform, Config])[],
    { family = "oci" }: { family?: Family } = {},
  ): Promise<Pushed> => {
    const manifests: object[] = [];
    for (const [platform, config] of images) {
      const tag = Object.values(platform).join("-");
      const { name: _, ...described } = await image(repository, config, { tag, family, platform });
      manifests.push({ ...described, platform });
    }
    const attestation = { ...manifests[0], platform: { os: "unknown", architecture: "unknown" } };
    const value = { schemaVersion: 2, mediaType: types[family].index, manifests: [attestation, ...manifests] };
    return { name: `${host}/${repository}:1`, ...(await manifest(repository, "1", value)) };
  };

  return { image, index, blob, manifest };
}

function digestOf(content: string): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
