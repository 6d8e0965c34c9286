import type { Json, JsonObject } from '../../../model/json.ts';
import { constantOf, isExpression } from './configuration.ts';
import { asList, asObject, member } from './members.ts';

/**
 * What the configuration says about a place in a resource's values: the expression that gives it, the block or blocks that contain it,
 * `unset` where the configuration has no such argument, and `untold` where it cannot say: dynamic blocks are not part of a plan's configuration.
 */
export type Cursor =
  | { readonly at: 'expression'; readonly expression: Json }
  | { readonly at: 'block'; readonly block: JsonObject }
  | { readonly at: 'blocks'; readonly blocks: readonly Json[] }
  | { readonly at: 'unset' }
  | { readonly at: 'untold' };

export const untold: Cursor = { at: 'untold' };
const unset: Cursor = { at: 'unset' };

export const blockCursor = (block: JsonObject): Cursor => ({ at: 'block', block });

/** The argument or block of that name. */
export function intoMember(cursor: Cursor, name: string): Cursor {
  if (cursor.at === 'expression') return cursor;
  if (cursor.at !== 'block') return untold;
  const node = member(cursor.block, name);
  if (node === undefined || node === null) return unset;
  if (isExpression(node)) return { at: 'expression', expression: node };
  const blocks = asList(node);
  return blocks ? { at: 'blocks', blocks } : blockCursor(asObject(node) ?? {});
}

/** The element of a list. Sets are listed in another order than their blocks were written, so that constants must tell them apart. */
export function intoElement(cursor: Cursor, index: number, value: Json | undefined): Cursor {
  if (cursor.at === 'expression' || cursor.at === 'block') return cursor;
  if (cursor.at !== 'blocks') return untold;
  const same = asObject(cursor.blocks[index]);
  if (same && agrees(same, value)) return blockCursor(same);
  const matching = cursor.blocks.length > blockLimit ? [] : cursor.blocks.filter((block) => agrees(block, value));
  const [only] = matching;
  return matching.length === 1 ? blockCursor(asObject(only) ?? {}) : untold;
}

/** Blocks of one name in which a match is searched. */
const blockLimit = 200;

/** Every argument that the block gives as a constant has that value. */
function agrees(block: Json, value: Json | undefined): boolean {
  return Object.entries(asObject(block) ?? {}).every(([name, node]) => {
    const constant = constantOf(node);
    if (constant === undefined || typeof constant === 'object') return true;
    const actual = member(value, name);
    return actual === undefined || String(actual) === String(constant);
  });
}
