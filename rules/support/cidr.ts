/** First and last address of an IPv4 range; undefined for anything else, IPv6 included. */
export function rangeOf(cidr: string): readonly [first: number, last: number] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((octet) => octet > 255) || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  const first = Math.floor((((a * 256 + b) * 256 + c) * 256 + d) / size) * size;
  return [first, first + size - 1];
}

/** Whether two IPv4 ranges share an address. */
export function overlap(a: string, b: string): boolean {
  const [own, other] = [rangeOf(a), rangeOf(b)];
  return own !== undefined && other !== undefined && own[0] <= other[1] && other[0] <= own[1];
}
