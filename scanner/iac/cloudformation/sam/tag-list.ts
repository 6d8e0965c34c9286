import type { Json } from '../../../../model/json.ts';
import { isObject } from '../sections.ts';
import { isIntrinsic } from './builder.ts';

/** SAM's map of tags as CloudFormation's list; a list or function is passed on. */
export function tagList(tags: Json | undefined): Json {
  if (!isObject(tags) || isIntrinsic(tags)) return tags ?? [];
  return Object.entries(tags).map(([key, value]) => ({ Key: key, Value: value }));
}
