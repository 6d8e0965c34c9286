import type { DataNode, MapNode, TextNode } from './node.ts';

type Maker = (argument: DataNode) => DataNode;

const itemsOf = (node: DataNode): readonly DataNode[] => (node.kind === 'list' ? node.items : [node]);

/** Functions of CloudFormation by what they do with their parts. Others are looked through. */
const makers: Readonly<Record<string, Maker>> = {
  Ref: (node) => reference(node),
  GetAtt: (node) => reference(node),
  ImportValue: (node) => ({ ...stretch(node), kind: 'other', source: '', parts: [node] }),
  Sub: (node) => substituted(node),
  Join: (node) => joined(node),
  Equals: (node) => ({ ...stretch(node), kind: 'compare', parts: itemsOf(node) }),
  FindInMap: (node) => found(node),
  If: (node) => ({ ...stretch(node), kind: 'choose', condition: undefined, parts: itemsOf(node).slice(1), inTurn: false }),
  Contains: (node) => ({ ...stretch(node), kind: 'call', callee: 'Fn::Contains', parts: itemsOf(node) }),
  EachMemberIn: (node) => ({ ...stretch(node), kind: 'call', callee: 'Fn::EachMemberIn', parts: itemsOf(node) }),
};

const stretch = ({ from, to }: DataNode): { readonly from: number; readonly to: number } => ({ from, to });

/** The node that a tagged value is: !Sub, !Join. */
export function ofTag(tag: string | undefined, node: DataNode): DataNode {
  if (tag === undefined || !tag.startsWith('!')) return node;
  const name = tag.slice(1);
  return Object.hasOwn(makers, name) ? (makers[name]?.(node) ?? node) : node;
}

/** The node that a map with one function is: { "Fn::Sub": … }. */
export function ofLongForm(node: MapNode): DataNode {
  const [only, ...more] = node.members;
  if (only?.value === undefined || more.length > 0) return node;
  const name = only.key.text === 'Ref' ? 'Ref' : only.key.text.startsWith('Fn::') ? only.key.text.slice(4) : '';
  if (!Object.hasOwn(makers, name)) return node;
  return { ...(makers[name]?.(only.value) ?? node), from: node.from, to: node.to };
}

function reference(node: DataNode): DataNode {
  const source = node.kind === 'text' ? node.text : node.kind === 'list' ? node.items.map((item) => (item.kind === 'text' ? item.text : '')).join('.') : '';
  return { ...stretch(node), kind: 'other', source, parts: [] };
}

/** `${…}` in the text is what placeholders look like already. */
function substituted(node: DataNode): DataNode {
  if (node.kind !== 'list') return node;
  const [text, ...values] = node.items;
  if (text === undefined) return node;
  return { ...stretch(node), kind: 'other', source: '', parts: [text, ...values] };
}

function joined(node: DataNode): DataNode {
  const [separator, parts] = itemsOf(node);
  if (separator?.kind !== 'text' || parts?.kind !== 'list') return node;
  const text = isFolded(separator.text, parts.items);
  return text ? { ...stretch(node), kind: 'list', items: parts.items } : { ...stretch(node), kind: 'join', separator: separator.text, parts: parts.items };
}

/** Lists that are put together for a service to take apart again stay lists. */
function isFolded(separator: string, items: readonly DataNode[]): boolean {
  return separator.trim() === ',' && items.length > 1 && items.every((item): item is TextNode => item.kind === 'text');
}

function found(node: DataNode): DataNode {
  const [map, ...rest] = itemsOf(node);
  const last = rest.at(-1);
  const fallback = last?.kind === 'map' ? last.members.find(({ key }) => key.text === 'DefaultValue')?.value : undefined;
  const of: DataNode | undefined = map?.kind === 'text' ? { ...stretch(map), kind: 'other', source: map.text, parts: [] } : map;
  return { ...stretch(node), kind: 'lookup', of, keys: last?.kind === 'map' ? rest.slice(0, -1) : rest, fallback };
}
