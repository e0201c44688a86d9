import { readFileSync } from "node:fs";
import { type ImageAnswer, type ImageConfig, type Images, parseReference, type WantedImage } from "../pod/index.ts";
import { type Fields, isFields } from "../yaml/index.ts";
import { reasonOf, UsageError } from "./errors.ts";
import { parseObject } from "./json-object.ts";

/** The name of the format: schema/images.schema.json. */
const schema = "secctx/images/v1";

/** Renders the file that `--images-from` takes. */
export function renderImagesFile(images: Images): string {
  const entries = [...images].map(([image, answers]) => [
    image,
    Object.fromEntries(Object.entries(answers).map(([platform, answer]) => [platform, renderAnswer(answer)])),
  ]);
  return `${JSON.stringify({ schema, images: Object.fromEntries(entries) }, null, 2)}\n`;
}

function renderAnswer(answer: ImageAnswer): object {
  return "error" in answer ? { error: answer.error } : stated(answer);
}

/** What is known of an image, without what nobody says. */
function stated(
  config: Pick<ImageConfig, "user" | "volumes" | "ports"> & {
    readonly [Field in keyof ImageConfig]?: ImageConfig[Field] | undefined;
  },
): ImageConfig {
  const { digest, user, volumes, ports, entrypoint, cmd, fileCapabilities, layersError } = config;
  return {
    ...(digest !== undefined && { digest }),
    user,
    volumes,
    ports,
    ...(entrypoint && { entrypoint }),
    ...(cmd && { cmd }),
    ...(fileCapabilities && { fileCapabilities }),
    ...(layersError !== undefined && { layersError }),
  };
}

/** Reads what a file says of the wanted images. The answer for an image that it does not name is that it does not. Throws a UsageError for a mistake. */
export function readImagesFile(file: string, wanted: readonly WantedImage[]): Images {
  const entries = parseImages(file);
  const byMeaning = new Map([...entries].map(([image, answers]) => [meaningOf(image), answers]));
  const images = new Map<string, Record<string, ImageAnswer>>();
  for (const { image, platform } of wanted) {
    const answers = entries.get(image) ?? byMeaning.get(meaningOf(image));
    const answer = answers?.[platform] ?? { error: `${file} has no entry for it${answers ? ` on ${platform}` : ""}` };
    images.set(image, { ...images.get(image), [platform]: answer });
  }
  return images;
}

/** The same text for all names of one image, such as `nginx` and `docker.io/library/nginx:latest`. */
function meaningOf(image: string): string {
  const reference = parseReference(image);
  return "error" in reference
    ? image
    : `${reference.registry}/${reference.repository}@${reference.digest ?? reference.tag}`;
}

/** Makes a UsageError of a sentence about what is wrong. */
type Refuse = (what: string) => UsageError;

function parseImages(file: string): Map<string, Record<string, ImageAnswer>> {
  const refuse: Refuse = (what) =>
    new UsageError(`--images-from "${file}": ${what}. \`secctx images\` writes such a file.`);
  const root = readObject(file, refuse);
  if (root.schema !== schema) throw refuse(`its schema must be "${schema}"`);
  if (!isFields(root.images)) throw refuse("images must be an object");
  return new Map(
    Object.entries(root.images).map(([image, answers]) => {
      if (!isFields(answers)) throw refuse(`images["${image}"] must be an object by platform, such as linux/amd64`);
      const entries = Object.entries(answers).map(([platform, answer]) => {
        const place = `images["${image}"]["${platform}"]`;
        if (!/^[a-z0-9]+\/[a-z0-9]+$/.test(platform)) throw refuse(`${place}: the platform is not an os/architecture`);
        return [platform, parseAnswer(answer, (what) => refuse(`${place}${what}`))];
      });
      return [image, Object.fromEntries(entries)];
    }),
  );
}

function readObject(file: string, refuse: Refuse): Fields {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw refuse(reasonOf(error));
  }
  const object = parseObject(text);
  if (!object) throw refuse("it is not a JSON object");
  return object;
}

function parseAnswer(value: unknown, refuse: Refuse): ImageAnswer {
  if (!isFields(value)) throw refuse(" must be an object");
  const { error, digest, user, volumes = [], ports = [], ...rest } = value;
  const { entrypoint, cmd, fileCapabilities, layersError, ...others } = rest;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw refuse(` has no field "${unknown}". Fields: ${fields.join(", ")}; or error`);
  if (typeof error === "string") return { error };
  if (typeof user !== "string") throw refuse(".user must be a string; empty where the image names no user");
  if (digest !== undefined && typeof digest !== "string") throw refuse(".digest must be a string");
  if (!isTexts(volumes)) throw refuse(".volumes must be a list of paths");
  if (!isTexts(ports)) throw refuse(".ports must be a list such as 80/tcp");
  if (entrypoint !== undefined && !isTexts(entrypoint)) throw refuse(".entrypoint must be a list of words");
  if (cmd !== undefined && !isTexts(cmd)) throw refuse(".cmd must be a list of words");
  if (fileCapabilities !== undefined && !isTextsByPath(fileCapabilities))
    throw refuse(".fileCapabilities must be lists of capabilities such as NET_BIND_SERVICE, by the paths of programs");
  if (layersError !== undefined && typeof layersError !== "string") throw refuse(".layersError must be a string");
  return stated({ digest, user, volumes, ports, entrypoint, cmd, fileCapabilities, layersError });
}

const fields = ["digest", "user", "volumes", "ports", "entrypoint", "cmd", "fileCapabilities", "layersError"];

function isTextsByPath(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return isFields(value) && Object.values(value).every(isTexts);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
