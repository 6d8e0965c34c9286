import { compareText } from '../../../model/json.ts';
import { maskSecrets } from '../../secrets.ts';
import type { DataNode } from './node.ts';
import { pairOf, type Around } from './place.ts';

const most = 16;
/** Nodes looked at; a map can be a whole file. */
const effort = 200;
/** Maps and lists gone out. */
const reach = 4;
/** Metrics of a widget of a dashboard that are looked at; each begins with its namespace. */
const rows = 8;
const word = /^[\w./:@+*-][\w./:@+* =-]{0,159}$/;
/** An ARN with parts that are filled in: its counterpart of another region is told by the parts that are fixed. */
const filledArn = /^arn:[\w./:@+*${}-]{1,240}$/;

/** Fixed texts beside a place, as name=value, the nearest ones, sorted. Secret-looking texts are left out. */
export function siblingsOf(around: Around | undefined, self: DataNode): string[] {
  const texts = new Set<string>();
  let left = effort;
  let level = 0;
  let inner: Around['node'] | undefined;
  const own = around?.node.kind === 'map' ? around.node.members.find(({ value }) => value === self)?.key.text : undefined;
  for (let at = around; at !== undefined && level < reach && texts.size < most && left > 0; at = at.outer, level += 1) {
    const { node } = at;
    const size = Math.min(left, node.kind === 'map' ? node.members.length : node.items.length);
    left -= size;
    for (let index = 0; index < size; index += 1) {
      const { name, value } = partAt(node, index);
      if (value === undefined || value === self) continue;
      const told = pairOf(value) ?? { name, value };
      if (told.value !== self) add(texts, told.name, told.value);
      if (level === 0 && name === 'metrics' && value.kind === 'list') for (const row of value.items.slice(0, rows)) if (row.kind === 'list') add(texts, name, row.items[0]);
      // The same member of the next entry in a list: [{ Arn: …us-east-1… }, { Arn: …us-west-2… }].
      if (level === 1 && own !== undefined && value !== inner && value.kind === 'map') add(texts, own, value.members.find(({ key }) => key.text === own)?.value);
    }
    inner = node;
  }
  return [...texts].sort(compareText);
}

function partAt(node: Around['node'], index: number): { readonly name: string | undefined; readonly value: DataNode | undefined } {
  if (node.kind === 'list') return { name: undefined, value: node.items[index] };
  const member = node.members[index];
  return { name: member?.key.text, value: member?.value };
}

function add(texts: Set<string>, name: string | undefined, value: DataNode | undefined): void {
  if (value?.kind !== 'text' || texts.size >= most || !(word.test(value.text) || filledArn.test(value.text))) return;
  const shown = `${name ?? ''}="${value.text}"`;
  if (maskSecrets(shown) === shown) texts.add(name === undefined ? value.text : `${name.slice(0, 64)}=${value.text}`);
}
