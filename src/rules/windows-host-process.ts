import type { Pod, WindowsOptions } from "../pod/index.ts";
import type { Control, Rule } from "./rule.ts";
import { denial, type Setter, setBy, setters } from "./support/words.ts";

const control: Control = {
  id: "windowsHostProcess",
  level: "baseline",
  revisions: [
    {
      since: 0,
      check: (pod) => {
        const bad = hostProcesses(pod);
        return bad.length > 0
          ? denial("hostProcess", `${setBy(bad)} must not set securityContext.windowsOptions.hostProcess=true`)
          : undefined;
      },
    },
  ],
};

export const windowsHostProcess: Rule = {
  id: "windows-host-process",
  summary: "Windows containers must not be HostProcess containers.",
  level: "baseline",
  references: { cis: ["5.2.10"], cwe: [250, 269] },
  controls: [control],

  *check(pod) {
    for (const { container, at } of hostProcesses(pod)) {
      yield {
        level: "baseline",
        at: [...at, "hostProcess"],
        origin: container ? "container" : "pod",
        containers: container ? [container] : pod.containers,
        message: ({ who }) =>
          `hostProcess is true: it makes ${who} run on the Windows node itself, confined by nothing. Remove it.`,
        fix: { declined: "a HostProcess container is built for the node: it must be rebuilt to run in a container" },
      };
    }
  },
};

function hostProcesses(pod: Pod): Setter<WindowsOptions>[] {
  const declared = setters(
    pod,
    "windowsOptions",
    pod.securityContext.windowsOptions,
    ({ securityContext }) => securityContext.windowsOptions,
  );
  return declared.filter(({ value }) => value.hostProcess === true);
}
