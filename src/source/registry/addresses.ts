import { BlockList, isIP } from "node:net";

const privateAddresses = new BlockList();
/** Not to be reached over the internet (IANA's special-purpose address registries). */
// biome-ignore format: a list to be read, not a column
const ranges = [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
  ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3], ["::", 127], ["64:ff9b::", 96], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8],
] as const;
for (const [network, bits] of ranges) privateAddresses.addSubnet(network, bits, isIP(network) === 6 ? "ipv6" : "ipv4");

/** Whether an address belongs to a machine's own or its owner's network. */
export function isPrivateAddress(address: string): boolean {
  return privateAddresses.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** The same of a host as a URL has it: by itself, without asking the name service. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return isIP(name) ? isPrivateAddress(name) : /(^|\.)localhost\.?$/.test(name);
}

/** Whether a host is this very machine: the only one that is spoken to without encryption unasked. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}
