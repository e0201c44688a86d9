import { BlockList, isIP } from "node:net";

/** Addresses that the internet does not reach (IANA's special-purpose address registries). */
// biome-ignore format: a list to be read, not a column
const ranges = [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
  ["192.168.0.0", 16], ["198.18.0.0", 15], ["224.0.0.0", 3], ["::", 127], ["64:ff9b::", 96], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8],
] as const;
const privateAddresses = new BlockList();
for (const [network, bits] of ranges) privateAddresses.addSubnet(network, bits, isIP(network) === 6 ? "ipv6" : "ipv4");

/** Whether an address is one of this machine or of a private network. */
export function isPrivateAddress(address: string): boolean {
  return privateAddresses.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Whether the host of a URL is plainly private: by its address or its name, without asking the name service. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return isIP(name) ? isPrivateAddress(name) : /(^|\.)localhost\.?$/.test(name);
}

/** Whether a host is this machine, which alone may be asked without encryption by default. */
export function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || (isIP(name) === 4 && name.startsWith("127."));
}
