import { hash } from 'node:crypto';

/** Identity of a text or of bytes. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, 40);
}
