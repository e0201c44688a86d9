import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The browser on the PATH, by any of its names; `.ci/run` installs Debian's. */
export const executable = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) =>
    ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  )
  .find((file) => existsSync(file));

/** What keeps it from talking to anyone, and lets root start it. */
export const offline: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
