/** Whether a certificate's name covers a host: the same, or a wildcard for its first label. */
export function coversHost(pattern: string, host: string): boolean {
  const [own, other] = [pattern.toLowerCase(), host.toLowerCase()];
  return own === other || (own.startsWith('*.') && !other.startsWith('*.') && other.slice(other.indexOf('.')) === own.slice(1));
}
