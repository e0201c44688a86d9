import fc from "fast-check";
import { Alias, isMap, isSeq, parseDocument, visit } from "yaml";
import { defaultPolicy, type Policy } from "../../src/policy/index.ts";
import type { Choice } from "../../src/review/fix.ts";

/** A manifest as a user may have written it: a random workload in random dress. */
export function randomManifest(): fc.Arbitrary<string> {
  return fc.tuple(workload(), dress()).map(([object, wear]) => wear(object));
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Each of some fields, or not: what is absent is left out. */
function some(fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<{ [key: string]: Json }> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<{ [key: string]: Json }>;
}

const id = fc.constantFrom<Json[]>(0, 1, 1000, 65534, 2147483647);
const profile = fc.constantFrom<Json[]>(
  { type: "RuntimeDefault" },
  { type: "Unconfined" },
  { type: "Localhost", localhostProfile: "a.json" },
  {},
  { type: "RuntimeDefault", localhostProfile: "a.json" },
);
const selinux = fc.constantFrom<Json[]>({ type: "container_t" }, { type: "spc_t" }, { user: "u", level: "s0" }, {});
const capability = fc.constantFrom(
  "ALL",
  "NET_BIND_SERVICE",
  "SYS_ADMIN",
  "CAP_SYS_ADMIN",
  "NET_RAW",
  "CHOWN",
  "all",
  "CAP_NET_RAW",
  "BANANA",
);

const shared = {
  runAsUser: id,
  runAsGroup: id,
  runAsNonRoot: fc.boolean(),
  seccompProfile: profile,
  appArmorProfile: profile,
  seLinuxOptions: selinux,
};

const podContext = some({
  ...shared,
  fsGroup: id,
  supplementalGroups: fc.array(id, { maxLength: 3 }),
  sysctls: fc.array(
    fc.constantFrom<Json[]>(
      { name: "kernel.msgmax", value: "1" },
      { name: "net.ipv4.tcp_syncookies", value: "1" },
      { name: "net/ipv4/tcp_syncookies", value: "1" },
    ),
    { maxLength: 2 },
  ),
  // what does not belong here, or is misspelt
  readOnlyRootFilesystem: fc.boolean(),
  allowPrivilegeEscalation: fc.boolean(),
  privileged: fc.boolean(),
  capabilities: fc.constantFrom<Json[]>({ drop: ["ALL"] }, { drop: ["ALL"], add: ["CHOWN"] }, {}),
  runAsNonroot: fc.boolean(),
  hostUsers: fc.boolean(),
  windowsOptions: fc.constantFrom<Json[]>({ runAsUserName: "app", runAsNonRoot: true }, { hostProcess: true }),
});

/** What belongs into a context, one level too shallow. */
const shallow = {
  allowPrivilegeEscalation: fc.boolean(),
  runAsUser: id,
  readOnlyRootFilesystem: fc.boolean(),
  fsGroup: id,
};

const containerContext = some({
  ...shared,
  privileged: fc.boolean(),
  allowPrivilegeEscalation: fc.boolean(),
  readOnlyRootFilesystem: fc.boolean(),
  procMount: fc.constantFrom("Default", "Unmasked"),
  capabilities: some({
    add: fc.uniqueArray(capability, { maxLength: 3 }),
    drop: fc.uniqueArray(capability, { maxLength: 3 }),
  }),
  fsGroup: id,
  fsGroupChangePolicy: fc.constantFrom("Always", "Never"),
  hostPID: fc.boolean(),
  seccompProfiles: profile,
});

function container(name: string): fc.Arbitrary<Json> {
  const optional = some({
    ...(name === "app-0" ? shallow : {}),
    command: fc.constantFrom<Json[]>(
      ["sh", "-c", "sleep 1"],
      ["sh", "-c", "chown 1 /a; sysctl -w a=1"],
      ["sudo", "app"],
    ),
    ports: fc
      .uniqueArray(fc.constantFrom(80, 443, 8080), { maxLength: 2 })
      .map((ports) => ports.map((port) => ({ containerPort: port }))),
    resources: fc.constant<Json>({ limits: { memory: "64Mi" } }),
    securityContext: fc.oneof(
      { weight: 6, arbitrary: containerContext },
      { weight: 1, arbitrary: fc.constant<Json>(null) },
      { weight: 1, arbitrary: fc.constant<Json>({}) },
    ) as fc.Arbitrary<Json>,
    volumeMounts: fc.constantFrom<Json[]>(
      [{ name: "data", mountPath: "/data" }],
      [{ name: "data", mountPath: "/tmp" }],
      [{ name: "data", mountPath: "/data", mountPropagation: "Bidirectional" }],
      [],
    ),
  });
  const image = fc.constantFrom(
    "nginx:1.27",
    "registry.example.com/app@sha256:00",
    "busybox",
    "coredns/coredns",
    "hashicorp/vault",
  );
  return fc.tuple(image, optional).map(([from, rest]) => ({ name, image: from, ...rest }));
}

/** Containers with the first one's context: what anchors are for. */
function alike(list: readonly Json[]): Json[] {
  const { securityContext } = list[0] as { securityContext?: Json };
  return list.map(
    (each) => ({ ...(each as object), ...(securityContext === undefined ? {} : { securityContext }) }) as Json,
  );
}

function podSpec(): fc.Arbitrary<Json> {
  const containers = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([count, isAlike]) =>
      fc
        .tuple(...Array.from({ length: count }, (_, index) => container(`app-${index}`)))
        .map((list) => (isAlike ? alike(list) : list)),
    );
  const optional = some({
    securityContext: fc.oneof(
      { weight: 5, arbitrary: podContext },
      { weight: 1, arbitrary: fc.constant<Json>(null) },
    ) as fc.Arbitrary<Json>,
    initContainers: fc.tuple(container("init")) as unknown as fc.Arbitrary<Json>,
    hostNetwork: fc.boolean(),
    hostPID: fc.boolean(),
    hostUsers: fc.boolean(),
    fsGroup: id,
    os: fc.constantFrom<Json[]>({ name: "linux" }, { name: "windows" }),
    nodeSelector: fc.constantFrom<Json[]>({ "kubernetes.io/os": "windows" }, { "kubernetes.io/os": "linux" }),
    volumes: fc.constantFrom<Json[]>(
      [{ name: "data", emptyDir: {} }],
      [
        { name: "data", hostPath: { path: "/" } },
        { name: "tmp", emptyDir: {} },
      ],
      [],
    ),
  });
  return fc.tuple(optional, containers).map(([rest, list]) => ({ ...rest, containers: list as Json[] }));
}

function workload(): fc.Arbitrary<Json> {
  const labels = { app: "a" };
  return fc
    .tuple(
      fc.constantFrom("Pod", "Deployment", "StatefulSet", "CronJob", "List", "Rollout"),
      podSpec(),
      fc.integer({ max: 9, min: 0 }).map((number) => number === 0),
    )
    .map(([kind, spec, misplaced]): Json => {
      const block: Json = misplaced ? { runAsGroup: 1000, allowPrivilegeEscalation: false } : null;
      const template = { metadata: { labels }, spec, ...(block && { securityContext: block }) };
      const metadata = { name: "w" };
      const deployment = {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata,
        spec: { selector: { matchLabels: labels }, template },
      };
      switch (kind) {
        case "Pod":
          return { apiVersion: "v1", kind, metadata, spec };
        case "CronJob":
          return {
            apiVersion: "batch/v1",
            kind,
            metadata,
            spec: { schedule: "* * * * *", jobTemplate: { spec: { template } } },
          };
        case "List":
          return { apiVersion: "v1", kind, items: [deployment] };
        case "Rollout":
          return { ...deployment, apiVersion: "argoproj.io/v1alpha1", kind };
        default:
          return { ...deployment, kind };
      }
    });
}

/** How an object is written: JSON or YAML, its indents, quotes, brackets, comments, line ends. */
function dress(): fc.Arbitrary<(object: Json) => string> {
  const options = fc.record({
    form: fc.constantFrom("yaml", "yaml", "yaml", "yaml", "json", "compact json"),
    indent: fc.constantFrom(2, 2, 3, 4),
    indentSeq: fc.boolean(),
    quotes: fc.constantFrom<("PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE")[]>(
      "PLAIN",
      "PLAIN",
      "QUOTE_DOUBLE",
      "QUOTE_SINGLE",
    ),
    flowDepth: fc.constantFrom(3, 6, 9, 99, 99),
    comments: fc.boolean(),
    anchors: fc.boolean(),
    trailing: fc.boolean(),
    crlf: fc.boolean(),
    bom: fc.boolean(),
    lastNewline: fc.boolean(),
    before: fc.constantFrom("", "# a comment\n", "---\n", "apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n---\n"),
    seed: fc.nat(),
  });
  return options.map((style) => (object) => {
    const isJson = style.form !== "yaml";
    const text = isJson
      ? `${JSON.stringify(object, null, style.form === "json" ? style.indent : 0)}\n`
      : style.before + yamlText(object, style);
    const ended = style.lastNewline ? text : text.replace(/\n$/, "");
    return (style.bom ? "\uFEFF" : "") + (style.crlf ? ended.replaceAll("\n", "\r\n") : ended);
  });
}

interface YamlStyle {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly quotes: "PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE";
  readonly flowDepth: number;
  readonly comments: boolean;
  readonly anchors: boolean;
  readonly trailing: boolean;
  readonly seed: number;
}

function yamlText(object: Json, style: YamlStyle): string {
  const { indent, indentSeq, quotes, flowDepth, comments, anchors, trailing, seed } = style;
  const document = parseDocument(JSON.stringify(object));
  if (anchors) shareContexts(document);
  visit(document, (_, node, path) => {
    if (isMap(node) || isSeq(node)) node.flow = path.length / 2 > flowDepth || node.items.length === 0;
  });
  const text = document.toString({
    indent,
    indentSeq,
    defaultStringType: quotes,
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    flowCollectionPadding: seed % 2 === 0,
  });
  const lines = text
    .split("\n")
    .map((line, index) => (trailing && (seed + index) % 6 === 0 && line !== "" ? `${line}  ` : line));
  if (!comments) return lines.join("\n");
  return lines
    .map((line, index) =>
      (seed + index) % 5 === 0 && line !== ""
        ? `${line}  # note ${index}`
        : (seed + index) % 7 === 0 && line !== ""
          ? `# above ${index}\n${line}`
          : line,
    )
    .join("\n");
}

/** Equal contexts are written once: the first is anchored, the others are its aliases. */
function shareContexts(document: ReturnType<typeof parseDocument>): void {
  const anchors = new Map<string, string>();
  visit(document, {
    Pair(_, pair) {
      const { key, value } = pair;
      if (String(key) !== "securityContext" || !isMap(value) || value.items.length === 0) return;
      const text = String(value);
      const name = anchors.get(text);
      if (name) pair.value = new Alias(name);
      else {
        value.anchor = `context${anchors.size}`;
        anchors.set(text, value.anchor);
      }
    },
  });
}

/** What a user may ask of `fix`. */
export const wishes: fc.Arbitrary<{ policy: Policy; isWanted: Choice }> = fc.record({
  policy: fc.constantFrom(defaultPolicy, { ...defaultPolicy, fix: { runAsUser: 10001, runAsGroup: 10002 } }),
  isWanted: fc.constantFrom<Choice[]>(
    () => true,
    () => true,
    ({ fix }) => fix?.safety === "safe",
  ),
});
