import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Policy } from "../../src/policy/index.ts";
import { change, type Fields, logs, pod, type Texts } from "./change.ts";

// What a reviewer is told of a change, where it is for people to decide.

const lax: Partial<Policy> = { enforce: "privileged", warn: "privileged", audit: "privileged" };

function namespace(name: string, enforce: string): Fields {
  const labels = { "pod-security.kubernetes.io/enforce": enforce };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
}

describe("a workload that leaves its namespace", () => {
  const namespaces = [namespace("shop", "restricted"), namespace("lab", "baseline"), namespace("vault", "restricted")];
  const [inShop, inLab, inVault] = ["shop", "lab", "vault"].map((name) => pod({ namespace: name })) as [
    Fields,
    Fields,
    Fields,
  ];
  const notes = async (before: Texts, after: Texts) => {
    const all = { "n.yaml": namespaces };
    return (await change({ ...all, ...before }, { ...all, ...after }, lax)).problems;
  };

  it("for one that enforces less is said", async () => {
    expect(await notes({ "a.yaml": [inShop] }, { "a.yaml": [inLab] })).toEqual([
      {
        severity: "note",
        file: "a.yaml",
        line: 1,
        message:
          'This change moves the Pod "web" from the namespace "shop", whose pods are held to restricted, to "lab": it is judged by baseline here.',
      },
    ]);
    expect(await notes({ "a.yaml": [inShop] }, { "b.yaml": [inLab] })).toMatchObject([{ file: "b.yaml" }]);
    const unnamed = await notes({ "a.yaml": [inShop] }, { "a.yaml": [pod()] });
    expect(unnamed.map(({ message }) => message)).toEqual([expect.stringContaining('to "default"')]);
  });

  it.each<[what: string, before: Texts, after: Texts]>([
    ["for one that enforces as much", { "a.yaml": [inShop] }, { "a.yaml": [inVault] }],
    ["for one that enforces more", { "a.yaml": [inLab] }, { "a.yaml": [inShop] }],
    ["by a copy", { "a.yaml": [inShop] }, { "a.yaml": [inShop, inLab] }],
    ["where it was already", { "a.yaml": [inShop, inLab] }, { "a.yaml": [inLab] }],
    ["by a copy in another file", { "a.yaml": [inShop] }, { "a.yaml": [inShop], "b.yaml": [inLab] }],
    ["for a namespace where one of its name was", { "a.yaml": [inShop], "b.yaml": [inLab] }, { "b.yaml": [inLab] }],
  ])("%s is not", async (_, before, after) => {
    expect(await notes(before, after)).toEqual([]);
  });
});

describe("an ignore comment of before is listed as added", () => {
  const text = (object: Fields, key: string, rule: string) =>
    stringify(object).replace(new RegExp(`^( *)(${key}:)`, "m"), `$1# secctx: ignore[${rule}] trials\n$1$2`);
  const volumes = (...paths: string[]) =>
    pod({
      spec: { volumes: paths.map((path, index) => ({ name: `v${index}`, hostPath: { path } })) },
      container: {
        volumeMounts: paths.map((_, index) => ({ name: `v${index}`, mountPath: `/${index}`, readOnly: true })),
      },
    });
  const mounted = (...paths: string[]) => text(volumes(...paths), "volumes", "host-path-volumes");
  const sysctls = (...names: string[]) =>
    text(
      pod({
        spec: {
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: "RuntimeDefault" },
            sysctls: names.map((name) => ({ name, value: "1" })),
          },
        },
      }),
      "sysctls",
      "sysctls",
    );

  it.each<[what: string, before: string, after: string, added: number]>([
    ["where a volume is added to its list", mounted("/var/log"), mounted("/var/log", "/etc"), 1],
    ["where a second volume of one folder is added", mounted("/var/log"), mounted("/var/log", "/var/log"), 1],
    ["where a folder becomes its parent", mounted("/var/log"), mounted("/"), 1],
    [
      "where a mount turns writable",
      text(logs("/var"), "volumes", "host-path-volumes"),
      text(logs("/var", {}), "volumes", "host-path-volumes"),
      1,
    ],
    ["where a sysctl is added", sysctls("kernel.msgmax"), sysctls("kernel.msgmax", "kernel.sem"), 1],
    ["but not where nothing changes", mounted("/var/log", "/etc"), mounted("/var/log", "/etc"), 0],
    ["but not where its list is in another order", mounted("/etc", "/var/log"), mounted("/var/log", "/etc"), 0],
    ["but not where a volume goes", mounted("/etc", "/var/log"), mounted("/etc"), 0],
    ["but not where a folder becomes one below it", mounted("/var"), mounted("/var/log"), 0],
  ])("%s", async (_, before, after, added) => {
    expect((await change({ "a.yaml": before }, { "a.yaml": after })).addedIgnores).toHaveLength(added);
  });

  it("but not where an item is put before its object in a List", async () => {
    const list = (...items: Fields[]) =>
      text({ apiVersion: "v1", kind: "List", items }, "volumes", "host-path-volumes");
    const other = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } };
    const [before, after] = [list(volumes("/etc")), list(other, volumes("/etc"))];
    expect((await change({ "a.yaml": before }, { "a.yaml": after })).addedIgnores).toEqual([]);
  });
});
