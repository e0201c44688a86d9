import type { Value } from "./graphql-query.ts";

/** An object of the schema: its type and what its fields resolve to. */
export interface Node {
  readonly type: string;
  readonly fields: Readonly<Record<string, Resolver>>;
}

export type Resolved = Value | Node | readonly Resolved[];
export type Arguments = Readonly<Record<string, Value>>;
export type Resolver = Resolved | ((given: Arguments) => Resolved | Promise<Resolved>);

/** An error that GitHub reports in `errors` beside the data. */
export class FieldError extends Error {
  override readonly name = "FieldError";
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
