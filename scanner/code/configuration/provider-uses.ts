import { posix } from 'node:path';
import { compareText } from '../../../model/json.ts';
import { memberOf, textOf, type DataNode, type MapNode } from './node.ts';

/** A resource, data source or module, by what places it in a region. */
export interface Block {
  readonly kind: 'resource' | 'data' | 'module';
  /** What it is, with what tells its use, as a use is told: aws_wafv2_web_acl.main CLOUDFRONT. */
  readonly told: string;
  /** The provider that it names: aws.use1; aws where it names none. Undefined for resources of other vendors. */
  readonly provider: string | undefined;
  /** Of a module: the providers inside by those outside. Undefined where it takes over what is there. */
  readonly providers: ReadonlyMap<string, string> | undefined;
  /** Of a module in a folder beside: that folder, relative. */
  readonly source: string | undefined;
}

/** The blocks of one folder. */
export type BlocksOf = (folder: string) => readonly Block[];

/** Attributes whose fixed value tells what a resource is for. */
const telling = ['scope', 'namespace', 'publish', 'key_usage', 'customer_master_key_spec', 'signing_profile_name'];
/** Uses told of one provider; of one with more nothing is known. */
export const mostUses = 40;
/** Modules inside of modules. */
const deepest = 16;

/** The blocks of a file of Terraform. */
export function blocksOf(roots: readonly DataNode[]): Block[] {
  return roots.flatMap((root) => (root.kind === 'map' ? root.members : [])).flatMap(({ block: [kind, ...labels] = [], value }): Block[] => {
    if (kind === 'module') return value?.kind === 'map' ? [moduleOf(labels[0] ?? '', value)] : [];
    const [type = '', name = ''] = labels;
    if (kind !== 'resource' && kind !== 'data') return [];
    const details = telling.flatMap((key) => textOf(value, key) ?? []);
    const provider = referenceOf(memberOf(value, 'provider')?.value) ?? (type.startsWith('aws_') ? 'aws' : undefined);
    return [{ kind, told: [`${type}.${name}`, ...details].join(' '), provider, providers: undefined, source: undefined }];
  });
}

function moduleOf(name: string, body: MapNode): Block {
  const given = memberOf(body, 'providers')?.value;
  const source = textOf(body, 'source') ?? '';
  const providers = given?.kind === 'map' ? new Map(given.members.flatMap(({ key, value }): [string, string][] => [[key.text, referenceOf(value) ?? '']])) : undefined;
  return { kind: 'module', told: `module.${name} ${source}`, provider: undefined, providers, source: /^\.\.?\//.test(source) ? source : undefined };
}

/** aws.use1, as a reference or, as it once was, as a text. */
function referenceOf(node: DataNode | undefined): string | undefined {
  if (node?.kind === 'text') return node.text;
  return node?.kind === 'other' && node.source !== '' ? node.source : undefined;
}

/**
 * What is placed by a provider of a folder, through the modules that are given it, sorted; undefined where that is too much to tell.
 * Every folder is looked at once for each provider that it is given.
 */
export function providerUses(blocksIn: BlocksOf): (folder: string, provider: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();

  function usesOf(folder: string, provider: string, depth: number): readonly string[] | undefined {
    const key = `${folder}\0${provider}`;
    if (known.has(key)) return known.get(key);
    known.set(key, []);
    const uses = new Set<string>();
    let told = depth <= deepest;
    for (const block of told ? blocksIn(folder) : []) {
      const inner = block.kind === 'module' ? ofModule(block, { folder, provider, depth }) : block.provider === provider ? [`${block.kind === 'data' ? 'data.' : ''}${block.told}`] : [];
      if (inner === undefined || uses.size > mostUses) told = false;
      else for (const use of inner) uses.add(use);
    }
    const found = told && uses.size <= mostUses ? [...uses].sort(compareText) : undefined;
    known.set(key, found);
    return found;
  }

  function ofModule({ told, providers, source }: Block, { folder, provider, depth }: { readonly folder: string; readonly provider: string; readonly depth: number }): readonly string[] | undefined {
    const inside = providers === undefined ? (provider === 'aws' ? ['aws'] : []) : [...providers].filter(([, outer]) => outer === provider).map(([inner]) => inner);
    if (inside.length === 0) return [];
    if (source === undefined) return [told];
    const all = inside.map((inner) => usesOf(posix.join(folder, source), inner, depth + 1));
    return all.some((uses) => uses === undefined) ? undefined : all.flatMap((uses) => uses ?? []);
  }

  return (folder, provider) => usesOf(folder, provider, 0);
}
