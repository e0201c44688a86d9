import type { Container, Pod, Setting } from "../pod/index.ts";
import { escapeControls } from "../report/escape.ts";
import type { TextOptions } from "../report/text.ts";
import type { ReviewedWorkload } from "../review/result.ts";
import { lineAt, type Path, pointAt } from "../yaml/index.ts";
import { reviewed } from "./check.ts";
import { imageOptions, parse, policyOptions } from "./options.ts";
import { policyOf } from "./policy.ts";
import { remark, say } from "./streams.ts";
import { painter } from "./terminal.ts";

/** What `secctx effective` takes. */
export const effectiveOptions = { ...policyOptions, ...imageOptions } as const;

type Paint = TextOptions["paint"];

/** `secctx effective`: what every container gets, field by field, who said it and where. 2 if something could not be evaluated. */
export async function effective(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("effective", args, effectiveOptions);
  const result = await reviewed(positionals, await policyOf(values, { baseline: "passed over" }));
  const paint = painter(values, process.stdout);
  const texts = result.workloads.map((workload) => workloadText(workload, paint, values.quiet === true));
  await say(texts.length > 0 ? texts.join("\n") : "There is no workload.\n");
  for (const { file, line, message } of result.problems)
    await remark(`${escapeControls(`${file}:${line}: ${message}`)}\n`);
  return result.verdict === "error" ? 2 : 0;
}

function workloadText({ pod, line, admission }: ReviewedWorkload, paint: Paint, isQuiet: boolean): string {
  const { kind, name, namespace } = pod.workload;
  const head = `${pod.document.file}:${line}  ${kind} ${name || "without a name"}${namespace ? ` in ${namespace}` : ""}`;
  const verdicts = (["baseline", "restricted"] as const).map((level) => {
    const { allowed, message } = admission[level];
    const said = escapeControls(`${level} (${admission.version}): ${allowed ? "allowed" : message}`);
    return `  ${paint(allowed ? "green" : "red", said)}`;
  });
  const containers = isQuiet ? [] : pod.containers.flatMap((container) => containerText(pod, container, paint));
  return `${[paint("bold", escapeControls(head)), ...containers, ...verdicts].join("\n")}\n`;
}

function containerText(pod: Pod, container: Container, paint: Paint): string[] {
  const { name, type, image, effective: fields, derived } = container;
  const place = (path: Path) => `line ${lineAt(pod.document, pointAt(pod.document, path).start)}`;
  const settings = Object.entries<Setting<unknown>>(fields);
  const rows = [
    ...settings.map(([field, { value, origin, path }]) =>
      value === undefined ? [field, "-", origin, ""] : [field, shown(value), origin, place(path)],
    ),
    ...imageRows(container, place([...container.path, "image"])),
  ];
  const got = [
    ["user", derived.uid === null ? `the image's${imageUser(container)}` : String(derived.uid)],
    ["group", derived.gid === null ? "the image's" : String(derived.gid)],
    ["capabilities", derived.capabilities.join(" ") || "none"],
    ["no_new_privs", derived.noNewPrivileges ? "set" : "not set"],
    ["seccomp", derived.seccomp],
    ["privileged", derived.privileged ? "yes" : "no"],
    ["root file system", derived.readOnlyRoot ? "read-only" : "writable"],
  ];
  return [
    `  ${paint("bold", escapeControls(`${type} container "${name}"`))}${image ? escapeControls(`  ${image}`) : ""}`,
    ...columns(rows, "    ").map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", row) : row)),
    "    the process gets",
    ...columns(got, "      "),
  ];
}

/** What the image says itself, by the words of a Dockerfile. */
function imageRows({ imageConfig }: Container, place: string): string[][] {
  if (!imageConfig) return [];
  const { user, volumes, ports } = imageConfig;
  const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
  return Object.entries(said).map(([word, value]) => [word, escapeControls(value) || "-", "image", place]);
}

function imageUser({ imageConfig }: Container): string {
  return imageConfig?.user ? `, ${escapeControls(imageConfig.user)}` : "";
}

function shown(value: unknown): string {
  return escapeControls(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function columns(rows: readonly string[][], indent: string): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => (indent + row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).trimEnd());
}
