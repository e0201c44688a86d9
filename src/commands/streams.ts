/**
 * Writes to standard output, no faster than it is read. A reader that has seen enough (`| head`) is not a failure. Any other failure to write ends the run with
 * status 2.
 */
export async function say(text: string | Uint8Array): Promise<void> {
  const failure = await write(process.stdout, text);
  if (!failure || failure.code === "EPIPE") return;
  await remark(`secctx: the output could not be written: ${failure.message}.\n`);
  process.exit(2);
}

/** Writes to standard error. If that fails, the work still goes on. */
export async function remark(text: string): Promise<void> {
  await write(process.stderr, text);
}

/** Waits until a stream has taken the text; returns the error if it could not take all of it. */
function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<NodeJS.ErrnoException | undefined> {
  // Each write returns its own error: an event for it, which nobody listened to, would end the run.
  if (stream.listenerCount("error") === 0) stream.on("error", () => {});
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  let failure: Error | null | undefined;
  return new Promise((resolve) => {
    stream.cork();
    stream.write(bytes.subarray(0, -1), (error) => {
      failure = error;
    });
    // A file that is full takes only a part, which Node.js reports when the next write fails. So the last byte is a write of its own.
    stream.write(bytes.subarray(-1), (error) => resolve(failure ?? error ?? undefined));
    stream.uncork();
  });
}
