import type { Stretch } from '../language.ts';
import type { DataNode } from './node.ts';

/** A call of a function, by what it does with its arguments; those that only pass them on are looked through. */
export function callOf(callee: string, parts: readonly DataNode[], { from, to }: Stretch): DataNode {
  const stretch = { from, to };
  const [first, second, third] = parts;
  switch (callee) {
    case 'lookup': return { kind: 'lookup', of: first, keys: second ? [second] : [], fallback: third, ...stretch };
    case 'coalesce': case 'coalescelist': case 'try': return { kind: 'choose', condition: undefined, parts, inTurn: true, ...stretch };
    case 'join': return first?.kind === 'text' && first.text.trim() !== ',' && second?.kind === 'list' ? { kind: 'join', separator: first.text, parts: second.items, ...stretch } : { kind: 'other', source: '', parts, ...stretch };
    case 'contains': case 'startswith': case 'endswith': case 'strcontains': case 'index': case 'regex': case 'regexall': return { kind: 'call', callee, parts, ...stretch };
    default: return { kind: 'other', source: callee, parts, ...stretch };
  }
}
