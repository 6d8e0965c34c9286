/**
 * Sets of small numbers as hexadecimal text: the fact tables hold one such set per row, a bit per region.
 * Bit 0 is the lowest bit of the last digit, so '5' is {0, 2}.
 */
export function hasBit(mask: string, bit: number): boolean {
  const digit = mask.charAt(mask.length - 1 - (bit >> 2));
  return digit !== '' && ((Number.parseInt(digit, 16) >> (bit & 3)) & 1) === 1;
}

export function maskOf(bits: Iterable<number>): string {
  let mask = 0n;
  for (const bit of bits) mask |= 1n << BigInt(bit);
  return mask.toString(16);
}
