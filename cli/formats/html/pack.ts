import { deflateRawSync } from 'node:zlib';

/** The data of a page as text that no HTML parser takes for markup: JSON, deflated, in base 64. The page unpacks it by itself. */
export function pack(value: unknown): string {
  return deflateRawSync(JSON.stringify(value), { level: 9 }).toString('base64');
}
