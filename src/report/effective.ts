import { type Container, isUnknown, type Pod, type Setting } from "../pod/index.ts";
import type { ReviewedWorkload } from "../review/result.ts";
import { type Path, sourcePlaceOf } from "../yaml/index.ts";
import { alignColumns } from "./columns.ts";
import { escapeControls, escapeLine } from "./escape.ts";
import type { TextOptions } from "./text.ts";
import { nameAnswer, nameWorkload } from "./words.ts";

/** Renders what every container of a workload gets, field by field, who set it and where; if quiet, only the level that it passes. */
export function renderEffective(
  { pod, file, line, admission }: ReviewedWorkload,
  { paint, quiet }: TextOptions,
): string {
  const { namespace } = pod.workload;
  const head = `${file}:${line}  ${nameWorkload(pod.workload)}${namespace ? ` in ${namespace}` : ""}`;
  const verdicts = (["baseline", "restricted"] as const).map((level) => {
    const { allowed, message } = admission[level];
    const said = escapeControls(`${level} (${admission.version}): ${message ?? nameAnswer(allowed)}`);
    return `  ${paint(allowed === null ? "yellow" : allowed ? "green" : "red", said)}`;
  });
  const containers = quiet ? [] : pod.containers.flatMap((container) => renderContainer(pod, container, paint));
  return `${[paint("bold", escapeLine(head)), ...containers, ...verdicts].join("\n")}\n`;
}

function renderContainer(pod: Pod, container: Container, paint: TextOptions["paint"]): string[] {
  const { name, type, image, effective: fields } = container;
  const place = (path: Path) => {
    const { file, start } = sourcePlaceOf(pod.document, path).location;
    return pod.document.rendering ? `${escapeControls(file)}:${start.line}` : `line ${start.line}`;
  };
  const settings = Object.entries<Setting<unknown>>(fields);
  const rows = [
    ...settings.map(([field, { value, placeholder, origin, path }]) => {
      if (placeholder !== undefined) return [field, `${formatCell(placeholder)} (unknown)`, origin, place(path)];
      return value === undefined ? [field, "-", origin, ""] : [field, formatCell(value), origin, place(path)];
    }),
    ...buildImageRows(container, place([...container.path, "image"])),
  ];
  return [
    `  ${paint("bold", escapeControls(`${type} container "${name}"`))}${image ? escapeControls(`  ${image}`) : ""}`,
    ...alignColumns(rows).map((row, index) => (rows[index]?.[1] === "-" ? paint("dim", `    ${row}`) : `    ${row}`)),
    "    the process gets",
    ...alignColumns(describeProcess(pod, container)).map((row) => `      ${row}`),
  ];
}

/** What the process gets; of a Windows process Kubernetes only decides the user. */
function describeProcess({ runsOn }: Pod, container: Container): string[][] {
  const { derived, effective } = container;
  const unsaid = (setting: Setting<unknown>, whose: string) => (isUnknown(setting) ? unknown : whose);
  if (runsOn === "windows") {
    const user = derived.userName === null ? unsaid(effective.windowsOptions, "the image's") : derived.userName;
    return [["user", escapeControls(user)]];
  }
  const { uid, gid, capabilities, noNewPrivileges, seccomp, privileged, readOnlyRoot } = derived;
  const users = "the image's for this user; 0 if it does not list the user";
  return [
    ["user", uid === null ? unsaid(effective.runAsUser, `the image's${describeImageUser(container)}`) : String(uid)],
    ["group", gid === null ? unsaid(effective.runAsGroup, users) : String(gid)],
    ["capabilities", capabilities === null ? unknown : capabilities.join(" ") || "none"],
    ["no_new_privs", nameSwitch(noNewPrivileges, "set", "not set")],
    ["seccomp", seccomp ?? unknown],
    ["privileged", nameSwitch(privileged, "yes", "no")],
    ["root file system", nameSwitch(readOnlyRoot, "read-only", "writable")],
  ];
}

const unknown = "unknown before it is filled in";

function nameSwitch(value: boolean | null, on: string, off: string): string {
  if (value === null) return unknown;
  return value ? on : off;
}

/** Builds rows for what the image itself says, named as in a Dockerfile. */
function buildImageRows({ imageConfig }: Container, place: string): string[][] {
  if (!imageConfig) return [];
  const { user, volumes, ports } = imageConfig;
  const said = { USER: user, VOLUME: volumes.join(" "), EXPOSE: ports.join(" ") };
  return Object.entries(said).map(([word, value]) => [word, escapeControls(value) || "-", "image", place]);
}

function describeImageUser({ imageConfig }: Container): string {
  return imageConfig?.user ? `, ${escapeControls(imageConfig.user)}` : "";
}

function formatCell(value: unknown): string {
  return escapeControls(typeof value === "object" ? JSON.stringify(value) : String(value));
}
