/**
 * The text that `JSON.stringify(value, null, 2)` gives, in pieces: the verdicts of a large estate are longer than a string can be.
 * Objects and lists are opened down to `depth`; what lies deeper is one piece.
 */
export function* jsonPieces(value: unknown, depth = 5, indent = ''): Generator<string> {
  const open = typeof value === 'object' && value !== null && depth > 0;
  const members = !open ? [] : Array.isArray(value) ? value.map((item) => ['', item] as const) : Object.entries(value).filter(([, member]) => member !== undefined).map(([key, member]) => [`${JSON.stringify(key)}: `, member] as const);
  if (members.length === 0) {
    yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  yield Array.isArray(value) ? '[' : '{';
  for (const [index, [key, member]] of members.entries()) {
    yield `${index === 0 ? '' : ','}\n${inner}${key}`;
    yield* jsonPieces(member, depth - 1, inner);
  }
  yield `\n${indent}${Array.isArray(value) ? ']' : '}'}`;
}

/** Pieces joined until they are worth a write. */
export function* joined(pieces: Iterable<string>, size = 65_536): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < size) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
