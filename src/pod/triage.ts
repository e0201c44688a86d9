/**
 * Whether a document's text can hold a workload, or is one that should: cheap, and never wrong in saying no. Definitions never are one.
 * A word written with escapes (`"contain\u0065rs"`) could hide: such text is read.
 */
export function mayHoldWorkload(text: string): boolean {
  if (definition.test(text)) return false;
  return marker.test(text);
}

const definition = /^["']?kind["']?:[ \t]*["']?CustomResourceDefinition["']?[ \t]*(#.*)?\r?$/m;
const marker =
  /ontainers|ecurityContext|pod-security\.kubernetes\.io|kind["']?\s*:\s*["']?(Pod|PodTemplate|ReplicationController|Deployment|ReplicaSet|DaemonSet|StatefulSet|Job|CronJob|[A-Za-z]*List)\b|\\[uUx]/;

/** Whether a text can hold a Namespace that demands something of its pods: as cheap, and as safe in saying no. */
export function mayDemand(text: string): boolean {
  return text.includes("pod-security.kubernetes.io") || (text.includes("\\") && /\\[uUx]/.test(text));
}
