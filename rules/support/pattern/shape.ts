import { charsOf, type Chars } from './chars.ts';

/** One place of a shape: a character, or any number of characters. */
export interface Place {
  readonly set: Chars;
  readonly many: boolean;
  /** It belongs to the region code. */
  readonly region: boolean;
}

/** A set of strings that have a region code in a known place: arn:aws:⟨service⟩:us-east-1:⟨account⟩:⟨rest⟩. */
export type Shape = readonly Place[];

/** Texts stand for themselves, sets for any number of their characters, `{ region }` for the code. */
export function shapeOf(...parts: readonly (string | Chars | { readonly region: string })[]): Shape {
  return parts.flatMap((part): Place[] => {
    if (typeof part === 'bigint') return [{ set: part, many: true, region: false }];
    const text = typeof part === 'string' ? part : part.region;
    return [...text].map((char) => ({ set: charsOf(char), many: false, region: typeof part !== 'string' }));
  });
}
