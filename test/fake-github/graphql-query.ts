export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

export interface Field {
  readonly kind: "field";
  /** The name in the answer: the alias, or the field's own name. */
  readonly key: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, Value>>;
  readonly selections: readonly Selection[];
}

export interface Fragment {
  readonly kind: "fragment";
  /** The type that it applies to; undefined for all types. */
  readonly type: string | undefined;
  readonly selections: readonly Selection[];
}

export type Selection = Field | Fragment;

export interface Operation {
  readonly type: "query" | "mutation";
  readonly selections: readonly Selection[];
}

/** A query that this reader does not understand. Either of them may be at fault. */
export class QueryError extends Error {
  override readonly name = "QueryError";
}

type Variables = Readonly<Record<string, unknown>>;
type Take = (expected?: string) => string;

interface Reader {
  readonly peek: () => string | undefined;
  /** Takes the next token, which must be the expected one if that is given. */
  readonly take: Take;
  readonly variables: Variables;
  readonly fragments: Map<string, Fragment>;
}

const tokenPattern =
  /[\s,\uFEFF]+|#[^\n\r]*|("""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|\.\.\.|[!$&()=:@[\]{|}]|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*)/gy;

/** Reads the one operation of a query, with its variables and fragments put in their places. */
export function readQuery(text: string, variables: Variables): Operation {
  const operation = read(text, variables, new Map());
  // A fragment may come after its use, so the text is read again with all of them known.
  return operation.fragments.size === 0 ? operation : read(text, variables, operation.fragments);
}

function read(text: string, given: Variables, known: ReadonlyMap<string, Fragment>) {
  const tokens = tokenize(text);
  const variables: Record<string, unknown> = { ...given };
  const fragments = new Map(known);
  let at = 0;
  const take: Take = (expected) => {
    const token = tokens[at++];
    if (token === undefined) throw new QueryError("the query ends too early");
    if (expected !== undefined && token !== expected) throw new QueryError(`expected ${expected}, found ${token}`);
    return token;
  };
  const reader: Reader = { peek: () => tokens[at], take, variables, fragments };
  const operations: Operation[] = [];
  while (at < tokens.length) {
    const word = reader.peek() === "{" ? "query" : take();
    if (word === "fragment") {
      const name = take();
      take("on");
      const type = take();
      fragments.set(name, { kind: "fragment", type, selections: readSelections(reader) });
    } else if (word === "query" || word === "mutation") {
      if (reader.peek() !== "{" && reader.peek() !== "(") take();
      if (reader.peek() === "(") readVariables(reader, variables);
      operations.push({ type: word, selections: readSelections(reader) });
    } else throw new QueryError(`a query can't begin with ${word}`);
  }
  const [operation] = operations;
  if (operation === undefined || operations.length > 1) throw new QueryError("there must be one operation");
  return { ...operation, fragments };
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw new QueryError(`unexpected text: ${text.slice(start, start + 20)}`);
    if (match[1] !== undefined) tokens.push(match[1]);
  }
  return tokens;
}

function readVariables(reader: Reader, variables: Record<string, unknown>): void {
  reader.take("(");
  const declared = new Set<string>();
  while (reader.peek() !== ")") {
    reader.take("$");
    const name = reader.take();
    declared.add(name);
    reader.take(":");
    const open = (token: string | undefined) => token === "[" || token === "]" || token === "!";
    while (open(reader.peek())) reader.take();
    reader.take();
    let required = false;
    while (open(reader.peek())) required = reader.take() === "!";
    if (reader.peek() === "=") {
      reader.take();
      const value = readValue(reader);
      variables[name] ??= value;
    } else if (required && (variables[name] ?? null) === null) {
      throw new QueryError(`Variable $${name} was provided invalid value`);
    } else variables[name] ??= null;
  }
  reader.take(")");
  for (const name of Object.keys(variables))
    if (!declared.has(name)) throw new QueryError(`variable $${name} is given but not declared`);
}

function readSelections(reader: Reader): Selection[] {
  reader.take("{");
  const selections: Selection[] = [];
  while (reader.peek() !== "}") selections.push(reader.peek() === "..." ? readFragment(reader) : readField(reader));
  reader.take("}");
  if (selections.length === 0) throw new QueryError("a selection is empty");
  return selections;
}

function readFragment(reader: Reader): Fragment {
  reader.take("...");
  if (reader.peek() === "{") return { kind: "fragment", type: undefined, selections: readSelections(reader) };
  const name = reader.take();
  if (name !== "on") return reader.fragments.get(name) ?? { kind: "fragment", type: undefined, selections: [] };
  const type = reader.take();
  return { kind: "fragment", type, selections: readSelections(reader) };
}

function readField(reader: Reader): Field {
  const key = readName(reader);
  const aliased = reader.peek() === ":";
  if (aliased) reader.take();
  const name = aliased ? readName(reader) : key;
  const given: Record<string, Value> = {};
  if (reader.peek() === "(") {
    reader.take();
    while (reader.peek() !== ")") {
      const argument = readName(reader);
      reader.take(":");
      given[argument] = readValue(reader);
    }
    reader.take();
  }
  const selections = reader.peek() === "{" ? readSelections(reader) : [];
  return { kind: "field", key, name, arguments: given, selections };
}

function readName({ take }: Reader): string {
  const name = take();
  if (!/^[_A-Za-z]/.test(name)) throw new QueryError(`expected a name, found ${name}`);
  return name;
}

function readValue(reader: Reader): Value {
  const token = reader.take();
  if (token === "$") {
    const name = readName(reader);
    if (!(name in reader.variables)) throw new QueryError(`Variable $${name} is used but not declared`);
    return reader.variables[name] as Value;
  }
  if (token.startsWith('"""')) return token.slice(3, -3).replaceAll('\\"""', '"""');
  if (token.startsWith('"')) return JSON.parse(token) as string;
  if (/^-?\d/.test(token)) return Number(token);
  if (token === "true" || token === "false") return token === "true";
  if (token === "null") return null;
  if (token === "[") {
    const items: Value[] = [];
    while (reader.peek() !== "]") items.push(readValue(reader));
    reader.take();
    return items;
  }
  if (token === "{") {
    const entries: Record<string, Value> = {};
    while (reader.peek() !== "}") {
      const name = readName(reader);
      reader.take(":");
      entries[name] = readValue(reader);
    }
    reader.take();
    return entries;
  }
  // The value of an enumeration is its name.
  if (/^[_A-Za-z]/.test(token)) return token;
  throw new QueryError(`unexpected ${token}`);
}
