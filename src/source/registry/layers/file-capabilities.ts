import { allCapabilities } from "../../../pod/index.ts";
import { RegistryError } from "../errors.ts";

/** Bytes of the attribute by its revision (include/uapi/linux/capability.h, `XATTR_CAPS_SZ_1` to `_3`). */
const sizes: Readonly<Record<number, number>> = { 1: 12, 2: 20, 3: 24 };

/**
 * The capabilities that a program must be allowed to gain so that it can be executed at all: the permitted ones of its attribute `security.capability`, where
 * its effective bit is set (kernel security/commoncap.c get_vfs_caps_from_disk, bprm_caps_from_vfs_caps). Without the bit, the program starts with what it
 * is allowed. Those that name another root than the node's count only in that root's own user namespace. Throws a RegistryError.
 */
export function readFileCapabilities(attribute: Buffer): string[] {
  const revision = attribute.length >= 4 ? attribute.readUInt32LE(0) >>> 24 : 0;
  const isEffective = attribute.length >= 4 && (attribute.readUInt32LE(0) & 1) === 1;
  if (attribute.length !== sizes[revision])
    throw new RegistryError("a file in its layers has capabilities of an unknown form");
  const root = revision === 3 ? attribute.readUInt32LE(20) : 0;
  if (!isEffective || root !== 0) return [];
  const low = attribute.readUInt32LE(4);
  const high = revision === 1 ? 0 : attribute.readUInt32LE(12);
  return allCapabilities.filter((_, index) => ((index < 32 ? low >>> index : high >>> (index - 32)) & 1) === 1);
}
