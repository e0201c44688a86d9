import type { Path } from "../../yaml/index.ts";
import type { Pod } from "../pod.ts";
import type { WindowsOptions } from "../security-context.ts";
import { type ApiError, invalid } from "./error.ts";

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const subdomainDetail =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric " +
  "character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/** The `windowsOptions` of a pod or a container (validateWindowsSecurityContextOptions). */
export function validateWindowsOptions(pod: Pod, at: Path, options: WindowsOptions | undefined): ApiError[] {
  if (!options) return [];
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName } = options;
  return [
    ...(name === undefined ? [] : validateSpecName(name)).map((detail) =>
      invalid(pod, [...at, "gmsaCredentialSpecName"], name, detail),
    ),
    ...(spec === undefined ? [] : validateSpec(spec)).map((detail) =>
      invalid(pod, [...at, "gmsaCredentialSpec"], spec, detail),
    ),
    ...(runAsUserName === undefined ? [] : validateUserName(runAsUserName)).map((detail) =>
      invalid(pod, [...at, "runAsUserName"], runAsUserName, detail),
    ),
  ];
}

// The following functions return what is wrong with a value, in the API server's words.

function validateSpecName(name: string): string[] {
  const isLong = name.length > 253 ? ["must be no more than 253 characters"] : [];
  return subdomain.test(name) ? isLong : [...isLong, subdomainDetail];
}

function validateSpec(spec: string): string[] {
  if (spec === "") return ["gmsaCredentialSpec cannot be an empty string"];
  return new TextEncoder().encode(spec).length > 64 * 1024 ? ["gmsaCredentialSpec size must be under 64 KiB"] : [];
}

/** `DOMAIN\user` or `user`, as Windows takes them. */
function validateUserName(name: string): string[] {
  if (name === "") return ["runAsUserName cannot be an empty string"];
  if (/\p{Cc}/u.test(name)) return ["runAsUserName cannot contain control characters"];
  const parts = name.split("\\");
  if (parts.length > 2) return ["runAsUserName cannot contain more than one backslash"];
  const user = parts.at(-1) ?? "";
  return [...(parts.length === 2 ? validateDomain(parts[0] ?? "") : []), ...validateAccount(user)];
}

const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsName = /^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/;

function validateDomain(domain: string): string[] {
  if (domain.length >= 256) return ["runAsUserName's Domain length must be under 256 characters"];
  return netBios.test(domain) || dnsName.test(domain)
    ? []
    : ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"];
}

function validateAccount(user: string): string[] {
  if (user === "") return ["runAsUserName's User cannot be empty"];
  if (user.length > 104) return ["runAsUserName's User length must not be longer than 104 characters"];
  if (/^[. ]+$/.test(user)) return ["runAsUserName's User cannot contain only periods or spaces"];
  if (/["/\\:;|=,+*?<>@[\]]/.test(user))
    return ["runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]"];
  return [];
}
