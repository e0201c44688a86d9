import type { Container } from "../../pod/index.ts";
import { isList, type Value, valueAt } from "../../yaml/index.ts";
import { handlers } from "./handlers.ts";
import { isOnVolume } from "./volumes.ts";

/** A program that a container's command or arguments run, and what it needs of the container. */
export interface Program {
  /** `chown`, `sysctl -w` */
  readonly name: string;
  /** What the container does with it, as in `container "app" runs chown`. */
  readonly does: string;
  readonly capabilities: readonly string[];
  /** What it needs beyond capabilities. */
  readonly needs?: "privileged" | "set-uid" | "raw sockets" | "its own files";
}

type Kind = Omit<Program, "name" | "does"> & {
  readonly names: readonly string[];
  /** Tells by its arguments a use that needs nothing. */
  readonly isHarmless?: (options: readonly string[]) => boolean;
};

/** What programs need to do what they are for (capabilities(7)); some read only, which everybody may. */
const kinds: readonly Kind[] = [
  { names: ["chown", "chgrp"], capabilities: ["CHOWN"] },
  {
    names: ["su", "gosu", "su-exec", "setpriv", "runuser", "s6-setuidgid", "chpst"],
    capabilities: ["SETGID", "SETUID"],
  },
  { names: ["sudo", "doas"], capabilities: ["SETGID", "SETUID"], needs: "set-uid" },
  { names: ["setcap"], capabilities: ["SETFCAP"] },
  { names: ["mknod"], capabilities: ["MKNOD"] },
  { names: ["chroot"], capabilities: ["SYS_CHROOT"] },
  { names: ["mount"], capabilities: ["SYS_ADMIN"], isHarmless: (options) => options.length === 0 },
  { names: ["umount", "swapon", "swapoff", "nsenter", "fusermount", "fusermount3"], capabilities: ["SYS_ADMIN"] },
  { names: ["tcpdump", "tshark", "dumpcap", "arping"], capabilities: ["NET_RAW"] },
  // Users other than root have it from its file, or from a kernel that lets them.
  { names: ["ping", "ping6"], capabilities: ["NET_RAW"], needs: "raw sockets" },
  { names: ["chronyd", "ntpd", "hwclock"], capabilities: ["SYS_TIME"] },
  { names: ["modprobe", "insmod", "rmmod"], capabilities: ["SYS_MODULE"] },
  {
    names: [
      "iptables",
      "ip6tables",
      "iptables-restore",
      "ip6tables-restore",
      "iptables-legacy",
      "iptables-nft",
      "nft",
      "ipset",
      "tc",
      "ebtables",
      "ipvsadm",
    ],
    capabilities: ["NET_ADMIN"],
  },
  {
    names: ["sysctl"],
    capabilities: [],
    needs: "privileged",
    isHarmless: (options) => !options.some((option) => /^(-w|--write|-p|--load|--system)|=/.test(option)),
  },
  {
    names: ["apk", "apt", "apt-get", "dnf", "microdnf", "yum"],
    capabilities: ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"],
    needs: "its own files",
    isHarmless: (options) => !options.some((option) => /^(add|install|update|upgrade)$/.test(option)),
  },
  {
    names: ["adduser", "addgroup", "groupadd", "useradd", "usermod"],
    capabilities: ["CHOWN"],
    needs: "its own files",
  },
];

const byName = new Map(kinds.flatMap((kind) => kind.names.map((name) => [name, kind] as const)));
const kernelSettings: Program = {
  name: "/proc/sys",
  does: "writes to /proc/sys or /sys",
  capabilities: [],
  needs: "privileged",
};

/** The programs that a container's command, arguments, hooks and probes are seen to run, each once. What its image runs by itself is not seen. */
export function programsOf({ spec }: Container): Program[] {
  const handled = handlers.map((handler) => textsIn(valueAt(spec, [...handler, "exec", "command"])));
  const lists = [[...textsIn(spec.command), ...textsIn(spec.args)], ...handled].filter(({ length }) => length > 0);
  const programs = new Map<string, Program>();
  for (const [path = "", ...rest] of lists.flatMap(commandsIn)) {
    const own = path.slice(path.lastIndexOf("/") + 1);
    const kind = byName.get(own);
    if (!kind || kind.isHarmless?.(rest)) continue;
    const { capabilities, needs } = kind;
    const name = own === "sysctl" ? "sysctl -w" : own;
    programs.set(name, { name, does: `runs ${name}`, capabilities, ...(needs && { needs }) });
  }
  if (lists.flatMap(scriptsIn).some((script) => /(>|\btee\b)\s*(-a\s+)?["']?\/(proc\/sys|sys)\//.test(script)))
    programs.set(kernelSettings.name, kernelSettings);
  for (const path of lists.flatMap(scriptsIn).flatMap(writtenPaths))
    if (!isOnVolume(path, spec))
      programs.set(path, { name: path, does: `writes to ${path}`, capabilities: [], needs: "its own files" });
  return [...programs.values()];
}

/** The paths of the image's own file system that a script is seen to write to, by a redirection or a program that makes files. */
function writtenPaths(script: string): string[] {
  const writes = script.matchAll(/(?:>>?|\b(?:tee|touch|mkdir)(?:\s+-\w+)*\s)\s*["']?(\/[\w.-]+(?:\/[\w.-]+)*)/g);
  return [...writes].map(([, path = ""]) => path).filter((path) => !/^\/(dev|proc|sys|tmp)(\/|$)/.test(path));
}

/** The texts in a list: the words of a command. */
export function textsIn(value: Value | undefined): string[] {
  return isList(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Every command as its words: that of the list itself, and those of its shell scripts. */
function commandsIn(words: readonly string[]): string[][] {
  return [...unwrap(words), ...scriptsIn(words).flatMap(splitScript).flatMap(unwrap)];
}

/** The scripts that a list of words hands to a shell: `sh -c SCRIPT`. */
function scriptsIn(words: readonly string[]): string[] {
  const shell = words.findIndex((word) => /(^|\/)(ba|da|a|z|k)?sh$/.test(word));
  return shell === -1 ? [] : words.filter((_, index) => index > shell + 1 && /^-\w*c$/.test(words[index - 1] ?? ""));
}

/** The simple commands of a script: what stands between separators, behind `find -exec` and `xargs`, without the words of the shell's own grammar. */
function splitScript(script: string): string[][] {
  return script
    .replace(/\\\r?\n/g, " ")
    .replace(/(^|\s)#.*$/gm, "$1")
    .split(/[\n;&|(){}`]|\s-exec(?:dir)?\s|\bxargs\s+(?:-\S+\s+)*/)
    .map((command) => command.trim().split(/\s+/).map(unquote).filter(Boolean));
}

function unquote(word: string): string {
  return word.replace(/^["']|["']$/g, "");
}

/** A command, and what it runs in turn where its first word runs another program. */
function unwrap(words: readonly string[]): string[][] {
  const start = words.findIndex(
    (word) => !/^(\w+=.*|if|then|else|elif|do|while|until|!|exec|time|nohup|env|command|nice)$/.test(word),
  );
  const own = start === -1 ? [] : words.slice(start);
  const [program = ""] = own;
  const isWrapper = /(^|\/)(sudo|doas|tini|dumb-init|timeout|catatonit)$/.test(program);
  const inner = isWrapper ? own.slice(1).findIndex((word) => byName.has(word.slice(word.lastIndexOf("/") + 1))) : -1;
  return [own, ...(inner === -1 ? [] : unwrap(own.slice(1 + inner)))];
}
