import { describe, expect, it } from "vitest";
import { findKnownImage } from "../src/pod/index.ts";
import { defaultPolicy } from "../src/policy/index.ts";
import { review } from "../src/review/review.ts";

describe("images go by their whole names", () => {
  it.each([
    ["nginx", "docker.io/library/nginx"],
    ["nginx:1.29@sha256:00", "docker.io/library/nginx"],
    ["docker.io/nginx", "docker.io/library/nginx"],
    ["index.docker.io/library/nginx", "docker.io/library/nginx"],
    ["bitnami/nginx", "docker.io/bitnami/nginx"],
    ["docker.io/bitnami/nginx:1", "docker.io/bitnami/nginx"],
    ["registry.example.com/nginx", undefined],
    ["registry.example.com:5000/library/nginx:1", undefined],
    ["library/nginx/nginx", undefined],
    ["$(REGISTRY)/nginx", undefined],
    ["", undefined],
  ])("%s", (image, name) => {
    expect(findKnownImage(image)?.name).toBe(name);
  });
});

describe("a known image that does not start under runAsNonRoot gets no such fix", () => {
  const answer = async (container: string) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, ${container}}]}\n`;
    const { findings } = await review([{ file: "p.yaml", text }], null, defaultPolicy);
    const finding = findings.find(({ rule }) => rule.id === "run-as-non-root");
    return finding?.fix?.safety ?? finding?.declined;
  };

  it.each([
    ["image: nginx", "the image docker.io/library/nginx runs as root, and the kubelet would not start container"],
    ["image: 'busybox:1.36', command: [sleep, '1']", "the image docker.io/library/busybox runs as root"],
    ["image: memcached", "the image docker.io/library/memcached's user (memcache) is not a number above 0"],
    ["image: nginxinc/nginx-unprivileged", "review"],
    ["image: registry.example.com/nginx", "review"],
    ["image: nginx, securityContext: {runAsUser: 101}", "safe"],
  ])("%s", async (container, expected) => {
    expect(await answer(container)).toContain(expected);
  });
});
