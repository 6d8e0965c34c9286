import type { EdgeType } from '../model/edge.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import type { Resource } from '../model/resource.ts';

const byKind: Readonly<Record<string, EdgeType>> = {
  secret: 'uses-secret',
  'ssm-parameter': 'reads',
  'acm-certificate': 'uses-certificate',
  'iam-role': 'uses-role',
  'ecr-repository': 'uses-image',
};

/** Kind of edge that a mention of the target makes, where the property that mentions it does not say. */
export function edgeTypeTo(target: Resource): EdgeType {
  if (target.kind === undefined) return 'refers';
  const special = Object.hasOwn(byKind, target.kind) ? byKind[target.kind] : undefined;
  if (special) return special;
  const { traits } = kinds[target.kind] as Kind;
  if (traits.includes('key')) return 'uses-key';
  return traits.includes('network') ? 'attaches' : 'refers';
}
