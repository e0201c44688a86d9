import { completeName } from "./image-reference.ts";

/** What is known of a public image without asking its registry. */
export interface KnownImage {
  /** Its whole name without tag. */
  readonly name: string;
  /** Its `USER`, as in `ImageConfig`: the empty text is root. */
  readonly user: string;
  /**
   * Where its process writes besides /tmp. Data folders are not among them: they need a volume that lasts, which only the author can choose. Nor are
   * folders with files of the image's own: a volume would hide these.
   */
  readonly writablePaths: readonly string[];
  /** The capabilities that its programs carry in their files (`setcap …=+ep`). */
  readonly fileCapabilities: readonly string[];
  /** The capabilities that it uses where it starts as root: to hand its files and itself over to another user, and to listen on a low port. */
  readonly rootCapabilities: readonly string[];
  /** The repository whose Dockerfiles and entry points say so. */
  readonly source: string;
}

/** Finds what is known of an image by its whole name: docker.io/bitnami/nginx is not docker.io/library/nginx. */
export function findKnownImage(image: string | null): KnownImage | undefined {
  return image === null ? undefined : knownImages.get(completeName(image));
}

type Facts = Pick<KnownImage, "source"> & Partial<Omit<KnownImage, "name">>;

function describe(name: string, facts: Facts): KnownImage {
  return { name, user: "", writablePaths: [], fileCapabilities: [], rootCapabilities: [], ...facts };
}

/** What an entry point needs that hands its folders over to a user, and goes on as that user (gosu, su-exec). */
const stepsDown = ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"];
const bindsLowPorts = ["NET_BIND_SERVICE"];

const nginx = "github.com/nginx/docker-nginx";
const library = (name: string) => `github.com/docker-library/${name}`;

const rows: readonly KnownImage[] = [
  describe("docker.io/library/nginx", {
    writablePaths: ["/var/cache/nginx", "/var/run"],
    rootCapabilities: ["CHOWN", "SETGID", "SETUID", ...bindsLowPorts],
    source: nginx,
  }),
  describe("docker.io/nginxinc/nginx-unprivileged", { user: "101", source: `${nginx}-unprivileged` }),
  describe("docker.io/bitnami/nginx", {
    user: "1001",
    writablePaths: ["/opt/bitnami/nginx/tmp"],
    source: "github.com/bitnami/containers",
  }),
  describe("docker.io/library/httpd", {
    writablePaths: ["/usr/local/apache2/logs"],
    rootCapabilities: ["SETGID", "SETUID", ...bindsLowPorts],
    source: library("httpd"),
  }),
  describe("docker.io/library/caddy", {
    fileCapabilities: bindsLowPorts,
    source: "github.com/caddyserver/caddy-docker",
  }),
  describe("docker.io/library/traefik", {
    rootCapabilities: bindsLowPorts,
    source: "github.com/traefik/traefik-library-image",
  }),
  describe("docker.io/library/postgres", {
    writablePaths: ["/var/run/postgresql"],
    rootCapabilities: stepsDown,
    source: library("postgres"),
  }),
  describe("docker.io/library/mysql", {
    writablePaths: ["/var/run/mysqld"],
    rootCapabilities: stepsDown,
    source: library("mysql"),
  }),
  describe("docker.io/library/mariadb", {
    writablePaths: ["/run/mysqld"],
    rootCapabilities: stepsDown,
    source: "github.com/MariaDB/mariadb-docker",
  }),
  describe("docker.io/library/mongo", { rootCapabilities: stepsDown, source: library("mongo") }),
  describe("docker.io/library/redis", { rootCapabilities: stepsDown, source: library("redis") }),
  describe("docker.io/library/rabbitmq", {
    writablePaths: ["/var/log/rabbitmq"],
    rootCapabilities: stepsDown,
    source: library("rabbitmq"),
  }),
  describe("docker.io/library/memcached", { user: "memcache", source: library("memcached") }),
  ...["docker.io/coredns/coredns", "registry.k8s.io/coredns/coredns"].map((name) =>
    describe(name, {
      user: "65532:65532",
      fileCapabilities: bindsLowPorts,
      source: "github.com/coredns/coredns",
    }),
  ),
  describe("registry.k8s.io/ingress-nginx/controller", {
    user: "www-data",
    fileCapabilities: bindsLowPorts,
    source: "github.com/kubernetes/ingress-nginx",
  }),
  describe("registry.k8s.io/ingress-nginx/controller-chroot", {
    user: "www-data",
    fileCapabilities: [...bindsLowPorts, "SYS_CHROOT"],
    source: "github.com/kubernetes/ingress-nginx",
  }),
  describe("registry.k8s.io/kube-apiserver", {
    fileCapabilities: bindsLowPorts,
    source: "github.com/kubernetes/kubernetes",
  }),
  ...["vault", "boundary"].map((name) =>
    describe(`docker.io/hashicorp/${name}`, {
      fileCapabilities: ["IPC_LOCK"],
      rootCapabilities: [...stepsDown, "SETFCAP"],
      source: `github.com/hashicorp/${name}`,
    }),
  ),
  // What others build on: root, until somebody says USER.
  ...["alpine", "busybox", "debian", "golang", "node", "php", "python", "ruby", "ubuntu"].map((name) =>
    describe(`docker.io/library/${name}`, { source: `github.com/docker-library/official-images, library/${name}` }),
  ),
];

const knownImages: ReadonlyMap<string, KnownImage> = new Map(rows.map((row) => [row.name, row]));
