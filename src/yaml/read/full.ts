import {
  isAlias,
  isMap,
  isScalar,
  type Alias as YamlAlias,
  type YAMLMap as YamlMapping,
  type ParsedNode as YamlNode,
  type Scalar as YamlScalar,
  type YAMLSeq as YamlSequence,
} from "yaml";
import { type Range, startOfLine } from "../position.ts";
import {
  type Alias,
  type Content,
  type Mapping,
  type MappingEntry,
  type Node,
  resolve,
  type Scalar,
  type Sequence,
} from "../tree.ts";
import type { Word } from "./go/grammar.ts";
import { isLimitSentence } from "./limits.ts";
import { Unreadable } from "./refusals.ts";
import { keyName, resolvePlain, resolveTagged } from "./scalar.ts";
import { parse } from "./syntax.ts";

/** What was read of a document, or why it can't be read. Offsets are those of the whole file. */
export type TreeReading =
  | {
      /** Missing where the document holds nothing but comments. */
      readonly tree?: Node;
      readonly aliases: readonly Alias[];
      /** The offset at which text starts that Kubernetes doesn't read. */
      readonly ends?: number;
    }
  | { readonly error: string; readonly offset: number };

/** The tree of a document, of whatever Kubernetes takes for YAML. `offset` is where its text starts in the file; offsets in errors are the file's too. */
export function readFully(text: string, offset: number): TreeReading {
  const [chunk, base] = text.startsWith("\uFEFF") ? [text.slice(1), offset + 1] : [text, offset];
  try {
    const { root, words, ends } = parse(chunk.endsWith("\n") ? chunk : `${chunk}\n`);
    const aliases: Alias[] = [];
    const tree = root && isWritten(root) ? convert(root, words, chunk, base, aliases) : undefined;
    const [rest] = /^(?:\s|#.*)*(?=[^\s#])/.exec(chunk.slice(ends)) ?? [];
    return { ...(tree && { tree }), aliases, ...(rest !== undefined && { ends: base + ends + rest.length }) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { message } = error;
    return {
      error: isTemplate(chunk) && !isLimitSentence(message) ? unrendered : message,
      offset: base + error.offset,
    };
  }
}

/** A template's own errors would only confuse. */
const unrendered = "This is a template, not YAML: render it, then review what it makes.";

function isTemplate(text: string): boolean {
  return /\{\{[-\s]*[\w.$("/]/.test(text);
}

/** The tree of the package's tree, with the words of the text; every alias in it is added to `aliases`. */
function convert(
  root: YamlNode,
  words: ReadonlyMap<number, Word>,
  chunk: string,
  base: number,
  aliases: Alias[],
): Node {
  /** `null` while the anchored node is being read. */
  const anchors = new Map<string, Content | null>();
  return member(root, 0);

  function node(from: YamlNode): Node {
    return isAlias(from) ? alias(from) : anchored(from.anchor, () => content(from));
  }

  function content(from: Exclude<YamlNode, YamlAlias>): Content {
    if (isScalar(from)) return scalar(from);
    return isMap(from) ? mapping(from) : sequence(from);
  }

  function anchored<N extends Content>(name: string | undefined, make: () => N): N {
    if (name) anchors.set(name, null);
    const made = make();
    // An anchor of the same name inside this node counts from there on.
    if (name && anchors.get(name) === null) anchors.set(name, made);
    return made;
  }

  function alias(from: YamlAlias.Parsed): Alias {
    const [start] = spanOf(from);
    const target = anchors.get(from.source);
    if (target === null)
      throw new Unreadable(`The anchor &${from.source} holds its own alias. Write out what is meant.`, start);
    if (!target)
      throw new Unreadable(
        `The alias *${from.source} has no anchor before it. Define &${from.source} above it.`,
        start,
      );
    const made: Alias = { kind: "alias", range: rangeOf(from), target };
    aliases.push(made);
    return made;
  }

  function scalar(from: YamlScalar.Parsed): Scalar {
    const [start] = spanOf(from);
    const word = words.get(start);
    if (!word) return empty(start, null);
    const end = Math.min(word.end, chunk.length);
    return { kind: "scalar", range: range(start, end), value: valueAt(start, word), style: word.style };
  }

  function empty(at: number, value: Scalar["value"]): Scalar {
    return { kind: "scalar", range: range(at, at), value, style: "plain" };
  }

  function valueAt(start: number, { value: text, style, tag }: Word): Scalar["value"] {
    const value = tag !== undefined ? resolveTagged(tag, text) : style === "plain" ? resolvePlain(text) : text;
    if (value === undefined)
      throw new Unreadable(`\`${text}\` does not fit its tag. Remove the tag, or correct the value.`, start);
    return value;
  }

  function mapping(from: YamlMapping.Parsed): Mapping {
    const entries = from.items.map(({ key, value }) => entry(key, value, spanOf(from)[0]));
    return { kind: "mapping", range: collectionRange(from, entries.at(-1)?.node), flow: from.flow === true, entries };
  }

  function entry(key: YamlNode | null, value: YamlNode | null, mappingStart: number): MappingEntry {
    const keyRange = key ? rangeOf(key) : range(mappingStart, mappingStart);
    const name = key ? nameOf(key) : undefined;
    if (name === undefined)
      throw new Unreadable(
        "This key is not a word, and Kubernetes refuses it. Put it in quotes, or check the indent.",
        keyRange.start - base,
      );
    const merge = key !== null && isMergeKey(key);
    const made = member(value, keyRange.end - base);
    if (merge && !isMergeable(made)) {
      throw new Unreadable("Only a mapping, or a list of mappings, can be merged with `<<`.", keyRange.start - base);
    }
    return { key: name, keyRange, merge, node: made };
  }

  function nameOf(key: YamlNode): string | undefined {
    const target = isWritten(key) ? resolve(node(key)) : undefined;
    if (target?.kind !== "scalar") return undefined;
    return keyName(target.value, words.get(target.range.start - base)?.value ?? "");
  }

  function isMergeKey(key: YamlNode): boolean {
    const word = isScalar(key) ? words.get(spanOf(key)[0]) : undefined;
    if (word?.value !== "<<") return false;
    if (word.tag === undefined) return word.style === "plain";
    return word.tag === "!" || word.tag === "tag:yaml.org,2002:merge";
  }

  function sequence(from: YamlSequence.Parsed): Sequence {
    const items = from.items.map((item) => member(item, spanOf(item)[0]));
    return { kind: "sequence", range: collectionRange(from, items.at(-1)), flow: from.flow === true, items };
  }

  /** A value of the document; at `offset`, where there is not even a place for it. JSON has no infinity. */
  function member(from: YamlNode | null, offset: number): Node {
    const made = from && isWritten(from) ? node(from) : empty(from ? spanOf(from)[0] : offset, null);
    const target = resolve(made);
    if (target.kind !== "scalar" || typeof target.value !== "number" || Number.isFinite(target.value)) return made;
    const [start, end] = [made.range.start - base, made.range.end - base];
    const word = chunk.slice(start, end);
    throw new Unreadable(`\`${word}\` is not a number to Kubernetes. Put it in quotes if it is a word.`, start);
  }

  /**
   * A block collection ends where its last part does, not behind the comments and empty lines below it. It starts in its column:
   * an anchor or tag before its first key, on the same line, is the key's.
   */
  function collectionRange(from: YamlMapping.Parsed | YamlSequence.Parsed, last: Node | undefined): Range {
    const { start, end } = rangeOf(from);
    if (from.flow || !last) return { start, end };
    const line = chunk.slice(startOfLine(chunk, start - base), start - base);
    return { start: start - (/(?:[&!]\S*[ \t]+)+$/.exec(line)?.[0].length ?? 0), end: last.range.end };
  }

  function rangeOf(from: YamlNode): Range {
    const [start, end] = spanOf(from);
    return range(start, isScalar(from) ? Math.min(words.get(start)?.end ?? end, chunk.length) : end);
  }

  function range(start: number, end: number): Range {
    return { start: base + start, end: base + end };
  }
}

function spanOf({ range: [start, end] }: YamlNode): [start: number, end: number] {
  return [start, end];
}

/** Whether anything of a node is in the text. */
function isWritten(node: YamlNode): boolean {
  return !isScalar(node) || node.range[0] < node.range[1] || node.anchor !== undefined || node.tag !== undefined;
}

/** An alias of a list of mappings is refused, odd as that is (goyaml.v2/decode.go, `merge`). */
function isMergeable(node: Node): boolean {
  const sources = node.kind === "sequence" ? node.items : [node];
  return sources.every((source) => resolve(source).kind === "mapping");
}
