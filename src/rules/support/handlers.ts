/** Where a container says what the kubelet calls or runs in it, from the container: its probes and its lifecycle hooks. */
export const handlers: readonly (readonly string[])[] = [
  ["livenessProbe"],
  ["readinessProbe"],
  ["startupProbe"],
  ["lifecycle", "postStart"],
  ["lifecycle", "preStop"],
];
