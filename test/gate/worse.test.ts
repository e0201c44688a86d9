import { describe, expect, it } from "vitest";
import { change, type Fields, failures, logs, type Parts, pod } from "./change.ts";

// What gets worse by a field that stands beside the one that a rule names, and what only looks like it.

const open = { seccompProfile: { type: "RuntimeDefault" } };
const user = (podContext: Fields, context: Fields = {}): Fields =>
  pod({ spec: { securityContext: { ...open, ...podContext } }, context });
const probe = (httpGet: Fields): Fields =>
  pod({ container: { livenessProbe: { httpGet: { host: "10.0.0.1", port: 80, ...httpGet } } } });
const header = (value: string) => ({ httpHeaders: [{ name: "Authorization", value }] });
const controller = (parts: Parts, more: Fields = {}): Fields => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: { app: "web" } },
    template: { metadata: { labels: { app: "web" } }, spec: pod(parts).spec as Fields },
  },
  ...more,
});
const bad: Parts = { context: { privileged: true, allowPrivilegeEscalation: true } };

describe("what is beside the field that a rule names counts", () => {
  it.each<[what: string, rule: string, before: Fields, after: Fields]>([
    [
      "a user that goes, where nothing asks for another than root",
      "run-as-non-root",
      user({ runAsUser: 1000 }),
      user({}),
    ],
    [
      "a container's user that goes",
      "run-as-non-root",
      user({ runAsNonRoot: false }, { runAsUser: 1000 }),
      user({ runAsNonRoot: false }),
    ],
    ["a user that becomes root", "run-as-non-root", user({ runAsUser: 1000 }), user({ runAsUser: 0 })],
    [
      "a part of a volume that a variable chooses",
      "host-path-volumes",
      logs("/var", { readOnly: true, subPath: "log" }),
      logs("/var", { readOnly: true, subPathExpr: "$(PART)" }),
    ],
    [
      "another part by subPathExpr",
      "host-path-volumes",
      logs("/var", { readOnly: true, subPathExpr: "log/$(PART)" }),
      logs("/var", { readOnly: true, subPathExpr: "lib/$(PART)" }),
    ],
    [
      "an empty subPath beside a subPathExpr",
      "host-path-volumes",
      logs("/var", { readOnly: true, subPath: "", subPathExpr: "log" }),
      logs("/var", { readOnly: true, subPath: "", subPathExpr: "lib" }),
    ],
    ["a probe of another path", "host-probes", probe({}), probe({ path: "/restart" })],
    ["a probe of the root instead of a path", "host-probes", probe({ path: "/health" }), probe({})],
    ["a probe of another scheme", "host-probes", probe({}), probe({ scheme: "HTTPS" })],
    ["a header more", "host-probes", probe({}), probe(header("Bearer x"))],
    ["a header with another value", "host-probes", probe(header("x")), probe(header("y"))],
    ["another host", "host-probes", probe({}), probe({ host: "169.254.169.254" })],
    [
      "a second volume of another folder",
      "host-path-volumes",
      logs("/var/log"),
      pod({
        spec: {
          volumes: [
            { name: "data", hostPath: { path: "/var/log" } },
            { name: "more", hostPath: { path: "/etc" } },
          ],
        },
        container: {
          volumeMounts: ["data", "more"].map((name) => ({ name, mountPath: `/${name}`, readOnly: true })),
        },
      }),
    ],
    ["a whole workload that calls itself a patch", "privileged", controller({}), controller(bad, { $patch: "merge" })],
  ])("%s: %s is new", async (_, rule, before, after) => {
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [before] }))).toEqual([]);
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [after] }))).toContain(rule);
  });

  it.each(["merge", "replace"])(
    "a whole workload with $patch: %s is judged on what it leaves out, too",
    async ($patch) => {
      const spec = { securityContext: {} };
      const after = [controller({ spec }, { $patch })];
      expect(failures(await change({ "a.yaml": [controller({})] }, { "a.yaml": after }))).toContain("run-as-non-root");
    },
  );

  it.each<[what: string, patch: Fields]>([
    ["deletes a workload", controller({ spec: { securityContext: {} } }, { $patch: "delete" })],
    ["replaces a part of one", { ...pod({ spec: { containers: [{ name: "app", tty: true }] } }), $patch: "merge" }],
  ])("but not a patch that %s", async (_, patch) => {
    expect(failures(await change({}, { "a.yaml": [patch] }))).toEqual([]);
  });
});

describe("nothing is new for", () => {
  const renamed = (parts: Parts): Fields => ({ ...controller(parts), metadata: { name: "api" } });
  const image = (name: string): Parts => ({ ...bad, container: { image: name } });
  const list = (...items: Fields[]): Fields => ({ apiVersion: "v1", kind: "List", items });
  const nodePort = (port: Fields): Fields =>
    pod({ container: { ports: [{ containerPort: 80, hostPort: 80, ...port }] } });

  it.each<[what: string, before: Fields, after: Fields]>([
    ["a user that was root, and is the image's now", user({ runAsUser: 0 }), user({})],
    ["a user that becomes another one", user({ runAsUser: 1000 }), user({ runAsUser: 2000 })],
    ["a user that is filled in later", user({ runAsUser: 1000 }), user({ runAsUser: "$UID" })],
    ["a header less", probe(header("x")), probe({})],
    ["a part of what was mounted whole", logs("/var"), logs("/var", { readOnly: true, subPathExpr: "$(PART)" })],
    ["a volume with another name", logs("/var"), pod(renameVolume("logs"))],
    ["a port with another name", nodePort({ name: "web" }), nodePort({ name: "http" })],
    ["a port that gets a name", nodePort({}), nodePort({ name: "http" })],
    [
      "an item before others in a List",
      list(controller(bad)),
      list({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c" } }, controller(bad)),
    ],
    ["another name of the workload, and another image", controller(image("a:1")), renamed(image("a:2"))],
    [
      "another name and another image of a container",
      controller({ ...bad, container: { name: "a", image: "a:1" } }),
      controller({ ...bad, container: { name: "b", image: "a:2" } }),
    ],
  ])("%s", async (_, before, after) => {
    expect(failures(await change({ "a.yaml": [before] }, { "a.yaml": [after] }))).toEqual([]);
  });
});

/** What `logs("/var")` has, its volume under another name. */
function renameVolume(name: string): Parts {
  return {
    spec: { volumes: [{ name, hostPath: { path: "/var" } }] },
    container: { volumeMounts: [{ name, mountPath: "/data", readOnly: true }] },
  };
}
