import { matchesPattern } from "../../pod/patterns.ts";
import type { FixOptions } from "../rule.ts";

/**
 * Where the processes of well-known images write besides /tmp, from the images' own documentation and Dockerfiles
 * (docker-library: nginx, httpd, redis, memcached, postgres, mysql, mariadb, rabbitmq, mongo; grafana/grafana).
 * Data folders are not among them: they need a volume that lasts, which only the author can choose.
 */
const writablePaths: ReadonlyMap<string, readonly string[]> = new Map([
  ["nginx", ["/var/cache/nginx", "/var/run"]],
  ["httpd", ["/usr/local/apache2/logs"]],
  ["postgres", ["/var/run/postgresql"]],
  ["mysql", ["/var/run/mysqld"]],
  ["mariadb", ["/run/mysqld"]],
  ["rabbitmq", ["/var/log/rabbitmq"]],
]);

/**
 * The folders that an image is known to write to: those of the table, by the last part of the image's name (`docker.io/library/nginx:1.27` is `nginx`), and
 * those of the configuration whose pattern fits the image as it is written, or its name without tag and digest.
 */
export function writablePathsOf(image: string | null, configured: FixOptions["writablePaths"] = []): readonly string[] {
  if (image === null) return [];
  const repository = repositoryOf(image);
  const known = writablePaths.get(repository.slice(repository.lastIndexOf("/") + 1)) ?? [];
  const isMeant = (pattern: string) => matchesPattern(pattern, image) || matchesPattern(pattern, repository);
  const own = configured.filter((each) => isMeant(each.image)).flatMap(({ paths }) => paths);
  return [...new Set([...known, ...own])];
}

/** An image's name without tag and digest. */
function repositoryOf(image: string): string {
  const [name = ""] = image.split("@", 1);
  const colon = name.lastIndexOf(":");
  return colon > name.lastIndexOf("/") ? name.slice(0, colon) : name;
}
