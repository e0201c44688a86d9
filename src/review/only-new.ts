import type { Container, Namespace, Pod } from "../pod/index.ts";
import { type Fact, workloadKey } from "../policy/index.ts";
import { isFields, isList, type Path, type Value } from "../yaml/index.ts";

/** What rules speak of. */
export type Subject = Pod | Namespace;

/** A subject of the base, and what the rules say of it. */
export interface Judged {
  readonly subject: Subject;
  readonly facts: readonly Fact[];
}

/** What a subject was before the change, its containers under the names that they have now. */
export interface Earlier {
  readonly facts: readonly Fact[];
  readonly containers: ReadonlyMap<string, Container>;
}

/** What each subject of the head was at the base, by `placeOf`; nothing for one that is new. */
export type Before = ReadonlyMap<string, Earlier>;

/**
 * Finds each subject of the head at the base, each of the base at most once: the same object in the same file first, wherever it went next, and last
 * one that has another name and nothing else.
 */
export function pairUp(heads: readonly Subject[], bases: readonly Judged[]): Before {
  const pairs = new Map<string, Earlier>();
  const here = heads.map((subject) => ({ subject, ...signsOf(subject) }));
  const there = bases.map((judged) => ({ judged, ...signsOf(judged.subject) }));
  const passes: ((signs: Signs) => string)[] = [
    ({ file, id, shape }) => JSON.stringify([file, id, shape]),
    ({ file, id }) => JSON.stringify([file, id]),
    ({ id, shape }) => JSON.stringify([id, shape]),
    ({ id }) => id,
    ({ kind, shape }) => JSON.stringify([kind, shape]),
  ];
  const taken = new Set<Judged>();
  for (const sign of passes) {
    const open = new Map<string, (typeof there)[number][]>();
    // The first is the last, to be taken from the end.
    for (const each of there.toReversed()) {
      if (taken.has(each.judged)) continue;
      const alike = open.get(sign(each));
      if (alike) alike.push(each);
      else open.set(sign(each), [each]);
    }
    for (const each of here) {
      const place = placeOf(each.subject);
      const found = pairs.has(place) ? undefined : open.get(sign(each))?.pop();
      if (!found) continue;
      taken.add(found.judged);
      pairs.set(place, earlier(each.subject, found.judged));
    }
  }
  return pairs;
}

/** Names a place in the manifests: the same for one that is read again. */
export function placeOf({ document, object, ...subject }: Subject): string {
  return JSON.stringify([document.file, document.index, "path" in subject ? subject.path : object]);
}

/** What a subject is known by. */
interface Signs {
  readonly file: string;
  readonly id: string;
  readonly kind: string;
  /** All of the pod but the names of its containers, whatever its order. */
  readonly shape: string;
}

function signsOf(subject: Subject): Signs {
  const { document, workload } = subject;
  const key = workloadKey(workload);
  const path = "path" in subject ? namesOf(document.value, subject.path) : "";
  return {
    file: document.file,
    id: `${key} ${path}`,
    kind: `${workloadKey({ ...workload, namespace: null, name: "" })} ${path}`,
    shape: "spec" in subject ? ordered(nameless(subject.spec)) : JSON.stringify(subject.labels),
  };
}

/** A path without positions in lists: what has a name there is called by it. */
function namesOf(root: Value, path: Path): string {
  let value: Value | undefined = root;
  const steps = path.map((step) => {
    value = isList(value) ? value[Number(step)] : isFields(value) ? value[step] : undefined;
    return typeof step === "string" ? step : isFields(value) && typeof value.name === "string" ? value.name : "";
  });
  return steps.join(".");
}

function nameless(spec: Pod["spec"]): Value {
  const entries = Object.entries(spec).map(([key, value]): [string, Value] => {
    if (!/ontainers$/.test(key) || !isList(value)) return [key, value];
    return [key, value.map(withoutName)];
  });
  return Object.fromEntries(entries);
}

function withoutName(value: Value): Value {
  if (!isFields(value)) return value;
  const { name: _, ...rest } = value;
  return rest;
}

/** A value as text, the same for every order of keys and of list items. */
function ordered(value: Value): string {
  if (isList(value)) return `[${value.map(ordered).toSorted().join()}]`;
  if (!isFields(value)) return JSON.stringify(value);
  return `{${Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${ordered(value[key] as Value)}`)
    .join()}}`;
}

/** Containers by their names; one that has another name by all the rest. */
function earlier(head: Subject, { subject: base, facts }: Judged): Earlier {
  const containers = new Map<string, Container>();
  const names = new Map<string, string>();
  const ofHead = "containers" in head ? head.containers : [];
  const ofBase = new Set("containers" in base ? base.containers : []);
  for (const sign of [(each: Container) => each.name, (each: Container) => ordered(withoutName(each.spec))]) {
    const open = new Map<string, Container[]>();
    for (const each of [...ofBase].reverse()) {
      const alike = open.get(sign(each));
      if (alike) alike.push(each);
      else open.set(sign(each), [each]);
    }
    for (const container of ofHead) {
      const found = containers.has(container.name) ? undefined : open.get(sign(container))?.pop();
      if (!found) continue;
      ofBase.delete(found);
      containers.set(container.name, found);
      names.set(found.name, container.name);
    }
  }
  const renamed = facts.flatMap((fact) => {
    if (fact.container === null) return [fact];
    const name = names.get(fact.container);
    return name === undefined ? [] : [{ ...fact, container: name }];
  });
  return { facts: renamed, containers };
}
