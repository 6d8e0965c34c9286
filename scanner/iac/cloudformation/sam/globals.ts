import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { isIntrinsic } from './builder.ts';

const prefix = 'AWS::Serverless::';

/** The properties of a serverless resource over what Globals gives all of its type: maps merge, lists join, anything else replaces. */
export function withGlobals(type: string, properties: JsonObject, globals: JsonObject): JsonObject {
  const shared = objectIn(globals, type.slice(prefix.length));
  return Object.keys(shared).length === 0 ? properties : (merged(shared, properties, 0) as JsonObject);
}

function merged(global: Json, own: Json, depth: number): Json {
  if (Array.isArray(global) && Array.isArray(own)) return [...(global as readonly Json[]), ...(own as readonly Json[])];
  if (!isObject(global) || !isObject(own) || isIntrinsic(global) || isIntrinsic(own) || depth > 100) return own;
  const entries = Object.entries(own).map(([key, value]): [string, Json] => {
    const inherited = memberOf(global, key);
    return [key, inherited === undefined ? value : merged(inherited, value, depth + 1)];
  });
  return Object.fromEntries([...Object.entries(global), ...entries]);
}
