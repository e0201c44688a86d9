import { type Configuration, type Policy, readBaseline, readConfiguration } from "../policy/index.ts";
import { rules } from "../rules/index.ts";
import { UsageError } from "../source/errors.ts";
import { type Source, withFullReader } from "../yaml/index.ts";

/** What a repository's own files say, where it has them. */
export interface Written {
  readonly configuration?: Configuration | undefined;
  readonly baseline?: Policy["baseline"] | undefined;
}

/** The configuration and the baseline, checked. Throws a UsageError for a mistake, with its line. */
export async function readWritten(own: Source | undefined, accepted: Source | undefined): Promise<Written> {
  return { configuration: own && (await parsed(own)), baseline: accepted && acceptedIn(accepted) };
}

async function parsed(source: Source): Promise<Configuration> {
  const ids = rules.map(({ id }) => id);
  const read = await withFullReader(() => readConfiguration(source, ids));
  if (!("defects" in read)) return read;
  const [first] = read.defects;
  throw new UsageError(`${source.file}:${first?.line}: ${first?.message}`);
}

function acceptedIn(source: Source): Policy["baseline"] {
  const read = readBaseline(source);
  if ("line" in read) throw new UsageError(`${source.file}:${read.line}: ${read.message}`);
  return read;
}
