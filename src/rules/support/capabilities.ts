import type { Container, Pod } from "../../pod/index.ts";
import type { Denial } from "../rule.ts";
import { nameContainers, quote, sortDistinct } from "./wording.ts";

/** Pod Security's denial of the added capabilities that a control forbids, if there are any. */
export function denyAdds(pod: Pod, isForbidden: (name: string) => boolean): Denial | undefined {
  const forbiddenIn = ({ securityContext }: Container) => (securityContext.capabilities?.add ?? []).filter(isForbidden);
  const bad = pod.containers.filter((container) => forbiddenIn(container).length > 0);
  if (bad.length === 0) return undefined;
  const names = quote(sortDistinct(bad.flatMap(forbiddenIn)));
  return {
    reason: "non-default capabilities",
    detail: `${nameContainers(bad)} must not include ${names} in securityContext.capabilities.add`,
  };
}

/** What a capability's name is taken for: upper case, without the prefix `CAP_`. */
export function plainName(capability: string): string {
  return capability.toUpperCase().replace(/^CAP_/, "");
}
