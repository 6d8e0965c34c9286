import { pairsOf } from './access.ts';
import { withNames, type Environment } from './environment.ts';
import { evaluate } from './evaluate.ts';
import { emptyBody, type Block, type Body } from './syntax/expression.ts';
import { isUnknown, mentionsOf, object, record, unknown, type Value } from './value.ts';

/** Arguments and blocks of a resource that say how Terraform handles it, and nothing of the resource. */
const meta = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection']);

/** Names of the arguments and blocks that the body of a resource or data source sets. */
export function namesIn(body: Body): string[] {
  return allNames(body).filter((name) => !meta.has(name));
}

/** A block inside of a resource has no meta-arguments: the provider of an action of a pipeline is an argument as any other. */
const allNames = ({ attributes, blocks }: Body): string[] => [...new Set([...attributes.keys(), ...blocks.map(blockName)])];

/** A dynamic block is one of the type in its label. */
const blockName = ({ type, labels }: Block): string => (type === 'dynamic' ? (labels[0] ?? '') : type);

/** The value of an argument, or the list of blocks of a name; undefined if the body sets neither. */
export function argument(body: Body, name: string, environment: Environment): Value | undefined {
  const attribute = body.attributes.get(name);
  if (attribute) return evaluate(attribute.value, environment);
  const blocks = body.blocks.filter((block) => blockName(block) === name);
  return blocks.length === 0 ? undefined : blockList(blocks, environment);
}

/** All arguments and blocks of a resource or data source as an object. */
export const bodyValue = (body: Body, environment: Environment): Value => valueOf({ body, names: namesIn(body), environment });

interface Valued {
  readonly body: Body;
  readonly names: readonly string[];
  readonly environment: Environment;
}

function valueOf({ body, names, environment }: Valued): Value {
  return environment.run.deeper(() => object(new Map(names.map((name): [string, Value] => [name, argument(body, name, environment) ?? null]))), (why): Value => why);
}

/** All arguments and blocks of a block inside of a resource as an object. */
const blockValue = (body: Body, environment: Environment): Value => valueOf({ body, names: allNames(body), environment });

function blockList(blocks: readonly Block[], environment: Environment): Value {
  const made: Value[] = [];
  for (const block of blocks) {
    if (block.type !== 'dynamic') made.push(blockValue(block.body, environment));
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
    return unknown(pairs.why, mentionsOf(of, blockValue(content, withNames(environment, [[name, record({ key: gap, value: gap })]]))));
  }
  if (!environment.run.spend(pairs.length)) return unknown('there are too many blocks');
  return pairs.map(({ key, value }) => blockValue(content, withNames(environment, [[name, record({ key, value })]])));
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
