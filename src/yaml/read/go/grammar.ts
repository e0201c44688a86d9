import type { Scalar } from "../../tree.ts";
import { maxHeight, maxLexemes, tooDeep, tooMany } from "../excess.ts";
import { refuse, Unreadable } from "../refusals.ts";
import type { YamlToken } from "./scanner.ts";
import { type Handles, resolveTag } from "./tags.ts";
import { scan } from "./tokens.ts";

/** The first document of a text, if it keeps to go-yaml's grammar. */
export interface Sentence {
  /** What is written, in order, and where blocks and keys start and end. */
  readonly tokens: readonly YamlToken[];
  /** The words by where they start; one of nothing but an anchor or a tag, by where that ends. */
  readonly words: ReadonlyMap<number, Word>;
  /** The offset of what follows the document; Kubernetes doesn't read it. */
  readonly ends: number;
  /** The offset up to which the text was looked at. */
  readonly seen: number;
}

export interface Word {
  readonly value: string;
  readonly style: Scalar["style"];
  readonly end: number;
  readonly tag?: string;
}

/** Reads the first document of a text as go-yaml's parser does (go-yaml parserc.go). Throws `Unreadable` where that refuses it. */
export function parseSentence(text: string): Sentence {
  const { next, cursor } = scan(text);
  const tokens: YamlToken[] = [];
  const words = new Map<number, Word>();
  const handles: Handles = new Map();
  let ahead: YamlToken | undefined;
  let depth = 0;

  document();
  return { tokens, words, ends: peek().kind === "document-end" ? peek().end : peek().start, seen: cursor.at };

  function peek(): YamlToken {
    ahead ??= next();
    return ahead;
  }

  function take(): YamlToken {
    const token = peek();
    ahead = undefined;
    if (token.kind !== "directive") tokens.push(token);
    if (tokens.length > maxLexemes) throw new Unreadable(tooMany, token.start);
    return token;
  }

  function isNext(...kinds: YamlToken["kind"][]): boolean {
    return kinds.includes(peek().kind);
  }

  function document(): void {
    if (isNext("stream-end")) return;
    if (isNext("directive", "document-start")) {
      const { start } = peek();
      directives();
      if (!isNext("document-start")) throw refuse("did not find expected <document start>", start);
      take();
      if (isNext("directive", "document-start", "document-end", "stream-end")) {
        nothing();
        return;
      }
    }
    node("block");
    // Looking for what follows finds what is wrong with it.
    peek();
  }

  function directives(): void {
    let hasVersion = false;
    for (let token = peek(); token.kind === "directive"; token = peek()) {
      const { directive, start } = token;
      if (directive.name === "YAML") {
        if (hasVersion) throw refuse("found duplicate %YAML directive", start);
        if (directive.version !== "1.1") throw refuse("found incompatible YAML document", start);
        hasVersion = true;
      } else if (handles.has(directive.handle)) throw refuse("found duplicate %TAG directive", start);
      else handles.set(directive.handle, directive.prefix);
      take();
    }
  }

  function node(place: "block" | "value" | "flow"): void {
    if (++depth > maxHeight) throw new Unreadable(tooDeep, peek().start);
    if (isNext("alias")) take();
    else content(place);
    depth--;
  }

  function content(place: "block" | "value" | "flow"): void {
    const properties = takeProperties();
    const token = peek();
    if (token.kind === "scalar") {
      take();
      const { start, end, value, style } = token;
      words.set(start, { value, style, end, ...(properties?.tag !== undefined && { tag: properties.tag }) });
    } else if (token.kind === "-" && place === "value") listAtKey();
    else if (token.kind === "[") flowSequence();
    else if (token.kind === "{") flowMapping();
    else if (token.kind === "block-sequence" && place !== "flow") blockSequence();
    else if (token.kind === "block-mapping" && place !== "flow") blockMapping();
    else if (properties) nothing(properties.tag);
    else throw refuse("did not find expected node content", token.start);
  }

  /** A word without characters, right behind what is written before it. */
  function nothing(tag?: string): void {
    const at = tokens.findLast(({ start, end }) => start < end)?.end ?? 0;
    tokens.push({ kind: "scalar", start: at, end: at, value: "", style: "plain" });
    if (tag !== undefined) words.set(at, { value: "", style: "plain", end: at, tag });
  }

  /** An anchor and a tag, in any order, at most one of each. */
  function takeProperties(): { readonly tag?: string } | undefined {
    let tag: string | undefined;
    let hasAnchor = false;
    for (let token = peek(); ; token = peek()) {
      if (token.kind === "tag" && tag === undefined) tag = resolveTag(token.tag, handles, token.start);
      else if (token.kind === "anchor" && !hasAnchor) hasAnchor = true;
      else break;
      take();
    }
    return hasAnchor || tag !== undefined ? { ...(tag !== undefined && { tag }) } : undefined;
  }

  function blockSequence(): void {
    take();
    while (isNext("-")) {
      take();
      if (isNext("-", "block-end")) nothing();
      else node("block");
    }
    if (!isNext("block-end")) throw refuse("did not find expected '-' indicator", peek().start);
    take();
  }

  /** A list at the column of its key, which no token starts or ends. */
  function listAtKey(): void {
    while (isNext("-")) {
      take();
      if (isNext("-", "?", ":", "block-end")) nothing();
      else node("block");
    }
  }

  function blockMapping(): void {
    take();
    while (isNext("?")) {
      keyOrValue();
      if (isNext(":")) keyOrValue();
      else nothing();
    }
    if (!isNext("block-end")) throw refuse("did not find expected key", peek().start);
    take();
  }

  function keyOrValue(): void {
    take();
    if (isNext("?", ":", "block-end")) nothing();
    else node("value");
  }

  function flowSequence(): void {
    take();
    for (let isFirst = true; !isNext("]"); isFirst = false) {
      if (!isFirst) {
        if (!isNext(",")) throw refuse("did not find expected ',' or ']'", peek().start);
        take();
        if (isNext("]")) break;
      }
      if (isNext("?")) pairInSequence();
      else node("flow");
    }
    take();
  }

  /** go-yaml passes over the sign behind a `?` without a key, and misses it then. */
  function pairInSequence(): void {
    take();
    if (isNext(":", ",", "]")) {
      nothing();
      take();
    } else node("flow");
    flowValue("]");
  }

  function flowValue(close: "]" | "}"): void {
    if (isNext(":")) {
      take();
      if (!isNext(",", close)) {
        node("flow");
        return;
      }
    }
    nothing();
  }

  function flowMapping(): void {
    take();
    for (let isFirst = true; !isNext("}"); isFirst = false) {
      if (!isFirst) {
        if (!isNext(",")) throw refuse("did not find expected ',' or '}'", peek().start);
        take();
        if (isNext("}")) break;
      }
      if (isNext("?")) pairInMapping();
      else {
        node("flow");
        nothing();
      }
    }
    take();
  }

  function pairInMapping(): void {
    take();
    if (isNext(":", ",", "}")) nothing();
    else node("flow");
    flowValue("}");
  }
}
