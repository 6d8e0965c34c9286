/** Bytes that may stand at one place, as ranges with both ends included. */
export type ByteClass = readonly (readonly [from: number, to: number])[];

/** Each of the characters of an ASCII text, as it stands. */
export function bytesOf(characters: string): ByteClass {
  return Array.from(characters, (character) => [code(character), code(character)] as const);
}

/** Bytes between two characters, both included. */
export function range(from: string, to: string): ByteClass {
  return [[code(from), code(to)]];
}

export function anyOfClasses(...classes: readonly ByteClass[]): ByteClass {
  return classes.flat();
}

/** The bytes of a word, one class each; letters in either case if that is asked. */
export function word(text: string, { anyCase = false } = {}): ByteClass[] {
  return Array.from(text, (character) => bytesOf(anyCase ? [...new Set([character.toLowerCase(), character.toUpperCase()])].join('') : character));
}

/** All other bytes. */
export function not(excluded: ByteClass): ByteClass {
  const kept: (readonly [number, number])[] = [];
  let next = 0;
  for (const [from, to] of excluded.toSorted((a, b) => a[0] - b[0])) {
    if (from > next) kept.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0xff) kept.push([next, 0xff]);
  return kept;
}

function code(character: string): number {
  const value = character.charCodeAt(0);
  if (character.length !== 1 || value > 0x7f) throw new Error(`${JSON.stringify(character)} is no ASCII character.`);
  return value;
}
