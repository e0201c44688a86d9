import { parseVersion } from "../pod/kubernetes.ts";
import { type Rule, rules } from "../rules/index.ts";
import { formatPath, isFields, type Path } from "../yaml/index.ts";
import type { Configuration, ConfiguredSettings } from "./configuration.ts";
import { defaultPolicy, type Exempting, modeOf, type Policy } from "./policy.ts";
import {
  exemptingTightening,
  fixTightening,
  helmTightenings,
  kustomizeTightenings,
  limitTightening,
  ruleTightening,
  type Tightening,
  tightenings,
  toolTightening,
} from "./tightening.ts";

/** What a configuration says, or all options or inputs. Each layer comes on top of those before it. */
export interface PolicyLayer extends Pick<Configuration, "settings" | "policy"> {
  readonly exempting?: Exempting["allows"] | undefined;
  /** Whether it is a shared policy: what comes on top may only tighten it. */
  readonly isShared: boolean;
  /** Names who says a key: `.secctx.yaml:3`, `--enforce`, `input enforce`. */
  readonly locate: (path: Path) => string;
  /** Begins a sentence about a key: `.secctx.yaml:3: enforce`, `--enforce`, `The input enforce`. */
  readonly introduce: (path: Path) => string;
}

/** A value of the policy, and who set it: an option, an input, a line of a configuration, or the default. */
export interface PolicyEntry {
  readonly key: string;
  readonly value: unknown;
  readonly from: string;
}

/** What holds where nobody says anything. */
export type Defaults = Required<
  Pick<
    ConfiguredSettings,
    "enforce" | "warn" | "audit" | "kubernetesVersion" | "gate" | "images" | "render" | "placeholders"
  >
>;

/** What is in force once all layers have spoken. */
export interface SettledPolicy {
  readonly settings: ConfiguredSettings & Defaults;
  /** The policy that they make; what no layer says, such as the baseline and the day, is as in `defaultPolicy`. */
  readonly policy: Policy;
  /** Each value with its source, in the order of the documentation. */
  readonly entries: readonly PolicyEntry[];
}

/** Why layers can't go together, as a sentence: one asks for less than the shared policy below it. */
export interface Loosening {
  readonly loosening: string;
}

/** The layer of a configuration. */
export function layerOf(configuration: Configuration, isShared: boolean): PolicyLayer {
  const { file, settings, policy, extending, lineOf } = configuration;
  const locate = (path: Path) => `${file}:${lineOf(...path)}`;
  return {
    settings,
    policy,
    exempting: extending?.exemptions,
    isShared,
    locate,
    introduce: (path) => `${locate(path)}: ${formatPath(path)}`,
  };
}

/** Settles each key: the last layer that names it wins, and none may loosen what a shared policy below it says. */
export function settleLayers(asked: readonly PolicyLayer[], gate: Policy["gate"]): SettledPolicy | Loosening {
  const defaults: Defaults = {
    enforce: defaultPolicy.enforce,
    warn: defaultPolicy.warn,
    audit: defaultPolicy.audit,
    kubernetesVersion: defaultPolicy.kubernetesVersion.name,
    gate,
    images: false,
    render: "auto",
    placeholders: defaultPolicy.placeholders,
  };
  const layers = markBarred(asked);
  const keys = listKeys(layers, defaults);
  const entries: PolicyEntry[] = [];
  for (const key of keys) {
    const entry = settleKey(key, layers);
    if ("loosening" in entry) return entry;
    entries.push(entry);
  }
  const exempting = settleKey(
    exemptingKey,
    layers.filter(({ isShared }) => isShared),
  );
  if ("loosening" in exempting) return exempting;
  const values = keys.map(({ path }, index) => ({ path, value: entries[index]?.value }));
  const settings = { ...defaults, ...nest(values) };
  const listsStand = keys.findIndex(({ path: [name] }) => name === "files");
  return {
    settings,
    policy: {
      ...defaultPolicy,
      ...joinLists(layers),
      exempting: { allows: exempting.value as Exempting["allows"], by: exempting.from },
      enforce: settings.enforce,
      warn: settings.warn,
      audit: settings.audit,
      kubernetesVersion: parseVersion(settings.kubernetesVersion) ?? defaultPolicy.kubernetesVersion,
      gate: settings.gate,
      placeholders: settings.placeholders,
      rules: settings.rules ?? defaultPolicy.rules,
      fix: settings.fix ?? defaultPolicy.fix,
      limits: { ...defaultPolicy.limits, ...settings.limits },
    },
    entries: entries.toSpliced(listsStand, 0, ...nameLists(layers, exempting.from)).filter(isTold),
  };
}

/** A key that is settled by itself. */
interface Key {
  readonly path: Path;
  readonly tightening: Tightening<unknown>;
  readonly fallback: unknown;
  readonly read: (layer: PolicyLayer) => unknown;
}

const exemptingKey: Key = {
  path: ["extending", "exemptions"],
  tightening: exemptingTightening as Tightening<unknown>,
  fallback: "all",
  read: ({ exempting }) => exempting,
};

/** The keys in the order of the documentation. Those of mappings are settled one by one. */
function listKeys(layers: readonly PolicyLayer[], defaults: Defaults): Key[] {
  const plain = (...names: readonly (keyof typeof tightenings)[]) =>
    names.map((name) => makeKey([name], tightenings[name], memberNamed(defaults, name)));
  const parts = (name: "helm" | "kustomize", table: object) => [
    makeKey([name], toolTightening, undefined),
    ...Object.entries(table).map(([part, tightening]) => makeKey([name, part], tightening, undefined)),
  ];
  const shared = layers.filter(({ isShared }) => isShared);
  const levels = Object.fromEntries(
    (["enforce", "warn", "audit"] as const).map((mode) => [
      mode,
      shared.map(({ settings }) => settings[mode]).findLast((each) => each !== undefined) ?? defaults[mode],
    ]),
  ) as Pick<Defaults, "enforce" | "warn" | "audit">;
  const named = new Set(layers.flatMap(({ settings }) => Object.keys(settings.rules ?? {})));
  return [
    ...plain("enforce", "warn", "audit", "kubernetesVersion", "gate", "images", "render"),
    ...parts("helm", helmTightenings),
    ...parts("kustomize", kustomizeTightenings),
    ...plain("placeholders"),
    ...[...named].map((id) => {
      const rule = rules.find((each) => each.id === id);
      const unnamed = rule && strictestMode(rule, levels);
      return makeKey(["rules", id], { ...ruleTightening, ...(unnamed && { unnamed }) }, undefined);
    }),
    ...plain("files"),
    ...["runAsUser", "runAsGroup", "writablePaths"].map((name) => makeKey(["fix", name], fixTightening, undefined)),
    ...Object.entries(defaultPolicy.limits).map(([name, fallback]) =>
      makeKey(["limits", name], limitTightening, fallback),
    ),
    ...plain("annotations", "maxAnnotations", "checkName", "suggest", "maxSuggestions"),
    ...plain("sarifFile", "jsonFile", "htmlFile"),
  ];
}

/** What a rule may come to without a mode of its own: a namespace may demand any level of the standard. */
function strictestMode(rule: Rule, levels: Pick<Defaults, "enforce" | "warn" | "audit">): string {
  if (rule.mode) return rule.mode;
  return rule.level === "hardened" ? (modeOf({ ...levels, rules: {} }, rule, "hardened") ?? "off") : "enforce";
}

function makeKey(path: readonly string[], tightening: object, fallback: unknown): Key {
  const [name = "", part] = path;
  return {
    path,
    // The schema has found each value to be of its key's type.
    tightening: tightening as Tightening<unknown>,
    fallback,
    read: ({ settings }) => {
      const value = memberNamed(settings, name);
      if (part !== undefined) return memberNamed(value, part);
      return (name === "helm" || name === "kustomize") && isFields(value) ? true : value;
    },
  };
}

/** A member of a mapping, whatever that is of; `undefined` of anything else. */
function memberNamed(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : undefined;
}

function settleKey({ path, tightening, fallback, read }: Key, layers: readonly PolicyLayer[]): PolicyEntry | Loosening {
  const { unnamed, keeps, remedy, join = (own) => own } = tightening;
  let entry: PolicyEntry = { key: formatPath(path), value: fallback, from: "default" };
  let floor: PolicyEntry | undefined;
  for (const layer of layers) {
    const own = read(layer);
    if (own !== undefined) {
      if (floor && !keeps(own, floor.value))
        return {
          loosening: `${layer.introduce(path)} is ${showValue(own)}, which is looser than the shared policy's ${showValue(floor.value)} (${floor.from}): write ${remedy(floor.value)}, or leave it out.`,
        };
      const from = layer.locate(path);
      const joined = floor && floor.from !== "default" ? join(own, floor.value) : own;
      entry = { ...entry, value: joined, from: joined === own || !floor ? from : `${from}, ${floor.from}` };
    }
    if (!layer.isShared) continue;
    if (entry.from !== "default") floor = entry;
    else if (unnamed !== undefined) floor = { ...entry, value: unnamed };
  }
  return entry;
}

function showValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The layers with a mark on the exemptions that a shared policy below them does not allow. */
function markBarred(layers: readonly PolicyLayer[]): PolicyLayer[] {
  return layers.map((layer, index) => {
    const isBarred = layers.slice(0, index).some(({ isShared, exempting }) => isShared && exempting === "none");
    const exemptions = layer.policy.exemptions.map((each) => ({ ...each, isBarred }));
    return { ...layer, policy: { ...layer.policy, exemptions } };
  });
}

function joinLists(layers: readonly PolicyLayer[]): PolicyLayer["policy"] {
  const isOnTop = (index: number) => layers.slice(0, index).some(({ isShared }) => isShared);
  return {
    // The first that fits holds, of each file: the nearest are named first.
    namespaces: layers.toReversed().flatMap(({ policy }) => policy.namespaces),
    workloads: layers.flatMap(({ policy }, index) =>
      policy.workloads.map((each) => (isOnTop(index) ? { ...each, isAddition: true } : each)),
    ),
    exemptions: layers.flatMap(({ policy }) => policy.exemptions),
  };
}

/** What only configurations can say, in a few words each. */
function nameLists(layers: readonly PolicyLayer[], barredBy: string): PolicyEntry[] {
  return layers.flatMap(({ policy: { namespaces, workloads, exemptions }, locate }) => {
    const toEntry = (path: Path, value: unknown) => ({ key: formatPath(path), value, from: locate(path) });
    return [
      ...namespaces.map(({ name, levels }) => toEntry(["namespaces", name], levels)),
      ...workloads.map(({ apiVersion, kind, holds, path }, index) =>
        toEntry(["workloads", index], `${apiVersion} ${kind}, ${holds} at ${path}`),
      ),
      ...exemptions.map(({ reason, expires, isBarred, path, location: { file, start } }) => {
        const until = expires === null ? "" : ` (until ${expires})`;
        const value = `${reason}${until}${isBarred ? ` (not in force: ${barredBy})` : ""}`;
        // Where a change may add none, they are those of before it: the file has other lines now.
        return { key: formatPath(path), value, from: `${file}:${start.line}` };
      }),
    ];
  });
}

/** Whether an entry says something: `helm: true` does not where its mapping is listed. */
function isTold({ key, value }: PolicyEntry, _: number, entries: readonly PolicyEntry[]): boolean {
  if (value === undefined) return false;
  return value !== true || !entries.some((each) => each.key.startsWith(`${key}.`) && each.value !== undefined);
}

/** Settings of their values by path. */
function nest(values: readonly { readonly path: Path; readonly value: unknown }[]): ConfiguredSettings {
  const nested: Record<string, unknown> = {};
  for (const { path, value } of values) {
    const [name = "", part] = path.map(String);
    if (value === undefined) continue;
    if (part === undefined) nested[name] = value;
    // Charts and overlays that are not rendered stay so, however they would be.
    else if (nested[name] !== false) nested[name] = { ...(isFields(nested[name]) && nested[name]), [part]: value };
  }
  return nested;
}
