import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { createRepository } from "../cli/folder.ts";
import { cases } from "../random.ts";
import { missingHelm } from "../rendering/charts.ts";
import { builders, deployment, kustomization } from "../rendering/overlays.ts";

beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

/** A security context of a container, as one line each; some fields forbid the fixes of others. */
const context = fc
  .tuple(
    fc.constantFrom("", "privileged: true", "privileged: false", "privileged: null"),
    fc.constantFrom("", "allowPrivilegeEscalation: true", "allowPrivilegeEscalation: null"),
    fc.constantFrom(
      "",
      "capabilities: {add: [NET_ADMIN]}",
      "capabilities: {add: [CAP_SYS_TIME], drop: [all]}",
      "capabilities: null",
    ),
    fc.constantFrom("", "runAsNonRoot: true", "runAsUser: 0", "runAsNonRoot: false\nrunAsUser: 1000"),
    fc.constantFrom("", "procMount: Unmasked", "seccompProfile: {type: Unconfined}", "readOnlyRootFilesystem: false"),
  )
  .map((fields) => fields.filter((each) => each !== "").join("\n"));

const container = context.map(
  (fields) =>
    `- name: app\n  image: registry.example.com/app:1\n${fields === "" ? "" : `  securityContext:\n${fields.replace(/^/gm, "    ")}\n`}`,
);
const podContext = fc.constantFrom(
  "",
  "hostPID: true\n",
  "securityContext: {runAsNonRoot: true}\n",
  "hostUsers: false\n",
);

const merge = context.map(
  (fields) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
      - name: app
        securityContext:
          $patch: merge
${fields.replace(/^(?=.)/gm, "          ")}
`,
);
/** In the place of what the base says. */
const operation = context.map(
  (fields) =>
    `- op: add\n  path: /spec/template/spec/containers/0/securityContext\n  value:\n    runAsGroup: 1000\n${fields.replace(/^(?=.)/gm, "    ")}\n`,
);

/** A base with a security context, and overlays that change it. */
const overlays = fc
  .tuple(container, podContext, fc.array(fc.oneof(merge, operation, fc.constant("")), { minLength: 1, maxLength: 3 }))
  .map(
    ([containers, spec, patches]): Record<string, string> => ({
      "base/kustomization.yaml": kustomization("resources: [web.yaml]\n"),
      "base/web.yaml": deployment(containers, { spec }),
      ...Object.fromEntries(
        patches.flatMap((patch, index) => [
          [
            `overlay-${index}/kustomization.yaml`,
            kustomization(
              `resources: [../base]\n${patch === "" ? "" : `patches:\n- path: patch.yaml\n${patch.startsWith("-") ? "  target: {kind: Deployment}\n" : ""}`}`,
            ),
          ],
          ...(patch === "" ? [] : [[`overlay-${index}/patch.yaml`, patch]]),
        ]),
      ),
    }),
  );

/** A chart that takes its containers' security context from values, in two lists. */
const chart = fc.tuple(context, context, podContext).map(
  ([own, other, spec]): Record<string, string> => ({
    "app/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.0.0\n",
    "app/values.yaml": `securityContext:${own === "" ? " {}\n" : `\n${own.replace(/^/gm, "  ")}\n`}`,
    "app/ci/other-values.yaml": `securityContext:${other === "" ? " {}\n" : `\n${other.replace(/^/gm, "  ")}\n`}`,
    "app/templates/web.yaml": deployment(
      "- name: app\n  image: registry.example.com/app:1\n  securityContext:\n    {{- toYaml .Values.securityContext | nindent 12 }}\n",
      { spec },
    ),
  }),
);

it("fixing what is rendered twice is fixing it once, and `fix` writes what `fix --diff` prints", () => {
  fc.assert(
    fc.property(fc.oneof(overlays, chart), (files) => {
      const place = createRepository(files);
      const texts = () => Object.fromEntries(Object.keys(files).map((name) => [name, place.read(name)]));
      const { stdout: patch } = place.secctx(["fix", "--diff"]);
      const { status, stderr } = place.secctx(["fix"]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const once = texts();
      expect(place.secctx(["fix", "--diff"]).stdout).toBe("");
      place.git("checkout", "--quiet", ".");
      if (patch !== "") {
        place.write("fix.patch", patch);
        place.git("apply", "fix.patch");
      }
      expect(texts()).toEqual(once);
    }),
    { numRuns: cases(2) },
  );
});

/** A Deployment that loses items of its lists, some or all, and gets others. */
const withLists = fc
  .tuple(
    fc.subarray(["NET_ADMIN", "CHOWN", "SYS_TIME", "KILL", "NET_RAW"]),
    fc.subarray([
      "- {name: root, hostPath: {path: /}}",
      "- {name: data, persistentVolumeClaim: {claimName: data}}",
      "- {name: run, hostPath: {path: /var/run}}",
      "- {name: more, configMap: {name: more}}",
    ]),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([added, volumes, count]) => {
    const containers = ["app", "other"]
      .slice(0, count)
      .map(
        (name) =>
          `- name: ${name}\n  image: registry.example.com/app:1\n  securityContext: {capabilities: {add: [${added.join(", ")}]}}\n`,
      );
    return deployment(containers.join(""), {
      spec: `volumes:${volumes.length === 0 ? " []" : `\n${volumes.join("\n")}`}\n`,
    });
  });

it("a manifest, an overlay of it and a chart with it as a template are fixed alike", () => {
  fc.assert(
    fc.property(withLists, (text) => {
      const place = createRepository({
        "plain.yaml": text,
        "overlay/kustomization.yaml": kustomization("resources: [web.yaml]\n"),
        "overlay/web.yaml": text,
        "app/Chart.yaml": "apiVersion: v2\nname: app\nversion: 1.0.0\n",
        "app/templates/web.yaml": text,
      });
      expect(place.secctx(["fix"])).toMatchObject({ status: 0, stderr: "" });
      // A list that has lost all of its items may stay, empty.
      const meaning = (file: string) =>
        parse(place.read(file), (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value));
      const fixed = meaning("plain.yaml");
      expect(meaning("overlay/web.yaml")).toEqual(fixed);
      expect(meaning("app/templates/web.yaml")).toEqual(fixed);
    }),
    { numRuns: cases(4) },
  );
});
