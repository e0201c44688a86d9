import type { ImageConfig } from "../../pod/index.ts";
import { Failure } from "./failure.ts";

type Json = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a configuration says of user, volumes and ports (https://github.com/opencontainers/image-spec/blob/main/config.md); the sets in it are objects with empty values. */
export function imageConfigIn({ config }: Json): ImageConfig {
  if (config !== undefined && config !== null && !isObject(config)) throw new Failure("its configuration is malformed");
  const { User: user = "", Volumes: volumes, ExposedPorts: ports } = config ?? {};
  if (typeof user !== "string" || user.length > longest)
    throw new Failure("the user in its configuration is malformed");
  return { user, volumes: keysOf(volumes, "volumes"), ports: keysOf(ports, "ports") };
}

/** Beyond any real name, path and number of them. */
const longest = 256;

function keysOf(value: unknown, what: string): string[] {
  if (value === undefined || value === null) return [];
  const keys = isObject(value) ? Object.keys(value).sort() : undefined;
  if (keys && keys.length <= longest && keys.every((key) => key.length <= longest * 4)) return keys;
  throw new Failure(`the ${what} in its configuration are malformed`);
}
