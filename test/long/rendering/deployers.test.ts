import { beforeEach, describe, expect, it } from "vitest";
import { type Folder, folder } from "../../cli/folder.ts";
import { missingHelm } from "../../rendering/charts.ts";
import { builders } from "../../rendering/overlays.ts";

beforeEach(({ skip }) => {
  const missing = missingHelm("helm3") ?? builders[0]?.missing;
  if (missing) skip(missing);
});

/** A chart that is harmless by itself: what deploys it says whether it stays so. */
const chart = {
  "charts/shop/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
  "charts/shop/values.yaml": "hostNetwork: false\nsecurityContext: {}\n",
  "charts/shop/templates/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: {{ .Release.Name }}}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      hostNetwork: {{ .Values.hostNetwork }}
      containers:
        - name: app
          image: registry.example.com/web:1
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
`,
};

/** An overlay whose base leaves two values to what deploys it. */
const overlay = {
  "base/kustomization.yaml": "resources: [web.yaml]\n",
  "base/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      hostPID: \${hostpid:=false}
      containers:
        - name: app
          image: registry.example.com/web:1
          securityContext:
            privileged: \${debug:=false}
`,
  "overlays/prod/kustomization.yaml": "resources: [../../base]\n",
};

/** An Application with one source, which is given as lines of YAML. */
function application(name: string, source: string): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: ${name}}
spec:
  destination: {namespace: ${name}}
  source:
    repoURL: https://example.com/acme/shop.git
${source.replace(/^(?=.)/gm, "    ")}`;
}

interface Found {
  readonly file: string;
  readonly start: { readonly line: number };
  readonly rule: string;
  readonly new: boolean | null;
  readonly workload: { readonly namespace: string | null; readonly name: string };
  readonly related: readonly { readonly file: string; readonly start: { readonly line: number } }[];
  readonly rendered: readonly object[] | null;
}

/** What is wrong at level baseline in a folder: `FILE:LINE RULE` for each finding, with what the report says besides. */
function check({ secctx }: Folder, ...args: string[]) {
  const levels = ["enforce", "warn", "audit"].map((mode) => `--${mode}=baseline`);
  const { status, stdout, stderr } = secctx(["check", "--format", "json", ...levels, ...args]);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  const report = JSON.parse(stdout);
  const found: Found[] = report.findings;
  return {
    status,
    found,
    places: found.map(({ file, start, rule }) => `${file}:${start.line} ${rule}`),
    workloads: report.workloads.map(({ namespace, name }: Found["workload"]) => `${namespace}/${name}`).toSorted(),
    problems: report.problems.map(
      ({ severity, file, line, message }: Record<string, string>) => `${severity} ${file}:${line} ${message}`,
    ),
  };
}

describe("an Application of Argo CD", () => {
  it("is one more rendering of a chart: its values stand in its own lines, in every form that it has for them", () => {
    const own = folder({
      ...chart,
      "vals/prod.yaml": "securityContext: {procMount: Unmasked}\n",
      "apps/all.yaml": [
        application(
          "object",
          "path: charts/shop\nhelm:\n  valuesObject:\n    securityContext:\n      privileged: true\n",
        ),
        application(
          "text",
          "path: ./charts/shop\nhelm:\n  releaseName: other\n  values: |\n    # Two lines down.\n    hostNetwork: true\n",
        ),
        application(
          "parameter",
          "path: charts/shop\nhelm:\n  parameters:\n    - name: hostNetwork\n      value: 'true'\n",
        ),
        application("file", "path: charts/shop\nhelm:\n  valueFiles: [../../vals/prod.yaml]\n"),
      ].join("---\n"),
    });
    const { places, found, workloads, problems } = check(own);
    expect(places).toEqual([
      "apps/all.yaml:12 privileged",
      "apps/all.yaml:26 host-namespaces",
      "apps/all.yaml:39 host-namespaces",
      expect.stringMatching(/^vals\/prod.yaml:1 /),
      expect.stringMatching(/^vals\/prod.yaml:1 /),
    ]);
    expect(found[0]?.related[0]).toMatchObject({ file: "charts/shop/templates/web.yaml", start: { line: 14 } });
    expect(workloads).toEqual(["file/file", "null/release-name", "object/object", "parameter/parameter", "text/other"]);
    expect(problems).toEqual([]);
    const { status } = own.secctx(["fix", "--rule", "privileged", "--rule", "host-namespaces"]);
    expect(status).toBe(0);
    expect(own.read("apps/all.yaml").match(/privileged: false|hostNetwork: false|value: ["']false/g)).toHaveLength(3);
  });

  it("has values in a text with empty lines, and a fix leaves these empty", () => {
    const values =
      "path: charts/shop\nhelm:\n  values: |\n\n    hostNetwork: true\n\n    securityContext: {privileged: true}\n";
    const own = folder({ ...chart, "apps/shop.yaml": application("shop", values) });
    expect(check(own).places).toEqual(["apps/shop.yaml:12 host-namespaces", "apps/shop.yaml:14 privileged"]);
    const fixed = own
      .read("apps/shop.yaml")
      .replace("hostNetwork: true", "hostNetwork: false")
      .replace("privileged: true", "privileged: false");
    expect(own.secctx(["fix", "--rule", "privileged", "--rule", "host-namespaces"])).toMatchObject({
      status: 0,
      stderr: "",
    });
    expect(own.read("apps/shop.yaml")).toBe(fixed);
  });

  it("has a note on parameters that Argo CD stores beside the chart", () => {
    const own = folder({
      ...chart,
      "charts/shop/.argocd-source-shop.yaml": "helm: {parameters: [{name: hostNetwork, value: 'true'}]}\n",
      "charts/shop/.argocd-source-other.yaml": "helm: {}\n",
      "apps/shop.yaml": application("shop", "path: charts/shop\n"),
    });
    expect(check(own).problems).toEqual([
      'note apps/shop.yaml:8 Application "shop" also takes what charts/shop/.argocd-source-shop.yaml sets, which is not evaluated. Put it into the Application to have it judged.',
    ]);
  });

  it("keeps a fix out of values that another shares, unless both are rendered: nobody could say what it does there", () => {
    const values = "path: charts/shop\nhelm:\n  valueFiles: [../../vals/all.yaml]\n";
    const bad = "securityContext:\n  privileged: true\n";
    const own = folder({
      ...chart,
      "vals/all.yaml": bad,
      "apps/one.yaml": application("one", values),
      "apps/two.yaml": application("two", values),
    });
    const fix = (...paths: string[]) => own.secctx(["fix", "--rule", "privileged", ...paths]).stdout;
    expect(fix("apps/one.yaml")).toContain(
      'vals/all.yaml is also part of Application "two", which is not rendered here',
    );
    expect(own.read("vals/all.yaml")).toBe(bad);
    fix("apps");
    expect(own.read("vals/all.yaml")).toBe(bad.replace("true", "false"));
  });

  it("takes values files from another source, of which the strongest counts: parameters, the object, then files in their order", () => {
    const sources = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  sources:
    - {repoURL: 'https://example.com/acme/shop.git', ref: values}
    - repoURL: https://example.com/acme/shop.git
      path: charts/shop
      helm:
        valueFiles: [$values/vals/a.yaml, /vals/b.yaml]
        values: "{securityContext: {privileged: false}}"
        parameters:
          - {name: hostNetwork, value: "false"}
`;
    const { places, problems } = check(
      folder({
        ...chart,
        "vals/a.yaml": "securityContext: {procMount: Default, privileged: true}\nhostNetwork: true\n",
        "vals/b.yaml": "securityContext: {procMount: Unmasked}\n",
        "apps/shop.yaml": sources,
      }),
    );
    expect(new Set(places.map((place) => place.split(" ")[0]))).toEqual(new Set(["vals/b.yaml:1"]));
    expect(problems).toEqual([]);
  });

  it("changes an overlay by what it says of Kustomize, and its patches stand in its own lines", () => {
    const patched = application(
      "web",
      `path: overlays/prod
kustomize:
  namePrefix: my-
  patches:
    - target: {kind: Deployment}
      patch: |
        - op: add
          path: /spec/template/spec/hostNetwork
          value: true
`,
    );
    const own = folder({ ...overlay, "apps/web.yaml": patched });
    const { places, workloads } = check(own);
    expect(places).toEqual(["apps/web.yaml:15 host-namespaces"]);
    expect(workloads).toEqual(["web/my-web"]);
    expect(own.secctx(["fix", "--rule", "host-namespaces"]).status).toBe(0);
    expect(own.read("apps/web.yaml")).toBe(patched.replace("value: true", "value: false"));
  });

  it("that a chart makes is followed to the chart that it deploys, and a circle ends", () => {
    const own = folder({
      ...chart,
      "all/Chart.yaml": "apiVersion: v2\nname: all\nversion: 1.0.0\n",
      "all/values.yaml": "debug: true\n",
      "all/templates/apps.yaml": [
        application(
          "shop",
          "path: charts/shop\nhelm:\n  valuesObject: {securityContext: {privileged: {{ .Values.debug }}}}\n",
        ),
        application("all", "path: all\n"),
      ].join("---\n"),
    });
    const { places, found } = check(own);
    expect(places).toEqual(["all/values.yaml:1 privileged"]);
    expect(found[0]?.related.map(({ file }) => file)).toContain("all/templates/apps.yaml");
  });

  it("lets a chart need values that only it gives", () => {
    const { status, problems, workloads } = check(
      folder({
        ...chart,
        "charts/shop/templates/host.yaml": '# {{ required "host is needed" .Values.host }}\n',
        "apps/shop.yaml": application("shop", "path: charts/shop\nhelm:\n  valuesObject: {host: a}\n"),
      }),
    );
    expect(status).toBe(0);
    expect(problems).toEqual([expect.stringMatching(/^note .*host is needed.* It is judged as it is deployed\.$/)]);
    expect(workloads).toEqual(["shop/shop"]);
  });

  it("from elsewhere is a note, and so is a set of them; what it names and nobody has is an error", () => {
    const elsewhere = folder({
      ...chart,
      "apps/out.yaml": application("out", "chart: redis\ntargetRevision: 1.x\n"),
      "apps/gone.yaml": application("gone", "path: charts/other\n"),
      "apps/set.yaml": application("set", "path: charts/shop\n").replace("Application", "ApplicationSet"),
    });
    expect(check(elsewhere).problems).toEqual([
      expect.stringMatching(
        /^note apps\/gone.yaml:2 3 objects of Argo CD or Flux deploy charts or overlays. These are not evaluated/,
      ),
    ]);
    const lacking = application("shop", "path: charts/shop\nhelm: {valueFiles: [nope.yaml]}\n");
    const { status, problems } = check(folder({ ...chart, "apps/shop.yaml": lacking }));
    expect(status).toBe(2);
    expect(problems).toEqual(['error apps/shop.yaml:9 The values file nope.yaml of Application "shop" is not there.']);
  });

  it("that makes a chart or an overlay fail is told so at its own line, without the names of our copies", () => {
    const shop = (name: string, source: string) => application(name, `path: ${source}\n`);
    const own = folder({
      ...chart,
      ...overlay,
      "apps/values.yaml": shop("values", "charts/shop\nhelm: {values: 'a: ['}"),
      "apps/parameter.yaml": shop("parameter", "charts/shop\nhelm: {parameters: [{name: 'a[', value: b}]}"),
      "apps/component.yaml": shop("component", "overlays/prod\nkustomize: {components: [nope]}"),
    });
    const { status, problems } = check(own);
    expect(status).toBe(2);
    expect(problems).toEqual([
      expect.stringMatching(
        /^error apps\/component.yaml:6 As Application "component" deploys it: overlays\/prod could not be built: .* lstat overlays\/prod\/nope: no such file/,
      ),
      expect.stringMatching(
        /^error apps\/parameter.yaml:6 As Application "parameter" deploys it: .* failed parsing --set data/,
      ),
      expect.stringMatching(
        /^error apps\/values.yaml:6 As Application "values" deploys it: .* failed to parse apps\/values.yaml/,
      ),
    ]);
    expect(problems.join()).not.toContain("secctx-render");
  });

  it("of another repository is a note, if this one has a name; a fork has the same", () => {
    const own = folder({
      ...chart,
      "apps/shop.yaml": application("shop", "path: charts/shop\nhelm: {valuesObject: {hostNetwork: true}}\n"),
    });
    own.git("init", "--quiet");
    own.git("remote", "add", "origin", "git@github.com:somebody/shop.git");
    expect(check(own).workloads).toEqual(["null/release-name", "shop/shop"]);
    own.git("remote", "set-url", "origin", "https://github.com/acme/platform");
    const { workloads, problems } = check(own);
    expect(workloads).toEqual(["null/release-name"]);
    expect(problems).toEqual([
      expect.stringMatching(/^note apps\/shop.yaml:2 The chart or overlay that this Application/),
    ]);
  });
});

describe("Flux", () => {
  const release = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop, namespace: shops}
spec:
  chart:
    spec:
      chart: ./charts/shop
      sourceRef: {kind: GitRepository, name: flux-system}
      valuesFiles: [charts/shop/values.yaml, vals/prod.yaml]
  valuesFrom:
    - {kind: ConfigMap, name: shop-values}
    - {kind: Secret, name: hidden}
  values:
    securityContext:
      privileged: true
---
apiVersion: v1
kind: ConfigMap
metadata: {name: shop-values, namespace: shops}
data:
  values.yaml: |
    hostNetwork: true
`;

  it("takes the one values file of older versions, and the report names it", () => {
    const old = release.replace("valuesFiles: [charts/shop/values.yaml, vals/prod.yaml]", "valuesFile: vals/prod.yaml");
    const own = folder({
      ...chart,
      "vals/prod.yaml": "hostNetwork: false\nsecurityContext: {procMount: Unmasked}\n",
      "apps/shop.yaml": old.replace(/\n {2}valuesFrom:.*/s, "\n"),
    });
    const { places, found } = check(own);
    expect(places).toEqual([
      expect.stringMatching(/^vals\/prod.yaml:2 /),
      expect.stringMatching(/^vals\/prod.yaml:2 /),
    ]);
    expect(found[0]?.rendered).toMatchObject([{ values: ["vals/prod.yaml", "apps/shop.yaml"] }]);
  });

  it("releases a chart with values from files, from ConfigMaps and of its own", () => {
    const own = folder({
      ...chart,
      "vals/prod.yaml": "securityContext: {procMount: Unmasked}\n",
      "apps/shop.yaml": release,
    });
    const { places, workloads, problems } = check(own);
    expect(places).toEqual([
      "apps/shop.yaml:15 privileged",
      "apps/shop.yaml:22 host-namespaces",
      expect.stringMatching(/^vals\/prod.yaml:1 /),
      expect.stringMatching(/^vals\/prod.yaml:1 /),
    ]);
    expect(workloads).toEqual(["null/release-name", "shops/shop"]);
    expect(problems).toEqual([expect.stringMatching(/^note apps\/shop.yaml:12 .* from Secret "hidden" are left out/)]);
    own.secctx(["fix", "--rule", "host-namespaces"]);
    expect(own.read("apps/shop.yaml")).toBe(release.replace("hostNetwork: true", "hostNetwork: false"));
  });

  it("builds an overlay with patches, in a namespace, and with variables that it fills in", () => {
    const kustomization = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: web, namespace: flux-system}
spec:
  path: ./overlays/prod
  targetNamespace: prod
  sourceRef: {kind: GitRepository, name: flux-system}
  patches:
    - patch: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          template:
            spec:
              hostNetwork: true
  postBuild:
    substitute: {debug: "true"}
    substituteFrom:
      - {kind: ConfigMap, name: vars}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: vars, namespace: flux-system}
data: {hostpid: "true"}
`;
    const own = folder({ ...overlay, "clusters/prod.yaml": kustomization });
    const { places, workloads, found } = check(own);
    expect(places).toEqual([
      "clusters/prod.yaml:16 host-namespaces",
      "clusters/prod.yaml:18 privileged",
      "clusters/prod.yaml:25 host-namespaces",
    ]);
    expect(found[1]?.related[0]).toMatchObject({ file: "base/web.yaml", start: { line: 14 } });
    expect(workloads).toEqual(["prod/web"]);
    own.secctx(["fix", "--rule", "privileged"]);
    expect(own.read("clusters/prod.yaml")).toBe(kustomization.replace('debug: "true"', 'debug: "false"'));
  });

  it("makes a kustomization of a folder that has none", () => {
    const { places, workloads } = check(
      folder({
        "plain/web.yaml": overlay["base/web.yaml"],
        "clusters/prod.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: web}
spec:
  path: plain
  targetNamespace: prod
  postBuild: {substitute: {debug: "true"}}
`,
      }),
    );
    expect(places).toEqual(["clusters/prod.yaml:7 privileged"]);
    expect(workloads).toEqual(["prod/web"]);
  });
});

describe("a change", () => {
  it("is seen in an Application, in a chart that one deploys, and through one that a chart makes; what was there is not new", () => {
    const own = folder({
      ...chart,
      "apps/shop.yaml": application("shop", "path: charts/shop\nhelm: {valuesObject: {hostNetwork: true}}\n"),
      "all/Chart.yaml": "apiVersion: v2\nname: all\nversion: 1.0.0\n",
      "all/values.yaml": "debug: false\n",
      "all/templates/apps.yaml": application(
        "inner",
        "path: charts/shop\nhelm:\n  valuesObject: {securityContext: {privileged: {{ .Values.debug }}}}\n",
      ),
    });
    own.git("init", "--quiet");
    own.git("add", "--all");
    own.git("commit", "--quiet", "--message", "before");
    own.git("checkout", "--quiet", "-b", "change");
    own.write("all/values.yaml", "debug: true\n");
    const changed = () =>
      check(own, "--changed=main", "--gate", "new").found.map((each) => `${each.file}:${each.start.line} ${each.new}`);
    expect(changed()).toEqual(["all/values.yaml:1 true"]);
    own.write("apps/shop.yaml", `# Moved.\n${own.read("apps/shop.yaml")}`);
    expect(changed()).toEqual(["all/values.yaml:1 true", "apps/shop.yaml:10 false"]);
    own.git("checkout", "--quiet", ".");
    const template = chart["charts/shop/templates/web.yaml"];
    own.write(
      "charts/shop/templates/web.yaml",
      template.replace("      hostNetwork", "      hostIPC: true\n      hostNetwork"),
    );
    expect(changed()).toEqual(["apps/shop.yaml:9 false", "charts/shop/templates/web.yaml:9 true"]);
  });

  it.for<[what: string, change: (own: Folder) => void]>([
    ["is deleted", (own) => own.git("rm", "--quiet", "vars/all.yaml")],
    ["has another name", (own) => own.write("vars/all.yaml", own.read("vars/all.yaml").replace("vars", "others"))],
  ])("is seen where a ConfigMap that gave a variable its value %s", ([, change]) => {
    const own = folder({
      "apps/web.yaml": overlay["base/web.yaml"].replace("hostpid:=false", "hostpid:=true"),
      "vars/all.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\ndata: {hostpid: 'false'}\n",
      "clusters/prod.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec:
  path: ./apps
  postBuild:
    substituteFrom: [{kind: ConfigMap, name: vars, optional: true}]
  sourceRef: {kind: GitRepository, name: flux-system}
`,
    });
    own.git("init", "--quiet");
    own.git("add", "--all");
    own.git("commit", "--quiet", "--message", "before");
    expect(check(own).places).toEqual([]);
    own.git("checkout", "--quiet", "-b", "change");
    change(own);
    expect(check(own, "--changed=main", "--gate", "new").places).toEqual(["apps/web.yaml:9 host-namespaces"]);
  });
});
