import { pairsOf } from './access.ts';
import { withNames, type Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { emptyBody, type Block, type Body } from './syntax/expression.ts';
import { isUnknown, mentionsOf, object, record, unknown, type Value } from './value.ts';

/** Arguments and blocks that say how Terraform handles a resource, and nothing of the resource. */
const meta = new Set(['count', 'for_each', 'depends_on', 'provider', 'providers', 'lifecycle', 'provisioner', 'connection', 'source', 'version']);

/** Names of the arguments and blocks that a body sets. */
export function namesIn({ attributes, blocks }: Body): string[] {
  const names = [...attributes.keys(), ...blocks.map(blockName)];
  return [...new Set(names)].filter((name) => !meta.has(name));
}

/** A dynamic block is one of the type in its label. */
const blockName = ({ type, labels }: Block): string => (type === 'dynamic' ? (labels[0] ?? '') : type);

/** The value of an argument, or the list of blocks of a name; undefined if the body sets neither. */
export function argument(body: Body, name: string, environment: Environment): Value | undefined {
  const attribute = body.attributes.get(name);
  if (attribute) return evaluate(attribute.value, environment);
  const blocks = body.blocks.filter((block) => blockName(block) === name);
  return blocks.length === 0 ? undefined : blockList(blocks, environment);
}

/** All arguments and blocks of a body as an object. */
export function bodyValue(body: Body, environment: Environment): Value {
  return environment.run.deeper(() => {
    const members = namesIn(body).map((name): [string, Value] => [name, argument(body, name, environment) ?? null]);
    return object(new Map(members));
  }, (why): Value => why);
}

function blockList(blocks: readonly Block[], environment: Environment): Value {
  const made: Value[] = [];
  for (const block of blocks) {
    if (block.type !== 'dynamic') made.push(bodyValue(block.body, environment));
    else {
      const expanded = expand(block, environment);
      // How many blocks there are is not known: the list as a whole is not.
      if (isUnknown(expanded)) return unknown(expanded.why, mentionsOf(expanded, ...made));
      for (const each of expanded) made.push(each);
    }
  }
  return made;
}

/** The blocks that a dynamic block stands for. */
function expand({ body, labels }: Block, environment: Environment): readonly Value[] | ReturnType<typeof unknown> {
  const content = body.blocks.find(({ type }) => type === 'content')?.body ?? bodyIn(body);
  const iterator = body.attributes.get('iterator')?.value;
  const name = iterator?.is === 'variable' ? iterator.name : iterator?.is === 'literal' ? String(iterator.value) : (labels[0] ?? '');
  const over = body.attributes.get('for_each');
  const of = over === undefined ? unknown('a dynamic block has no for_each') : evaluate(over.value, environment);
  const pairs = pairsOf(of);
  if ('is' in pairs) {
    const gap = unknown(pairs.why, pairs.mentions);
    return unknown(pairs.why, mentionsOf(of, bodyValue(content, withNames(environment, [[name, record({ key: gap, value: gap })]]))));
  }
  if (!environment.run.spend(pairs.length)) return unknown('there are too many blocks');
  return pairs.map(({ key, value }) => bodyValue(content, withNames(environment, [[name, record({ key, value })]])));
}

/** In JSON the content of a dynamic block is an argument. */
function bodyIn({ attributes }: Body): Body {
  const content = attributes.get('content')?.value;
  if (content?.is !== 'object') return emptyBody;
  const entries = content.entries.flatMap(({ key, value }) => (key.is === 'literal' ? [[String(key.value), { name: String(key.value), value, line: attributes.get('content')?.line ?? 1 }] as const] : []));
  return { attributes: new Map(entries), blocks: [] };
}

/** Line of the argument at a path (rule[].destination[].bucket), or of the innermost part of it that is written out. */
export function lineAt(body: Body, path: string): number | undefined {
  let at: Body | undefined = body;
  let line: number | undefined;
  for (const step of path.split('.')) {
    const name = step.replace(/(?:\[\])+$/, '');
    const attribute: { readonly line: number } | undefined = at?.attributes.get(name);
    if (attribute) return attribute.line;
    const block: Block | undefined = at?.blocks.find((each) => blockName(each) === name);
    if (block === undefined) return line;
    line = block.line;
    at = block.type === 'dynamic' ? block.body.blocks.find(({ type }) => type === 'content')?.body : block.body;
  }
  return line;
}
