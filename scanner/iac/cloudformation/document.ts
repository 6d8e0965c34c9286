import type { BlindSpotReason } from '../../../model/blind-spot.ts';
import type { Json } from '../../../model/json.ts';

/** Something in a document that could not be read. The message never quotes the text: it may hold secrets. */
export interface Problem {
  readonly reason: BlindSpotReason;
  readonly message: string;
  readonly line?: number | undefined;
}

/** Line of each member of a map or list, by key or index. */
export type Lines = WeakMap<object, ReadonlyMap<string, number>>;

/** A YAML or JSON text as a tree in which short intrinsics are written long (`!Sub x` is `{"Fn::Sub": "x"}`). */
export interface Document {
  /** Undefined if nothing at all could be read. */
  readonly root: Json | undefined;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
}

/** Deepest nesting that is read. Real templates stay below 60. */
export const depthLimit = 500;

/** Text without the characters that would let it pass for one of our symbols. */
export function neutral(text: string): string {
  return /[⟦⟧]/.test(text) ? text.replaceAll('⟦', '[').replaceAll('⟧', ']') : text;
}

/** Line of the deepest member on the path that has one. */
export function lineAt({ root, lines }: Pick<Document, 'root' | 'lines'>, path: readonly (string | number)[]): number | undefined {
  let at = root;
  let line: number | undefined;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) break;
    line = lines.get(at)?.get(String(step)) ?? line;
    at = Object.hasOwn(at, step) ? (at as Readonly<Record<string | number, Json>>)[step] : undefined;
  }
  return line;
}
