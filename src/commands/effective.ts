import { visible } from "../report/escape.ts";
import type { Container, Pod, Result, ReviewedWorkload, Setting } from "../types.ts";
import { lineAt, pointAt } from "../yaml/index.ts";
import { reviewed } from "./check.ts";
import { parse, policyOf, policyOptions } from "./options.ts";

/** `secctx effective`: what every container gets, field by field, who said it and where. 2 if something could not be evaluated. */
export async function effective(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("effective", args, policyOptions);
  const { result } = await reviewed(positionals, policyOf(values));
  process.stdout.write(table(result));
  for (const { file, line, message } of result.problems)
    process.stderr.write(`${visible(`${file}:${line}: ${message}`)}\n`);
  return result.verdict === "error" ? 2 : 0;
}

function table({ workloads }: Result): string {
  if (workloads.length === 0) return "No workloads found.\n";
  return workloads.map(workloadText).join("\n");
}

function workloadText({ pod, line, admission }: ReviewedWorkload): string {
  const { kind, name, namespace } = pod.workload;
  const head = `${pod.document.file}:${line}  ${kind} ${name}${namespace ? ` in ${namespace}` : ""}`;
  const verdicts = (["baseline", "restricted"] as const).map((level) => {
    const { allowed, message } = admission[level];
    return `  ${level} (${admission.version}): ${allowed ? "allowed" : message}`;
  });
  const lines = [head, ...pod.containers.flatMap((container) => containerText(pod, container)), ...verdicts];
  return `${lines.map(visible).join("\n")}\n`;
}

function containerText(pod: Pod, { name, type, image, effective: fields, derived }: Container): string[] {
  const rows = Object.entries<Setting<unknown>>(fields).map(([field, { value, origin, path }]) => {
    const place = value === undefined ? "" : `line ${lineAt(pod.document.text, pointAt(pod.document, path).start)}`;
    return [
      field,
      value === undefined ? "-" : typeof value === "object" ? JSON.stringify(value) : String(value),
      origin,
      place,
    ];
  });
  const got = [
    ["user", derived.uid === null ? "the image's" : String(derived.uid)],
    ["group", derived.gid === null ? "the image's" : String(derived.gid)],
    ["capabilities", derived.capabilities.join(" ") || "none"],
    ["no_new_privs", derived.noNewPrivileges ? "set" : "not set"],
    ["seccomp", derived.seccomp],
  ];
  return [
    `  ${type} container "${name}"${image ? `  ${image}` : ""}`,
    ...columns(rows),
    "    the process gets",
    ...columns(got, "      "),
  ];
}

function columns(rows: readonly string[][], indent = "    "): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      indent +
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
  );
}
