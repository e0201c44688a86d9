import { isWithin } from "../source/links.ts";
import type { Source } from "../yaml/index.ts";
import { nameDeployer } from "./deployers/deployer.ts";
import { findRootsIn } from "./find-roots.ts";
import { filesOfRequest } from "./helm/inputs.ts";
import { listIn } from "./root-files.ts";
import type { RenderSettings } from "./settings.ts";
import { type Worktree, worktreeOfNow } from "./worktree.ts";

/** Says what uses one of some files and is not rendered in this run, as a clause; `undefined` where there is nothing such. Paths are absolute. */
export type FindUnrendered = (files: readonly string[]) => Promise<string | undefined>;

/** An overlay, or an object that deploys a chart, which is not rendered. */
interface Unrendered {
  readonly name: string;
  /** The files that it is made of: absolute paths of now. */
  readonly files: ReadonlySet<string>;
}

/** Finds what is not rendered beside some renderings. All of the repository is asked, but only for files outside of the folders that are rendered. */
export function unrenderedBeside(
  sources: readonly Source[],
  worktree: Worktree,
  settings: RenderSettings,
): FindUnrendered {
  const folders = new Set(sources.flatMap(({ rendering }) => (rendering ? [worktree.pathOf(rendering.root)] : [])));
  let all: Promise<readonly Unrendered[]> | undefined;
  return async (files) => {
    const shared = files.filter((file) => ![...folders].some((folder) => isWithin(folder, file)));
    if (shared.length === 0) return undefined;
    all ??= listUnrendered(sources, settings);
    for (const { name, files: used } of await all) {
      const file = shared.find((each) => used.has(worktree.pathNow(each)));
      if (file !== undefined) return `${worktree.show(file)} is also part of ${name}, which is not rendered here`;
    }
    return undefined;
  };
}

async function listUnrendered(sources: readonly Source[], settings: RenderSettings): Promise<Unrendered[]> {
  const now = worktreeOfNow();
  const { rootFiles, texts } = await listIn(now, () => true);
  const { roots } = await findRootsIn(rootFiles, texts, now, settings);
  return roots.flatMap((root): Unrendered[] => {
    const own = sources.flatMap(({ rendering }) =>
      rendering && now.pathOf(rendering.root) === root.folder ? [rendering] : [],
    );
    if (root.kind === "overlay") {
      const closures = [root.closure, ...root.deployed.map(({ closure }) => closure)];
      const files = new Set(closures.flatMap((each) => [...each.files]));
      return own.length > 0 ? [] : [{ name: now.show(root.folder), files }];
    }
    return root.deployments.flatMap(({ deployer, request }) => {
      const name = nameDeployer(deployer);
      const isRendered = own.some((rendering) => rendering.deployer === name);
      return request && !isRendered ? [{ name, files: new Set(filesOfRequest(request)) }] : [];
    });
  });
}
