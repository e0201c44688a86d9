export const id = 755;
export const ids = [755];
export const modules = {

/***/ 3755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readImages: () => (/* binding */ readImages)
});

// EXTERNAL MODULE: ./lib/pod/index.js + 33 modules
var pod = __webpack_require__(7805);
// EXTERNAL MODULE: ./lib/pod/patterns.js
var patterns = __webpack_require__(212);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/source/registry/addresses.js

const ranges = [
    ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
    ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3], ["::", 127], ["64:ff9b::", 96], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8],
];
const privateAddresses = new external_node_net_.BlockList();
for (const [network, bits] of ranges)
    privateAddresses.addSubnet(network, bits, (0,external_node_net_.isIP)(network) === 6 ? "ipv6" : "ipv4");
function isPrivateAddress(address) {
    return privateAddresses.check(address, (0,external_node_net_.isIP)(address) === 6 ? "ipv6" : "ipv4");
}
function isPrivateHost(hostname) {
    const name = hostname.replace(/^\[|\]$/g, "");
    return (0,external_node_net_.isIP)(name) ? isPrivateAddress(name) : /(^|\.)localhost\.?$/.test(name);
}
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




function openDiskCache() {
    const files = openDiskFiles("images");
    return {
        get: (digest) => {
            const content = files.get(digest);
            return content && hasDigest(content, digest) ? content : undefined;
        },
        put: files.put,
    };
}
function openDiskFiles(part) {
    const folder = (0,external_node_path_.join)(process.env.XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache"), "secctx", part);
    const pathOf = (digest) => (0,external_node_path_.join)(folder, ...digest.split(":"));
    return {
        get: (digest) => {
            try {
                return (0,external_node_fs_.readFileSync)(pathOf(digest));
            }
            catch {
                return undefined;
            }
        },
        put: (digest, content) => {
            const file = pathOf(digest);
            const temporary = `${file}.${process.pid}.tmp`;
            try {
                (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
                (0,external_node_fs_.writeFileSync)(temporary, content, { mode: 0o600 });
                (0,external_node_fs_.renameSync)(temporary, file);
            }
            catch {
            }
        },
    };
}
function hasDigest(content, digest) {
    const [algorithm = "", hex] = digest.split(":");
    return (0,external_node_crypto_.createHash)(algorithm).update(content).digest("hex") === hex;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: ./lib/yaml/index.js + 23 modules
var yaml = __webpack_require__(182);
// EXTERNAL MODULE: ./lib/source/errors.js
var errors = __webpack_require__(6634);
// EXTERNAL MODULE: ./lib/source/json-object.js
var json_object = __webpack_require__(267);
;// CONCATENATED MODULE: ./lib/source/registry/credentials.js







function openDockerLogins(helpers, onSecret = () => { }) {
    const config = readDockerConfig((0,external_node_path_.join)(process.env.DOCKER_CONFIG || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".docker"), "config.json"));
    const found = new Map();
    return (registry) => {
        const login = found.get(registry) ?? announceSecret(findLogin(registry, config, helpers), onSecret);
        found.set(registry, login);
        return login;
    };
}
async function announceSecret(finding, onSecret) {
    const found = await finding;
    if (found.login)
        onSecret(found.login.kind === "password" ? found.login.password : found.login.token);
    return found;
}
function readDockerConfig(file) {
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((0,errors/* codeOf */.$N)(error)))
            return {};
        throw couldNotReadLogins(file, (0,errors/* reasonOf */.A3)(error));
    }
    const config = (0,json_object/* parseObject */.l)(text);
    if (!config)
        throw couldNotReadLogins(file, "it is not a JSON object");
    return config;
}
function couldNotReadLogins(file, reason) {
    return new errors/* UsageError */.eb(`"${file}": the logins of docker could not be read: ${reason}.`);
}
function findLogin(registry, config, helpers) {
    const helper = entryFor(registry, config.credHelpers);
    if (isText(helper))
        return askHelper(helper, registry, helpers);
    const login = readLogin(entryFor(registry, config.auths));
    if (login || !isText(config.credsStore))
        return Promise.resolve({ login });
    return askHelper(config.credsStore, registry, helpers);
}
function entryFor(registry, entries) {
    const names = registry === "docker.io" ? ["index.docker.io", "docker.io"] : [registry];
    const isMeant = (key) => names.includes(key.replace(/^https?:\/\//, "").replace(/\/.*$/, ""));
    return (0,yaml/* isFields */.Ce)(entries) ? Object.entries(entries).find(([key]) => isMeant(key))?.[1] : undefined;
}
function readLogin(entry) {
    const { auth, username, password, identitytoken, registrytoken } = (0,yaml/* isFields */.Ce)(entry) ? entry : {};
    if (isText(registrytoken))
        return { kind: "bearer", token: registrytoken };
    if (isText(identitytoken))
        return { kind: "identity", token: identitytoken };
    if (isText(username) && isText(password))
        return { kind: "password", user: username, password };
    const [user = "", ...rest] = Buffer.from(isText(auth) ? auth : "", "base64")
        .toString("utf8")
        .replace(/\0+$/, "")
        .split(":");
    return user !== "" && rest.length > 0 ? { kind: "password", user, password: rest.join(":") } : undefined;
}
function isText(value) {
    return typeof value === "string" && value !== "";
}
async function askHelper(name, registry, helpers) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name))
        return { login: undefined, trouble: "the name of the credential helper is not valid" };
    if (helpers === "never")
        return { login: undefined, trouble: `${program} is not run here` };
    const key = registry === "docker.io" ? "https://index.docker.io/v1/" : registry;
    const { output, trouble } = await runHelper(program, key);
    if (output === undefined)
        return { login: undefined, ...(trouble ? { trouble } : {}) };
    const answer = (0,json_object/* parseObject */.l)(output);
    if (!answer)
        return { login: undefined, trouble: `${program} does not answer with a JSON object` };
    const { Username: user, Secret: secret } = answer;
    if (typeof user !== "string" || !isText(secret))
        return { login: undefined };
    if (user === "<token>")
        return { login: { kind: "identity", token: secret } };
    return { login: { kind: "password", user, password: secret } };
}
function runHelper(program, input) {
    const options = { timeout: 10_000, maxBuffer: 2 ** 20, windowsHide: true };
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(program, ["get"], options, (error, output) => {
            if (!error)
                resolve({ output });
            else if (/credentials not found/i.test(output))
                resolve({});
            else
                resolve({ trouble: `${program} ${(0,errors/* codeOf */.$N)(error) === "ENOENT" ? "is not there" : "failed"}` });
        });
        child.stdin?.on("error", () => { });
        child.stdin?.end(input);
    });
}

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


class ProxyError extends Error {
}
const proxyPatience = 15_000;
async function send(request) {
    const { method, url, headers, body, signal } = request;
    const proxy = findProxy(url);
    const asksProxy = proxy !== undefined && url.protocol === "http:";
    const target = asksProxy
        ? {
            host: hostOf(proxy),
            port: portOf(proxy),
            path: url.href,
            headers: { ...headers, host: url.host, ...proxyLogin(proxy) },
        }
        : { host: hostOf(url), port: portOf(url), path: url.pathname + url.search, headers };
    const client = await loadClient(asksProxy ? proxy : url);
    const agent = await agentFor(request, proxy);
    return new Promise((resolve, reject) => {
        const sent = client.request({ ...target, method, signal, agent }, resolve);
        sent.once("error", reject);
        sent.end(body);
    });
}
function isProxied(url) {
    return findProxy(url) !== undefined;
}
function findProxy(url) {
    const proxy = getProxyForUrl(url.href);
    if (proxy === "")
        return undefined;
    if (URL.canParse(proxy) && /^https?:/.test(proxy))
        return new URL(proxy);
    throw new ProxyError("the proxy that the environment names is not an http:// or https:// address");
}
async function loadClient({ protocol }) {
    return (protocol === "https:" ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19))).default;
}
function hostOf({ hostname }) {
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
function agentFor({ url, lookup }, proxy) {
    const agentsOfLookup = agents.get(lookup) ?? new Map();
    const key = `${url.protocol} ${proxy?.href ?? ""}`;
    const agent = agentsOfLookup.get(key) ?? createAgent(url, proxy, lookup);
    agents.set(lookup, agentsOfLookup.set(key, agent));
    return agent;
}
async function createAgent(url, proxy, lookup) {
    const options = { keepAlive: true, maxSockets: 8, ...(lookup && !proxy ? { lookup } : {}) };
    const isTunnelled = url.protocol === "https:" && proxy !== undefined;
    const { Agent } = await loadClient(isTunnelled ? url : (proxy ?? url));
    const agent = new Agent(options);
    if (!isTunnelled)
        return agent;
    const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
    agent.createConnection = ({ host, port }, callback) => {
        const name = host ?? "";
        openTunnel(proxy, `${name.includes(":") ? `[${name}]` : name}:${port}`).then((socket) => callback?.(null, connect({ socket, host: name, servername: (0,external_node_net_.isIP)(name) ? "" : name })), (error) => callback?.(error, undefined));
        return undefined;
    };
    return agent;
}
async function openTunnel(proxy, authority) {
    const client = await loadClient(proxy);
    return new Promise((resolve, reject) => {
        const request = client.request({
            host: hostOf(proxy),
            port: portOf(proxy),
            method: "CONNECT",
            path: authority,
            headers: { host: authority, ...proxyLogin(proxy) },
            agent: false,
            timeout: proxyPatience,
        });
        request.once("error", reject);
        request.once("timeout", () => {
            const seconds = proxyPatience / 1000;
            request.destroy(new ProxyError(`${proxy.host} does not answer within ${seconds} seconds`));
        });
        request.once("connect", ({ statusCode }, socket) => {
            if (statusCode === 200)
                return resolve(socket);
            socket.destroy();
            reject(new ProxyError(`the proxy ${proxy.host} does not let us through to ${authority} (${statusCode})`));
        });
        request.end();
    });
}

;// CONCATENATED MODULE: ./lib/source/registry/errors.js


class RegistryError extends Error {
    isOfHost;
    isPassing;
    constructor(message, { isOfHost = false, isPassing = false } = {}) {
        super(message);
        this.isOfHost = isOfHost;
        this.isPassing = isPassing;
    }
}
function explainNetworkError(error, host) {
    if (error instanceof RegistryError)
        return error;
    if (error instanceof ProxyError)
        return new RegistryError(error.message, { isOfHost: true });
    const code = (0,errors/* codeOf */.$N)(error);
    const reason = reasons[code]?.(host) ?? describeOtherError(error, code, host);
    return new RegistryError(reason, { isOfHost: true, isPassing: ["ECONNRESET", "EPIPE", "EAI_AGAIN"].includes(code) });
}
function describeOtherError(error, code, host) {
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

;// CONCATENATED MODULE: ./lib/source/registry/image.js






const limit = 4 * 2 ** 20;
const manifestTypes = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const configTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
function openImage(registry, cache, { contents, readLayers }, reference) {
    let digest;
    const read = (kind, wanted) => {
        const content = contents.get(wanted) ?? fetchContent(registry, cache, reference, kind, wanted);
        contents.set(wanted, content);
        return content;
    };
    return async (platform) => {
        digest ??= reference.digest ? Promise.resolve(reference.digest) : fetchDigest(registry, cache, reference);
        const found = await findManifest(await digest, platform, (each) => read("manifests", each));
        const descriptor = readDescriptor(found.manifest.config);
        if (!configTypes.includes(descriptor.mediaType))
            throw new RegistryError(`it is not a container image, but holds ${descriptor.mediaType || "something unknown"}`);
        const config = readObject(await read("blobs", descriptor.digest), "configuration");
        const [os] = platform.split("/");
        if (typeof config.os === "string" && config.os !== os)
            throw new RegistryError(`it is made for ${config.os}, and the pod runs on ${os}`);
        const { repository } = reference;
        const layers = readLayers && os !== "windows"
            ? await lookIntoLayers(readLayers(registry, repository, readLayerList(found.manifest)))
            : {};
        return { digest: found.digest, ...readConfig(config), ...layers };
    };
}
async function lookIntoLayers(capabilities) {
    try {
        return { fileCapabilities: await capabilities };
    }
    catch (error) {
        if (error instanceof RegistryError)
            return { layersError: error.message };
        throw error;
    }
}
function readLayerList({ layers }) {
    if (!Array.isArray(layers))
        throw new RegistryError("its manifest does not list its layers");
    return layers.map((layer) => {
        const { digest, size } = (0,yaml/* isFields */.Ce)(layer) ? layer : {};
        if (typeof digest === "string" && (0,pod/* isDigest */.Bc)(digest) && typeof size === "number" && size >= 0)
            return { digest, size };
        throw new RegistryError("its manifest does not name its layers by digest and size");
    });
}
async function findManifest(digest, platform, read) {
    let current = digest;
    for (let depth = 0; depth < 3; depth++) {
        const manifest = readObject(await read(current), "manifest");
        const { schemaVersion, manifests, config } = manifest;
        if (schemaVersion === 1)
            throw new RegistryError("its manifest is of the old schema 1, which is not read");
        if (Array.isArray(manifests) === (0,yaml/* isFields */.Ce)(config))
            throw new RegistryError("its manifest is neither an image's nor an index");
        if (!Array.isArray(manifests))
            return { manifest, digest: current };
        current = chooseManifest(manifests, platform);
    }
    throw new RegistryError("its index leads to indexes without end");
}
function chooseManifest(entries, wanted) {
    const found = entries.filter(yaml/* isFields */.Ce).flatMap((entry) => {
        const { os = "", architecture = "", variant = "" } = (0,yaml/* isFields */.Ce)(entry.platform) ? entry.platform : {};
        const { digest } = readDescriptor(entry);
        return os === "unknown" ? [] : [{ platform: `${os}/${architecture}`, variant: String(variant), digest }];
    });
    const fitting = found.filter(({ platform }) => platform === wanted);
    const [best] = fitting.toSorted((a, b) => (a.variant < b.variant ? 1 : a.variant > b.variant ? -1 : 0));
    if (best)
        return best.digest;
    const others = [...new Set(found.map(({ platform }) => platform))].sort().slice(0, 10);
    throw new RegistryError(`it is not made for ${wanted}, but for ${others.join(", ") || "no platform at all"}`);
}
function readDescriptor(value) {
    const { mediaType, digest, size } = (0,yaml/* isFields */.Ce)(value) ? value : {};
    if (typeof digest !== "string" || !(0,pod/* isDigest */.Bc)(digest))
        throw new RegistryError("its manifest does not name content by a digest");
    if (typeof size === "number" && size > limit)
        throw new RegistryError(`a part of it has ${size.toLocaleString("en")} bytes, where ${limit.toLocaleString("en")} are enough`);
    return { mediaType: typeof mediaType === "string" ? mediaType : "", digest };
}
function readConfig({ config }) {
    if (config !== undefined && config !== null && !(0,yaml/* isFields */.Ce)(config))
        throw new RegistryError("its configuration is malformed");
    const { User: user = "", Volumes: volumes, ExposedPorts: ports, Entrypoint: entrypoint, Cmd: cmd } = config ?? {};
    if (typeof user !== "string" || user.length > longest)
        throw new RegistryError("the user in its configuration is malformed");
    return {
        user,
        volumes: readSet(volumes, "volumes"),
        ports: readSet(ports, "ports"),
        ...readWords("entrypoint", entrypoint),
        ...readWords("cmd", cmd),
    };
}
function readWords(key, value) {
    if (value === undefined || value === null)
        return {};
    if (!Array.isArray(value) || !value.every((word) => typeof word === "string"))
        throw new RegistryError(`the ${key} in its configuration is malformed`);
    return value.length > 0 ? { [key]: value } : {};
}
const longest = 256;
function readSet(value, what) {
    if (value === undefined || value === null)
        return [];
    const keys = (0,yaml/* isFields */.Ce)(value) ? Object.keys(value).sort() : undefined;
    if (keys && keys.length <= longest && keys.every((key) => key.length <= longest * 4))
        return keys;
    throw new RegistryError(`the ${what} in its configuration are malformed`);
}
async function fetchDigest(registry, cache, { repository, tag }) {
    const wanted = { repository, path: `manifests/${tag}`, accept: manifestTypes, limit };
    const head = await registry({ ...wanted, method: "HEAD" });
    const named = head.headers["docker-content-digest"];
    if (head.status === 200 && typeof named === "string" && (0,pod/* isDigest */.Bc)(named))
        return named;
    if (head.status !== 200 && head.status !== 405)
        throw refused(head, `${repository}:${tag}`);
    const response = await registry({ ...wanted, method: "GET" });
    if (response.status !== 200)
        throw refused(response, `${repository}:${tag}`);
    readObject(response.body, "manifest");
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(response.body).digest("hex")}`;
    cache.put(digest, response.body);
    return digest;
}
async function fetchContent(registry, cache, { repository }, kind, digest) {
    const cached = cache.get(digest);
    if (cached)
        return cached;
    const accept = kind === "manifests" ? manifestTypes : ["*/*"];
    const response = await registry({ method: "GET", repository, path: `${kind}/${digest}`, accept, limit });
    if (response.status !== 200)
        throw refused(response, `${repository}@${digest}`);
    if (!hasDigest(response.body, digest))
        throw new RegistryError(`${response.url.host} answers with other content than ${digest}`);
    cache.put(digest, response.body);
    return response.body;
}
function refused({ status, url }, name) {
    const reasons = {
        401: `${url.host} wants a login for ${name} (401), and does not say which`,
        403: `${url.host} does not let us read ${name} (403)`,
        404: `${url.host} has no ${name} (404)`,
        429: `${url.host} has too much to do (429)`,
    };
    return new RegistryError(reasons[status] ?? `${url.host} answers ${status} for ${name}`, {
        isOfHost: status === 429,
    });
}
function readObject(content, what) {
    const object = (0,json_object/* parseObject */.l)(content.toString("utf8"));
    if (!object)
        throw new RegistryError(`its ${what} is not a JSON object`);
    return object;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./lib/source/tar.js
var tar = __webpack_require__(5086);
;// CONCATENATED MODULE: ./lib/source/registry/layers/file-capabilities.js


const sizes = { 1: 12, 2: 20, 3: 24 };
function readFileCapabilities(attribute) {
    const revision = attribute.length >= 4 ? attribute.readUInt32LE(0) >>> 24 : 0;
    const isEffective = attribute.length >= 4 && (attribute.readUInt32LE(0) & 1) === 1;
    if (attribute.length !== sizes[revision])
        throw new RegistryError("a file in its layers has capabilities of an unknown form");
    const root = revision === 3 ? attribute.readUInt32LE(20) : 0;
    if (!isEffective || root !== 0)
        return [];
    const low = attribute.readUInt32LE(4);
    const high = revision === 1 ? 0 : attribute.readUInt32LE(12);
    return pod/* allCapabilities */.YM.filter((_, index) => ((index < 32 ? low >>> index : high >>> (index - 32)) & 1) === 1);
}

;// CONCATENATED MODULE: ./lib/source/registry/layers/file-system.js

const mostPlaces = 500_000;
const deepest = 1000;
const mostWays = 10_000;
const mostLinks = 40;
function emptyFileSystem() {
    return { root: { children: new Map(), layer: 0 }, size: 0 };
}
function applyEntry(system, entry, capabilities, layer) {
    const path = resolvePlace(system, entry.path);
    const name = path.at(-1);
    if (name === undefined)
        return;
    if (path.length > deepest)
        throw new RegistryError("its layers hold deeper folders than any image needs");
    if (name === opaque)
        removeLower(system, path.slice(0, -1), layer);
    else if (name.startsWith(whiteout))
        removeLower(system, [...path.slice(0, -1), name.slice(whiteout.length)], layer);
    else if (entry.type === "directory")
        removeFile(system, path);
    else if (entry.type === "hard link")
        applyHardLink(system, path, entry, capabilities, layer);
    else {
        removePlace(system, path);
        if (entry.type === "symbolic link")
            put(system, path, { target: entry.target }, layer);
        else if (capabilities.length > 0)
            put(system, path, { capabilities }, layer);
    }
}
function applyHardLink(system, path, entry, capabilities, layer) {
    const target = resolvePlace(system, entry.target);
    if (target.join("/") === path.join("/"))
        return;
    const content = findPlace(system.root, target)?.content;
    removePlace(system, path);
    if (content && "capabilities" in content && entry.capability)
        content.capabilities = capabilities;
    const shared = content ?? (capabilities.length > 0 ? { capabilities } : undefined);
    if (!shared)
        return;
    put(system, path, shared, layer);
    if (!content)
        put(system, target, shared, layer);
}
function resolvePlace(system, path) {
    const steps = splitPath(path);
    const folder = steps.slice(0, -1);
    return [...(resolveSteps(system, folder) ?? folder), ...steps.slice(-1)];
}
const whiteout = ".wh.";
const opaque = ".wh..wh..opq";
function listCapableFiles(system) {
    const found = new Map();
    const links = [];
    visit(system.root, [], (path, { content }) => {
        if (!content)
            return;
        if ("target" in content)
            links.push([...path]);
        else if (content.capabilities.length > 0)
            found.set(`/${path.join("/")}`, content.capabilities);
    });
    const files = [...found];
    const places = new Set(files.flatMap(([path]) => listPrefixes(path)));
    for (const link of links) {
        const place = `/${resolveSteps(system, link)?.join("/")}`;
        if (!places.has(place))
            continue;
        for (const [path, capabilities] of files)
            if (path === place || path.startsWith(`${place}/`))
                found.set(`/${link.join("/")}${path.slice(place.length)}`, capabilities);
        if (found.size > mostWays)
            throw new RegistryError("its layers hold more capable files than any image needs");
    }
    return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function listPrefixes(path) {
    const steps = path.slice(1).split("/");
    return steps.map((_, index) => `/${steps.slice(0, index + 1).join("/")}`);
}
function splitPath(path) {
    const steps = [];
    for (const step of path.split("/")) {
        if (step === "..")
            steps.pop();
        else if (step !== "" && step !== ".")
            steps.push(step);
    }
    return steps;
}
function resolveSteps({ root }, path) {
    let done = [];
    const open = path.toReversed();
    for (let links = 0; open.length > 0;) {
        const step = open.pop() ?? "";
        if (step === "..") {
            done.pop();
            continue;
        }
        const content = findPlace(root, [...done, step])?.content;
        if (!content || !("target" in content))
            done.push(step);
        else {
            if (++links > mostLinks)
                return undefined;
            if (content.target.startsWith("/"))
                done = [];
            open.push(...content.target
                .split("/")
                .filter((each) => each !== "" && each !== ".")
                .reverse());
        }
    }
    return done;
}
function findPlace(root, path) {
    let place = root;
    for (const step of path)
        place = place?.children.get(step);
    return place;
}
function put(system, path, content, layer) {
    let place = system.root;
    for (const step of path) {
        let next = place.children.get(step);
        if (!next) {
            next = { children: new Map(), layer };
            place.children.set(step, next);
            if (++system.size > mostPlaces)
                throw new RegistryError("its layers hold more links than any image needs");
        }
        place = next;
    }
    place.content = content;
    place.layer = layer;
}
function removePlace(system, path) {
    const folder = findPlace(system.root, path.slice(0, -1));
    const name = path.at(-1) ?? "";
    const place = folder?.children.get(name);
    if (!place)
        return;
    folder?.children.delete(name);
    visit(place, [], () => {
        system.size--;
    });
}
function removeFile(system, path) {
    const place = findPlace(system.root, path);
    if (place)
        delete place.content;
}
function removeLower(system, path, layer) {
    const place = findPlace(system.root, path);
    if (!place)
        return;
    visit(place, [], (_, each) => {
        if (each.layer < layer)
            delete each.content;
    });
}
function visit(place, path, see) {
    see(path, place);
    for (const [name, child] of place.children) {
        path.push(name);
        visit(child, path, see);
        path.pop();
    }
}
function stringifyFileSystem(system) {
    const links = [];
    const files = new Map();
    visit(system.root, [], (path, { content }) => {
        if (!content)
            return;
        if ("target" in content)
            links.push([path.join("/"), content.target]);
        else
            files.set(content, [...(files.get(content) ?? []), path.join("/")]);
    });
    return JSON.stringify({ links, files: [...files].map(([{ capabilities }, paths]) => [capabilities, paths]) });
}
function parseFileSystem(text) {
    const system = emptyFileSystem();
    const { links, files } = JSON.parse(text);
    for (const [path, target] of links)
        put(system, splitPath(path), { target: String(target) }, 0);
    for (const [capabilities, paths] of files) {
        const file = { capabilities: capabilities.map(String) };
        for (const path of paths)
            put(system, splitPath(path), file, 0);
    }
    return system;
}

;// CONCATENATED MODULE: ./lib/source/registry/layers/image-layers.js








const mostBytes = 2 ** 31;
const mostUnpacked = 2 ** 33;
const layerPatience = 120_000;
const runPatience = 600_000;
function openLayers(cache) {
    const systems = new Map();
    const end = Date.now() + runPatience;
    const readRow = (registry, repository, layers) => {
        const key = digestOf(`${image_layers_form} ${layers.map(({ digest }) => digest).join(" ")}`);
        const known = systems.get(key) ?? findRow(registry, repository, layers, key);
        systems.set(key, known);
        return known;
    };
    const findRow = async (registry, repository, layers, key) => {
        const last = layers.at(-1);
        if (!last)
            return stringifyFileSystem(emptyFileSystem());
        const kept = cache.get(key)?.toString("utf8");
        if (kept !== undefined && isFileSystem(kept))
            return kept;
        const below = await readRow(registry, repository, layers.slice(0, -1));
        const timeLimit = Math.min(layerPatience, end - Date.now());
        if (timeLimit <= 0)
            throw new RegistryError(`the layers of all images take more than ${runPatience / 60_000} minutes`);
        const system = stringifyFileSystem(await fetchLayer(registry, repository, last, { below, timeLimit }));
        cache.put(key, Buffer.from(system));
        return system;
    };
    return async (registry, repository, layers) => {
        const bytes = layers.reduce((sum, { size }) => sum + size, 0);
        if (bytes > mostBytes)
            throw new RegistryError(`they have ${formatGigabytes(bytes)}, where ${formatGigabytes(mostBytes)} are read`);
        return listCapableFiles(parseFileSystem(await readRow(registry, repository, layers)));
    };
}
const image_layers_form = "secctx/layers/v1";
async function fetchLayer(registry, repository, { digest, size }, { below, timeLimit }) {
    let system = emptyFileSystem();
    const { status, url } = await registry({
        method: "GET",
        repository,
        path: `blobs/${digest}`,
        accept: ["*/*"],
        limit: size,
        timeLimit,
        sink: async (body) => {
            system = parseFileSystem(below);
            const [algorithm = ""] = digest.split(":");
            const hash = (0,external_node_crypto_.createHash)(algorithm);
            await applyLayer(system, hashing(body, hash));
            if (`${algorithm}:${hash.digest("hex")}` !== digest)
                throw new RegistryError(`the registry answers with other content than ${digest}`);
        },
    });
    if (status !== 200)
        throw new RegistryError(`${url.host} answers ${status} for the layer ${digest}`);
    return system;
}
async function* hashing(chunks, hash) {
    for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
    }
}
async function applyLayer(system, packed) {
    const unpacked = unpack(packed);
    try {
        for await (const entry of (0,tar/* readTar */.s)(unpacked)) {
            const { capability } = entry;
            applyEntry(system, entry, capability ? readFileCapabilities(capability) : [], 1);
        }
        for await (const _ of unpacked)
            ;
        for await (const _ of packed)
            ;
    }
    catch (error) {
        if (!(error instanceof tar/* ArchiveError */.d))
            throw error;
        throw new RegistryError(`a layer is not a tar archive that can be read: ${error.message}`);
    }
    finally {
        await unpacked.return(undefined);
    }
}
async function* unpack(packed) {
    let head = Buffer.alloc(0);
    while (head.length < 4) {
        const { done, value } = await packed.next();
        if (done)
            break;
        head = Buffer.concat([head, value]);
    }
    const all = async function* () {
        yield head;
        yield* packed;
    };
    const unpacker = createUnpacker(head);
    if (!unpacker)
        return yield* all();
    const source = external_node_stream_.Readable.from(all());
    source.once("error", (error) => unpacker.destroy(error));
    let length = 0;
    try {
        for await (const chunk of source.pipe(unpacker)) {
            length += chunk.length;
            if (length > mostUnpacked)
                throw new RegistryError(`one of them has more than ${formatGigabytes(mostUnpacked)} once it is unpacked`);
            yield chunk;
        }
    }
    catch (error) {
        throw /^(Z|ZSTD)_/.test((0,errors/* codeOf */.$N)(error)) ? new RegistryError("one of them can't be unpacked") : error;
    }
    finally {
        source.destroy();
    }
}
function createUnpacker(head) {
    if (head.subarray(0, 2).equals(gzipMark))
        return external_node_zlib_.createGunzip();
    if (!head.subarray(0, 4).equals(zstdMark))
        return undefined;
    if (!external_node_zlib_.createZstdDecompress)
        throw new RegistryError("one of them is packed with zstd, which Node.js 22.15 and later unpack");
    return external_node_zlib_.createZstdDecompress();
}
const gzipMark = Buffer.from([0x1f, 0x8b]);
const zstdMark = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
function isFileSystem(text) {
    try {
        parseFileSystem(text);
        return true;
    }
    catch {
        return false;
    }
}
function digestOf(text) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`;
}
function formatGigabytes(bytes) {
    return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/source/registry/requests.js





const usualTimeLimit = 15_000;
const mostAttempts = 3;
const mostRedirects = 5;
const longestWait = 10;
async function request(wanted) {
    let current = wanted;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
        const response = await attempt(current);
        const { location } = response.headers;
        if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined)
            return response;
        if (current.method === "POST")
            throw new RegistryError(`${current.url.host} redirects a login`);
        current = redirect(current, location, response.isPrivate ? current.reach : "public");
    }
    throw new RegistryError(`${wanted.url.host} redirects without end`);
}
function redirect(from, location, reach) {
    const { url, headers } = from;
    if (!URL.canParse(location, url.href))
        throw new RegistryError(`${url.host} redirects to what is not an address`);
    const next = new URL(location, url.href);
    next.username = "";
    next.password = "";
    if (next.protocol !== "https:" && next.protocol !== url.protocol)
        throw new RegistryError(`${url.host} redirects to ${next.protocol}//, which is not encrypted`);
    const { authorization: _, ...anonymous } = headers;
    return { ...from, url: next, headers: next.origin === url.origin ? headers : anonymous, reach };
}
async function attempt(wanted, count = 1) {
    const outcome = await exchange(wanted).catch(toRegistryError);
    const isLast = count === mostAttempts;
    let seconds = 0.2 * 2 ** count;
    if (outcome instanceof RegistryError) {
        if (isLast || !outcome.isPassing)
            throw outcome;
    }
    else {
        if (![429, 500, 502, 503, 504].includes(outcome.status))
            return outcome;
        seconds = retryAfter(outcome) ?? seconds;
        if (seconds > longestWait)
            throw new RegistryError(`${wanted.url.host} asks to wait for ${Math.ceil(seconds)} seconds (${outcome.status})`, {
                isOfHost: true,
            });
        if (isLast)
            return outcome;
    }
    await (0,promises_.setTimeout)(seconds * 1000);
    return attempt(wanted, count + 1);
}
function toRegistryError(error) {
    if (error instanceof RegistryError)
        return error;
    throw error;
}
function retryAfter({ headers }) {
    const value = headers["retry-after"];
    if (value === undefined)
        return undefined;
    const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
    return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
async function exchange(wanted) {
    const { url, timeLimit = usualTimeLimit } = wanted;
    if (!reachesPrivate(wanted) && isPrivateHost(url.hostname))
        throw notPublic(url.hostname);
    const signal = AbortSignal.timeout(timeLimit);
    try {
        return await readResponse(wanted, signal);
    }
    catch (error) {
        throw signal.aborted ? tooSlow(wanted, timeLimit) : explainNetworkError(error, url.host);
    }
}
async function readResponse(wanted, signal) {
    const { method, url, limit, sink } = wanted;
    const response = await send({ ...wanted, signal, lookup: reachesPrivate(wanted) ? undefined : lookupPublic });
    const { remoteAddress } = response.socket;
    return {
        url,
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: await readBody(response, method === "HEAD" ? Number.POSITIVE_INFINITY : limit, url.host, sink),
        isPrivate: remoteAddress !== undefined && !isProxied(url) ? isPrivateAddress(remoteAddress) : isPrivateHost(url.hostname),
    };
}
async function readBody(response, limit, host, sink) {
    const chunks = [];
    try {
        const body = limitLength(response, limit, host);
        if (sink && response.statusCode === 200)
            await sink(body);
        else
            for await (const chunk of body)
                chunks.push(chunk);
    }
    finally {
        if (!response.complete)
            response.destroy();
    }
    return Buffer.concat(chunks);
}
async function* limitLength(response, limit, host) {
    const tooLong = new RegistryError(`${host} answers with more than ${limit.toLocaleString("en")} bytes`);
    if (Number(response.headers["content-length"] ?? 0) > limit)
        throw tooLong;
    let length = 0;
    for await (const chunk of response) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > limit)
            throw tooLong;
        yield bytes;
    }
}
function reachesPrivate({ url, reach }) {
    return reach === "anywhere" || (reach !== "public" && reach.isNamed(url.host));
}
const lookupPublic = (hostname, options, callback) => {
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
    return new RegistryError(`it leads to ${hostname}, which is in a private network`);
}
function tooSlow({ url, sink }, timeLimit) {
    return new RegistryError(`${url.host} does not answer within ${timeLimit / 1000} seconds`, { isOfHost: !sink });
}

;// CONCATENATED MODULE: ./lib/source/registry/authorization.js




function readChallenge({ headers, url, isPrivate }, reach) {
    const header = headers["www-authenticate"] ?? "";
    const bearer = /\bbearer\s+(.*)$/i.exec(header)?.[1];
    if (bearer === undefined)
        return /\bbasic\b/i.test(header) ? { kind: "basic" } : undefined;
    const found = [...bearer.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].reverse();
    const fields = new Map(found.map(([, key = "", quoted, bare]) => [key.toLowerCase(), quoted ?? bare]));
    const realm = fields.get("realm") ?? "";
    if (!URL.canParse(realm))
        throw new RegistryError(`${url.host} wants a token, and does not say from where`);
    return {
        kind: "bearer",
        realm: new URL(realm),
        service: fields.get("service"),
        scope: fields.get("scope"),
        registry: url,
        reach: isPrivate ? reach : "public",
    };
}
function basicAuthorization(login) {
    if (login.kind !== "password")
        return undefined;
    return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
}
async function fetchToken(challenge, repository, found) {
    const { realm, service, scope, registry, reach } = challenge;
    if (realm.protocol !== "https:" && realm.protocol !== registry.protocol)
        throw new RegistryError(`${registry.host} wants a token from ${realm.host}, which is not encrypted`);
    const login = found.login && haveOneOwner(realm.hostname, registry.hostname) ? found.login : undefined;
    const wanted = scope?.includes(`:${repository}:`) ? scope : `repository:${repository}:pull`;
    const basic = login && basicAuthorization(login);
    const headers = { accept: "application/json", "user-agent": "secctx", ...(basic && { authorization: basic }) };
    const query = { ...(service !== undefined && { service }), scope: wanted };
    const response = login?.kind === "identity"
        ? await request({
            method: "POST",
            url: realm,
            limit: authorization_limit,
            reach,
            headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
            body: new URLSearchParams({
                ...query,
                grant_type: "refresh_token",
                client_id: "secctx",
                refresh_token: login.token,
            }).toString(),
        })
        : await request({ method: "GET", url: withQuery(realm, query), limit: authorization_limit, reach, headers });
    if (response.status !== 200)
        throw tokenRefused(response, found, login);
    const token = readToken(response.body);
    if (token === undefined)
        throw new RegistryError(`${realm.host} does not answer with a token`);
    return token;
}
const authorization_limit = 2 ** 20;
function withQuery(url, query) {
    const result = new URL(url);
    for (const [key, value] of Object.entries(query))
        result.searchParams.set(key, value);
    return result;
}
function tokenRefused({ status, url }, found, sent) {
    if (found.login && !sent)
        return new RegistryError(`${url.host} gives no token (${status}), and the login is not sent there: the host is another than the registry's`);
    if (status === 401 || status === 403)
        return loginRefused(url.host, found, `(${status})`);
    return new RegistryError(`${url.host} gives no token (${status})`);
}
function loginRefused(host, { login, trouble }, what) {
    if (login)
        return new RegistryError(`${host} does not take the login ${what}`);
    return new RegistryError(`${host} wants a login ${what}${trouble ? `, and ${trouble}` : ": docker login keeps one"}`);
}
function readToken(body) {
    const { token, access_token: access } = (0,json_object/* parseObject */.l)(body.toString("utf8")) ?? {};
    return [token, access].find((each) => typeof each === "string" && /^[\x21-\x7e]+$/.test(each));
}
function haveOneOwner(realm, registry) {
    if (realm === registry)
        return true;
    const domain = domainOf(realm);
    return !(0,external_node_net_.isIP)(realm) && domain.includes(".") && domain === domainOf(registry);
}
function domainOf(name) {
    const labels = /\.\w{2,3}\.\w{2}$/.test(name) ? 3 : 2;
    return name.split(".").slice(-labels).join(".");
}

;// CONCATENATED MODULE: ./lib/source/registry/registry.js





function openRegistry(name, { encryption, reach }, findLogin) {
    const host = name === "docker.io" ? "registry-1.docker.io" : name;
    let address;
    let challenge;
    let failure;
    const tokens = new Map();
    const ask = async ({ method, repository, path, accept, limit, ...more }) => {
        if (typeof reach === "object" && !reach.isNamed(host) && isPrivateHost(new URL(`https://${host}`).hostname))
            throw new RegistryError(`${host} is in a private network, and the input registries does not name it`);
        address ??= findAddress(host, encryption);
        const url = new URL(`/v2/${repository}/${path}`, await address);
        const send = (authorization) => request({
            ...more,
            method,
            url,
            limit,
            reach,
            headers: { accept: accept.join(", "), "user-agent": "secctx", ...(authorization && { authorization }) },
        });
        const before = challenge && (await authorize(repository, challenge));
        const first = await send(before);
        if (first.status !== 401)
            return first;
        challenge = readChallenge(first, reach);
        if (!challenge)
            return first;
        if (before !== undefined)
            tokens.delete(repository);
        const now = await authorize(repository, challenge);
        const second = now === undefined || now === before ? first : await send(now);
        if (second.status === 401)
            throw loginRefused(host, await findLogin(name), `for ${repository} (401)`);
        return second;
    };
    const authorize = async (repository, asked) => {
        const found = await findLogin(name);
        const { login } = found;
        if (login?.kind === "bearer")
            return `Bearer ${login.token}`;
        if (asked.kind === "basic")
            return login && basicAuthorization(login);
        const token = tokens.get(repository) ?? fetchToken(asked, repository, found);
        tokens.set(repository, token);
        return `Bearer ${await token}`;
    };
    return async (wanted) => {
        if (failure)
            throw failure;
        try {
            return await ask(wanted);
        }
        catch (error) {
            if (error instanceof RegistryError && error.isOfHost)
                failure = error;
            throw error;
        }
    };
}
async function findAddress(host, encryption) {
    const url = new URL(`https://${host}`);
    return encryption === "required" || (await speaksTls(url)) ? url : new URL(`http://${host}`);
}
function speaksTls({ hostname, port }) {
    return new Promise((resolve) => {
        const socket = (0,external_node_tls_.connect)({
            host: hostname.replace(/^\[|\]$/g, ""),
            port: Number(port || 443),
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
}

;// CONCATENATED MODULE: ./lib/source/images.js









const atOnce = 8;
async function readImages(wanted, options) {
    const read = openImages(options);
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
function openImages({ helpers, insecure, private: named, depth, onSecret, }) {
    const cache = openDiskCache();
    const readLayers = depth === "layers" ? openLayers(openDiskFiles("layers")) : undefined;
    const reach = named
        ?
            { isNamed: (host) => host.length < 300 && (0,patterns/* selectsPath */.Pl)(named, host) }
        : "anywhere";
    let findLogin;
    const registries = new Map();
    const repositories = new Map();
    const images = new Map();
    return async (name, platform) => {
        const reference = (0,pod/* parseReference */.F2)(name);
        if ("error" in reference)
            return { error: `the name is not an image's: ${reference.error}` };
        findLogin ??= openDockerLogins(helpers, onSecret);
        const { registry: host, repository, tag, digest } = reference;
        const isLenient = isLoopback(new URL(`https://${host}`).hostname) || insecure.includes(host);
        const access = { encryption: isLenient ? "if offered" : "required", reach };
        const registry = registries.get(host) ?? openRegistry(host, access, findLogin);
        registries.set(host, registry);
        const place = `${host}/${repository}`;
        const contents = repositories.get(place) ?? new Map();
        repositories.set(place, contents);
        const readConfig = images.get(`${place}@${digest ?? tag}`) ?? openImage(registry, cache, { contents, readLayers }, reference);
        images.set(`${place}@${digest ?? tag}`, readConfig);
        return await readConfig(platform).catch(toAnswer);
    };
}
function toAnswer(error) {
    if (error instanceof RegistryError)
        return { error: error.message };
    throw error;
}


/***/ }),

/***/ 267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var _yaml_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(182);

function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,_yaml_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isFields */ .Ce)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ ArchiveError),
/* harmony export */   s: () => (/* binding */ readTar)
/* harmony export */ });
class ArchiveError extends Error {
}
const blockSize = 512;
const longestHeader = 2 ** 20;
const types = {
    "0": "file",
    "\0": "file",
    "7": "file",
    "1": "hard link",
    "2": "symbolic link",
    "5": "directory",
};
async function* readTar(chunks) {
    const bytes = openBytes(chunks);
    let shared = new Map();
    let own = new Map();
    for (;;) {
        const header = await bytes.take(blockSize);
        if (!header || header.every((byte) => byte === 0))
            return;
        verifyChecksum(header);
        const type = String.fromCharCode(header[156] ?? 0);
        const size = Number(own.get("size")?.toString() ?? readNumber(header.subarray(124, 136)));
        if (!Number.isSafeInteger(size) || size < 0)
            throw malformed("a size");
        const readExtension = async () => {
            if (size > longestHeader)
                throw malformed("the length of a header");
            const content = (await bytes.take(size)) ?? Buffer.alloc(0);
            await bytes.skip(padding(size));
            return content;
        };
        if (type === "x")
            own = new Map([...own, ...parseRecords(await readExtension())]);
        else if (type === "g")
            shared = new Map([...shared, ...parseRecords(await readExtension())]);
        else if (type === "L")
            own.set("path", cutAtZero(await readExtension()));
        else if (type === "K")
            own.set("linkpath", cutAtZero(await readExtension()));
        else {
            const said = (key) => own.get(key) ?? shared.get(key);
            const path = (said("path") ?? nameIn(header)).toString("utf8");
            const isFolder = type === "0" && path.endsWith("/");
            let left = type === "1" || type === "2" || type === "5" ? 0 : size;
            const after = padding(left);
            yield {
                path: path.replace(/^[./]*\/|\/+$/g, ""),
                type: isFolder ? "directory" : (types[type] ?? "other"),
                target: (said("linkpath") ?? cutAtZero(header.subarray(157, 257))).toString("utf8"),
                capability: own.get("SCHILY.xattr.security.capability"),
                async take() {
                    const content = (await bytes.take(left)) ?? Buffer.alloc(0);
                    if (content.length < left)
                        throw malformed("its end");
                    left = 0;
                    return content;
                },
            };
            own = new Map();
            await bytes.skip(left + after);
        }
    }
}
function malformed(what) {
    return new ArchiveError(`${what} is malformed`);
}
function verifyChecksum(header) {
    let sum = 8 * 32;
    for (const [index, byte] of header.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    if (sum !== readNumber(header.subarray(148, 156)))
        throw malformed("a checksum");
}
function readNumber(field) {
    const [first = 0, ...others] = field;
    if (first >= 0x80)
        return others.reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
    const digits = cutAtZero(field).toString("latin1").trim();
    return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}
function nameIn(header) {
    const name = cutAtZero(header.subarray(0, 100));
    const isPosix = header.toString("latin1", 257, 263) === "ustar\0";
    const prefix = isPosix ? cutAtZero(header.subarray(345, 500)) : Buffer.alloc(0);
    return prefix.length > 0 ? Buffer.concat([prefix, Buffer.from("/"), name]) : name;
}
function cutAtZero(bytes) {
    const end = bytes.indexOf(0);
    return end === -1 ? bytes : bytes.subarray(0, end);
}
function padding(size) {
    return (blockSize - (size % blockSize)) % blockSize;
}
function parseRecords(content) {
    const records = new Map();
    for (let at = 0; at < content.length;) {
        const [word = "", digits = ""] = /^(\d{1,7}) /.exec(content.toString("latin1", at, at + 8)) ?? [];
        const end = at + Number(digits);
        const equals = content.indexOf("=", at + word.length);
        if (word === "" || end > content.length || equals === -1 || equals >= end || content[end - 1] !== 0x0a)
            throw malformed("an extended header");
        records.set(content.toString("utf8", at + word.length, equals), content.subarray(equals + 1, end - 1));
        at = end;
    }
    return records;
}
function openBytes(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    const fill = async () => {
        while (rest.length === 0) {
            const { done, value } = await iterator.next();
            if (done)
                return false;
            rest = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
        }
        return true;
    };
    return {
        async take(length) {
            const parts = [];
            let missing = length;
            while (missing > 0) {
                if (!(await fill())) {
                    if (parts.length === 0)
                        return undefined;
                    throw malformed("its end");
                }
                parts.push(rest.subarray(0, missing));
                missing -= parts.at(-1)?.length ?? 0;
                rest = rest.subarray(parts.at(-1)?.length ?? 0);
            }
            return parts.length === 1 ? parts[0] : Buffer.concat(parts);
        },
        async skip(length) {
            let missing = length;
            while (missing > 0) {
                if (!(await fill()))
                    throw malformed("its end");
                const step = Math.min(missing, rest.length);
                rest = rest.subarray(step);
                missing -= step;
            }
        },
    };
}


/***/ })

};
