/** Instructions of WebAssembly, as far as a search of bytes needs them: https://webassembly.github.io/spec/core/binary/instructions.html */
export const op = {
  loop: [0x03, 0x40],
  block: [0x02, 0x40],
  if: [0x04, 0x40],
  end: [0x0b],
  i32GreaterOrEqualUnsigned: [0x4f],
  i32Add: [0x6a],
  i32Or: [0x72],
  v128And: simd(0x4e),
  v128Or: simd(0x50),
  v128AnyTrue: simd(0x53),
  i8x16Swizzle: simd(0x0e),
  i8x16ShiftRight: simd(0x6d),
  i8x16Equal: simd(0x23),
  i8x16LessOrEqualUnsigned: simd(0x2a),
  i8x16Subtract: simd(0x71),
} as const;

export const i32 = 0x7f;
export const v128 = 0x7b;

/** Branches to the enclosing block of this depth; conditionally if the last value is not zero. */
export const branch = (depth: number): number[] => [0x0c, ...unsigned(depth)];
export const branchIf = (depth: number): number[] => [0x0d, ...unsigned(depth)];
export const localGet = (local: number): number[] => [0x20, ...unsigned(local)];
export const localSet = (local: number): number[] => [0x21, ...unsigned(local)];
export const i32Const = (value: number): number[] => [0x41, ...signed(value)];
export const v128Const = (bytes: Uint8Array): number[] => [...simd(0x0c), ...bytes];
/** Sixteen times the same byte. */
export const v128Bytes = (byte: number): number[] => v128Const(new Uint8Array(16).fill(byte));
/** Sixteen bytes at the address on the stack and an offset, on any boundary. */
export const v128Load = (offset: number): number[] => [...simd(0x00), ...unsigned(0), ...unsigned(offset)];

/** A module with a memory of so many pages of 64 KiB and one function of one number that gives another. Exports `memory` and `find`. */
export function moduleOf({ pages, locals, body }: { readonly pages: number; readonly locals: readonly number[]; readonly body: readonly number[] }): Uint8Array<ArrayBuffer> {
  const declared = vector(locals.map((type) => [1, type]));
  const code = [...declared, ...body, ...op.end];
  const head = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  return Uint8Array.from([
    ...head,
    ...section(1, vector([[0x60, ...vector([[i32]]), ...vector([[i32]])]])),
    ...section(3, vector([[0]])),
    ...section(5, vector([[0x01, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(7, vector([[...name('memory'), 0x02, 0], [...name('find'), 0x00, 0]])),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}

function simd(code: number): number[] {
  return [0xfd, ...unsigned(code)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Buffer.from(text, 'latin1')];
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    if (rest >= -64 && rest < 64) return [...bytes, rest & 0x7f];
    bytes.push((rest & 0x7f) | 0x80);
  }
}
