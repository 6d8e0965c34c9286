/** A name as people write it: Route 53 ends it with a dot, and writes * and other characters as octal codes (\052). */
export function domainName(name: string): string {
  return name.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 8))).replace(/\.$/, '');
}
