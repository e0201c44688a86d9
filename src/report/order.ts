import { type Mode, modes } from "../pod/kubernetes.ts";

/** Orders by how serious a mode is: what fails the gate first. */
export function compareModes(a: { readonly mode: Mode }, b: { readonly mode: Mode }): number {
  return modes.indexOf(a.mode) - modes.indexOf(b.mode);
}
