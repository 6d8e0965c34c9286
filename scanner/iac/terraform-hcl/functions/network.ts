import { isIP } from 'node:net';
import { numberOf, textOf } from '../../cloudformation/subnets.ts';
import { because, knownNumber, knownText, mentionsOf, traced, type Value } from '../value.ts';
import type { HclFunction } from './function.ts';

interface AddressBlock {
  readonly from: bigint;
  readonly prefix: number;
  readonly width: number;
}

function blockOf(text: string | undefined): AddressBlock | undefined {
  const [address = '', length = ''] = (text ?? '').split('/');
  const version = address.includes('.') && address.includes(':') ? 0 : isIP(address);
  const width = version === 4 ? 32 : 128;
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  if (version === 0 || !(prefix <= width)) return undefined;
  return { from: (numberOf(address, width) >> BigInt(width - prefix)) << BigInt(width - prefix), prefix, width };
}

function subnet(block: AddressBlock, bits: number, number: number): string | undefined {
  const prefix = block.prefix + bits;
  if (!Number.isInteger(bits) || !Number.isInteger(number) || bits < 0 || number < 0 || prefix > block.width || BigInt(number) >= 1n << BigInt(bits)) return undefined;
  return `${textOf(block.from + (BigInt(number) << BigInt(block.width - prefix)), block.width)}/${prefix}`;
}

const ofBlock = (of: (block: AddressBlock, numbers: readonly number[]) => Value | undefined): HclFunction => (parts) => {
  const [first = null, ...rest] = parts;
  const block = blockOf(knownText(first));
  const numbers = rest.map(knownNumber);
  const made = block === undefined || numbers.some((number) => number === undefined) ? undefined : of(block, numbers as number[]);
  return made === undefined ? because(...parts) : traced(made, mentionsOf(first));
};

/** Blocks one after the other, each aligned to its own size. */
function subnetsOf(block: AddressBlock, sizes: readonly number[]): Value | undefined {
  let at = block.from;
  const made: string[] = [];
  for (const bits of sizes) {
    const prefix = block.prefix + bits;
    if (!Number.isInteger(bits) || bits < 1 || prefix > block.width) return undefined;
    const size = 1n << BigInt(block.width - prefix);
    const start = ((at + size - 1n) / size) * size;
    at = start + size;
    if (at > block.from + (1n << BigInt(block.width - block.prefix))) return undefined;
    made.push(`${textOf(start, block.width)}/${prefix}`);
  }
  return made;
}

export const network: Readonly<Record<string, HclFunction>> = {
  cidrsubnet: ofBlock((block, [bits = -1, number = -1]) => subnet(block, bits, number)),
  cidrsubnets: ofBlock(subnetsOf),
  cidrhost: ofBlock((block, [number = 0]) => {
    const size = 1n << BigInt(block.width - block.prefix);
    const host = BigInt(Math.trunc(number)) + (number < 0 ? size : 0n);
    return host < 0n || host >= size ? undefined : textOf(block.from + host, block.width);
  }),
  cidrnetmask: ofBlock((block) => (block.width === 32 ? textOf(((1n << BigInt(block.prefix)) - 1n) << BigInt(32 - block.prefix), 32) : undefined)),
};
