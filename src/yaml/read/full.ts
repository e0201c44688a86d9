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
import { type Range, startOfGap, startOfLine } from "../position.ts";
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
import { keyName, resolvePlain, resolveTagged } from "./scalar.ts";
import { parse, Unreadable } from "./syntax.ts";

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

/**
 * The tree of a document, by the `yaml` package; it alone knows every corner of the language.
 * `base` is the chunk's offset in its file; offsets in errors are the file's too.
 */
export function readFully(chunk: string, base: number): TreeReading {
  try {
    const { root, ends } = parse(chunk);
    const aliases: Alias[] = [];
    const tree = root && !isNothing(root) ? convert(root, chunk, base, aliases) : undefined;
    return { ...(tree && { tree }), aliases, ...(ends !== undefined && { ends: base + ends }) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { error: isTemplate(chunk) ? unrendered : error.message, offset: base + error.offset };
  }
}

/** A template's own errors would only confuse. */
const unrendered = "This is a template, not YAML: render it, then review what it makes.";

function isTemplate(text: string): boolean {
  return /\{\{[-\s]*[\w.$("/]/.test(text);
}

/** The tree of the package's tree; every alias in it is added to `aliases`. */
function convert(root: YamlNode, chunk: string, base: number, aliases: Alias[]): Node {
  /** `null` while the anchored node is being read. */
  const anchors = new Map<string, Content | null>();
  return node(root);

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
    const [start, end] = spanOf(from);
    const text = String(from.value ?? "");
    const style = styles[from.type ?? "PLAIN"] ?? "plain";
    const value = from.tag ? resolveTagged(from.tag, text) : style === "plain" ? resolvePlain(text) : text;
    if (value === undefined)
      throw new Unreadable(`\`${text}\` does not fit its tag. Remove the tag, or correct the value.`, start);
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new Unreadable(`\`${text}\` is not a number to Kubernetes. Put it in quotes if it is a word.`, start);
    }
    return {
      kind: "scalar",
      range: range(start, style === "block" ? endOfBlockScalar(chunk, start, end) : end),
      value,
      style,
    };
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
    if (name.startsWith("?"))
      throw new Unreadable("Readers disagree on a key that starts with `?`. Put it in quotes.", keyRange.start - base);
    const merge = key !== null && isMergeKey(key);
    const made = value && !isNothing(value) ? node(value) : nothing(value, afterColon(keyRange.end - base));
    if (merge && !isMergeable(made)) {
      throw new Unreadable("Only a mapping, or a list of mappings, can be merged with `<<`.", keyRange.start - base);
    }
    return { key: name, keyRange, merge, node: made };
  }

  function nameOf(key: YamlNode): string | undefined {
    const made = node(key);
    const target = resolve(made);
    if (target.kind !== "scalar" || target.value === null) return undefined;
    return isScalar(key) && !key.tag && target.style === "plain" ? keyName(String(key.value)) : String(target.value);
  }

  function sequence(from: YamlSequence.Parsed): Sequence {
    const items = from.items.map((item) =>
      isNothing(item) ? nothing(item, startOfGap(chunk, spanOf(item)[0])) : node(item),
    );
    return { kind: "sequence", range: collectionRange(from, items.at(-1)), flow: from.flow === true, items };
  }

  /** Where nothing is written: behind the anchor, where there is one, else at `offset`. */
  function nothing(from: YamlNode | null, offset: number): Scalar {
    const anchor = from && !isAlias(from) ? from.anchor : undefined;
    const at = anchor && from ? startOfGap(chunk, spanOf(from)[0]) : offset;
    const made: Scalar = { kind: "scalar", range: range(at, at), value: null, style: "plain" };
    return anchored(anchor, () => made);
  }

  function afterColon(keyEnd: number): number {
    const colon = chunk.indexOf(":", keyEnd);
    return colon === -1 || chunk.slice(keyEnd, colon).trim() !== "" ? keyEnd : colon + 1;
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
    return range(...spanOf(from));
  }

  function range(start: number, end: number): Range {
    return { start: base + start, end: base + end };
  }
}

const styles: { readonly [type: string]: Scalar["style"] } = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

function spanOf({ range: [start, end] }: YamlNode): [start: number, end: number] {
  return [start, end];
}

function isNothing(node: YamlNode): boolean {
  return isScalar(node) && node.range[0] === node.range[1] && !node.tag;
}

function isMergeKey(key: YamlNode): boolean {
  return isScalar(key) && key.value === "<<" && (key.tag ? /^!$|:merge$/.test(key.tag) : key.type === "PLAIN");
}

/** An alias of a list of mappings is refused, odd as that is (goyaml.v2/decode.go, `merge`). */
function isMergeable(node: Node): boolean {
  const sources = node.kind === "sequence" ? node.items : [node];
  return sources.every((source) => resolve(source).kind === "mapping");
}

/** The end of a block scalar's last line; of all its empty lines too where `+` keeps them. Spaces beyond its indent are text. */
function endOfBlockScalar(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  const indent = /\n( *)[^ \r\n]/.exec(written)?.[1]?.length ?? 0;
  const keeps = /^[|>]\d?\+/.test(written);
  return start + written.replace(keeps ? /\r?\n$/ : new RegExp(`(\\r?\\n {0,${indent}})+$`), "").length;
}
