import type { Container, Mode, Pod, Setting } from "../pod/index.ts";
import { type Fact, type FactIndex, indexFacts, workloadKey } from "../policy/index.ts";
import type { Violation } from "../rules/index.ts";
import {
  canonicalText,
  type Document,
  isFields,
  isList,
  sourcePlaceOf,
  startsWith,
  type Value,
  valueAt,
} from "../yaml/index.ts";
import { groupBy } from "./groups.ts";
import { containerKey, isPod, nameSteps, type Subject } from "./subjects.ts";

/** What a subject was before the change, its containers under the names that they have now. */
export interface Counterpart {
  readonly facts: FactIndex<BaseFact>;
  /** By `containerKey`. */
  readonly containers: ReadonlyMap<string, Container>;
}

/** What was so at the base, and how far it was let pass there. */
export interface BaseFact extends Fact {
  readonly mode: Mode | undefined;
  /** Whether an ignore, an exemption or the baseline covered it. */
  readonly isIgnored: boolean;
}

/** The counterpart of each subject of the head, by `sourcePlaceOf`; a subject that is new has none. */
export type Before = ReadonlyMap<string, Counterpart>;

/** A subject of the base, and what the rules say of it. */
export interface BaseSubject {
  readonly subject: Subject;
  readonly facts: readonly BaseFact[];
}

/**
 * Finds each subject of the head at the base, each of the base at most once: first the same object in the same file, then the same object in any file, and
 * last one that differs only in its name, or in its name and its images.
 */
export function pairWithBase(heads: readonly Subject[], bases: readonly BaseSubject[]): Before {
  const heading = heads.map((subject) => ({ subject, ...traitsOf(subject) }));
  const based = bases.map((base) => ({ ...base, ...traitsOf(base.subject) }));
  const keys: ((traits: Traits) => string)[] = [
    ({ file, id, shape }) => JSON.stringify([file, id, shape]),
    ({ file, id }) => JSON.stringify([file, id]),
    ({ id, shape }) => JSON.stringify([id, shape]),
    ({ id }) => id,
    ({ kind, shape }) => JSON.stringify([kind, shape]),
    ({ kind, frame }) => JSON.stringify([kind, frame]),
    ({ id, maker }) => JSON.stringify(maker ?? [id]),
  ];
  const pairs = pairByKeys(heading, based, keys);
  // One more list of values renders a workload again that was there before, in another rendering.
  const releaseKey = ({ release, id }: Traits) => JSON.stringify([release, id]);
  const released = groupBy(based, releaseKey);
  for (const head of heading) {
    const again = head.release === undefined || pairs.has(head) ? [] : (released.get(releaseKey(head)) ?? []);
    const base = again.find(({ shape }) => shape === head.shape) ?? again[0];
    if (base) pairs.set(head, base);
  }
  return new Map([...pairs].map(([{ subject }, base]) => [subjectPlace(subject), counterpartOf(subject, base)]));
}

/** Pairs items that have a key in common, by the first key before the second; each item is in at most one pair. */
function pairByKeys<H, B>(
  heads: readonly H[],
  bases: readonly B[],
  keys: readonly ((item: H | B) => string)[],
): Map<H, B> {
  const pairs = new Map<H, B>();
  const taken = new Set<B>();
  for (const key of keys) {
    const open = new Map<string, B[]>();
    for (const base of bases) {
      if (taken.has(base)) continue;
      const like = open.get(key(base));
      if (like) like.push(base);
      else open.set(key(base), [base]);
    }
    for (const like of open.values()) like.reverse();
    for (const head of heads) {
      const base = pairs.has(head) ? undefined : open.get(key(head))?.pop();
      if (!base) continue;
      taken.add(base);
      pairs.set(head, base);
    }
  }
  return pairs;
}

/** Names a place in the manifests: the same for one that is read again. */
export function subjectPlace(subject: Subject): string {
  const { index } = subject.document;
  return JSON.stringify([textOf(subject.document), index, isPod(subject) ? subject.path : subject.object]);
}

/** Names the text of a document: its file, and for one of several renderings its values and what deploys it. */
function textOf({ file, rendering }: Document): string {
  return rendering ? JSON.stringify([file, rendering.values, rendering.deployer]) : file;
}

/** What a subject is known by. */
interface Traits {
  readonly file: string;
  readonly id: string;
  readonly kind: string;
  /** All of the pod but the names of its containers, whatever its order. */
  readonly shape: string;
  /** The same without their images. */
  readonly frame: string;
  /** The chart or overlay that it is rendered of and what deploys that, whatever the values. */
  readonly release: string | undefined;
  /** The file that makes it and its kind, where each rendering gives it another name. */
  readonly maker: readonly string[] | undefined;
}

function traitsOf(subject: Subject): Traits {
  const { document, workload, object } = subject;
  const own = valueAt(document.value, object) ?? null;
  const path = isPod(subject) ? nameSteps(own, subject.path.slice(object.length)).join(".") : "";
  const describe = (...left: readonly string[]) =>
    isPod(subject) ? canonicalText(omitFromContainers(subject.spec, left)) : JSON.stringify(subject.labels);
  const kind = `${workloadKey({ ...workload, namespace: null, name: "" })} ${path}`;
  const isRandom = document.rendering && !sourcePlaceOf(document, [...object, "metadata", "name"]).isExact;
  return {
    release: document.rendering && JSON.stringify([document.file, document.rendering.deployer]),
    maker: isRandom ? [textOf(document), kind, sourcePlaceOf(document, object).location.file] : undefined,
    file: textOf(document),
    id: `${workloadKey(workload)} ${path}`,
    kind,
    shape: describe("name"),
    frame: describe("name", "image"),
  };
}

function omitFromContainers(spec: Pod["spec"], left: readonly string[]): Value {
  const entries = Object.entries(spec).map(([key, value]): [string, Value] => {
    if (!/ontainers$/.test(key) || !isList(value)) return [key, value];
    return [key, value.map((container) => omit(container, left))];
  });
  return Object.fromEntries(entries);
}

function omit(value: Value, left: readonly string[]): Value {
  return isFields(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !left.includes(key))) : value;
}

/** Pairs containers by name and type. One that has another name now is paired by all else that it says, or by all but its image. */
function counterpartOf(head: Subject, { subject: base, facts }: BaseSubject): Counterpart {
  const pairs = pairByKeys(isPod(head) ? head.containers : [], isPod(base) ? base.containers : [], [
    containerKey,
    ({ type, spec }) => `${type} ${canonicalText(omit(spec, ["name"]))}`,
    ({ type, spec }) => `${type} ${canonicalText(omit(spec, ["name", "image"]))}`,
  ]);
  const nameNow = new Map([...pairs].map(([now, then]) => [containerKey(then), containerKey(now)]));
  const renamed = facts.flatMap((fact) => {
    if (fact.container === null) return fact;
    const container = nameNow.get(fact.container);
    return container === undefined ? [] : { ...fact, container };
  });
  return {
    facts: indexFacts(renamed),
    containers: new Map([...pairs].map(([now, then]) => [containerKey(now), then])),
  };
}

/** A value that containers had from their pod, and that nobody sets any more, is missing on the pod: there the change took it away. */
export function moveToPod(violation: Violation, pod: Pod, before: Counterpart): Violation {
  const { at: place, origin, containers } = violation;
  if (origin !== "default" || containers.length === 0) return violation;
  const wasOnPod = containers.every((container) => {
    const { context } = container;
    const field = String(place[(startsWith(place, context) ? context : pod.context).length]);
    const then: SettingsByField | undefined = before.containers.get(containerKey(container))?.effective;
    return then?.[field]?.origin === "pod";
  });
  if (!wasOnPod) return violation;
  const own = containers.find(({ context }) => startsWith(place, context))?.context;
  return {
    ...violation,
    at: own ? [...pod.context, ...place.slice(own.length)] : place,
    message: (say) => `${violation.message(say)} Before this change the pod set it.`,
  };
}

type SettingsByField = Readonly<Record<string, Setting<unknown> | undefined>>;
