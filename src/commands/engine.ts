import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Loads a part of the program, and has Node.js (22 and later) keep its compiled code between runs, in the user's own cache: a third of a short run.
 * NODE_DISABLE_COMPILE_CACHE=1 turns it off.
 */
export async function keptCompiled<T>(load: () => Promise<T>): Promise<T> {
  const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "secctx");
  if (module.enableCompileCache?.(folder).directory === undefined) return load();
  const { setFlagsFromString } = await import("node:v8");
  // What is kept is what was compiled by the end of the loading: by itself V8 compiles a function when it is called first.
  setFlagsFromString("--no-lazy");
  try {
    return await load();
  } finally {
    // Node's own modules are compiled already, for the flags that it starts with.
    setFlagsFromString("--lazy");
  }
}

/**
 * To be called before so many manifests are gone through. Of what is made for the first of them most is still in use when V8, which begins with little
 * room, looks for what is not: it would take that for the rule, and keep what is made of all others for long, a tenth of a long run's time. In a short
 * one it is cheaper to let it, since what Node.js loads of its own from here on is compiled anew.
 */
export async function expectMany(manifests: number): Promise<void> {
  if (manifests < 500) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--no-allocation-site-pretenuring");
}
