export const id = 811;
export const ids = [811];
export const modules = {

/***/ 811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readImages: () => (/* binding */ readImages)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/source/registry/addresses.js

const privateAddresses = new external_node_net_.BlockList();
/** Not to be reached over the internet (IANA's special-purpose address registries). */
// biome-ignore format: a list to be read, not a column
const ranges = [
    ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
    ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3], ["::", 127], ["64:ff9b::", 96], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8],
];
for (const [network, bits] of ranges)
    privateAddresses.addSubnet(network, bits, (0,external_node_net_.isIP)(network) === 6 ? "ipv6" : "ipv4");
/** Whether an address belongs to a machine's own or its owner's network. */
function isPrivateAddress(address) {
    return privateAddresses.check(address, (0,external_node_net_.isIP)(address) === 6 ? "ipv6" : "ipv4");
}
/** The same of a host as a URL has it: by itself, without asking the name service. */
function isPrivateHost(hostname) {
    const name = hostname.replace(/^\[|\]$/g, "");
    return (0,external_node_net_.isIP)(name) ? isPrivateAddress(name) : /(^|\.)localhost\.?$/.test(name);
}
/** Whether a host is this very machine: the only one that is spoken to without encryption unasked. */
function isLoopback(hostname) {
    const name = hostname.replace(/^\[|\]$/g, "");
    return name === "localhost" || name === "::1" || ((0,external_node_net_.isIP)(name) === 4 && name.startsWith("127."));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/source/registry/cache.js




/** The user's own cache. Content is verified when it is read, too; a cache that can't be used is none. */
function diskCache() {
    const folder = (0,external_node_path_.join)(process.env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache"), "secctx", "images");
    const fileOf = (digest) => (0,external_node_path_.join)(folder, ...digest.split(":"));
    return {
        get: (digest) => {
            try {
                const content = (0,external_node_fs_.readFileSync)(fileOf(digest));
                return isOf(digest, content) ? content : undefined;
            }
            catch {
                return undefined;
            }
        },
        put: (digest, content) => {
            const file = fileOf(digest);
            const temporary = `${file}.${process.pid}.tmp`;
            try {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
                (0,external_node_fs_.writeFileSync)(temporary, content, { mode: 0o600 });
                (0,external_node_fs_.renameSync)(temporary, file);
            }
            catch {
                // Read-only or full: the next run asks again.
            }
        },
    };
}
/** Whether content is what a digest was made of. */
function isOf(digest, content) {
    const [algorithm = "", hex] = digest.split(":");
    return (0,external_node_crypto_.createHash)(algorithm).update(content).digest("hex") === hex;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
;// CONCATENATED MODULE: ./lib/source/registry/credentials.js





/**
 * The logins of `docker login`: `$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`, and the helpers that it names. Each is looked up once, and its
 * secret is passed to `onSecret` first.
 */
function dockerLogins(helpers, onSecret = () => { }) {
    const config = dockerConfig((0,external_node_path_.join)(process.env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".docker"), "config.json"));
    const found = new Map();
    return (registry) => {
        const lookup = found.get(registry) ?? announceSecret(loginFor(registry, config, helpers), onSecret);
        found.set(registry, lookup);
        return lookup;
    };
}
async function announceSecret(looking, onSecret) {
    const lookup = await looking;
    if (lookup.login)
        onSecret(lookup.login.kind === "password" ? lookup.login.password : lookup.login.token);
    return lookup;
}
function dockerConfig(file) {
    try {
        const config = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        if (typeof config === "object" && config !== null)
            return config;
    }
    catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((0,errors/* codeOf */.$N)(error)))
            return {};
        const reason = error instanceof SyntaxError ? "it is no JSON" : (0,errors/* reasonOf */.A3)(error);
        throw new errors/* UsageError */.eb(`"${file}": the logins of docker could not be read: ${reason}.`);
    }
    throw new errors/* UsageError */.eb(`"${file}": the logins of docker could not be read: it is no JSON object.`);
}
function loginFor(registry, config, helpers) {
    const names = registry === "docker.io" ? ["index.docker.io", "docker.io"] : [registry];
    const of = (entries) => Object.entries(entries ?? {}).find(([key]) => names.includes(hostOf(key)))?.[1];
    const helper = of(config.credHelpers);
    if (helper)
        return helperLogin(helper, registry, helpers);
    const login = loginIn(of(config.auths) ?? {});
    if (login || !config.credsStore)
        return Promise.resolve({ login });
    return helperLogin(config.credsStore, registry, helpers);
}
/** Keys are hosts, or addresses of old (`https://index.docker.io/v1/`). */
function hostOf(key) {
    return key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}
function loginIn({ auth, username, password, identitytoken, registrytoken }) {
    if (registrytoken)
        return { kind: "bearer", token: registrytoken };
    if (identitytoken)
        return { kind: "identity", token: identitytoken };
    if (username && password)
        return { kind: "password", user: username, password };
    const [user = "", ...rest] = Buffer.from(auth ?? "", "base64")
        .toString("utf8")
        .replace(/\0+$/, "")
        .split(":");
    return user !== "" && rest.length > 0 ? { kind: "password", user, password: rest.join(":") } : undefined;
}
/** Asks a helper by its protocol: the registry on standard input, JSON back (docker/docker-credential-helpers). */
async function helperLogin(name, registry, helpers) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name))
        return { login: undefined, trouble: "the name of the credential helper is no name" };
    if (helpers === "never")
        return { login: undefined, trouble: `${program} is not run here` };
    const key = registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
    const output = await new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(program, ["get"], { timeout: 10_000, maxBuffer: 2 ** 20, windowsHide: true }, (error, stdout) => {
            if (!error)
                resolve(stdout);
            else if (/credentials not found/i.test(stdout))
                resolve({ trouble: undefined });
            else
                resolve({ trouble: `${program} ${(0,errors/* codeOf */.$N)(error) === "ENOENT" ? "is not there" : "failed"}` });
        });
        // A program that ends before it has read says so by its status.
        child.stdin?.on("error", () => { });
        child.stdin?.end(key);
    });
    if (typeof output !== "string")
        return { login: undefined, ...(output.trouble ? { trouble: output.trouble } : {}) };
    try {
        const { Username: user, Secret: secret } = JSON.parse(output);
        if (typeof user !== "string" || typeof secret !== "string" || secret === "")
            return { login: undefined };
        if (user === "<token>")
            return { login: { kind: "identity", token: secret } };
        return { login: { kind: "password", user, password: secret } };
    }
    catch {
        return { login: undefined, trouble: `${program} answers with what is no JSON` };
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./node_modules/proxy-from-env/index.js


var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
};

function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}

/**
 * @param {string|object|URL} url - The URL as a string or URL instance, or a
 *   compatible object (such as the result from legacy url.parse).
 * @return {string} The URL of the proxy that should handle the request to the
 *  given URL. If no proxy is set, this will be an empty string.
 */
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === 'string' ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== 'string' || !hostname || typeof proto !== 'string') {
    return '';  // Don't proxy URLs without a valid scheme or host.
  }

  proto = proto.split(':', 1)[0];
  // Stripping ports in this way instead of using parsedUrl.hostname to make
  // sure that the brackets around IPv6 addresses are kept.
  hostname = hostname.replace(/:\d*$/, '');
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return '';  // Don't proxy URLs that match NO_PROXY.
  }

  var proxy = getEnv(proto + '_proxy') || getEnv('all_proxy');
  if (proxy && proxy.indexOf('://') === -1) {
    // Missing scheme in proxy, default to the requested URL's scheme.
    proxy = proto + '://' + proxy;
  }
  return proxy;
}

/**
 * Determines whether a given URL should be proxied.
 *
 * @param {string} hostname - The host name of the URL.
 * @param {number} port - The effective port of the URL.
 * @returns {boolean} Whether the given URL should be proxied.
 * @private
 */
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv('no_proxy').toLowerCase();
  if (!NO_PROXY) {
    return true;  // Always proxy if NO_PROXY is not set.
  }
  if (NO_PROXY === '*') {
    return false;  // Never proxy if wildcard is set.
  }

  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;  // Skip zero-length hosts.
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;  // Skip if ports don't match.
    }

    if (!/^[.*]/.test(parsedProxyHostname)) {
      // No wildcards, so stop proxying if there is an exact match.
      return hostname !== parsedProxyHostname;
    }

    if (parsedProxyHostname.charAt(0) === '*') {
      // Remove leading wildcard.
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    // Stop proxying if the hostname ends with the no_proxy host.
    return !hostname.endsWith(parsedProxyHostname);
  });
}

/**
 * Get the value for an environment variable.
 *
 * @param {string} key - The name of the environment variable.
 * @return {string} The value of the environment variable.
 * @private
 */
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || '';
}

;// CONCATENATED MODULE: ./lib/source/http.js


/** What is wrong with the proxy that the environment names. */
class ProxyFailure extends Error {
}
/** Milliseconds that a proxy may take to let a connection through. */
const proxyPatience = 15_000;
/** One request by way of the proxy that the environment names. The answer's body is still to be read: the process does not end before. */
async function send(request) {
    const { method, url, headers, body, signal } = request;
    const proxy = proxyFor(url);
    const isPlainProxied = proxy !== undefined && url.protocol === "http:";
    const target = isPlainProxied
        ? {
            host: proxy.hostname,
            port: portOf(proxy),
            path: url.href,
            headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
        }
        : { host: http_hostOf(url), port: portOf(url), path: url.pathname + url.search, headers };
    const client = await clientFor(isPlainProxied ? proxy : url);
    const sent = client.request({ ...target, method, signal, agent: await agentFor(request, proxy) });
    sent.end(body);
    const [response] = (await (0,external_node_events_.once)(sent, "response"));
    return response;
}
/** Whether the environment names a proxy for an address. */
function isProxied(url) {
    return proxyFor(url) !== undefined;
}
function proxyFor(url) {
    const proxy = getProxyForUrl(url.href);
    if (proxy === "")
        return undefined;
    if (URL.canParse(proxy) && /^https?:/.test(proxy))
        return new URL(proxy);
    throw new ProxyFailure("the proxy that the environment names is no http:// or https:// address");
}
/** Loaded for who asks, and TLS for who speaks it: it takes as long as all else of a start. */
async function clientFor({ protocol }) {
    return (protocol === "https:" ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).default;
}
function http_hostOf({ hostname }) {
    return hostname.replace(/^\[|\]$/g, "");
}
function portOf({ port, protocol }) {
    return port || (protocol === "https:" ? "443" : "80");
}
function proxyLogin({ username, password }) {
    if (username === "")
        return {};
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` };
}
const agents = new Map();
/** Connections are kept and used again, but never by a request that could not have made them. */
function agentFor({ url, lookup }, proxy) {
    const own = agents.get(lookup) ?? new Map();
    const key = `${url.protocol} ${proxy?.href ?? ""}`;
    const agent = own.get(key) ?? newAgent(url, proxy, lookup);
    agents.set(lookup, own.set(key, agent));
    return agent;
}
async function newAgent(url, proxy, lookup) {
    const kept = { keepAlive: true, maxSockets: 8, ...(lookup && !proxy ? { lookup } : {}) };
    const isTunnelled = url.protocol === "https:" && proxy !== undefined;
    const { Agent } = await clientFor(isTunnelled ? url : (proxy ?? url));
    const agent = new Agent(kept);
    if (!isTunnelled)
        return agent;
    const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
    agent.createConnection = (options, callback) => {
        const { host, port, ...rest } = options;
        tunnel(proxy, `${host?.includes(":") ? `[${host}]` : host}:${port}`).then((socket) => callback?.(null, connect({ ...rest, socket })), (error) => callback?.(error, undefined));
        return undefined;
    };
    return agent;
}
/** A way through the proxy, on which the proxy sees no more than the host (RFC 9110 §9.3.6). */
async function tunnel(proxy, authority) {
    const client = await clientFor(proxy);
    const request = client.request({
        host: http_hostOf(proxy),
        port: portOf(proxy),
        method: "CONNECT",
        path: authority,
        headers: { host: authority, ...proxyLogin(proxy) },
        agent: false,
        timeout: proxyPatience,
    });
    const late = new ProxyFailure(`${proxy.host} does not answer within ${proxyPatience / 1000} seconds`);
    request.once("timeout", () => request.destroy(late));
    request.end();
    const [{ statusCode }, socket] = (await (0,external_node_events_.once)(request, "connect"));
    if (statusCode === 200)
        return socket;
    socket.destroy();
    throw new ProxyFailure(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`);
}

;// CONCATENATED MODULE: ./lib/source/registry/failure.js


/** Why an image could not be read: the rest of the sentence "could not read the image: …". */
class Failure extends Error {
    /** Whether the host itself is at fault, so that asking it for another image is in vain. */
    isOfHost;
    /** Whether another try may go better. */
    isPassing;
    constructor(message, { isOfHost = false, isPassing = false } = {}) {
        super(message);
        this.isOfHost = isOfHost;
        this.isPassing = isPassing;
    }
}
/** The failure that an error of the network, or of TLS, means. */
function networkFailure(error, host) {
    if (error instanceof Failure)
        return error;
    if (error instanceof ProxyFailure)
        return new Failure(error.message, { isOfHost: true });
    const code = (0,errors/* codeOf */.$N)(error);
    const reason = reasons[code]?.(host) ?? otherReason(error, code, host);
    // A broken connection may have been bad luck; a slow host, a missing one and a false certificate are not.
    return new Failure(reason, { isOfHost: true, isPassing: ["ECONNRESET", "EPIPE", "EAI_AGAIN"].includes(code) });
}
function otherReason(error, code, host) {
    if (/CERT|SIGNED|SIGNATURE|ISSUER|ALTNAME/.test(code))
        return `the certificate of ${host} does not verify (${code}). NODE_EXTRA_CA_CERTS names a file of further authorities`;
    return `no connection to ${host} (${code || (error instanceof Error ? error.message : String(error))})`;
}
const reasons = {
    ENOTFOUND: (host) => `there is no host ${host}`,
    EAI_AGAIN: (host) => `there is no host ${host}, or the name service does not answer`,
    ECONNREFUSED: (host) => `${host} refuses the connection`,
    EPIPE: (host) => `${host} breaks the connection off`,
    ECONNRESET: (host) => `${host} breaks the connection off`,
    ETIMEDOUT: (host) => `${host} does not answer in time`,
    EHOSTUNREACH: (host) => `there is no way to ${host}`,
    ENETUNREACH: (host) => `there is no way to ${host}`,
};

;// CONCATENATED MODULE: ./lib/source/registry/image-config.js

/** Whether a JSON value is an object. */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** What a configuration says of user, volumes and ports (https://github.com/opencontainers/image-spec/blob/main/config.md); the sets in it are objects with empty values. */
function imageConfigIn({ config }) {
    if (config !== undefined && config !== null && !isObject(config))
        throw new Failure("its configuration is malformed");
    const { User: user = "", Volumes: volumes, ExposedPorts: ports } = config ?? {};
    if (typeof user !== "string" || user.length > longest)
        throw new Failure("the user in its configuration is malformed");
    return { user, volumes: keysOf(volumes, "volumes"), ports: keysOf(ports, "ports") };
}
/** Beyond any real name, path and number of them. */
const longest = 256;
function keysOf(value, what) {
    if (value === undefined || value === null)
        return [];
    const keys = isObject(value) ? Object.keys(value).sort() : undefined;
    if (keys && keys.length <= longest && keys.every((key) => key.length <= longest * 4))
        return keys;
    throw new Failure(`the ${what} in its configuration are malformed`);
}

// EXTERNAL MODULE: ./lib/source/registry/reference.js
var registry_reference = __webpack_require__(3880);
;// CONCATENATED MODULE: ./lib/source/registry/image.js





/** Bytes of a manifest or a configuration: the registries' own limit. */
const limit = 4 * 2 ** 20;
const manifestTypes = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
/**
 * An image in its registry (OCI image-spec). Its tag is asked for the digest, once; then only digests are asked for, each content is verified, and none
 * is asked for that the cache has.
 */
function openImage(registry, cache, contents, reference) {
    let digest;
    const content = (kind, wanted) => {
        const known = contents.get(wanted) ?? contentOf(registry, cache, reference, kind, wanted);
        contents.set(wanted, known);
        return known;
    };
    return async (platform) => {
        digest ??= reference.digest ? Promise.resolve(reference.digest) : digestOf(registry, cache, reference);
        const { manifest, digest: own } = await manifestFor(await digest, platform, (each) => content("manifests", each));
        const config = descriptor(manifest.config);
        if (!configTypes.includes(config.mediaType))
            throw new Failure(`it is no container image, but holds ${config.mediaType || "something unknown"}`);
        const fields = objectIn(await content("blobs", config.digest), "configuration");
        const [os] = platform.split("/");
        if (typeof fields.os === "string" && fields.os !== os)
            throw new Failure(`it is made for ${fields.os}, and the pod runs on ${os}`);
        return { digest: own, ...imageConfigIn(fields) };
    };
}
async function manifestFor(digest, platform, content) {
    let current = digest;
    // An index may hold indexes; more than one within another is nobody's need.
    for (let depth = 0; depth < 3; depth++) {
        const manifest = objectIn(await content(current), "manifest");
        if (manifest.schemaVersion === 1)
            throw new Failure("its manifest is of the old schema 1, which is not read");
        const isIndex = Array.isArray(manifest.manifests);
        // Two readers could take it for two images (CVE-2021-41190).
        if (isIndex === isObject(manifest.config))
            throw new Failure("its manifest is neither an image's nor an index");
        if (!isIndex)
            return { manifest, digest: current };
        current = choice(manifest.manifests, platform);
    }
    throw new Failure("its index leads to indexes without end");
}
/** The manifest of an index that a node of the platform takes; of several variants the newest. */
function choice(entries, wanted) {
    const found = entries.filter(isObject).flatMap((entry) => {
        const { os = "", architecture = "", variant = "" } = isObject(entry.platform) ? entry.platform : {};
        const { digest } = descriptor(entry);
        return os === "unknown" ? [] : [{ platform: `${os}/${architecture}`, variant: String(variant), digest }];
    });
    const fitting = found.filter(({ platform }) => platform === wanted);
    const [best] = fitting.toSorted((a, b) => (a.variant < b.variant ? 1 : a.variant > b.variant ? -1 : 0));
    if (best)
        return best.digest;
    const others = [...new Set(found.map(({ platform }) => platform))].sort().slice(0, 10);
    throw new Failure(`it is not made for ${wanted}, but for ${others.join(", ") || "no platform at all"}`);
}
function descriptor(value) {
    const { mediaType, digest, size } = isObject(value) ? value : {};
    if (typeof digest !== "string" || !(0,registry_reference/* isDigest */.B)(digest))
        throw new Failure("its manifest names content by no digest");
    if (typeof size === "number" && size > limit)
        throw tooLarge(size);
    return { mediaType: typeof mediaType === "string" ? mediaType : "", digest };
}
function tooLarge(size) {
    return new Failure(`a part of it has ${size.toLocaleString("en")} bytes, where ${limit.toLocaleString("en")} are enough`);
}
/** What a tag stands for now. `HEAD` is answered without counting as a pull; what does not know it is asked for the manifest. */
async function digestOf(registry, cache, { repository, tag }) {
    const question = { repository, path: `manifests/${tag}`, accept: manifestTypes, limit };
    const head = await registry({ ...question, method: "HEAD" });
    const said = head.headers["docker-content-digest"];
    if (head.status === 200 && typeof said === "string" && (0,registry_reference/* isDigest */.B)(said))
        return said;
    if (head.status !== 200 && head.status !== 405)
        throw refusal(head, `${repository}:${tag}`);
    const answer = await registry({ ...question, method: "GET" });
    if (answer.status !== 200)
        throw refusal(answer, `${repository}:${tag}`);
    objectIn(answer.body, "manifest");
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(answer.body).digest("hex")}`;
    cache.put(digest, answer.body);
    return digest;
}
async function contentOf(registry, cache, { repository }, kind, digest) {
    const known = cache.get(digest);
    if (known)
        return known;
    const accept = kind === "manifests" ? manifestTypes : ["*/*"];
    const answer = await registry({ method: "GET", repository, path: `${kind}/${digest}`, accept, limit });
    if (answer.status !== 200)
        throw refusal(answer, `${repository}@${digest}`);
    if (!isOf(digest, answer.body))
        throw new Failure(`${answer.url.host} answers with other content than ${digest}`);
    cache.put(digest, answer.body);
    return answer.body;
}
function refusal({ status, url }, name) {
    const reasons = {
        401: `${url.host} wants a login for ${name} (401), and does not say which`,
        403: `${url.host} does not let us read ${name} (403)`,
        404: `${url.host} has no ${name} (404)`,
        429: `${url.host} has too much to do (429)`,
    };
    return new Failure(reasons[status] ?? `${url.host} answers ${status} for ${name}`, { isOfHost: status === 429 });
}
function objectIn(content, what) {
    try {
        const value = JSON.parse(content.toString("utf8"));
        if (isObject(value))
            return value;
    }
    catch {
        // Said below.
    }
    throw new Failure(`its ${what} is no JSON object`);
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
;// CONCATENATED MODULE: ./lib/source/registry/exchange.js




/** Milliseconds from the first packet to the last byte: manifests and configurations are a few kB. */
const timeLimit = 15_000;
/** One request, one answer, by way of the proxy that the environment names. Throws a Failure where there is none within the limits. */
async function exchange(request) {
    const { url, reach } = request;
    if (reach === "public" && isPrivateHost(url.hostname))
        throw notPublic(url.hostname);
    const signal = AbortSignal.timeout(timeLimit);
    try {
        return await answer(request, signal);
    }
    catch (error) {
        throw signal.aborted ? tooSlow(url.host) : networkFailure(error, url.host);
    }
}
async function answer(request, signal) {
    const { method, url, limit, reach } = request;
    const response = await send({ ...request, signal, lookup: reach === "public" ? publicLookup : undefined });
    const { remoteAddress } = response.socket;
    return {
        status: response.statusCode ?? 0,
        headers: response.headers,
        // Read also where there is none: only then is the connection free, and the process may end.
        body: await bodyOf(response, method === "HEAD" ? Number.POSITIVE_INFINITY : limit, url.host),
        isPrivate: remoteAddress !== undefined && !isProxied(url) ? isPrivateAddress(remoteAddress) : isPrivateHost(url.hostname),
    };
}
async function bodyOf(response, limit, host) {
    const tooLong = new Failure(`${host} answers with more than ${limit.toLocaleString("en")} bytes`);
    const chunks = [];
    let length = 0;
    try {
        if (Number(response.headers["content-length"] ?? 0) > limit)
            throw tooLong;
        for await (const chunk of response) {
            length += chunk.length;
            if (length > limit)
                throw tooLong;
            chunks.push(chunk);
        }
    }
    finally {
        // Of an answer that is not wanted to its end, the connection goes too.
        if (!response.complete)
            response.destroy();
    }
    return Buffer.concat(chunks);
}
/** Names as the system resolves them, save those that lead into a private network. */
const publicLookup = (hostname, options, callback) => {
    (0,external_node_dns_.lookup)(hostname, { ...options, all: true }, (error, addresses) => {
        const [first] = addresses ?? [];
        if (error || !first)
            return callback(error ?? new Error("no address"), "", 0);
        if (addresses.some(({ address }) => isPrivateAddress(address)))
            return callback(notPublic(hostname), "", 0);
        return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
};
function notPublic(hostname) {
    return new Failure(`it leads to ${hostname}, which is in a private network`);
}
function tooSlow(host) {
    return new Failure(`${host} does not answer within ${timeLimit / 1000} seconds`, { isOfHost: true });
}

;// CONCATENATED MODULE: ./lib/source/registry/follow.js



const mostTries = 3;
const mostRedirects = 5;
/** Seconds that a registry may ask us to wait. */
const longestWait = 10;
/**
 * A request with patience: what may pass is tried again, redirects are followed by hand. What identifies us goes to no other host, nothing goes from
 * `https` to `http`, and a public host leads nowhere private.
 */
async function follow(request) {
    let current = request;
    for (let hop = 0; hop <= mostRedirects; hop++) {
        const answer = await patiently(current);
        const { location } = answer.headers;
        if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined)
            return { ...answer, url: current.url };
        // What is posted is a login.
        if (current.method === "POST")
            throw new Failure(`${current.url.host} redirects a login`);
        current = { ...current, ...redirected(current, location, answer.isPrivate ? current.reach : "public") };
    }
    throw new Failure(`${request.url.host} redirects without end`);
}
function redirected({ url, headers }, location, reach) {
    if (!URL.canParse(location, url.href))
        throw new Failure(`${url.host} redirects to what is no address`);
    const next = new URL(location, url.href);
    next.username = "";
    next.password = "";
    if (next.protocol !== "https:" && next.protocol !== url.protocol)
        throw new Failure(`${url.host} redirects to ${next.protocol}//, which is not encrypted`);
    const { authorization: _, ...anonymous } = headers;
    return { url: next, headers: next.origin === url.origin ? headers : anonymous, reach };
}
async function patiently(request) {
    for (let attempt = 1;; attempt++) {
        const outcome = await tried(request);
        const isLast = attempt === mostTries;
        if (outcome instanceof Failure) {
            if (isLast || !outcome.isPassing)
                throw outcome;
            await (0,promises_.setTimeout)(200 * 2 ** attempt);
            continue;
        }
        if (![429, 500, 502, 503, 504].includes(outcome.status))
            return outcome;
        const seconds = retryAfter(outcome) ?? 0.2 * 2 ** attempt;
        if (seconds > longestWait)
            throw new Failure(`${request.url.host} asks to wait for ${Math.ceil(seconds)} seconds (${outcome.status})`, {
                isOfHost: true,
            });
        if (isLast)
            return outcome;
        await (0,promises_.setTimeout)(seconds * 1000);
    }
}
async function tried(request) {
    try {
        return await exchange(request);
    }
    catch (error) {
        if (error instanceof Failure)
            return error;
        throw error;
    }
}
/** Seconds, by a number or a date (RFC 9110 §10.2.3). */
function retryAfter({ headers }) {
    const value = headers["retry-after"];
    if (value === undefined)
        return undefined;
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
    return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

;// CONCATENATED MODULE: ./lib/source/registry/authorization.js



/** What a 401 asks for (RFC 9110 §11.6.1); `undefined` where it asks for nothing that we could give. */
function challengeIn({ headers, url, isPrivate }) {
    const header = headers["www-authenticate"] ?? "";
    const bearer = /\bbearer\s+(.*)$/i.exec(header)?.[1];
    if (bearer === undefined)
        return /\bbasic\b/i.test(header) ? { kind: "basic" } : undefined;
    // Another scheme's fields may stand behind: the first of each name is this one's.
    const found = [...bearer.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].reverse();
    const fields = new Map(found.map(([, key = "", quoted, bare]) => [key.toLowerCase(), quoted ?? bare]));
    const realm = fields.get("realm") ?? "";
    if (!URL.canParse(realm))
        throw new Failure(`${url.host} wants a token, and does not say from where`);
    return {
        kind: "bearer",
        realm: new URL(realm),
        service: fields.get("service"),
        scope: fields.get("scope"),
        registry: url,
        reach: isPrivate ? "anywhere" : "public",
    };
}
/** The header for a registry that takes name and password themselves. */
function basicLogin(login) {
    if (login.kind !== "password")
        return undefined;
    return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
}
/** A token to pull from a repository (distribution-spec, token authentication): for the login, or for anybody. */
async function bearerToken({ realm, service, scope, registry, reach }, repository, found) {
    const { login } = found;
    if (realm.protocol !== "https:" && realm.protocol !== registry.protocol)
        throw new Failure(`${registry.host} wants a token from ${realm.host}, which is not encrypted`);
    const trusted = login && isOfOneOwner(realm.hostname, registry.hostname) ? login : undefined;
    const wanted = scope?.includes(`:${repository}:`) ? scope : `repository:${repository}:pull`;
    const basic = trusted && basicLogin(trusted);
    const headers = { accept: "application/json", "user-agent": "secctx", ...(basic && { authorization: basic }) };
    const url = new URL(realm);
    const query = { ...(service !== undefined && { service }), scope: wanted };
    const form = new URLSearchParams({ ...query, grant_type: "refresh_token", client_id: "secctx" });
    if (trusted?.kind === "identity")
        form.set("refresh_token", trusted.token);
    else
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
    const answer = await follow(trusted?.kind === "identity"
        ? {
            method: "POST",
            url,
            limit: authorization_limit,
            reach,
            headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
            body: form.toString(),
        }
        : { method: "GET", url, limit: authorization_limit, reach, headers });
    if (answer.status !== 200)
        throw refused(answer, found, trusted);
    const token = tokenIn(answer.body);
    if (token === undefined)
        throw new Failure(`${realm.host} answers with what is no token`);
    return token;
}
/** Bytes. */
const authorization_limit = 2 ** 20;
function refused({ status, url }, found, trusted) {
    if (found.login && !trusted)
        return new Failure(`${url.host} gives no token (${status}), and the login is not sent there: the host is another than the registry's`);
    if (status === 401 || status === 403)
        return loginFailure(url.host, found, `(${status})`);
    return new Failure(`${url.host} gives no token (${status})`);
}
/** Nothing that could be sent has convinced a host; `what` it is about. */
function loginFailure(host, { login, trouble }, what) {
    if (login)
        return new Failure(`${host} does not take the login ${what}`);
    return new Failure(`${host} wants a login ${what}${trouble ? `, and ${trouble}` : ": docker login keeps one"}`);
}
function tokenIn(body) {
    try {
        const { token, access_token: access } = JSON.parse(body.toString("utf8"));
        return [token, access].find((each) => typeof each === "string" && /^[\x21-\x7e]+$/.test(each));
    }
    catch {
        return undefined;
    }
}
/** One host, or two below one domain, such as `registry-1.docker.io` and `auth.docker.io`: a login goes nowhere else, whatever a registry asks for. */
function isOfOneOwner(realm, registry) {
    if (realm === registry)
        return true;
    const domain = domainOf(realm);
    return !(0,external_node_net_.isIP)(realm) && domain.includes(".") && domain === domainOf(registry);
}
/** `example.com`, and `example.co.uk`. */
function domainOf(name) {
    return name
        .split(".")
        .slice(/\.\w{2,3}\.\w{2}$/.test(name) ? -3 : -2)
        .join(".");
}

;// CONCATENATED MODULE: ./lib/source/registry/registry.js




/** A registry by its name. */
function openRegistry(name, encryption, findLogin) {
    const host = name === "docker.io" ? "registry-1.docker.io" : name;
    let base;
    let challenge;
    let down;
    const tokens = new Map();
    const ask = async ({ method, repository, path, accept, limit }) => {
        base ??= baseOf(host, encryption);
        const url = new URL(`/v2/${repository}/${path}`, await base);
        const send = (authorization) => follow({
            method,
            url,
            limit,
            reach: "anywhere",
            headers: { accept: accept.join(", "), "user-agent": "secctx", ...(authorization && { authorization }) },
        });
        const before = challenge && (await authorizationFor(repository, challenge));
        const first = await send(before);
        if (first.status !== 401)
            return first;
        challenge = challengeIn(first);
        if (!challenge)
            return first;
        // A token has its time: one that is refused is asked for again, once.
        if (before !== undefined)
            tokens.delete(repository);
        const now = await authorizationFor(repository, challenge);
        const second = now === undefined || now === before ? first : await send(now);
        if (second.status === 401)
            throw loginFailure(host, await findLogin(name), `for ${repository} (401)`);
        return second;
    };
    const authorizationFor = async (repository, asked) => {
        const found = await findLogin(name);
        const { login } = found;
        if (login?.kind === "bearer")
            return `Bearer ${login.token}`;
        if (asked.kind === "basic")
            return login && basicLogin(login);
        const token = tokens.get(repository) ?? bearerToken(asked, repository, found);
        tokens.set(repository, token);
        return `Bearer ${await token}`;
    };
    return async (question) => {
        if (down)
            throw down;
        try {
            return await ask(question);
        }
        catch (error) {
            if (error instanceof Failure && error.isOfHost)
                down = error;
            throw error;
        }
    };
}
/** Where a registry is: at an encrypted address, unless it may do without and does not answer to TLS. */
async function baseOf(host, encryption) {
    const url = new URL(`https://${host}`);
    if (encryption === "required")
        return url;
    const speaksTls = await new Promise((resolve) => {
        const { hostname, port } = url;
        const socket = (0,external_node_tls_.connect)({
            host: hostname.replace(/^\[|\]$/g, ""),
            port: Number(port || 443),
            // Nothing is said on this connection; those that follow verify the certificate.
            rejectUnauthorized: false,
            timeout: 5_000,
        });
        const settle = (answer) => {
            socket.destroy();
            resolve(answer);
        };
        socket.once("secureConnect", () => settle(true));
        socket.once("timeout", () => settle(false));
        socket.once("error", () => settle(false));
    });
    return speaksTls ? url : new URL(`http://${host}`);
}

;// CONCATENATED MODULE: ./lib/source/images.js







/** Requests under way at once: as many as a registry bears from one client. */
const atOnce = 8;
/**
 * Reads images' configurations from their registries, each image once, whatever it is called. What can't be read is an answer too: the reason. The
 * answers stand in the order of the questions.
 */
async function readImages(wanted, options) {
    const read = reader(options);
    const answers = [];
    const queue = [...wanted.entries()];
    const work = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
            const [index, { image, platform }] = next;
            answers[index] = await read(image, platform);
            options.onProgress?.(wanted.length - queue.length, wanted.length);
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const images = new Map();
    for (const [index, { image, platform }] of wanted.entries()) {
        const answer = answers[index];
        if (answer)
            images.set(image, { ...images.get(image), [platform]: answer });
    }
    return images;
}
/** Asks for one image; what registries, logins and images have said once is not asked for again. */
function reader({ helpers, insecure, onSecret, }) {
    const cache = diskCache();
    const registries = new Map();
    const repositories = new Map();
    const images = new Map();
    let logins;
    return async (name, platform) => {
        const reference = (0,registry_reference/* parseReference */.F)(name);
        if ("error" in reference)
            return { error: `the name is no image's: ${reference.error}` };
        logins ??= dockerLogins(helpers, onSecret);
        const { registry: host, repository, tag, digest } = reference;
        const isLenient = isLoopback(new URL(`https://${host}`).hostname) || insecure.includes(host);
        const registry = registries.get(host) ?? openRegistry(host, isLenient ? "if offered" : "required", logins);
        registries.set(host, registry);
        const place = `${host}/${repository}`;
        const contents = repositories.get(place) ?? new Map();
        repositories.set(place, contents);
        const image = images.get(`${place}@${digest ?? tag}`) ?? openImage(registry, cache, contents, reference);
        images.set(`${place}@${digest ?? tag}`, image);
        return await image(platform).catch(reasonOf);
    };
}
function reasonOf(error) {
    if (error instanceof Failure)
        return { error: error.message };
    throw error;
}


/***/ }),

/***/ 3880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDigest),
/* harmony export */   F: () => (/* binding */ parseReference)
/* harmony export */ });
const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
const registryName = new RegExp(`^(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagName = /^\w[\w.-]{0,127}$/;
const digestForms = { sha256: /^[a-f0-9]{64}$/, sha512: /^[a-f0-9]{128}$/ };
/** Reads an image's name, or says why it is none. */
function parseReference(text) {
    const [name = "", digest] = splitOnce(text, "@");
    if (/^[a-f0-9]{64}$/.test(text))
        return { error: "64 hexadecimal digits are no name" };
    if (digest !== undefined && !isDigest(digest))
        return { error: `"${digest}" is no digest` };
    const colon = name.lastIndexOf(":");
    const hasTag = colon > name.lastIndexOf("/");
    const tag = hasTag ? name.slice(colon + 1) : "latest";
    if (!tagName.test(tag))
        return { error: `"${tag}" is no tag` };
    const { registry, repository } = splitRegistry(hasTag ? name.slice(0, colon) : name);
    if (!registryName.test(registry))
        return { error: `"${registry}" is no registry` };
    if (repository !== repository.toLowerCase())
        return { error: "a repository's name is in lower case" };
    if (!repositoryName.test(repository) || repository.length > 255)
        return { error: `"${repository}" is no repository` };
    return { registry, repository, tag, digest };
}
/** Whether it is a digest whose algorithm we can check. */
function isDigest(text) {
    const [algorithm = "", hex = ""] = splitOnce(text, ":");
    return Object.hasOwn(digestForms, algorithm) && digestForms[algorithm]?.test(hex) === true;
}
/** What stands before the first slash is a registry if it could be no part of a repository's name, or is `localhost`; else it is Docker's. */
function splitRegistry(name) {
    const slash = name.indexOf("/");
    const first = name.slice(0, Math.max(0, slash));
    const isRegistry = slash > 0 && (/[.:[]/.test(first) || first === "localhost" || first !== first.toLowerCase());
    const registry = isRegistry ? first : "docker.io";
    const repository = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== "docker.io" && registry !== "index.docker.io")
        return { registry, repository };
    return { registry: "docker.io", repository: repository.includes("/") ? repository : `library/${repository}` };
}
function splitOnce(text, separator) {
    const index = text.indexOf(separator);
    return index === -1 ? [text, undefined] : [text.slice(0, index), text.slice(index + separator.length)];
}


/***/ })

};
