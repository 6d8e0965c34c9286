import type { ByteClass } from './byte-class.ts';
import { branch, branchIf, i32, i32Const, localGet, localSet, moduleOf, op, v128, v128Bytes, v128Const, v128Load } from './wasm.ts';

/** Classes of the bytes that follow each other; the first stands at an offset from where the shape is. */
export interface Run {
  readonly at: number;
  readonly bytes: readonly ByteClass[];
}

/** Bytes that stand at fixed distances of each other. The head, of three bytes, is looked for everywhere, each of the tails only where there is a head. */
export interface Shape {
  /** Stands where the shape is. */
  readonly head: readonly [ByteClass, ByteClass, ByteClass];
  /** What is told where all runs of a tail are met: bits. */
  readonly tails: readonly { readonly tells: number; readonly runs: readonly Run[] }[];
}

/** Looks for shapes in bytes, sixteen places at a time. */
export interface ByteFinder {
  /** Where the bytes are put that are searched. */
  readonly buffer: Buffer;
  /** Bits of all shapes in the first so many bytes of the buffer. Tells of every shape that is there; rarely also of one that reaches beyond the end. */
  find(length: number): number;
}

const step = 16;
/** Bytes around the text that belong to no text: what shapes may reach. */
const margin = 64;
const page = 65_536;
const at = 1;
const found = 2;
const mask = 3;
const length = 0;

const headLength = 3;
/** Groups of shapes that the first look tells from each other: one for each bit of a byte. */
const mostGroups = 8;

/**
 * A finder for texts of so many bytes. Shapes of a group, of which there are eight at most, have heads alike. Undefined where this runtime has
 * no WebAssembly with SIMD, as under --jitless.
 */
export function byteFinder(groups: readonly (readonly Shape[])[], limit: number): ByteFinder | undefined {
  const pages = Math.ceil((limit + 3 * margin) / page);
  const bytes = moduleOf({ pages, locals: [i32, i32, v128], body: loopOf(groups) });
  const instance = instantiated(bytes);
  if (instance === undefined) return undefined;
  const { memory, find } = instance;
  const buffer = Buffer.from(memory.buffer, margin, limit + margin);
  return {
    buffer: buffer.subarray(0, limit),
    find(size) {
      if (size > limit) throw new RangeError(`${size} bytes are more than the ${limit} that there is room for.`);
      buffer.fill(0, size, size + margin);
      return find(size);
    },
  };
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly find: (length: number) => number;
}

function instantiated(bytes: Uint8Array<ArrayBuffer>): Exports | undefined {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) return undefined;
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as unknown as Exports;
  } catch (error) {
    // A limit on addresses leaves no room for its memory.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** for (at = 0; at < length; at += 16) if (there may be a head) for each shape: found |= what it tells. */
function loopOf(groups: readonly (readonly Shape[])[]): number[] {
  const endIfDone = [...localGet(at), ...localGet(length), ...op.i32GreaterOrEqualUnsigned, ...branchIf(1)];
  const look = [...mayBeHead(groups), ...op.v128AnyTrue, ...op.if, ...groups.flat().flatMap(shapeOf), ...op.end];
  const next = [...localGet(at), ...i32Const(step), ...op.i32Add, ...localSet(at), ...branch(0)];
  return [...op.block, ...op.loop, ...endIfDone, ...look, ...next, ...op.end, ...op.end, ...localGet(found)];
}

/**
 * The first look, for all heads at once: each half of a byte is looked up in a table that says, by a bit for each group, where it may stand.
 * A place at which the tables of all halves agree on a group may be a head of it. Known as Teddy, after Hyperscan.
 */
function mayBeHead(groups: readonly (readonly Shape[])[]): number[] {
  if (groups.length > mostGroups) throw new RangeError(`${groups.length} groups are more than ${mostGroups}.`);
  return allOf(Array.from({ length: headLength }, (_, index) => {
    const [low, high] = [new Uint8Array(16), new Uint8Array(16)];
    const places = groups.flatMap((shapes, group) => shapes.flatMap(({ head }) => Array.from(members(head[index] ?? []), (byte) => ({ byte, bit: 1 << group }))));
    for (const { byte, bit } of places) {
      low[byte & 15] = (low[byte & 15] ?? 0) | bit;
      high[byte >> 4] = (high[byte >> 4] ?? 0) | bit;
    }
    const load = [...localGet(at), ...v128Load(margin + index), ...localSet(mask), ...v128Const(low), ...localGet(mask), ...v128Bytes(15), ...op.v128And, ...op.i8x16Swizzle];
    return [...load, ...v128Const(high), ...localGet(mask), ...i32Const(4), ...op.i8x16ShiftRight, ...op.i8x16Swizzle, ...op.v128And];
  }));
}

function* members(ranges: ByteClass): Iterable<number> {
  for (const [from, to] of ranges) for (let byte = from; byte <= to; byte += 1) yield byte;
}

function shapeOf({ head, tails }: Shape): number[] {
  const told = tails.flatMap(({ tells, runs }) => {
    const tell = [...localGet(found), ...i32Const(tells), ...op.i32Or, ...localSet(found)];
    return runs.length === 0 ? tell : [...localGet(mask), ...runs.flatMap((run) => [...met(run), ...op.v128And]), ...op.v128AnyTrue, ...op.if, ...tell, ...op.end];
  });
  return [...met({ at: 0, bytes: head }), ...localSet(mask), ...localGet(mask), ...op.v128AnyTrue, ...op.if, ...told, ...op.end];
}

/** Which of sixteen places the run is met at. */
function met({ at: offset, bytes }: Run): number[] {
  return allOf(bytes.map((each, index) => memberOf(each, offset + index)));
}

function allOf([first = [], ...others]: readonly (readonly number[])[]): number[] {
  return [...first, ...others.flatMap((each) => [...each, ...op.v128And])];
}

function memberOf(ranges: ByteClass, offset: number): number[] {
  if (Math.abs(offset) >= margin) throw new RangeError(`A shape reaches ${offset} bytes far.`);
  const load = [...localGet(at), ...v128Load(margin + offset)];
  const [first = [], ...others] = paired(ranges).map(({ ignored, from, to }) => {
    const byte = ignored === 0 ? load : [...load, ...v128Bytes(ignored), ...op.v128Or];
    if (from === to) return [...byte, ...v128Bytes(from), ...op.i8x16Equal];
    return [...byte, ...v128Bytes(from), ...op.i8x16Subtract, ...v128Bytes(to - from), ...op.i8x16LessOrEqualUnsigned];
  });
  return [...first, ...others.flatMap((each) => [...each, ...op.v128Or])];
}

/** Bit that parts lower case letters from upper case ones. */
const letterCase = 0x20;

/** A letter in both cases is one comparison without the bit that parts them. */
function paired(ranges: ByteClass): { readonly ignored: number; readonly from: number; readonly to: number }[] {
  const isLower = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
  const single = new Set(ranges.flatMap(([from, to]) => (from === to ? [from] : [])));
  const both = new Set([...single].filter((byte) => isLower(byte) && single.has(byte - letterCase)));
  const rest = ranges.filter(([from, to]) => from !== to || !(both.has(from) || both.has(from + letterCase)));
  return [...[...both].map((byte) => ({ ignored: letterCase, from: byte, to: byte })), ...rest.map(([from, to]) => ({ ignored: 0, from, to }))];
}
