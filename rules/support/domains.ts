/** Whether one of the names (lower case) covers a host: the same, or a wildcard for its first label. */
export function covered(names: ReadonlySet<string>, host: string): boolean {
  const name = host.toLowerCase();
  return names.has(name) || (!name.startsWith('*.') && names.has(`*${name.slice(Math.max(name.indexOf('.'), 0))}`));
}
