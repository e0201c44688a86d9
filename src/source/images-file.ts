import { readFileSync } from "node:fs";
import type { ImageAnswer, Images, WantedImage } from "../pod/index.ts";
import { reasonOf, UsageError } from "./errors.ts";
import { parseReference } from "./registry/reference.ts";

/** The name of the format: schema/images.schema.json. */
const schema = "secctx/images/v1";

/** The file that `--images-from` takes. Written field by field. */
export function imagesFile(images: Images): string {
  const entries = [...images].map(([image, answers]) => [
    image,
    Object.fromEntries(Object.entries(answers).map(([platform, answer]) => [platform, answerJson(answer)])),
  ]);
  return `${JSON.stringify({ schema, images: Object.fromEntries(entries) }, null, 2)}\n`;
}

function answerJson(answer: ImageAnswer): object {
  if ("error" in answer) return { error: answer.error };
  const { digest, user, volumes, ports } = answer;
  return { ...(digest !== undefined && { digest }), user, volumes, ports };
}

/** What a file says of the wanted images; of those that it does not name, that it does not. */
export function imagesFrom(file: string, wanted: readonly WantedImage[]): Images {
  const known = entriesOf(file);
  const byMeaning = new Map([...known].map(([image, answers]) => [meaningOf(image), answers]));
  const images = new Map<string, Record<string, ImageAnswer>>();
  for (const { image, platform } of wanted) {
    const answers = known.get(image) ?? byMeaning.get(meaningOf(image));
    const answer = answers?.[platform] ?? { error: `${file} has no entry for it${answers ? ` on ${platform}` : ""}` };
    images.set(image, { ...images.get(image), [platform]: answer });
  }
  return images;
}

/** `nginx` and `docker.io/library/nginx:latest` are one image. */
function meaningOf(image: string): string {
  const reference = parseReference(image);
  return "error" in reference
    ? image
    : `${reference.registry}/${reference.repository}@${reference.digest ?? reference.tag}`;
}

type Json = Readonly<Record<string, unknown>>;

function entriesOf(file: string): Map<string, Record<string, ImageAnswer>> {
  const wrong = (what: string) =>
    new UsageError(`--images-from "${file}": ${what}. \`secctx images\` writes such a file.`);
  const root = parsed(file, wrong);
  if (!isObject(root)) throw wrong("it is no JSON object");
  if (root.schema !== schema) throw wrong(`its schema must be "${schema}"`);
  if (!isObject(root.images)) throw wrong("images must be an object");
  return new Map(
    Object.entries(root.images).map(([image, answers]) => {
      if (!isObject(answers)) throw wrong(`images["${image}"] must be an object by platform, such as linux/amd64`);
      const entries = Object.entries(answers).map(([platform, answer]) => {
        const place = `images["${image}"]["${platform}"]`;
        if (!/^[a-z0-9]+\/[a-z0-9]+$/.test(platform)) throw wrong(`${place}: the platform is no os/architecture`);
        return [platform, answerIn(answer, (what) => wrong(`${place}${what}`))];
      });
      return [image, Object.fromEntries(entries)];
    }),
  );
}

function parsed(file: string, wrong: (what: string) => UsageError): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw wrong(reasonOf(error));
  }
  try {
    return JSON.parse(text);
  } catch {
    throw wrong("it is no JSON");
  }
}

function answerIn(value: unknown, wrong: (what: string) => UsageError): ImageAnswer {
  if (!isObject(value)) throw wrong(" must be an object");
  const { error, digest, user, volumes = [], ports = [], ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw wrong(` has no field "${unknown}". Fields: digest, user, volumes, ports; or error`);
  if (typeof error === "string") return { error };
  if (typeof user !== "string") throw wrong(".user must be a string; empty where the image names no user");
  if (digest !== undefined && typeof digest !== "string") throw wrong(".digest must be a string");
  if (!isTexts(volumes)) throw wrong(".volumes must be a list of paths");
  if (!isTexts(ports)) throw wrong(".ports must be a list such as 80/tcp");
  return { ...(digest !== undefined && { digest }), user, volumes, ports };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
