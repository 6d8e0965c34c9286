import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Json } from '../../../model/json.ts';

type Members = Readonly<Record<string, Json>>;
const isIntrinsic = (value: Members): boolean => Object.keys(value).some((name) => name === 'Ref' || name.startsWith('Fn::'));
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** By which member the entries of a list are told apart where lists are merged: the rules of a plan, the regions of a table. */
const keys = ['RuleName', 'Region', 'Id', 'Key', 'Name'];

export interface Merge {
  /** Whether entries join the list that is there, as whoever merges a snippet adds them to it; else a list takes the other's place. */
  readonly join?: boolean;
  /** Members that stay as they are where the template has them. */
  readonly keep?: readonly string[];
  /** Lists that take the other's place all the same. */
  readonly replace?: readonly string[];
}

/**
 * The body of a template's Resources with others merged into it, member by member, as an editor would do it: what is not mentioned stays,
 * intrinsic functions included. A member that is null goes.
 */
export function mergeResources(body: string, resources: Members, how: Merge = {}): string {
  const document = parseDocument(body.trim() === '' ? '{}' : body, { logLevel: 'silent' });
  if (!isMap(document.contents)) throw new Error(`no resources to merge into: ${body}`);
  mergeMap(document, { into: document.contents, from: resources }, how);
  return document.toString({ lineWidth: 0 });
}

/** A text of resources as data, for what has no intrinsic functions. */
export function membersOf(body: string): Members {
  const document = parseDocument(body, { logLevel: 'silent' });
  return (document.toJS() ?? {}) as Members;
}

interface Two {
  readonly into: YAMLMap;
  readonly from: Members;
}

function mergeMap(document: Document, { into, from }: Two, how: Merge): void {
  for (const [name, value] of Object.entries(from)) {
    const present: unknown = into.get(name, true);
    if (value === null) into.delete(name);
    else if (present !== undefined && how.keep?.includes(name) === true) continue;
    else if (isMap(present) && isMembers(value) && !isIntrinsic(value)) mergeMap(document, { into: present, from: value }, how);
    else if (isSeq(present) && Array.isArray(value) && how.join === true && how.replace?.includes(name) !== true && value.some(isMembers)) for (const item of value) mergeItem(document, present.items, { item, how });
    else into.set(name, document.createNode(value));
  }
}

function mergeItem(document: Document, items: unknown[], { item, how }: { readonly item: Json; readonly how: Merge }): void {
  const key = isMembers(item) ? keys.find((name) => Object.hasOwn(item, name)) : undefined;
  const same = isMembers(item) && key !== undefined ? items.find((other) => isMap(other) && other.get(key) === item[key]) : undefined;
  if (isMap(same) && isMembers(item)) mergeMap(document, { into: same, from: item }, how);
  else items.push(document.createNode(item));
}
