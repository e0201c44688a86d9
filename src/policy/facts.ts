import { type Level, levels, parseGroup, type Workload } from "../pod/index.ts";

/** What a finding says of one container, free of lines, files and positions in lists; `container` is null where it speaks of the pod. */
export interface Fact {
  readonly rule: string;
  readonly level: Level;
  readonly container: string | null;
  /** The names of the fields from the container or the pod on: what both can set is called the same. */
  readonly field: string;
  /** What is written there, if that is a word or a number; of a block, a switch or something missing the field says it all. */
  readonly value: string | number | null;
  /** How far it goes, as words without white space: more of these is worse, and one that ends in a path goes as far as all below that path. */
  readonly extent: readonly string[];
}

/** A fact where it was found. */
export interface Occurrence {
  /** The workload that it is about (`workloadKey`). */
  readonly workload: string;
  readonly fact: Fact;
  /** The file in which a person would mend it, from the root of the repository. */
  readonly file: string;
  /** Where in that file: the same for all renderings that show it. */
  readonly place: string;
}

/** A fact that the baseline accepts. */
export interface Accepted extends Fact {
  /** Its number among the entries, from 0. */
  readonly entry: number;
  /** The file in which it is accepted, from the root of the repository; `null` for every file, as the old form of a baseline has it. */
  readonly file: string | null;
  /** In how many places. */
  readonly count: number;
  /** Set where that file is not in the tree any more: the entry stands for what it became, which is none of these files. They had the workload already. */
  readonly gone?: { readonly notIn: readonly string[] };
  /** Where the baseline says so. */
  readonly written: { readonly file: string; readonly line: number };
}

/** Names a workload whatever its API version: `Deployment.apps prod/web`. */
export function workloadKey({ apiVersion, kind, namespace, name }: Workload): string {
  const group = parseGroup(apiVersion);
  return `${kind}${group && `.${group}`} ${namespace === null ? "" : `${namespace}/`}${name}`;
}

type About = Pick<Fact, "rule" | "container">;

/** Facts by rule and container: there may be thousands, and each finding asks for its own. */
export type FactIndex<F extends Fact = Fact> = ReadonlyMap<string, readonly F[]>;

/** Facts as an index; those with the same key stay in their order. */
export function indexFacts<F extends Fact>(facts: readonly F[]): FactIndex<F> {
  const index = new Map<string, F[]>();
  for (const fact of facts) {
    const like = index.get(factKey(fact));
    if (like) like.push(fact);
    else index.set(factKey(fact), [fact]);
  }
  return index;
}

/** The known facts of a rule about a container or the pod. */
export function factsAbout<F extends Fact>(about: About, known: FactIndex<F>): readonly F[] {
  return known.get(factKey(about)) ?? [];
}

function factKey({ rule, container }: About): string {
  return `${rule} ${container ?? "/"}`;
}

/** The known fact, of those that count, that a fact is no worse than: the same rule on the same field, breaking no weaker level and going no further. */
export function findKnown<F extends Fact>(
  fact: Fact,
  known: FactIndex<F>,
  counts: (known: F) => boolean = () => true,
): F | undefined {
  return factsAbout(fact, known).find((before) => counts(before) && isNoWorse(fact, before));
}

/** Whether a fact is no worse than one that is known of the same rule and container. */
export function isNoWorse(fact: Fact, before: Fact): boolean {
  return (
    isSameField(fact, before) &&
    levels.indexOf(before.level) <= levels.indexOf(fact.level) &&
    // What is no longer written is no worse than what was.
    (fact.value === null || fact.value === before.value) &&
    fact.extent.every((item) => before.extent.some((each) => goesAsFar(each, item)))
  );
}

/** Whether two facts say the very same. */
export function isSameFact(a: Fact, b: Fact): boolean {
  const textOf = ({ rule, level, container, field, value, extent }: Fact) =>
    JSON.stringify([rule, level, container, field, value, extent]);
  return textOf(a) === textOf(b);
}

/** Whether one item of an extent is another, or the folder around it: `write:/var` goes as far as `write:/var/log`. */
function goesAsFar(known: string, item: string): boolean {
  return known === item || (known.includes("/") && item.startsWith(known.endsWith("/") ? known : `${known}/`));
}

/** Whether two facts are about one field. Where a block is missing now, something worse may have stood in it: an Unconfined profile, say. */
function isSameField({ field, level }: Fact, before: Fact): boolean {
  const wasWorse = levels.indexOf(before.level) < levels.indexOf(level);
  return before.field === field || (wasWorse && before.field.startsWith(`${field}.`));
}

/** A fact for people to read: `privileged, container "app": securityContext.privileged`. */
export function factText({ rule, container, field, value }: Omit<Fact, "level" | "extent">): string {
  const who = container === null ? "" : `, container ${JSON.stringify(container)}`;
  return `${rule}${who}: ${field}${value === null ? "" : ` = ${JSON.stringify(value)}`}`;
}
