import { posix } from "node:path";
import {
  addressForm,
  type Configuration,
  formatAddress,
  isCommitId,
  isSameAddress,
  layerOf,
  type PolicyAddress,
  type PolicyEntry,
  type PolicyLayer,
  parseAddress,
} from "../policy/index.ts";
import type { Source } from "../yaml/index.ts";
import { UsageError } from "./errors.ts";
import { parseConfiguration } from "./own-files.ts";

/** A repository that policies are read from: the one that is judged, or another one at a ref. */
export interface PolicyRepository {
  /** Tells it, at its ref, from all others: `acme/policy@v1`; empty for the one that is judged. */
  readonly name: string;
  /** Where it is read, as in "there is no such file in …". */
  readonly where: string;
  /** The commit that is read, in words for a list; empty for the repository that is judged. */
  readonly commit: string;
  /** What is to be said of its ref. */
  readonly notes: readonly string[];
  /** Reads a file by its path from the top; `undefined` where there is none. Throws a UsageError where it can't be read. */
  readonly read: (path: string) => Promise<Source | undefined>;
}

/** A configuration, and where it was read. */
export interface PlacedConfiguration {
  readonly configuration: Configuration;
  readonly repository: PolicyRepository;
  /** From the top of the repository. */
  readonly path: string;
}

/** Opens another repository. Throws a UsageError where it can't be opened: a sentence that `asker` begins. */
export type OpenRepository = (address: PolicyAddress, asker: string) => Promise<PolicyRepository>;

/** The configurations that judge a repository, as layers of its policy. */
export interface PolicyStack {
  /** The undermost first. */
  readonly layers: readonly PolicyLayer[];
  /** Which policies are extended, by whom, and at which commit. */
  readonly entries: readonly PolicyEntry[];
  /** What a reader has to know: which ref moves, and which file does not apply. */
  readonly notes: readonly string[];
}

/** A policy in another repository that a run is told to judge by. */
export interface NamedPolicy {
  readonly address: PolicyAddress;
  /** Who names it: `--config` or `input config`. */
  readonly from: string;
  /** The same, to begin a sentence. */
  readonly asker: string;
}

/**
 * Stacks what judges a repository: its own configuration on top of all that it extends; or, where a policy of another repository is named, that one, with the
 * repository's own on top if that extends it. Throws a UsageError where one can't be read.
 */
export async function stackPolicies(
  own: PlacedConfiguration | undefined,
  named: NamedPolicy | undefined,
  open: OpenRepository,
): Promise<PolicyStack> {
  if (!named)
    return own ? describeStack(await follow(own, open, () => true), 1) : { layers: [], entries: [], notes: [] };
  const { address, asker, from } = named;
  const shared = await follow(await readPolicyAt(address, asker, open), open, () => true);
  const steps = own ? await follow(own, open, (wanted) => !parseAddress(wanted)) : [];
  const wanted = parseAddress(steps[0]?.configuration.extends ?? "");
  const isExtending = wanted !== undefined && isSameAddress(wanted, address);
  const { layers, entries, notes } = describeStack(isExtending ? [...shared, ...steps] : shared, isExtending ? 1 : 0);
  const unused = own && !isExtending ? [describeUnused(own, steps[0] ?? own, address)] : [];
  const top = shared.slice(-1).map((each) => ({ key: "config", value: nameWithCommit(each), from }));
  return { layers, entries: [...top, ...entries], notes: [...notes, ...unused] };
}

/** Whether the shared policy lets only that be exempted which held before a change. */
export function allowsOnlyBefore({ layers }: PolicyStack): boolean {
  return countUnbound(layers) > 0;
}

/** The stack with the exemptions that count for a change: above a policy that allows only earlier exemptions, those of the base. */
export function exemptAsBefore(stack: PolicyStack, before: PolicyStack): PolicyStack {
  const held = before.layers.slice(countUnbound(before.layers)).flatMap(({ policy }) => policy.exemptions);
  const unbound = countUnbound(stack.layers);
  const layers = stack.layers.map((layer, index) => {
    if (index < unbound) return layer;
    const exemptions = index === stack.layers.length - 1 ? held : [];
    return { ...layer, policy: { ...layer.policy, exemptions } };
  });
  return { ...stack, layers };
}

/** The number of layers, from the undermost on, whose exemptions always hold, where one of them allows only what held before a change; else 0. */
function countUnbound(layers: readonly PolicyLayer[]): number {
  return layers.findIndex(({ isShared, exempting }) => isShared && exempting === "base") + 1;
}

function describeUnused(own: PlacedConfiguration, last: PlacedConfiguration, address: PolicyAddress): string {
  const wanted = last.configuration.extends;
  const instead = wanted === undefined ? "it does not extend it" : `${last.configuration.file} extends ${wanted}`;
  return `${own.configuration.file} does not apply: the policy in force is ${formatAddress(address)}, and ${instead}.`;
}

/** Makes layers of configurations, the undermost first. All but the last `own` ones are shared. */
function describeStack(chain: readonly PlacedConfiguration[], own: 0 | 1): PolicyStack {
  return {
    layers: chain.map(({ configuration }, index) => layerOf(configuration, index < chain.length - own)),
    entries: chain.toReversed().flatMap((each, index, fromTop) => {
      const below = fromTop[index + 1];
      const { file, lineOf } = each.configuration;
      return below ? [{ key: "extends", value: nameWithCommit(below), from: `${file}:${lineOf("extends")}` }] : [];
    }),
    notes: [...new Set(chain.flatMap(({ repository }) => repository.notes))],
  };
}

function nameWithCommit({ configuration: { file }, repository: { commit } }: PlacedConfiguration): string {
  return commit === "" ? file : `${file} (${commit})`;
}

/** The most policies on top of each other. */
const mostExtended = 10;

/** Follows `extends` as far as it may be followed: the undermost first, and the start last. Throws a UsageError where one can't be read, or for a circle. */
async function follow(
  start: PlacedConfiguration,
  open: OpenRepository,
  mayFollow: (wanted: string) => boolean,
): Promise<PlacedConfiguration[]> {
  const chain = [start];
  for (let current = start; ; ) {
    const { extends: wanted } = current.configuration;
    if (wanted === undefined || !mayFollow(wanted)) return chain.toReversed();
    const next = await readExtended(current, wanted, open);
    const isKnown = ({ repository, path }: PlacedConfiguration) =>
      repository.name === next.repository.name && path === next.path;
    if (chain.some(isKnown)) {
      const circle = [...chain, next].map(({ configuration }) => configuration.file).join(" extends ");
      throw new UsageError(
        `${introduceExtends(current)} goes round in a circle: ${circle}. Leave it out of one of them.`,
      );
    }
    if (chain.length > mostExtended)
      throw new UsageError(
        `${introduceExtends(current)} puts more than ${mostExtended} policies on top of each other: merge some of them.`,
      );
    chain.push(next);
    current = next;
  }
}

async function readPolicyAt(address: PolicyAddress, asker: string, open: OpenRepository): Promise<PlacedConfiguration> {
  const repository = await open(address, asker);
  const source = await repository.read(address.path);
  if (!source) throw new UsageError(`${asker}: there is no such file in ${repository.where}.`);
  return { configuration: await parseConfiguration(source), repository, path: address.path };
}

async function readExtended(
  from: PlacedConfiguration,
  wanted: string,
  open: OpenRepository,
): Promise<PlacedConfiguration> {
  const { repository, path } = from;
  const address = parseAddress(wanted);
  if (address) return readPolicyAt(address, introduceExtends(from), open);
  const target = posix.join(posix.dirname(path), wanted);
  if (wanted.startsWith("/") || /^\.\.(\/|$)/.test(target))
    throw new UsageError(
      `${introduceExtends(from)} leads out of the repository: a file in another one is written as ${addressForm}.`,
    );
  const source = await repository.read(target);
  if (!source)
    throw new UsageError(
      `${introduceExtends(from)}: there is no such file in ${repository.where}. A file in another repository is written as ${addressForm}.`,
    );
  return { configuration: await parseConfiguration(source), repository, path: target };
}

/** Begins a sentence on what a configuration extends. */
function introduceExtends({ configuration: { file, lineOf, extends: wanted } }: PlacedConfiguration): string {
  return `${file}:${lineOf("extends")}: extends ${JSON.stringify(wanted)}`;
}

/** Describes another repository at the commit that a ref names. */
export function describeRef(
  { owner, repository, ref }: PolicyAddress,
  commit: string,
  isBranch: boolean,
): Omit<PolicyRepository, "read"> {
  const name = `${owner}/${repository}`;
  const moves = `The policy of ${name} is read at the branch ${ref}, now at commit ${commit}: the next run may read another. A tag or a commit holds still.`;
  return {
    name: `${name.toLowerCase()}@${ref}`,
    where: `${name} at ${isCommitId(ref) ? commit.slice(0, 7) : `${ref} (commit ${commit.slice(0, 7)})`}`,
    commit: `commit ${commit}`,
    notes: isBranch ? [moves] : [],
  };
}

/** Where the commit of a ref is looked for, in this order. As in git, a tag comes before a branch. */
export function refsFor(ref: string): readonly { readonly name: string; readonly isBranch: boolean }[] {
  if (isCommitId(ref)) return [{ name: ref, isBranch: false }];
  return [
    { name: `tags/${ref}`, isBranch: false },
    { name: `heads/${ref}`, isBranch: true },
  ];
}

/** The most bytes of a policy: of larger files GitHub's API shows no content. */
export const policyLimit = 1024 * 1024;
