import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReference } from "../src/pod/image-reference.ts";
import { isPrivateHost } from "../src/source/registry/addresses.ts";

const sha256 = `sha256:${"0123456789abcdef".repeat(4)}`;
const sha512 = `sha512:${"0123456789abcdef".repeat(8)}`;

describe("an image's name is read as Docker reads it", () => {
  it.each<[string, string, string, string, string?]>([
    ["nginx", "docker.io", "library/nginx", "latest"],
    ["nginx:1.27", "docker.io", "library/nginx", "1.27"],
    ["bitnami/redis", "docker.io", "bitnami/redis", "latest"],
    ["docker.io/nginx", "docker.io", "library/nginx", "latest"],
    ["docker.io/library/nginx:1", "docker.io", "library/nginx", "1"],
    ["index.docker.io/nginx", "docker.io", "library/nginx", "latest"],
    ["localhost/app", "localhost", "app", "latest"],
    ["localhost:5000/app:v1", "localhost:5000", "app", "v1"],
    ["127.0.0.1:5000/a/b/c", "127.0.0.1:5000", "a/b/c", "latest"],
    ["[::1]:5000/app:1", "[::1]:5000", "app", "1"],
    ["ghcr.io/o/app:1", "ghcr.io", "o/app", "1"],
    ["Host/app", "Host", "app", "latest"],
    ["host:80/app", "host:80", "app", "latest"],
    ["host/app", "docker.io", "host/app", "latest"],
    ["a__b/c-d.e_f--g", "docker.io", "a__b/c-d.e_f--g", "latest"],
    [`nginx@${sha256}`, "docker.io", "library/nginx", "latest", sha256],
    [`ghcr.io/o/app:1@${sha512}`, "ghcr.io", "o/app", "1", sha512],
    [`app:${"t".repeat(128)}`, "docker.io", "library/app", "t".repeat(128)],
  ])("%s", (text, registry, repository, tag, digest) => {
    expect(parseReference(text)).toEqual({ registry, repository, tag, digest });
  });

  it.each([
    ["", '"library/" is not a repository'],
    ["Nginx", "a repository's name must be in lower case"],
    ["ghcr.io/O/app", "a repository's name must be in lower case"],
    ["https://ghcr.io/o/app", '"https:" is not a registry'],
    ["ghcr.io/", '"" is not a repository'],
    ["a//b", '"a//b" is not a repository'],
    ["a/b/", '"a/b/" is not a repository'],
    ["a..b", '"library/a..b" is not a repository'],
    ["a___b", '"library/a___b" is not a repository'],
    ["-a", '"library/-a" is not a repository'],
    ["a b", '"library/a b" is not a repository'],
    ["a:", '"" is not a tag'],
    ["a:-b", '"-b" is not a tag'],
    [`a:${"t".repeat(129)}`, `"${"t".repeat(129)}" is not a tag`],
    ["a@sha256:1", '"sha256:1" is not a digest'],
    [`a@${sha256.toUpperCase()}`, `"${sha256.toUpperCase()}" is not a digest`],
    [`a@md5:${"0".repeat(32)}`, `"md5:${"0".repeat(32)}" is not a digest`],
    [`a@${sha256}@${sha256}`, `"${sha256}@${sha256}" is not a digest`],
    ["0123456789abcdef".repeat(4), "64 hexadecimal digits are not a name"],
    ["-host.example/app", '"-host.example" is not a registry'],
    ["host.example:x/app", '"host.example:x" is not a registry'],
    ["user:pass@host.example/app", '"host.example/app" is not a digest'],
    ["$(IMAGE)", "a repository's name must be in lower case"],
    ["{{ .Values.image }}", "a repository's name must be in lower case"],
    ["a".repeat(256), `"library/${"a".repeat(256)}" is not a repository`],
  ])("and refused as Docker refuses it: %s", (text, error) => {
    expect(parseReference(text)).toEqual({ error });
  });

  it("whatever it is: a name never becomes an address elsewhere than at its registry", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[a-z0-9./:@[\]_-]{0,40}$/)), (text) => {
        const reference = parseReference(text);
        if ("error" in reference) return;
        const { registry, repository, tag } = reference;
        const url = new URL(`/v2/${repository}/manifests/${tag}`, `https://${registry}`);
        expect(url.pathname).toBe(`/v2/${repository}/manifests/${tag}`);
        expect(url.username + url.password + url.search + url.hash).toBe("");
      }),
    );
  });
});

describe("a host is private by itself", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[fd00::1]",
    "[fe80::1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::a00:1]",
    "localhost",
    "app.localhost",
  ])("%s", (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  it.each([
    "1.1.1.1",
    "172.32.0.1",
    "172.15.0.1",
    "100.128.0.1",
    "[2606:4700::1111]",
    "docker.io",
    "localhost.example.com",
  ])("and this is not: %s", (host) => {
    expect(isPrivateHost(host)).toBe(false);
  });
});
