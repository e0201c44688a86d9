import { codeOf } from "../errors.ts";
import { ProxyFailure } from "../http.ts";

/** Why an image could not be read: the rest of the sentence "could not read the image: …". */
export class Failure extends Error {
  /** Whether the host itself is at fault, so that asking it for another image is in vain. */
  readonly isOfHost: boolean;
  /** Whether another try may go better. */
  readonly isPassing: boolean;

  constructor(message: string, { isOfHost = false, isPassing = false } = {}) {
    super(message);
    this.isOfHost = isOfHost;
    this.isPassing = isPassing;
  }
}

/** The failure that an error of the network, or of TLS, means. */
export function networkFailure(error: unknown, host: string): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ProxyFailure) return new Failure(error.message, { isOfHost: true });
  const code = codeOf(error);
  const reason = reasons[code]?.(host) ?? otherReason(error, code, host);
  // A broken connection may have been bad luck; a slow host, a missing one and a false certificate are not.
  return new Failure(reason, { isOfHost: true, isPassing: ["ECONNRESET", "EPIPE", "EAI_AGAIN"].includes(code) });
}

function otherReason(error: unknown, code: string, host: string): string {
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
