import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not of the open network: of this computer, private, between links, for groups, for documents, and ways to spell
 * one of these as another. As registered with IANA (RFC 6890 and its registries of special-purpose addresses).
 */
const inside = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ] as const),
  ...([
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  inside[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  // Of version 6 only 2000::/3 is given out for the open network; what follows is inside that.
  ...([
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
  ] as const),
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
] as const)
  inside[6].addSubnet(net, bits, 'ipv6');

/** Whether an address, as the system's resolver or a URL spells it, is one that anybody on the open network could have. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(plain);
  // A version 4 address inside one of version 6 (::ffff:…) is among those that are not given out.
  if (family === 4) return !inside[4].check(plain, 'ipv4');
  return family === 6 && !inside[6].check(plain, 'ipv6');
}
