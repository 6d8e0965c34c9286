import type { Role } from '../../../model/occurrence.ts';
import type { DataNode, ListNode, MapNode } from './node.ts';

/** What a stretch of configuration belongs to: a resource, a job, a task, a block. */
export interface Owner {
  /** Type of the resource, action of the step, kind of the object: what the values are for. */
  readonly callee?: string | undefined;
  readonly enclosing?: string | undefined;
  readonly service?: string | undefined;
}

/** Where a node stands: what is around it, from the inside out. */
export interface Place {
  readonly role?: Role | undefined;
  /** Key that receives the value. */
  readonly name?: string | undefined;
  /** What it is compared with or looked up in. */
  readonly against?: string | undefined;
  readonly owner: Owner;
  /** Maps and lists around it, the nearest first. */
  readonly around: Around | undefined;
  /** It is the source of a regular expression. */
  readonly pattern?: true | undefined;
  /** It stands among words for people, examples or mock values. */
  readonly said?: true | undefined;
  /** What stands in its place for other regions: the other arms of a condition, the blocks of the same name. */
  readonly twins?: Twins | undefined;
  /** Regions that a map lacks are answered where it is looked up. */
  readonly answered?: true | undefined;
}

export interface Twins {
  /** Region of the block that it stands in; only what names that region has a counterpart in the other blocks. */
  readonly of?: string;
  readonly texts: readonly string[];
}

export interface Around {
  readonly node: MapNode | ListNode;
  /** Key of the node in the map around it. */
  readonly key: string | undefined;
  readonly outer: Around | undefined;
}

/** Keys around a place, from the outside in. */
export function pathOf(around: Around | undefined): string[] {
  const keys: string[] = [];
  for (let at = around; at !== undefined; at = at.outer) if (at.key !== undefined) keys.push(at.key);
  return keys.reverse();
}

/** The key of the nearest map around a place that has one. */
export function keyAround(around: Around | undefined): string | undefined {
  for (let at = around; at !== undefined; at = at.outer) if (at.key !== undefined) return at.key;
  return undefined;
}

/** Key and value of an entry that spells them out: { name: AWS_REGION, value: us-east-1 }. */
export function pairOf(node: DataNode): { readonly name: string; readonly value: DataNode } | undefined {
  if (node.kind !== 'map' || node.members.length > 4) return undefined;
  const name = node.members.find(({ key }) => /^(?:name|key|parameter_?key|id|variable)$/i.test(key.text))?.value;
  const value = node.members.find(({ key }) => /^(?:value|parameter_?value|default_?value)$/i.test(key.text))?.value;
  return name?.kind === 'text' && value !== undefined ? { name: name.text, value } : undefined;
}
