import { join } from "node:path";
import { lineAt, type Path, type Problem, pointAt, valueAt } from "../../yaml/index.ts";
import type { RenderOptions } from "../rendered.ts";
import type { RunResult } from "../run.ts";
import type { Closure } from "./closure.ts";
import { type Kustomization, referencesIn } from "./kustomizations.ts";

/** Why a build failed, in kustomize's own last words, where these say that it is. */
export function problemOf(
  { stderr, excess }: RunResult,
  closure: Closure,
  { repository, show, tool }: Pick<RenderOptions, "repository" | "show" | "tool">,
): Problem {
  const { root } = closure;
  const lines = withoutLogFrame(stderr)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const raw = (lines.at(-1) ?? "it ended without a word").trim().slice(-4000);
  const said = lastWords(raw)
    .replaceAll(`${repository}/`, "")
    .replaceAll(repository, ".")
    .replace(/literal sources \[.*?\]: /, "literal sources: ")
    .slice(0, 1000);
  const { file, line } =
    excess === undefined ? placeOfFailure(raw, closure, show) : { file: root.document.file, line: 1 };
  const advice = raw.includes("is not in or below")
    ? "Set kustomize.loadRestrictor to none if this is meant."
    : "Correct it, or leave it out (kustomize.roots).";
  const message = `${show(root.folder) || "."} could not be built: ${excess === undefined ? said : `${tool.kind} ${excess}`}. ${advice}`;
  return { severity: "error", file, line, message };
}

/** What kubectl says, without the frame that its log puts around it: a time, a process and Go's quotes (k8s.io/klog, "structured logging"). */
function withoutLogFrame(stderr: string): string {
  const [, block, quoted] = /^E\d{4} .* err=(?:<\n(.*?)\n >$|"((?:[^"\\]|\\.)*)")/ms.exec(stderr) ?? [];
  return block ?? quoted?.replace(/\\([nt"\\])/g, (_, letter) => unquoted[letter] ?? letter) ?? stderr;
}

const unquoted: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** The cause, without the way to it that kustomize tells before. */
function lastWords(raw: string): string {
  const inner = raw
    .slice(Math.max(0, raw.lastIndexOf("recursed accumulation of path '")))
    .replace(/^recursed accumulation of path '[^']*': |^(?:Error|error): |^`?: /, "");
  const start = inner.lastIndexOf("accumulation err='");
  const folder = "': must build at directory: ";
  const end = inner.lastIndexOf(folder);
  // A name that is not a file may be a folder.
  const last = inner.slice(end + folder.length);
  const cause =
    start === -1 || end < start
      ? inner
      : last.endsWith("file is not directory")
        ? inner.slice(start + "accumulation err='".length, end)
        : last;
  return cause.replace(/\s*\.?$/, "");
}

function placeOfFailure(
  raw: string,
  { root, kustomizations, files }: Closure,
  show: RenderOptions["show"],
): { file: string; line: number } {
  // The innermost is the last that is named.
  const named = [...kustomizations.values()].toReversed();
  const isNamed = ({ folder }: Kustomization) => raw.includes(`'${folder}'`);
  const own = named.find((each) => each !== root && isNamed(each)) ?? root;
  const [, key] = /(?:unknown field "|field Kustomization\.)([^".\s]*)/.exec(raw) ?? [];
  if (key !== undefined) return lineOf(own, [key]);
  const [, line] = /\bline (\d+)/.exec(raw) ?? [];
  const [, inFile] = / in File: (.*)$/.exec(raw) ?? [];
  const file = [...files].find((each) => raw.includes(each) || each === join(own.folder, inFile ?? ""));
  if (file !== undefined && (line !== undefined || inFile !== undefined))
    return { file: show(file), line: Number(line ?? 1) };
  for (const each of [own, ...named])
    for (const { path, name } of referencesIn(each.document.value)) {
      const spellings = [`'${name}'`, `"${name}"`, `(${name})`, join(each.folder, name)];
      if (spellings.some((spelling) => raw.includes(spelling))) return lineOf(each, path);
    }
  return lineOf(own, []);
}

function lineOf({ document }: Kustomization, path: Path): { file: string; line: number } {
  const isThere = path.length > 0 && valueAt(document.value, path) !== undefined;
  return { file: document.file, line: isThere ? lineAt(document, pointAt(document, path).start) : 1 };
}
