import type { Container } from "../../pod/index.ts";
import { textsIn } from "./programs.ts";

/** A program of an image whose file carries capabilities: it can't be executed where one of them may not be gained. */
export interface CapableProgram {
  readonly path: string;
  /** Without `CAP_`. */
  readonly capabilities: readonly string[];
}

/** The capable programs of a container's image by whether the container is seen to start them; none where nobody looked into its layers. */
export function capableProgramsOf(container: Container): Record<"started" | "others", readonly CapableProgram[]> {
  const found = Object.entries(container.imageConfig?.fileCapabilities ?? {});
  const programs = found.map(([path, capabilities]) => ({ path, capabilities }));
  const words = startWords(container);
  const isStarted = ({ path }: CapableProgram) => words.length === 0 || startsProgram(words, path);
  return { started: programs.filter(isStarted), others: programs.filter((each) => !isStarted(each)) };
}

/**
 * The words that start a container: `command` replaces the image's ENTRYPOINT and CMD, `args` its CMD (Kubernetes documentation, "Define a Command and
 * Arguments for a Container").
 */
function startWords({ spec, imageConfig }: Container): readonly string[] {
  const [command, args] = [textsIn(spec.command), textsIn(spec.args)];
  if (command.length > 0) return [...command, ...args];
  return [...(imageConfig?.entrypoint ?? []), ...(args.length > 0 ? args : (imageConfig?.cmd ?? []))];
}

/** Whether words start a program: the first one by its path or name, others by its path, which they hand to a wrapper (`tini -- /server`) or a shell. */
function startsProgram([first = "", ...others]: readonly string[], path: string): boolean {
  const name = path.slice(path.lastIndexOf("/"));
  // A name without its folders is looked up in PATH or the working folder: any folder may be meant.
  const isFirst = first.startsWith("/") ? first === path : `/${first}`.endsWith(name);
  return isFirst || [first, ...others].some((word) => word.split(/[\s"'`;|&()=]+/).includes(path));
}
