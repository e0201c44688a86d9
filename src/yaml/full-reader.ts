import { isAlias, isMap, isScalar, type Node as YamlNode, parseAllDocuments, type YAMLError, type YAMLMap, type YAMLSeq } from "yaml";
import type { Range } from "../types.ts";
import { resolvePlain, resolveTagged } from "./scalar.ts";
import { type Entry, type Node, resolve, type Scalar } from "./tree.ts";

export type Reading =
  /** No `tree`: nothing but comments. `ends`: the offset at which text starts that Kubernetes doesn't read. */
  { readonly tree?: Node; readonly ends?: number } | { readonly error: string; readonly offset: number };

/**
 * The tree of a document, by the `yaml` package; it alone knows every corner of the language.
 * `base` is the chunk's offset in its file; offsets in errors are the file's too.
 */
export function readFully(chunk: string, base: number): Reading {
  try {
    // `failsafe` leaves every scalar as its text: what it means is for scalar.ts to say.
    const options = { schema: "failsafe", uniqueKeys: false, strict: false, prettyErrors: false, logLevel: "silent" } as const;
    const [document, next] = [...parseAllDocuments(chunk, options)];
    if (!document) return {};
    const error = document.errors.find((each) => !isTolerated(each));
    if (error) return { error: explain(error, chunk), offset: base + error.pos[0] };
    const ends = next?.contents ? { ends: base + (next.contents.range?.[0] ?? 0) } : {};
    return document.contents ? { tree: convert(document.contents, chunk, base), ...ends } : ends;
  } catch (error) {
    if (error instanceof Unreadable) return { error: isTemplate(chunk) ? unrendered : error.message, offset: error.offset };
    if (error instanceof RangeError) return { error: "This document is nested too deeply to be read.", offset: base };
    throw error;
  }
}

/** libyaml, which Kubernetes uses, takes a closing bracket at any indent. */
function isTolerated(error: YAMLError): boolean {
  return error.code === "BAD_INDENT" && error.message.startsWith("Flow ");
}

function explain({ message, code }: YAMLError, chunk: string): string {
  if (isTemplate(chunk)) return unrendered;
  if (code === "TAB_AS_INDENT") return "This is not YAML: a tab indents the line. Use spaces.";
  return `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.?$/, ".")}`;
}

const unrendered = "This is a template, not YAML: render it, then review what it makes.";

function isTemplate(chunk: string): boolean {
  return /\{\{[-\s]*[\w.$("/]/.test(chunk);
}

class Unreadable extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

function convert(root: YamlNode, chunk: string, base: number): Node {
  const anchors = new Map<string, Node>();
  return node(root);

  function node(from: YamlNode): Node {
    const [start, end] = from.range ?? [0, 0];
    if (isAlias(from)) {
      const target = anchors.get(from.source);
      if (!target) throw new Unreadable(`The alias *${from.source} has no anchor before it.`, base + start);
      return { kind: "alias", range: range(start, end), target };
    }
    const made = isScalar(from) ? scalar(from) : isMap(from) ? mapping(from) : sequence(from as YAMLSeq<YamlNode>);
    if ("anchor" in from && from.anchor) anchors.set(from.anchor, made);
    return made;
  }

  function scalar(from: YamlNode & { value?: unknown; source?: string; type?: string }): Scalar {
    const [start, end] = from.range ?? [0, 0];
    const text = String(from.value ?? "");
    const style = styles[from.type ?? "PLAIN"] ?? "plain";
    if (from.tag?.startsWith("tag:yaml.org,2002:") || from.tag === "!") {
      const value = resolveTagged(from.tag, text);
      if (value === undefined) throw new Unreadable(`"${text}" does not go with its tag ${from.tag}.`, base + start);
      return { kind: "scalar", range: range(start, end), value, style };
    }
    return { kind: "scalar", range: range(start, end), value: style === "plain" ? resolvePlain(text) : text, style };
  }

  function mapping(from: YAMLMap<unknown, unknown>): Node {
    const entries = from.items.map((pair): Entry => {
      const key = pair.key as YamlNode | null;
      const [keyStart, keyEnd] = key?.range ?? [0, 0];
      if (key && !isScalar(key) && !isAlias(key)) throw new Unreadable("Only a word can be a key here.", base + keyStart);
      const keyNode = key ? resolve(node(key)) : undefined;
      const written = key && isScalar(key) ? String(key.value ?? "") : keyNode?.kind === "scalar" ? String(keyNode.value) : "";
      const merge = written === "<<" && isScalar(key) && (key.type === "PLAIN" || key.type === undefined);
      const value = pair.value as YamlNode | null;
      const made = value && !isNothing(value) ? node(value) : nothing(afterColon(keyEnd), value);
      if (merge && !mergeable(made)) throw new Unreadable("Only a mapping can be merged with <<.", base + keyStart);
      return { key: written, keyRange: range(keyStart, keyEnd), merge, node: made };
    });
    const [start, end] = from.range ?? [0, 0];
    return { kind: "mapping", range: collection(start, end, from.flow, entries.at(-1)?.node.range.end), flow: from.flow === true, entries };
  }

  function sequence(from: YAMLSeq<YamlNode>): Node {
    const items = from.items.map((item) => (isPairLike(item) ? mapping(asMapping(item)) : node(item)));
    const [start, end] = from.range ?? [0, 0];
    return { kind: "sequence", range: collection(start, end, from.flow, items.at(-1)?.range.end), flow: from.flow === true, items };
  }

  /** Where nothing is written: zero-width, right behind the colon. An anchor or tag there still counts. */
  function nothing(offset: number, written: YamlNode | null): Scalar {
    const made: Scalar = { kind: "scalar", range: range(offset, offset), value: null, style: "plain" };
    if (written && "anchor" in written && written.anchor) anchors.set(written.anchor, made);
    return made;
  }

  function afterColon(keyEnd: number): number {
    const colon = chunk.indexOf(":", keyEnd);
    return colon === -1 || chunk.slice(keyEnd, colon).trim() !== "" ? keyEnd : colon + 1;
  }

  /** A block collection ends where its last item does, not behind the comments and empty lines below it. */
  function collection(start: number, end: number, flow: boolean | undefined, last: number | undefined): Range {
    return flow || last === undefined ? range(start, end) : { start: base + start, end: last };
  }

  function range(start: number, end: number): Range {
    return { start: base + start, end: base + end };
  }
}

const styles: Record<string, Scalar["style"]> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

function isNothing(node: YamlNode): boolean {
  return isScalar(node) && node.range?.[0] === node.range?.[1] && !node.tag;
}

function mergeable(node: Node): boolean {
  const target = resolve(node);
  if (target.kind === "sequence") return target.items.every((item) => resolve(item).kind === "mapping");
  return target.kind === "mapping";
}

/** `[a: 1]`: a pair in a flow list is a mapping of one key. */
function isPairLike(item: unknown): boolean {
  return typeof item === "object" && item !== null && "key" in item && !("items" in item) && !("source" in item);
}

function asMapping(pair: unknown): YAMLMap<unknown, unknown> {
  const { key, value } = pair as { key: YamlNode; value: YamlNode | null };
  const end = value?.range?.[1] ?? key.range?.[1] ?? 0;
  return { items: [pair], flow: true, range: [key.range?.[0] ?? 0, end, end] } as unknown as YAMLMap<unknown, unknown>;
}
