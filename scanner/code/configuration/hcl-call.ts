import type { Stretch } from '../language.ts';
import type { DataNode, TextNode } from './node.ts';

const verb = /%[sdvq]/;
/** What is put together from more is a document. */
const longestFormat = 2_000;

/** A call of a function, by what it does with its arguments; those that only pass them on are looked through. */
export function callOf(callee: string, parts: readonly DataNode[], { from, to }: Stretch): DataNode {
  const stretch = { from, to };
  const [first, second, third] = parts;
  switch (callee) {
    case 'lookup': return { kind: 'lookup', of: first, keys: second ? [second] : [], fallback: third, ...stretch };
    case 'coalesce': case 'coalescelist': case 'try': return { kind: 'choose', condition: undefined, parts, inTurn: true, ...stretch };
    case 'join': return first?.kind === 'text' && first.text.trim() !== ',' && second?.kind === 'list' ? { kind: 'join', separator: first.text, parts: second.items, ...stretch } : { kind: 'other', source: '', parts, ...stretch };
    case 'format': return first?.kind === 'text' && first.exact === true && first.text.length <= longestFormat && verb.test(first.text) ? formatted(first, parts.slice(1), stretch) : { kind: 'other', source: '', parts, ...stretch };
    case 'contains': case 'startswith': case 'endswith': case 'strcontains': case 'index': case 'regex': case 'regexall': return { kind: 'call', callee, parts, ...stretch };
    default: return { kind: 'other', source: callee, parts, ...stretch };
  }
}

/** format("%sa", var.region): the text with what is filled into it. */
function formatted(spec: TextNode, values: readonly DataNode[], stretch: Stretch): DataNode {
  const parts: DataNode[] = [];
  let from = spec.from;
  spec.text.split(verb).forEach((text, index, all) => {
    if (text !== '') parts.push({ kind: 'text', text, string: true, exact: true, from, to: from + text.length });
    from += text.length + 2;
    const value = values[index];
    if (index + 1 < all.length) parts.push(value ?? { kind: 'other', source: '', parts: [], from: from - 2, to: from });
  });
  return { kind: 'join', separator: '', parts, ...stretch };
}
