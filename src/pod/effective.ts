import type { Path } from "../yaml/index.ts";
import { computeBoundingSet } from "./capabilities.ts";
import { readBoolean } from "./decode.ts";
import { type ImageConfig, parseImageUser } from "./images.ts";
import type { Pod } from "./pod.ts";
import type {
  EffectiveContext,
  LinuxContext,
  Origin,
  PodOnlyContext,
  PodSecurityContext,
  PodSpecContext,
  SecurityContext,
  SecurityProfile,
  Setting,
  Settings,
  SharedContext,
  WindowsContext,
  WindowsOptions,
} from "./security-context.ts";

/** What a pod sets, computed once for all of its containers. */
export interface PodSettings {
  /** The fields that a container inherits unless it sets them itself. */
  readonly shared: Settings<SharedContext>;
  readonly podWide: Settings<PodOnlyContext & PodSpecContext>;
}

/** What decides a container's effective context. */
export interface ContainerDeclaration {
  readonly name: string;
  /** The container's own `securityContext`, and its path. */
  readonly own: SecurityContext;
  readonly context: Path;
  readonly pod: Pick<Pod, "metadata" | "annotations">;
  readonly podSettings: PodSettings;
  /** The configuration of the image, where it may decide about Linux users, and the path of the image's name. */
  readonly image: ImageConfig | null;
  readonly imagePath: Path;
}

/** Reads the settings of a pod: those of its `securityContext`, and those of its spec. */
export function readPodSettings({
  securityContext,
  context,
  spec,
  path,
}: Pick<Pod, "securityContext" | "context" | "spec" | "path">): PodSettings {
  const inContext = <F extends keyof PodSecurityContext>(field: F) =>
    setting(securityContext[field], "pod", [...context, field]);
  const inSpec = (field: keyof PodSpecContext) => setting(readBoolean(spec[field]), "pod", [...path, field]);
  return {
    shared: {
      runAsUser: inContext("runAsUser"),
      runAsGroup: inContext("runAsGroup"),
      runAsNonRoot: inContext("runAsNonRoot"),
      seLinuxOptions: inContext("seLinuxOptions"),
      seccompProfile: inContext("seccompProfile"),
      appArmorProfile: inContext("appArmorProfile"),
      windowsOptions: inContext("windowsOptions"),
    },
    podWide: {
      fsGroup: inContext("fsGroup"),
      fsGroupChangePolicy: inContext("fsGroupChangePolicy"),
      supplementalGroups: inContext("supplementalGroups"),
      supplementalGroupsPolicy: inContext("supplementalGroupsPolicy"),
      sysctls: inContext("sysctls"),
      seLinuxChangePolicy: inContext("seLinuxChangePolicy"),
      hostNetwork: inSpec("hostNetwork"),
      hostPID: inSpec("hostPID"),
      hostIPC: inSpec("hostIPC"),
      hostUsers: inSpec("hostUsers"),
      shareProcessNamespace: inSpec("shareProcessNamespace"),
    },
  };
}

/** A setting that was set by `origin` at `path`, or that nobody set. */
function setting<T>(value: T, origin: Origin, path: Path): Setting<NonNullable<T>> {
  return { value: value ?? undefined, origin: value === undefined ? "default" : origin, path };
}

/**
 * Merges container over pod over default, field by field, as the kubelet does: DetermineEffectiveSecurityContext
 * (kubernetes pkg/securitycontext/util.go), getSeccompProfile (pkg/kubelet/kuberuntime/helpers.go) and GetProfile (pkg/security/apparmor).
 * A container's SELinux options and profiles replace the pod's whole, its Windows options member by member. No field implies another one.
 */
export function computeEffectiveContext(declaration: ContainerDeclaration): EffectiveContext {
  const { own, context, podSettings } = declaration;
  const ownSetting = <F extends keyof SecurityContext>(field: F) =>
    setting(own[field], "container", [...context, field]);
  const inherit = <F extends keyof SharedContext>(field: F) =>
    own[field] === undefined ? podSettings.shared[field] : ownSetting(field);
  return {
    ...withImageIds(inherit("runAsUser"), inherit("runAsGroup"), declaration),
    runAsNonRoot: inherit("runAsNonRoot"),
    seLinuxOptions: inherit("seLinuxOptions"),
    seccompProfile: inherit("seccompProfile"),
    appArmorProfile: readAnnotatedAppArmor(declaration) ?? inherit("appArmorProfile"),
    windowsOptions: mergeWindowsOptions(inherit("windowsOptions"), podSettings.shared.windowsOptions),
    privileged: ownSetting("privileged"),
    allowPrivilegeEscalation: ownSetting("allowPrivilegeEscalation"),
    capabilities: ownSetting("capabilities"),
    readOnlyRootFilesystem: ownSetting("readOnlyRootFilesystem"),
    procMount: ownSetting("procMount"),
    ...podSettings.podWide,
  };
}

/**
 * Takes the ids that nobody declares from the image: the user of its `USER`, and the group too where that is root. The group of another user is in the
 * image's /etc/passwd; a group behind the `USER` is ignored (containerd util.GenerateUserString, CRI-O generateUserString).
 */
function withImageIds(
  runAsUser: Setting<number>,
  runAsGroup: Setting<number>,
  { image, imagePath: path }: ContainerDeclaration,
): Pick<EffectiveContext, "runAsUser" | "runAsGroup"> {
  if (!image || runAsUser.origin !== "default") return { runAsUser, runAsGroup };
  const { uid, name } = parseImageUser(image.user);
  const isRoot = uid === 0 || name === "root";
  return {
    runAsUser: { value: uid, origin: "image", path },
    runAsGroup: isRoot && runAsGroup.origin === "default" ? { value: 0, origin: "image", path } : runAsGroup,
  };
}

/** The prefix of the deprecated annotation that sets a container's AppArmor profile; the container's name follows. */
export const appArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";

/** The profile of the deprecated annotation. It beats the pod's field, not the container's. */
function readAnnotatedAppArmor({ own, pod, name }: ContainerDeclaration): Setting<SecurityProfile> | undefined {
  const key = appArmorAnnotation + name;
  const profile = parseProfileAnnotation(pod.annotations[key]);
  if (own.appArmorProfile || !profile) return undefined;
  return { value: profile, origin: "annotation", path: [...pod.metadata, "annotations", key] };
}

/** The profile that the value of an AppArmor annotation names, or of a seccomp annotation in its day; `undefined` for a value that the kubelet ignores. */
export function parseProfileAnnotation(value: string | undefined): SecurityProfile | undefined {
  if (value === "runtime/default") return { type: "RuntimeDefault" };
  if (value === "unconfined") return { type: "Unconfined" };
  if (value?.startsWith("localhost/")) return { type: "Localhost", localhostProfile: value.slice("localhost/".length) };
  return undefined;
}

/** Fills in the members that the container leaves to the pod. The two credential fields are a pair: a container that sets one takes neither from the pod. */
function mergeWindowsOptions(
  winner: Setting<WindowsOptions>,
  { value: ofPod }: Setting<WindowsOptions>,
): Setting<WindowsOptions> {
  const { value: own } = winner;
  if (!own || !ofPod || winner.origin !== "container") return winner;
  const ownCredentials = own.gmsaCredentialSpecName !== undefined || own.gmsaCredentialSpec !== undefined;
  const { gmsaCredentialSpecName: _name, gmsaCredentialSpec: _spec, ...rest } = ofPod;
  return { ...winner, value: { ...(ownCredentials ? rest : ofPod), ...own } };
}

/** Derives what the process gets on Linux: `privileged` undoes seccomp and capabilities, and only `allowPrivilegeEscalation: false` sets no_new_privs. */
export function deriveContext(effective: EffectiveContext, image: ImageConfig | null): LinuxContext {
  const uid = effective.runAsUser.value ?? (isNamedRoot(effective, image) ? 0 : null);
  const privileged = isOn(effective.privileged);
  return {
    userName: null,
    uid,
    // Root's group is 0, listed or not. Any other user's is the one in the image's /etc/passwd, which nobody reads here.
    gid: effective.runAsGroup.value ?? (uid === 0 && !isUnknown(effective.runAsGroup) ? 0 : null),
    capabilities: ifKnown(privileged, effective.capabilities, (lists = {}) =>
      computeBoundingSet(lists, privileged === true),
    ),
    noNewPrivileges: ifKnown(false, effective.allowPrivilegeEscalation, (value) => value === false),
    seccomp: ifKnown(privileged, effective.seccompProfile, (profile) =>
      privileged ? "Unconfined" : nameSeccompProfile(profile),
    ),
    privileged,
    readOnlyRoot: isOn(effective.readOnlyRootFilesystem),
  };
}

/** Whether a switch is on; `null` where that is not known. */
function isOn(setting: Setting<boolean>): boolean | null {
  return isUnknown(setting) ? null : setting.value === true;
}

/** What is derived from a setting; `null` where it, or whether `privileged` overrides it, is not known. */
function ifKnown<T, D>(privileged: boolean | null, setting: Setting<T>, derive: (value: T | undefined) => D): D | null {
  if (privileged === null || (isUnknown(setting) && !privileged)) return null;
  return derive(setting.value);
}

/** Derives what the process gets on Windows: the user, declared or the image's (kubernetes pkg/kubelet/kuberuntime, generateWindowsContainerConfig). */
export function deriveWindowsContext({ windowsOptions }: EffectiveContext, image: ImageConfig | null): WindowsContext {
  const { name = null } = parseImageUser(image?.user ?? "");
  return {
    userName: isUnknown(windowsOptions) ? null : (windowsOptions.value?.runAsUserName ?? name),
    uid: null,
    gid: null,
    capabilities: null,
    noNewPrivileges: null,
    seccomp: null,
    privileged: null,
    readOnlyRoot: null,
  };
}

function nameSeccompProfile({ type, localhostProfile = "" }: SecurityProfile = {}): string {
  if (type === "Localhost") return `Localhost/${localhostProfile}`;
  return type === "RuntimeDefault" ? type : "Unconfined";
}

/** Whether a tool fills the value in later. */
export function isUnknown({ placeholder }: Setting<unknown>): boolean {
  return placeholder !== undefined;
}

/** Whether a manifest declares it, rather than an image or nobody. */
export function isDeclared({ origin }: Setting<unknown>): boolean {
  return origin !== "default" && origin !== "image";
}

/** Whether the image's user is called root: the one name that has the same number in every image. */
function isNamedRoot({ runAsUser }: EffectiveContext, image: ImageConfig | null): boolean {
  return runAsUser.origin === "image" && parseImageUser(image?.user ?? "").name === "root";
}
