import { posix } from 'node:path';
import { compareText } from '../../../model/json.ts';
import { maskSecrets } from '../../secrets.ts';
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
    const details = telling.flatMap((key) => textOf(value, key)?.slice(0, 60) ?? []);
    const provider = referenceOf(memberOf(value, 'provider')?.value) ?? (type.startsWith('aws_') ? 'aws' : undefined);
    return [{ kind, told: [`${type}.${name}`, ...details].join(' '), provider, providers: undefined, source: undefined }];
  });
}

function moduleOf(name: string, body: MapNode): Block {
  const given = memberOf(body, 'providers')?.value;
  const source = textOf(body, 'source') ?? '';
  const providers = given?.kind === 'map' ? new Map(given.members.flatMap(({ key, value }): [string, string][] => [[key.text, referenceOf(value) ?? '']])) : undefined;
  // Sources of modules can hold a user's credentials.
  const shown = maskSecrets(source.replace(/\/\/[^/@]{0,200}@/, '//').replace(/\?.*$/s, '')).slice(0, 160);
  return { kind: 'module', told: `module.${name} ${shown}`, provider: undefined, providers, source: /^\.\.?\//.test(source) ? source : undefined };
}

/** aws.use1, as a reference or, as it once was, as a text. */
function referenceOf(node: DataNode | undefined): string | undefined {
  if (node?.kind === 'text') return node.text;
  return node?.kind === 'other' && node.source !== '' ? node.source : undefined;
}

/** What a folder gives a provider to: a use that is told, or a module with the name that the provider has inside of it. */
interface Given {
  readonly told: string;
  readonly into?: { readonly source: string; readonly inner: string };
}

/**
 * What is placed by a provider of a folder, through the modules that are given it, sorted; undefined where that is too much to tell.
 * The blocks of a folder are gone through once, whatever the number of its providers.
 */
export function providerUses(blocksIn: BlocksOf): (folder: string, provider: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  const folders = new Map<string, ReadonlyMap<string, readonly Given[]>>();

  function givenIn(folder: string, provider: string): readonly Given[] {
    const index = folders.get(folder) ?? byProvider(blocksIn(folder));
    folders.set(folder, index);
    return index.get(provider) ?? [];
  }

  function usesOf(folder: string, provider: string, depth: number): readonly string[] | undefined {
    const key = `${folder}\0${provider}`;
    if (known.has(key)) return known.get(key);
    known.set(key, []);
    const uses = depth > deepest ? undefined : told(givenIn(folder, provider), folder, depth);
    known.set(key, uses);
    return uses;
  }

  function told(given: readonly Given[], folder: string, depth: number): readonly string[] | undefined {
    const uses = new Set<string>();
    for (const { told: use, into } of given) {
      const inner = into === undefined ? [use] : usesOf(posix.join(folder, into.source), into.inner, depth + 1);
      for (const each of inner ?? []) uses.add(each);
      if (inner === undefined || uses.size > mostUses) return undefined;
    }
    return [...uses].sort(compareText);
  }

  return (folder, provider) => usesOf(folder, provider, 0);
}

function byProvider(blocks: readonly Block[]): ReadonlyMap<string, readonly Given[]> {
  const index = new Map<string, Given[]>();
  const add = (provider: string, given: Given): void => {
    const known = index.get(provider);
    if (known === undefined) index.set(provider, [given]);
    else known.push(given);
  };
  for (const { kind, told, provider, providers, source } of blocks) {
    if (provider !== undefined) add(provider, { told: kind === 'data' ? `data.${told}` : told });
    if (kind !== 'module') continue;
    // A module that is given none takes over the one without a name.
    for (const [inner, outer] of providers ?? [['aws', 'aws'] as const]) add(outer, source === undefined ? { told } : { told, into: { source, inner } });
  }
  return index;
}
