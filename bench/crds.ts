/** How many definitions there are, and how many characters they have together at least. */
export const crdCount = 182;
const characters = 58e6;

/**
 * CustomResourceDefinitions as operators ship them: little of their own, then a schema as deep as the objects it describes,
 * each property with sentences about it. A few are huge, most are not. The same in every run.
 */
export function* crds(): Generator<string> {
  const next = randoms(58);
  const weights = Array.from({ length: crdCount }, () => 0.1 + next() ** 4 * 6);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) yield crd(index, (characters * weight) / total, next);
}

function crd(index: number, size: number, next: () => number): string {
  const kind = `${pick(nouns, index)}${pick(nouns, Math.floor(index / nouns.length) + 7)}`;
  const plural = `${kind.toLowerCase()}s`;
  const lines = [
    "---",
    "apiVersion: apiextensions.k8s.io/v1",
    "kind: CustomResourceDefinition",
    "metadata:",
    "  annotations:",
    "    controller-gen.kubebuilder.io/version: v0.16.5",
    `  name: ${plural}.fleet${index % 12}.example.com`,
    "spec:",
    `  group: fleet${index % 12}.example.com`,
    "  names:",
    `    kind: ${kind}`,
    `    listKind: ${kind}List`,
    `    plural: ${plural}`,
    `    singular: ${kind.toLowerCase()}`,
    "  scope: Namespaced",
    "  versions:",
    "  - name: v1",
    "    additionalPrinterColumns:",
    "    - jsonPath: .status.conditions[?(@.type=='Ready')].status",
    "      name: Ready",
    "      type: string",
    "    schema:",
    "      openAPIV3Schema:",
    `        description: ${sentence(next)}`,
    "        properties:",
  ];
  let left = size - lines.join("\n").length;
  const page: Page = {
    write: (depth, text) => {
      lines.push(" ".repeat(depth) + text);
      left -= depth + text.length + 1;
    },
    isFull: () => left <= 0,
  };
  for (let property = 0; !page.isFull(); property++) schema(10, `${pick(names, property)}${property}`, next, page);
  lines.push("        type: object", "    served: true", "    storage: true", "    subresources:", "      status: {}");
  return `${lines.join("\n")}\n`;
}

interface Page {
  readonly write: (depth: number, text: string) => void;
  readonly isFull: () => boolean;
}

/** One property and what is in it; objects hold others, to six levels. */
function schema(depth: number, name: string, next: () => number, page: Page): void {
  const { write, isFull } = page;
  write(depth, `${name}:`);
  write(depth + 2, "description: |-");
  for (let line = 0; line <= next() * 4; line++) write(depth + 4, sentence(next));
  const levels = (depth - 10) / 4;
  const choice = next();
  if (levels < 6 && choice < 0.45) {
    write(depth + 2, "properties:");
    for (let property = 0; property < 1 + next() * 5 && !(property > 0 && isFull()); property++)
      schema(depth + 4, `${pick(names, Math.floor(next() * 999))}${property}`, next, page);
    write(depth + 2, "type: object");
    if (choice < 0.1) write(depth + 2, "x-kubernetes-map-type: atomic");
  } else if (choice < 0.6) {
    write(depth + 2, "items:");
    write(depth + 4, "type: string");
    write(depth + 2, "type: array");
    write(depth + 2, "x-kubernetes-list-type: set");
  } else if (choice < 0.7) {
    write(depth + 2, "anyOf:");
    write(depth + 2, "- type: integer");
    write(depth + 2, "- type: string");
    write(depth + 2, "pattern: ^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))$");
    write(depth + 2, "x-kubernetes-int-or-string: true");
  } else write(depth + 2, `type: ${pick(["string", "boolean", "integer"], Math.floor(choice * 99))}`);
}

function sentence(next: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(next() * 8) }, () => pick(vocabulary, Math.floor(next() * 9999)));
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? "";
}

/** Numbers from 0 to 1, the same for a seed on every machine (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const nouns =
  "Alert Backup Broker Bucket Cache Channel Cluster Gateway Index Key Lake Mesh Node Policy Queue Route".split(" ");
// The names that a search for pods has to pass over are among them: a schema describes a pod as it describes anything.
const names =
  "affinity containers endpoint image interval labels limits matchExpressions mode podTemplate port replicas resources retries securityContext selector spec storage template timeout tolerations volumes".split(
    " ",
  );
const vocabulary =
  "a all an and applied are as be before by can container containers controller default defines disabled each every field for given if in is it its list may must name namespace no not object of on one only optional or pod privileged reference rejected runs schedules secret set should specified that the then to updated used user value when which will with".split(
    " ",
  );
