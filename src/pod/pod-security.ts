/** Weakest first. The first three are the Pod Security Standards'. */
export const levels = ["privileged", "baseline", "restricted", "hardened"] as const;

export type Level = (typeof levels)[number];

/** Strictest first, as in Pod Security Admission. */
export const modes = ["enforce", "warn", "audit"] as const;

export type Mode = (typeof modes)[number];
