import { setOf } from './reading.ts';
import { regionsIn } from './region-token.ts';

/** Longest user data that is looked at; the service takes 16 KiB. */
const limit = 1_000_000;
const base64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;
const sha1 = /^[0-9a-f]{40}$/;

/**
 * Regions that instance user data names, which is all that is kept of it. It may be plain or Base64, as the sources have it.
 * Undefined where its text is not told: Terraform state keeps a hash only, and compressed data is not unpacked.
 */
export function regionsInUserData(text: string | undefined): string[] | undefined {
  const plain = plainUserData(text);
  return plain === undefined ? undefined : setOf(regionsIn(plain.replace(/⟦[^⟧]*⟧/g, ' ')));
}

/** The text of user data, from which nothing may be kept but identifiers. */
export function plainUserData(text: string | undefined): string | undefined {
  if (text === undefined || text.length > limit || sha1.test(text)) return undefined;
  const plain = base64.test(text) ? decoded(text) : text;
  return plain === undefined || plain.startsWith('\u001f\u008b') ? undefined : plain;
}

/** The text itself where it only looks like Base64. */
function decoded(text: string): string | undefined {
  const packed = text.replace(/\s+/g, '');
  return packed.length % 4 === 0 ? atob(packed) : text;
}
