import { matchesPattern } from "../../pod/patterns.ts";
import type { FixOptions } from "../rule.ts";

/**
 * Where the processes of well-known images write besides /tmp, from the images' own documentation and Dockerfiles
 * (docker-library: nginx, httpd, redis, memcached, postgres, mysql, mariadb, rabbitmq, mongo; grafana/grafana).
 * Data folders are not among them: they need a volume that lasts, which only the author can choose.
 */
const writablePaths: Readonly<Record<string, readonly string[]>> = {
  nginx: ["/var/cache/nginx", "/var/run"],
  httpd: ["/usr/local/apache2/logs"],
  postgres: ["/var/run/postgresql"],
  mysql: ["/var/run/mysqld"],
  mariadb: ["/run/mysqld"],
  rabbitmq: ["/var/log/rabbitmq"],
};

/**
 * The folders that an image is known to write to: those of the configuration whose pattern fits the image as it is written, or its name without tag and
 * digest; and those of the table, by the last part of the name: `docker.io/library/nginx:1.27` is `nginx`.
 */
export function knownWritablePaths(
  image: string | null,
  configured: FixOptions["writablePaths"] = [],
): readonly string[] {
  const repository = repositoryOf(image ?? "");
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (configured.length === 0) return Object.hasOwn(writablePaths, name) ? (writablePaths[name] ?? []) : [];
  const isMeant = (pattern: string) =>
    image !== null && [image, repository].some((written) => matchesPattern(pattern, written));
  const own = configured.filter((each) => isMeant(each.image)).flatMap(({ paths }) => paths);
  return [...new Set([...(Object.hasOwn(writablePaths, name) ? (writablePaths[name] ?? []) : []), ...own])];
}

/** An image's name without tag and digest. */
function repositoryOf(image: string): string {
  const digest = image.indexOf("@");
  const named = digest === -1 ? image : image.slice(0, digest);
  const colon = named.lastIndexOf(":");
  return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}
