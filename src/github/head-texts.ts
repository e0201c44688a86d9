import { posix } from "node:path";
import { linkWithin, seeNothing } from "../source/texts.ts";
import type { Unread } from "../yaml/index.ts";
import { type BlobPlace, type BlobText, fetchPlaces, readWorkspaceBlob } from "./blobs.ts";
import type { Trigger } from "./event.ts";
import { explainFailure, UnreadableChange } from "./failures.ts";
import type { GitHub } from "./octokit.ts";
import { findModes } from "./trees.ts";

/**
 * Reads files of the head, by their names: from the job's checkout if it has the very same blob, else from GitHub. A link's text is where it leads. Of more than
 * `mostFetched` files that GitHub has, only the first are read.
 */
export async function readHeadTexts(
  github: GitHub,
  trigger: Trigger,
  files: readonly { readonly filename: string; readonly sha: string; readonly mode?: string }[],
  mostFetched = Number.POSITIVE_INFINITY,
): Promise<Map<string, BlobText>> {
  const texts = new Map<string, BlobText>();
  for (const { filename, sha } of files) {
    const text = trigger.mayReadWorkspace ? readWorkspaceBlob(trigger.workspace, filename, sha) : undefined;
    if (text !== undefined) texts.set(filename, text);
  }
  const missing = files.filter(({ filename }) => !texts.has(filename)).slice(0, mostFetched);
  const places = missing.map(({ filename, ...known }) => ({ commit: trigger.headSha, file: filename, ...known }));
  for (const [file, text] of await readPlaces(github, trigger, places, { tellLinks: true })) texts.set(file, text);
  return texts;
}

/**
 * Reads files that a commit has, by their names. What has no text is looked up in the commit's trees; with `tellLinks`, links are told from files. Throws an
 * UnreadableChange if GitHub gives no answer.
 */
export async function readPlaces(
  github: GitHub,
  trigger: Trigger,
  places: readonly BlobPlace[],
  { tellLinks }: { readonly tellLinks: boolean },
): Promise<Map<string, BlobText>> {
  const [first] = places;
  if (!first) return new Map();
  const fetched = await fetchPlaces(github, trigger, places, { withModes: tellLinks });
  if (!fetched.ok)
    throw new UnreadableChange(`The files' texts could not be read: ${explainFailure(fetched, "contents: read")}.`);
  const { texts, modes } = fetched.data;
  const read = places.map(({ file, mode = modes.get(file) }, index) => ({ file, mode, text: texts[index] }));
  const unclear = read.filter(({ mode, text }) => mode === undefined && (tellLinks || text === undefined));
  const names = unclear.map(({ file }) => file);
  const others = names.length > 0 ? await findModes(github, trigger, first.commit, names) : undefined;
  return new Map(read.map(({ file, mode = others?.get(file), text }) => [file, describeText(text, mode)]));
}

function describeText(text: BlobText | undefined, mode: string | undefined): BlobText {
  if (mode === "120000" && typeof text === "string") return { text, unread: linkWithin };
  if (text !== undefined) return text;
  // Only a link leads to one.
  if (mode === "040000") return { text: "", unread: linkWithin };
  if (mode === "160000") return seeNothing("it is not a file, but a submodule", "submodule");
  return seeNothing("GitHub has no text for it");
}

const linkOut =
  "it is a symbolic link that leads to no file in the repository. Put the manifest in its place, or leave it out of files";

/** More links on one way than people make. */
const mostLinks = 10;

/**
 * Follows the links among texts of the head. What they lead to is added under its own name, unless that is one that is judged; a link that leads out of the
 * repository, or to nothing in it, can't be judged.
 */
export async function followLinks(
  github: GitHub,
  trigger: Trigger,
  texts: ReadonlyMap<string, BlobText>,
  isJudged: (file: string) => boolean,
): Promise<Map<string, BlobText>> {
  const followed = new Map(texts);
  let links = [...texts].flatMap(([file, text]) => findNext({ file, target: file }, file, text));
  for (let hops = 0; links.length > 0; hops++) {
    const isOpen = ({ target }: Link) => isInRepository(target) && hops < mostLinks;
    for (const link of links) if (!isOpen(link)) followed.set(link.file, seeNothing(linkOut));
    const steps = await findSteps(github, trigger, links.filter(isOpen));
    // On the way to a file that is judged there may be a link of a folder, to where nothing is.
    const open = steps.filter(({ target, place }) => place !== target || !isJudged(target));
    const places = [...new Set(open.map(({ place }) => place))].map((file) => ({ commit: trigger.headSha, file }));
    const read = await readPlaces(github, trigger, places, { tellLinks: true });
    for (const { file, target, place } of open) {
      const text = read.get(place);
      if (unreadKind(text) === "closed") followed.set(file, seeNothing(linkOut));
      else if (text !== undefined && unreadKind(text) !== "link") followed.set(target, text);
    }
    links = open.flatMap((step) => findNext(step, step.place, read.get(step.place)));
  }
  return followed;
}

interface Link {
  /** The file that was changed. */
  readonly file: string;
  /** Where it leads, or a link that it leads to, from the top of the repository; from that of the disk with a leading `/`. */
  readonly target: string;
}

/** A link, with what is to be read of it next: a link among the folders of its target, or that itself. */
interface Step extends Link {
  readonly place: string;
}

async function findSteps(github: GitHub, trigger: Trigger, links: readonly Link[]): Promise<Step[]> {
  const foldersOf = ({ target }: Link) => [...target.matchAll(/\//g)].map(({ index }) => target.slice(0, index));
  const folders = [...new Set(links.flatMap(foldersOf))];
  const modes = folders.length > 0 ? await findModes(github, trigger, trigger.headSha, folders) : undefined;
  return links.map((link) => {
    const place = foldersOf(link).find((folder) => modes?.get(folder) === "120000") ?? link.target;
    return { ...link, place };
  });
}

/** Where a link leads by the text at a place on its way; nothing where that is not a link to a path. */
function findNext({ file, target }: Link, place: string, text: BlobText | undefined): Link[] {
  if (typeof text !== "object" || text.unread.what !== "link" || text.text === "") return [];
  const way = text.text + target.slice(place.length);
  return [{ file, target: posix.isAbsolute(way) ? way : posix.join(posix.dirname(place), way) }];
}

function unreadKind(text: BlobText | undefined): Unread["what"] | undefined {
  return typeof text === "object" ? text.unread.what : undefined;
}

function isInRepository(target: string): boolean {
  return !posix.isAbsolute(target) && target !== ".." && !target.startsWith("../");
}
