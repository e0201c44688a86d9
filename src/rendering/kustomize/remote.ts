/** Whether kustomize fetches a file by HTTP (api/internal/loader `IsRemoteFile`). It never looks for a local one then. */
export function isRemoteFile(name: string): boolean {
  return /^https?:/i.test(name);
}

/**
 * Whether kustomize would fetch what a list of resources or components names. A file is taken first, whatever it is called; a folder only where its name is
 * not that of a repository (api/internal/target `accumulateResources`, api/internal/loader `FileLoader.New`).
 */
export function isRemote(name: string, local: "file" | "folder" | "other" | undefined): boolean {
  if (isRemoteFile(name)) return true;
  if (local === "file") return false;
  // Other releases of kustomize know more spellings: a name of theirs with nothing behind it here is no misspelt path.
  return (
    isRepository(name) || (!local && /^(?:git::|gh:|\w+:\/\/)|^[\w.-]+@[\w.-]+[:/]|[?&](?:ref|version)=/i.test(name))
  );
}

/** Whether kustomize takes a name for that of a git repository (api/internal/git/repospec.go `NewRepoSpecFromURL`). */
function isRepository(name: string): boolean {
  if (/^(?:[\\/]|[a-z]:[\\/])/i.test(name)) return false;
  const [bare = ""] = name.split("?", 1);
  const [, scheme = "", user = "", rest = ""] =
    /^(?:git::)?((?:ssh|https?|file):\/\/)?([a-z][a-z0-9-]*@)?(.*)$/is.exec(bare) ?? [];
  const isScp = scheme === "" && (user !== "" || /^github\.com[/:]/i.test(rest));
  if (scheme === "" && !isScp) return false;
  const isFile = /^file/i.test(scheme);
  const slash = rest.indexOf("/");
  const colon = isScp ? rest.indexOf(":") : -1;
  const end = slash === -1 || (colon > 0 && colon < slash) ? colon : slash;
  // A host with nothing behind it, or with one segment, is none unless a sign says where the repository ends.
  const path = isFile ? user + rest : end === -1 ? "" : rest.slice(end + 1);
  if (path === "" || (!isFile && end === 0)) return false;
  return isFile || /_git\/|\/\/|\.git/.test(path) || path.includes("/");
}

/** A name without a login in it. */
export function withoutLogin(name: string): string {
  return name.replace(/\/\/[^/@]*@/, "//");
}
