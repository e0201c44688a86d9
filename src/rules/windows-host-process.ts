import type { Pod, WindowsOptions } from "../pod/index.ts";
import type { Control, Denial, Rule } from "./rule.ts";
import { type Declaration, declarationsOf } from "./support/declarations.ts";
import { nameDeclarers } from "./support/wording.ts";

const control: Control = {
  id: "windowsHostProcess",
  level: "baseline",
  revisions: [{ since: 0, check: denyHostProcesses }],
};

export const windowsHostProcess: Rule = {
  id: "windows-host-process",
  summary: "Windows containers must not be HostProcess containers.",
  level: "baseline",
  references: { cis: ["5.2.10"], cwe: [250, 269] },
  controls: [control],

  *check(pod) {
    for (const { container, origin, at } of hostProcessDeclarations(pod)) {
      yield {
        level: "baseline",
        at: [...at, "hostProcess"],
        origin,
        containers: container ? [container] : pod.containers,
        message: ({ who }) =>
          `hostProcess is true: it makes ${who} run on the Windows node itself, confined by nothing. Remove it.`,
        fix: { declined: "a HostProcess container is built for the node: it must be rebuilt to run in a container" },
      };
    }
  },
};

function denyHostProcesses(pod: Pod): Denial | undefined {
  const bad = hostProcessDeclarations(pod);
  if (bad.length === 0) return undefined;
  return {
    reason: "hostProcess",
    detail: `${nameDeclarers(bad)} must not set securityContext.windowsOptions.hostProcess=true`,
  };
}

function hostProcessDeclarations(pod: Pod): Declaration<WindowsOptions>[] {
  return declarationsOf(pod, "windowsOptions").filter(({ value }) => value.hostProcess === true);
}
