import { countContainers, findShapeDefects, isDefinitionText, mayHoldWorkload } from "../pod/index.ts";
import type { Policy } from "../policy/index.ts";
import {
  type Document,
  excessFor,
  type Manifest,
  type Problem,
  read,
  type Source,
  sourcePlaceOf,
  type Unread,
  withFullReader,
} from "../yaml/index.ts";
import { findOmission, noteOmissions, type Omission } from "./omissions.ts";

/** A manifest, without the errors for which it is passed over. */
export interface ReadManifest extends Manifest {
  readonly omission: Omission | undefined;
}

/** The documents of a file that can hold a workload; all but definitions where the user named the file. Call it within `withFullReader`. */
export function readManifest(source: Source, policy: Policy): ReadManifest {
  const manifest = source.unread ? reportUnread(source, source.unread) : readDocuments(source, policy);
  const isReadable = (text: string) => !readDocuments({ file: source.file, text }, policy).problems.some(isError);
  const omission = findOmission(source, manifest, isReadable);
  return omission
    ? { ...manifest, problems: manifest.problems.filter((problem) => !isError(problem)), omission }
    : { ...manifest, omission };
}

/** What can't be read in manifests, and what is passed over, for a command that does not review them. */
export function findReadingProblems(sources: readonly Source[], policy: Policy): Promise<Problem[]> {
  return withFullReader(() => {
    const manifests = sources.map((source) => readManifest(source, policy));
    return [
      ...manifests.flatMap(({ problems }) => problems),
      ...noteOmissions(manifests.flatMap(({ omission }) => omission ?? [])),
    ];
  });
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}

function reportUnread({ file, text }: Source, { line, reason }: Unread): Manifest {
  const message = `This file could not be read: ${reason.replace(/\.?$/, ".")}`;
  return { file, text, documents: [], problems: [{ severity: "error", file, line, message }] };
}

function readDocuments(source: Source, policy: Policy): Manifest {
  const { limits } = policy;
  const { documents, problems, ...manifest } = read(source, {
    matters: source.named ? (text) => !isDefinitionText(text) : mayHoldWorkload,
    limits,
  });
  const kept: Document[] = [];
  const excesses: Problem[] = [];
  for (const document of documents) {
    // Each container takes some characters, unless aliases repeat it.
    const length = document.range.end - document.range.start;
    const mayExceed = length > limits.containersPerDocument || document.aliases.length > 0;
    const count = mayExceed ? countContainers(document, policy) : 0;
    const excess = excessFor("containersPerDocument", count, limits);
    if (excess === undefined) kept.push(document);
    else excesses.push(problemAtStart(document, excess));
  }
  return { ...manifest, documents: kept, problems: [...problems, ...excesses] };
}

/** What keeps a whole document from being evaluated. */
export function problemAtStart(document: Document, message: string): Problem {
  const { file, start } = sourcePlaceOf(document, [], {
    start: document.range.start,
    end: document.range.start,
  }).location;
  return { severity: "error", file, line: start.line, message };
}

/** Kubernetes objects of a shape that can't be judged. */
export function findShapeProblems(document: Document, policy: Policy): Problem[] {
  return findShapeDefects(document, policy).map(({ at, message }) => {
    const { file, start } = sourcePlaceOf(document, at).location;
    return { severity: "error", file, line: start.line, message };
  });
}
