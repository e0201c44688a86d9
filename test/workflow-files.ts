import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

const root = dirname(import.meta.dirname);
const read = (file: string) => readFileSync(join(root, file), "utf8");

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  /** Nothing where another workflow is called. */
  readonly steps?: readonly Step[];
  readonly uses?: string;
}

export interface Workflow {
  /** The page or the file, and the workflow's name. */
  readonly where: string;
  readonly text: string;
  readonly on: readonly string[];
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflows that users copy from the pages. */
export const recipes: readonly Workflow[] = ["README.md", "docs/github.md", "docs/fleet.md"].flatMap((page) =>
  [...read(page).matchAll(/^```yaml\n(.*?)^```$/gms)]
    .filter(([, text = ""]) => /^jobs:/m.test(text))
    .map(([, text = ""]) => workflowOf(page, text)),
);

/** The workflows of this repository. */
export const ownWorkflows: readonly Workflow[] = readdirSync(join(root, ".github/workflows")).map((name) =>
  workflowOf(name, read(`.github/workflows/${name}`)),
);

/** A workflow of this repository, by its file. */
export function ownWorkflow(file: string): Workflow {
  const found = ownWorkflows.find(({ where }) => where.startsWith(`${file}: `));
  if (!found) throw new Error(`there is no .github/workflows/${file}`);
  return found;
}

/** The commands of a step, by its name. */
export function commandsOf({ jobs }: Workflow, name: string): string {
  const steps = Object.values(jobs).flatMap(({ steps: each = [] }) => each);
  const run = steps.find((step) => step.name === name)?.run;
  if (run === undefined) throw new Error(`no step runs anything as "${name}"`);
  return run;
}

function workflowOf(where: string, text: string): Workflow {
  const { on, permissions, jobs, name } = parse(text);
  return { where: `${where}: ${name}`, text, on: Object.keys(on), permissions, jobs };
}
