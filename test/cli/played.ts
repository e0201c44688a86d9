import type { Folder } from "./folder.ts";

/** A page as it is when every file that it names is written, and every command run, in one repository: what each printed stands below it. */
export function played(text: string, place: Folder): string {
  return text.replace(/^```(yaml|console) ?(\S*)\n(.*?)^```$/gms, (fence, kind: string, file: string, body: string) => {
    if (kind === "yaml") {
      if (file !== "") place.write(file, body);
      return fence;
    }
    const commands = body.split("\n").filter((line) => line.startsWith("$ "));
    const lines = commands.map((command) => {
      const { stdout, stderr } = place.shell(command.slice(2));
      return `${command}\n${stdout}${stderr}`.replace(/(?<!\n)$/, "\n");
    });
    return `\`\`\`console\n${lines.join("")}\`\`\``;
  });
}
