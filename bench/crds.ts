/**
 * CustomResourceDefinitions as operators ship them: a few lines of their own, then a schema with sentences about each property, in which a pod is described as
 * anything else is. Some are huge, most are not. The same in every run.
 */
export function* crds(count: number, characters: number): Generator<string> {
  const random = randomNumbers(58);
  const weights = Array.from({ length: count }, () => 0.1 + random() ** 4 * 6);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) yield crd(`Kind${index}`, (characters * weight) / total, random);
}

function crd(kind: string, characters: number, random: () => number): string {
  const name = kind.toLowerCase();
  const head = `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}s.fleet.example.com
spec:
  group: fleet.example.com
  names:
    kind: ${kind}
    plural: ${name}s
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
`;
  const properties: string[] = [];
  for (let length = head.length; length < characters; length += properties.at(-1)?.length ?? 0)
    properties.push(property(`${words(1, random)}${properties.length}`, 10, random));
  return head + properties.join("");
}

/** A property at an indentation, with the properties of an object below it, to a depth of six. */
function property(name: string, indentation: number, random: () => number): string {
  const space = " ".repeat(indentation);
  const description = Array.from({ length: 1 + random() * 4 }, () => `${space}    ${words(12, random)}.\n`).join("");
  const isObject = indentation < 34 && random() < 0.45;
  const inner = Array.from({ length: isObject ? 1 + random() * 5 : 0 }, (_, index) =>
    property(`${words(1, random)}${index}`, indentation + 4, random),
  );
  const body = isObject
    ? `${space}  type: object\n${space}  properties:\n${inner.join("")}`
    : random() < 0.3
      ? `${space}  type: array\n${space}  items:\n${space}    type: string\n`
      : `${space}  type: string\n`;
  return `${space}${name}:\n${space}  description: |-\n${description}${body}`;
}

function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(" ");
}

/** Numbers from 0 to 1, the same for a seed on every machine (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Among them the names that a search for pods must pass over. */
const vocabulary =
  "affinity and are container containers controller default each field for image is labels limits list may name namespace object of only podTemplate ports privileged reference replicas resources runs securityContext selector spec template that the tolerations value volumes when".split(
    " ",
  );
