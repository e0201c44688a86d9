import type { Container, Pod, SecurityProfile } from "../../src/pod/index.ts";

/** What a pod's containers are less protected by than before: no field of the effective context may get weaker. */
export function weakened(before: Pod, after: Pod): string[] {
  const ofPod = [
    ...["hostNetwork", "hostPID", "hostIPC"].filter(
      (field) => !before[field as "hostPID"] && after[field as "hostPID"],
    ),
    ...(before.hostUsers === false && after.hostUsers !== false && after.runsOn !== "windows" ? ["hostUsers"] : []),
    ...(gains(rootGroupsOf(before), rootGroupsOf(after)) ? ["root groups"] : []),
    ...(gains(sysctlsOf(before), sysctlsOf(after)) ? ["sysctls"] : []),
  ];
  const ofContainers = before.containers.flatMap((container, index) => {
    const now = after.containers[index];
    return now
      ? (after.runsOn === "windows" ? onWindows : compared)(container, now).map(
          (field) => `${container.name}: ${field}`,
        )
      : [`${container.name} is gone`];
  });
  return [...ofPod, ...ofContainers];
}

function compared(before: Container, after: Container): string[] {
  const [was, is] = [before.derived, after.derived];
  const weaker: Readonly<Record<string, boolean>> = {
    uid: is.uid === 0 && was.uid !== 0,
    gid: is.gid === 0 && was.gid !== null && was.gid !== 0,
    runAsNonRoot: before.effective.runAsNonRoot.value === true && after.effective.runAsNonRoot.value !== true,
    capabilities: gains(was.capabilities ?? [], is.capabilities ?? []),
    noNewPrivileges: was.noNewPrivileges === true && !is.noNewPrivileges,
    seccomp: strengthOf(is.seccomp ?? "") < strengthOf(was.seccomp ?? ""),
    privileged: is.privileged === true && !was.privileged,
    readOnlyRoot: was.readOnlyRoot === true && !is.readOnlyRoot,
    appArmor:
      strengthOf(typeOf(after.effective.appArmorProfile.value)) <
      strengthOf(typeOf(before.effective.appArmorProfile.value)),
    procMount: after.effective.procMount.value === "Unmasked" && before.effective.procMount.value !== "Unmasked",
    hostProcess:
      after.effective.windowsOptions.value?.hostProcess === true &&
      before.effective.windowsOptions.value?.hostProcess !== true,
    seLinux: gains(labelsOf(before), labelsOf(after)),
  };
  return Object.keys(weaker).filter((field) => weaker[field]);
}

/** Nothing else of a context means anything to Windows. */
function onWindows(before: Container, after: Container): string[] {
  return compared(before, after).filter((field) => ["runAsNonRoot", "hostProcess"].includes(field));
}

function gains(before: readonly string[], after: readonly string[]): boolean {
  return after.some((each) => !before.includes(each));
}

/** The runtime confines a container whose AppArmor profile nobody sets. */
function typeOf(profile: SecurityProfile | undefined): string {
  return profile?.type ?? "RuntimeDefault";
}

function strengthOf(profile: string): number {
  return ["Unconfined", "RuntimeDefault"].indexOf(profile.split("/")[0] ?? "") === 0 ? 0 : 1;
}

function labelsOf({ effective }: Container): string[] {
  const { user, role, type } = effective.seLinuxOptions.value ?? {};
  return [user && `user ${user}`, role && `role ${role}`, type && `type ${type}`].filter(
    (label) => label !== undefined && label !== "",
  ) as string[];
}

function rootGroupsOf({ securityContext: { fsGroup, supplementalGroups = [] } }: Pod): string[] {
  return [...(fsGroup === 0 ? ["fsGroup"] : []), ...(supplementalGroups.includes(0) ? ["supplementalGroups"] : [])];
}

/** But for the one that lets users other than root bind low ports: it belongs to the drop of all capabilities. */
function sysctlsOf({ securityContext }: Pod): string[] {
  const names = (securityContext.sysctls ?? []).map(({ name = "" }) => name.replaceAll("/", "."));
  return names.filter((name) => name !== "net.ipv4.ip_unprivileged_port_start");
}
