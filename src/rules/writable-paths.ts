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

/** The folders that an image is known to write to, by the last part of its name: `docker.io/library/nginx:1.27` is `nginx`. */
export function knownWritablePaths(image: string | null): readonly string[] {
  const name = image?.split("@")[0]?.split("/").at(-1)?.split(":")[0] ?? "";
  return Object.hasOwn(writablePaths, name) ? (writablePaths[name] ?? []) : [];
}
