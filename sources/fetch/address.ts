// Which addresses of the network may be asked. A page may name any host, and a name may resolve to
// any address; so what counts is the address that is connected to, and only public ones are.
// Ranges: IANA's registries of special-purpose addresses for IPv4 and IPv6.

import { BlockList, isIP, isIPv6 } from 'node:net';
import { InputError } from '../input-error.ts';

const closed4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The address at which one cloud's machines ask for their keys, though it looks public.
  ['168.63.129.16', 32],
];

/** Inside 2000::/3, where all public addresses of IPv6 are. */
const closed6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

function listOf(
  ranges: readonly (readonly [string, number])[],
  family: 'ipv4' | 'ipv6',
): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, family);
  return list;
}

const blocked4 = listOf(closed4, 'ipv4');
const blocked6 = listOf(closed6, 'ipv6');
const public6 = listOf([['2000::', 3]], 'ipv6');
const mapped6 = listOf([['::ffff:0:0', 96]], 'ipv6');
const translated6 = listOf([['64:ff9b::', 96]], 'ipv6');

/** The IPv4 address in the last 32 bits of an IPv6 one. */
function embedded(address: string): string | null {
  const bare = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [high, low] = bare
    .split(':')
    .slice(-2)
    .map((part) => Number.parseInt(part || '0', 16));
  if (high === undefined || low === undefined) return null;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Whether an IP address is a public one. A name, or anything else that is none, is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  if (isIP(bare) === 4) return !blocked4.check(bare, 'ipv4');
  if (!isIPv6(bare)) return false;
  if (mapped6.check(bare, 'ipv6') || translated6.check(bare, 'ipv6')) {
    const inner = embedded(bare);
    return inner !== null && isPublicAddress(inner);
  }
  return public6.check(bare, 'ipv6') && !blocked6.check(bare, 'ipv6');
}

/** A test whether an address may be connected to: public ones, and the ranges that are allowed. */
export function addressGuard(allowed: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of allowed) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address);
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix);
    if (family === 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) {
      throw new InputError(
        `Expected an address or a range such as 192.168.1.0/24 to allow, found "${range}".`,
      );
    }
    list.addSubnet(address, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) =>
    isPublicAddress(address) ||
    (isIP(address) !== 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'));
}
