import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const root = dirname(import.meta.dirname);
const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
});
const files = listing.split("\n").filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile());
const folders = new Set(
  files.flatMap((file) => file.split("/").map((_, depth, names) => names.slice(0, depth).join("/"))),
);
const read = (file: string) => readFileSync(join(root, file), "utf8");

/** What people read in the repository: its pages but for the examples in them, and the comments of its code. */
const texts = files.flatMap((file) => {
  if (/^(dist|test\/(fixtures|rules)|examples|schema)\//.test(file)) return [];
  if (file.endsWith(".md")) return [{ file, text: read(file).replace(/^```.*?^```/gms, "") }];
  const comment = commentIn(file);
  return comment ? [{ file, text: [...read(file).matchAll(comment)].join("\n") }] : [];
});

function commentIn(file: string): RegExp | undefined {
  if (/\.(ts|mjs|css)$/.test(file)) return /(?<!\S)\/\*[\s\S]*?\*\/|(?<!\S)\/\/.*$/gm;
  return /\.ya?ml$|^\.ci\/run$|\.git\w+$|CODEOWNERS$/.test(file) ? /(?<!\S)#.*$/gm : undefined;
}

/** What does not exist of all that is mentioned, each with the file that mentions it. */
function missing(
  mentionsIn: (text: string, file: string) => readonly string[],
  exists: (mention: string, file: string) => boolean,
): string[] {
  return texts.flatMap(({ file, text }) => {
    const mentions = [...new Set(mentionsIn(text, file))];
    return mentions.filter((mention) => !exists(mention, file)).map((mention) => `${file}: ${mention}`);
  });
}

/** All that a pattern finds in a text. */
function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found);
}

/** Whether a path from the root names a file or folder. `<id>`, `NAME` and `*` in it stand for anything. */
function isPath(path: string): boolean {
  const name = path.replace(/\/$/, "");
  if (files.includes(name) || folders.has(name)) return true;
  const pattern = name.replace(/[.+]/g, "\\$&").replace(/<\w+>|\*+|\b[A-Z]{2,}\b/g, ".+");
  return files.some((file) => new RegExp(`^${pattern}$`).test(file));
}

/** Whether a name is that of a file, be it with some of the folders above it. What src/ mentions is in src/. */
function isFile(name: string, mentionedIn: string): boolean {
  const near = mentionedIn.startsWith("src/") && !files.includes(name) ? "src/" : "";
  return files.some((file) => file.startsWith(near) && `/${file}`.endsWith(`/${name}`));
}

/** Headings of a page. */
function headingsOf(page: string): string[] {
  const text = files.includes(page) ? read(page).replace(/^```.*?^```/gms, "") : "";
  return [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading = ""]) => heading);
}

/** The anchor that GitHub gives to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

// Files of other projects are mentioned by their addresses.
describe("what pages and comments mention exists", () => {
  it("paths from the root of the repository", () => {
    const paths =
      /(?<![\w./@:-])(?:src|test|docs|scripts|bench|examples|schema|dist|\.github|\.ci)\/[\w./<>*-]*[\w/>*]/g;
    expect(missing((text) => all(text, paths), isPath)).toEqual([]);
  });

  it("names of files", () => {
    const names = /(?<![\w/.<>*$}-])[a-z][\w-]*(?:\/[\w-]+)*(?:\.test)?\.(?:ts|mjs|md)\b/g;
    expect(missing((text) => all(text, names), isFile)).toEqual([]);
  });

  it("links from page to page, and to their sections", () => {
    const linksIn = (text: string, file: string) =>
      [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = ""]) => {
        const [path = "", anchor] = link.split("#");
        return [path === "" ? file : normalize(join(dirname(file), path)), anchor ?? []].flat().join("#");
      });
    const isThere = (link: string) => {
      const [page = "", anchor] = link.split("#");
      return isPath(page) && (anchor === undefined || headingsOf(page).map(anchorOf).includes(anchor));
    };
    expect(missing((text, file) => (file.endsWith(".md") ? linksIn(text, file) : []), isThere)).toEqual([]);
  });

  it('sections by their title, as in: docs/github.md, "Very many manifests"', () => {
    const sections = /[\w/-]+\.md, "[^"]+"/g;
    const isThere = (section: string) => {
      const [page = "", title = ""] = section.slice(0, -1).split(', "');
      return headingsOf(page).includes(title);
    };
    expect(missing((text) => all(text, sections), isThere)).toEqual([]);
  });

  it("sections by number, which only public documents have", () => {
    const sections = /(?:\S+ +)?\S+ §/g;
    expect(
      missing(
        (text) => all(text, sections),
        (section) => /\bRFC \d+ §$/.test(section),
      ),
    ).toEqual([]);
  });

  it("scripts of npm", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const known = [...Object.keys(scripts), "audit", "ci", "cit", "deprecate", "install", "login", "publish"];
    const commands = /(?<=`npm (?:run )?)(?!run\b)[a-z:]+/g;
    expect(
      missing(
        (text) => all(text, commands),
        (command) => known.includes(command),
      ),
    ).toEqual([]);
  });
});
