import { isIP } from 'node:net';

/** Most blocks that Fn::Cidr gives. */
const countLimit = 256;

/**
 * The first `count` blocks with `hostBits` host bits each out of an address block (10.0.0.0/16, 2001:db8::/56), as Fn::Cidr gives them.
 * Undefined if the block is malformed or too small.
 */
export function subnets(block: string, count: number, hostBits?: number): string[] | undefined {
  const [address = '', length = ''] = block.split('/');
  const version = address.includes('.') && address.includes(':') ? 0 : isIP(address);
  const width = version === 4 ? 32 : version === 6 ? 128 : undefined;
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  const bits = hostBits ?? (width === 32 ? 8 : 64);
  if (width === undefined || !(prefix <= width) || !isCount(count, countLimit) || !isCount(bits, width - prefix)) return undefined;
  if (2 ** (width - prefix - bits) < count) return undefined;
  const from = (numberOf(address, width) >> BigInt(width - prefix)) << BigInt(width - prefix);
  return Array.from({ length: count }, (_, index) => `${textOf(from + (BigInt(index) << BigInt(bits)), width)}/${width - bits}`);
}

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

/** An address as a number; its width is 32 or 128 bits. */
export function numberOf(address: string, width: number): bigint {
  return width === 32 ? address.split('.').reduce((sum, part) => (sum << 8n) + BigInt(part), 0n) : groupsOf(address).reduce((sum, part) => (sum << 16n) + BigInt(`0x${part}`), 0n);
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
}

export function textOf(value: bigint, width: number): string {
  if (width === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt((7 - index) * 16)) & 65535n).toString(16));
  const text = groups.join(':');
  const [longest = ''] = (text.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? []).toSorted((a, b) => b.length - a.length);
  return longest === '' ? text : text.replace(longest, ':').replace(/^:(?!:)/, '::').replace(/:$/, '::').replace(/:{3,}/, '::');
}
