import { type Container, findNamespaces, findPods, type Namespace, type Pod } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import { type Document, memberOf, type Path, startsWith, type Value } from "../yaml/index.ts";

/** What rules speak of. */
export type Subject = Pod | Namespace;

/** Everything in a document that rules can speak of, in the order of the text; nothing of what is judged by what it deploys. */
export function findSubjects(document: Document, policy: Policy): Subject[] {
  const subjects = [...findPods(document, policy), ...findNamespaces(document, policy)];
  const { evaluated } = document;
  if (!evaluated) return subjects;
  return subjects.filter((subject) => {
    const place = isPod(subject) ? subject.path : subject.object;
    return !evaluated.some((path) => startsWith(place, path));
  });
}

/** Whether a subject is a pod; else it is a Namespace. */
export function isPod(subject: Subject): subject is Pod {
  return "containers" in subject;
}

/** Whether a subject is a Namespace; else it is a pod. */
export function isNamespace(subject: Subject): subject is Namespace {
  return !isPod(subject);
}

/** The steps of a path, list items by their names where they have one: the same after a list was put in another order. */
export function nameSteps(root: Value, path: Path): (string | number)[] {
  let value: Value | undefined = root;
  return path.map((step) => {
    value = memberOf(value, step);
    const name = typeof step === "number" ? memberOf(value, "name") : step;
    return typeof name === "string" ? name : step;
  });
}

/** A path as a key of maps and sets. */
export function keyOf(path: Path): string {
  return JSON.stringify(path);
}

/** What facts call a container: an init container is another one than an app container of the same name. */
export function containerKey({ name, type }: Pick<Container, "name" | "type">): string {
  return type === "app" ? name : `${name} (${type})`;
}
