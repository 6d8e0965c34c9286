import { posix } from 'node:path';
import type { Attribute, Block, Body, Expression } from './syntax/expression.ts';
import type { ParsedBody } from './syntax/parser.ts';

/** A block and the file that it stands in. */
export interface Declared {
  readonly block: Block;
  readonly file: string;
}

/** What the files of one folder declare, before anything is evaluated. */
export interface Declarations {
  readonly folder: string;
  readonly files: readonly string[];
  /** Length of its files. */
  readonly characters: number;
  readonly variables: ReadonlyMap<string, Declared>;
  readonly locals: ReadonlyMap<string, Expression>;
  readonly outputs: ReadonlyMap<string, Declared>;
  readonly calls: ReadonlyMap<string, Declared>;
  /** By localAddress: aws_s3_bucket.media, data.aws_region.current. */
  readonly resources: ReadonlyMap<string, Declared>;
  readonly providers: readonly Declared[];
  /** Source addresses of providers by their local names. */
  readonly sources: ReadonlyMap<string, string>;
  /** Where the state is kept, if the folder says it. */
  readonly backend: Block | undefined;
  readonly problems: readonly { readonly file: string; readonly message: string; readonly line?: number | undefined }[];
}

export interface FileBody extends ParsedBody {
  readonly file: string;
  readonly characters: number;
}

/** Files whose blocks change those of the other files. */
export const isOverride = (file: string): boolean => /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(posix.basename(file));

export function declarationsIn(folder: string, files: readonly FileBody[]): Declarations {
  const variables = new Map<string, Declared>();
  const locals = new Map<string, Expression>();
  const outputs = new Map<string, Declared>();
  const calls = new Map<string, Declared>();
  const resources = new Map<string, Declared>();
  const providers = new Map<string, Declared>();
  const sources = new Map<string, string>();
  let backend: Block | undefined;
  const put = (into: Map<string, Declared>, name: string, declared: Declared): void => {
    const before = into.get(name);
    into.set(name, before !== undefined && isOverride(declared.file) ? { file: before.file, block: { ...before.block, body: overridden(before.block.body, declared.block.body) } } : declared);
  };
  const take = (block: Block, file: string): void => {
    const [first = '', second = ''] = block.labels;
    switch (block.type) {
      case 'variable': return put(variables, first, { block, file });
      case 'output': return put(outputs, first, { block, file });
      case 'module': return put(calls, first, { block, file });
      case 'resource': return put(resources, `${first}.${second}`, { block, file });
      case 'data': return put(resources, `data.${first}.${second}`, { block, file });
      case 'provider': return put(providers, `${first}.${aliasOf(block) ?? ''}`, { block, file });
      case 'locals': for (const [name, { value }] of block.body.attributes) locals.set(name, value); return undefined;
      case 'terraform': {
        backend = block.body.blocks.find(({ type }) => type === 'backend' || type === 'cloud') ?? backend;
        for (const required of block.body.blocks) if (required.type === 'required_providers') for (const attribute of required.body.attributes.values()) readSource(attribute, sources);
        return undefined;
      }
      default: return undefined;
    }
  };
  const ordered = [...files.filter(({ file }) => !isOverride(file)), ...files.filter(({ file }) => isOverride(file))];
  for (const { body, file } of ordered) for (const block of body.blocks) take(block, file);
  return {
    folder, files: files.map(({ file }) => file), characters: files.reduce((sum, file) => sum + file.characters, 0),
    variables, locals, outputs, calls, resources, providers: [...providers.values()], sources, backend,
    problems: files.flatMap(({ file, problem }) => (problem === undefined ? [] : [{ file, ...problem }])),
  };
}

/** An override replaces arguments, and all blocks of the types that it has. */
function overridden(base: Body, by: Body): Body {
  const types = new Set(by.blocks.map(({ type }) => type));
  return { attributes: new Map([...base.attributes, ...by.attributes]), blocks: [...base.blocks.filter(({ type }) => !types.has(type)), ...by.blocks] };
}

function readSource({ name, value }: Attribute, into: Map<string, string>): void {
  if (value.is !== 'object') return;
  const source = value.entries.find(({ key }) => key.is === 'literal' && key.value === 'source')?.value;
  if (source?.is === 'literal' && typeof source.value === 'string') into.set(name, source.value);
}

/** The text of an argument that must be written out. */
export function literalText(body: Body, name: string): string | undefined {
  const value = body.attributes.get(name)?.value;
  return value?.is === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

export const aliasOf = ({ body }: Block): string | undefined => literalText(body, 'alias');
