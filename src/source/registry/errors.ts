import { codeOf } from "../errors.ts";
import { ProxyError } from "../http.ts";

/** Why an image could not be read: the end of the sentence "could not read the image: …". */
export class RegistryError extends Error {
  /** Whether the host itself is at fault, so that asking it for another image is in vain. */
  readonly isOfHost: boolean;
  /** Whether another attempt may succeed. */
  readonly isPassing: boolean;

  constructor(message: string, { isOfHost = false, isPassing = false } = {}) {
    super(message);
    this.isOfHost = isOfHost;
    this.isPassing = isPassing;
  }
}

/** Explains an error of the network or of TLS. */
export function explainNetworkError(error: unknown, host: string): RegistryError {
  if (error instanceof RegistryError) return error;
  if (error instanceof ProxyError) return new RegistryError(error.message, { isOfHost: true });
  const code = codeOf(error);
  const reason = reasons[code]?.(host) ?? describeOtherError(error, code, host);
  // A broken connection may have been bad luck; a slow host, a missing one and a wrong certificate are not.
  return new RegistryError(reason, { isOfHost: true, isPassing: ["ECONNRESET", "EPIPE", "EAI_AGAIN"].includes(code) });
}

function describeOtherError(error: unknown, code: string, host: string): string {
  if (/CERT|SIGNED|SIGNATURE|ISSUER|ALTNAME/.test(code))
    return `the certificate of ${host} does not verify (${code}). NODE_EXTRA_CA_CERTS names a file of further authorities`;
  return `no connection to ${host} (${code || (error instanceof Error ? error.message : String(error))})`;
}

const reasons: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `there is no host ${host}`,
  EAI_AGAIN: (host) => `there is no host ${host}, or the name service does not answer`,
  ECONNREFUSED: (host) => `${host} refuses the connection`,
  EPIPE: (host) => `${host} breaks the connection off`,
  ECONNRESET: (host) => `${host} breaks the connection off`,
  ETIMEDOUT: (host) => `${host} does not answer in time`,
  EHOSTUNREACH: (host) => `there is no way to ${host}`,
  ENETUNREACH: (host) => `there is no way to ${host}`,
};
