import type { Fields, Path } from "../yaml/index.ts";
import { boundingSet } from "./capabilities.ts";
import { boolean } from "./decode.ts";
import { containerOnly, podOnly, podSpecFields } from "./fields.ts";
import { type ImageConfig, identityOf, largestId } from "./images.ts";
import type {
  DerivedContext,
  EffectiveContext,
  PodSecurityContext,
  SecurityContext,
  SecurityProfile,
  Setting,
  WindowsOptions,
} from "./security-context.ts";

/** What a container is judged by: its own context, its pod's, and where both are written. */
export interface Declared {
  readonly name: string;
  readonly own: SecurityContext;
  /** Path of the container's `securityContext`. */
  readonly context: Path;
  readonly ofPod: PodSettings;
  readonly metadata: Path;
  readonly annotations: Readonly<Record<string, string>>;
  /** What the image says of Linux users, and where the image is named. */
  readonly image: ImageConfig | null;
  readonly imagePath: Path;
}

/** What a pod says of every field that it may set, once for all of its containers. */
export type PodSettings = Readonly<Record<string, Setting<unknown>>>;

/** The settings of a pod's `securityContext` at `context`, and of its spec at `path`. */
export function podSettings(declared: PodSecurityContext, context: Path, spec: Fields, path: Path): PodSettings {
  const settings = { ...unsetOnPod };
  // By number, here and below, for every container's every field comes by (see groupsOf).
  for (let index = 0; index < podNames.length; index++) {
    const field = podNames[index] as (typeof podNames)[number];
    settings[field] = podSetting(declared[field], context, field);
  }
  for (let index = 0; index < podSpecNames.length; index++) {
    const field = podSpecNames[index] as string;
    settings[field] = podSetting(boolean(spec[field]), path, field);
  }
  return settings;
}

function podSetting(value: unknown, at: Path, field: string): Setting<unknown> {
  return { value, origin: value === undefined ? "default" : "pod", path: [...at, field] };
}

/**
 * Container over pod over default, field by field, as the kubelet merges them: DetermineEffectiveSecurityContext
 * (kubernetes pkg/securitycontext/util.go), getSeccompProfile (pkg/kubelet/kuberuntime/helpers.go) and GetProfile (pkg/security/apparmor).
 * SELinux options and profiles are replaced whole, Windows options member by member. No field makes another one true.
 */
export function effectiveContext(declared: Declared): EffectiveContext {
  const { own, ofPod, context: at } = declared;
  const settings = { ...unset };
  for (let index = 0; index < sharedNames.length; index++) {
    const field = sharedNames[index] as (typeof sharedNames)[number];
    settings[field] =
      own[field] === undefined
        ? (ofPod[field] as Setting<unknown>)
        : { value: own[field], origin: "container", path: [...at, field] };
  }
  Object.assign(settings, imageIds(declared, settings));
  settings.appArmorProfile = appArmorProfile(declared) ?? (settings.appArmorProfile as Setting<SecurityProfile>);
  settings.windowsOptions = windowsOptions(
    own.windowsOptions,
    ofPod.windowsOptions?.value as WindowsOptions | undefined,
    settings.windowsOptions as Setting<WindowsOptions>,
  );
  for (let index = 0; index < containerOnlyNames.length; index++) {
    const field = containerOnlyNames[index] as keyof typeof containerOnly;
    settings[field] = {
      value: own[field],
      origin: own[field] === undefined ? "default" : "container",
      path: [...at, field],
    };
  }
  for (let index = 0; index < podOwnNames.length; index++) {
    const field = podOwnNames[index] as string;
    settings[field] = ofPod[field] as Setting<unknown>;
  }
  return settings as unknown as EffectiveContext;
}

const sharedNames = [
  "runAsUser",
  "runAsGroup",
  "runAsNonRoot",
  "seLinuxOptions",
  "seccompProfile",
  "appArmorProfile",
  "windowsOptions",
] as const;
const podSpecNames = Object.keys(podSpecFields);
const containerOnlyNames = Object.keys(containerOnly) as (keyof typeof containerOnly)[];
const podOnlyNames = Object.keys(podOnly) as (keyof typeof podOnly)[];
const podNames = [...sharedNames, ...podOnlyNames];
const podOwnNames = [...podOnlyNames, ...podSpecNames];

/** Every field in its place: to fill in what is there costs less than to add it, field by field. */
const unset = blank([...sharedNames, ...containerOnlyNames, ...podOwnNames]);
const unsetOnPod = blank([...sharedNames, ...podOwnNames]);

function blank(fields: readonly string[]): Record<string, Setting<unknown>> {
  return Object.fromEntries(fields.map((field) => [field, { value: undefined, origin: "default", path: [] }]));
}

/**
 * The ids that nobody declares are the image's: the user of its `USER`, and of root the group too. The group of another user stands in the image's
 * /etc/passwd; one behind the `USER` is passed over (containerd util.GenerateUserString, CRI-O generateUserString).
 */
function imageIds(
  { image, imagePath: path }: Declared,
  { runAsUser, runAsGroup }: Readonly<Record<string, Setting<unknown>>>,
): Record<string, Setting<unknown>> {
  if (!image || runAsUser?.origin !== "default") return {};
  const { uid, name } = identityOf(image.user);
  const isRoot = uid === 0 || name === "root";
  const isId = uid !== undefined && uid >= 0 && uid <= largestId;
  return {
    runAsUser: { value: isId ? uid : undefined, origin: "image", path },
    ...(isRoot && runAsGroup?.origin === "default" ? { runAsGroup: { value: 0, origin: "image", path } } : {}),
  };
}

export const appArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";

/** The deprecated annotation beats the pod's field, not the container's. */
function appArmorProfile({ own, annotations, name, metadata }: Declared): Setting<SecurityProfile> | undefined {
  const key = appArmorAnnotation + name;
  const profile = annotatedProfile(annotations[key]);
  if (own.appArmorProfile || !profile) return undefined;
  return { value: profile, origin: "annotation", path: [...metadata, "annotations", key] };
}

/** The profile that an AppArmor annotation's value stands for; `undefined` where the kubelet ignores it. */
export function annotatedProfile(value: string | undefined): SecurityProfile | undefined {
  if (value === "runtime/default") return { type: "RuntimeDefault" };
  if (value === "unconfined") return { type: "Unconfined" };
  if (value?.startsWith("localhost/")) return { type: "Localhost", localhostProfile: value.slice("localhost/".length) };
  return undefined;
}

/** The two credential fields go together: a container that sets either takes both from itself. */
function windowsOptions(
  own: WindowsOptions | undefined,
  pod: WindowsOptions | undefined,
  setting: Setting<WindowsOptions>,
): Setting<WindowsOptions> {
  if (!own || !pod) return setting;
  const ownCredentials = own.gmsaCredentialSpecName !== undefined || own.gmsaCredentialSpec !== undefined;
  const { gmsaCredentialSpecName: _name, gmsaCredentialSpec: _spec, ...rest } = pod;
  return { ...setting, value: { ...(ownCredentials ? rest : pod), ...own } };
}

/** What the process gets from the merged fields: privileged undoes seccomp and capabilities, and nothing but `allowPrivilegeEscalation: false` sets no_new_privs. */
export function derivedContext(effective: EffectiveContext, image: ImageConfig | null): DerivedContext {
  const privileged = effective.privileged.value === true;
  const { type, localhostProfile } = effective.seccompProfile.value ?? {};
  return {
    uid: effective.runAsUser.value ?? (isNamedRoot(effective, image) ? 0 : null),
    // A declared user id that the image's /etc/passwd does not list gets the root group.
    gid: effective.runAsGroup.value ?? (isDeclared(effective.runAsUser) ? 0 : null),
    capabilities: boundingSet(effective.capabilities.value ?? {}, privileged),
    noNewPrivileges: effective.allowPrivilegeEscalation.value === false,
    seccomp: privileged
      ? "Unconfined"
      : type === "Localhost"
        ? `Localhost/${localhostProfile ?? ""}`
        : type === "RuntimeDefault"
          ? type
          : "Unconfined",
    privileged,
    readOnlyRoot: effective.readOnlyRootFilesystem.value === true,
  };
}

/** Whether a manifest says it, rather than an image or nobody. */
export function isDeclared({ origin }: Setting<unknown>): boolean {
  return origin !== "default" && origin !== "image";
}

/** The one name whose number every image agrees on. */
function isNamedRoot({ runAsUser }: EffectiveContext, image: ImageConfig | null): boolean {
  return runAsUser.origin === "image" && identityOf(image?.user ?? "").name === "root";
}
