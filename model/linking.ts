import { formatArn, parseArn } from './arn.ts';
import type { EdgeType } from './edge.ts';
import type { AttributeReference } from './kind.ts';
import { partitionOf } from './region.ts';
import { soleSymbol, symbol, symbolsIn } from './symbol.ts';

/** Stands in a reference for the resource whose attribute it is; the scanner puts the resource's own symbol in its place. */
export const itself = symbol('itself');

type Ends = string | readonly (string | undefined)[] | undefined;

/** Edges from the resource to everything that an attribute names. `target` types bare names. */
export function edges(edge: EdgeType, to: Ends, target?: string): AttributeReference[] {
  return listed(to).map((end) => ({ edge, to: end, ...(target === undefined ? {} : { target }) }));
}

/** Edges that end at the resource: the VPC that contains a subnet, the primary that replicates to a replica. `target` types the bare name in `from`. */
export function inbound(edge: EdgeType, from: Ends, target?: string): AttributeReference[] {
  return listed(from).map((end) => ({ edge, from: end, to: itself, ...(target === undefined ? {} : { target }) }));
}

/**
 * The text if it is an ARN or a symbol as a whole. Fields that also take e-mail addresses, phone numbers and web hooks, which may carry
 * secrets, are reduced to this.
 */
export function identifierIn(text: string | undefined): string | undefined {
  return text !== undefined && (parseArn(text) !== undefined || soleSymbol(text) !== undefined) ? text : undefined;
}

/** Uses of KMS keys. AWS managed keys exist in every region by themselves and are no dependency. */
export function usesKeys(...keys: readonly (string | undefined)[]): AttributeReference[] {
  return listed(keys)
    .filter((key) => !/(?:^|:)alias\/aws\//.test(key))
    .map((key) => ({ edge: 'uses-key', to: key, target: key.startsWith('alias/') ? 'AWS::KMS::Alias' : 'AWS::KMS::Key' }));
}

export const usesRoles = (...roles: readonly (string | undefined)[]): AttributeReference[] => edges('uses-role', roles, 'AWS::IAM::Role');

/** Attachments to subnets and security groups. */
export function attachesTo({ subnets, securityGroups, vpc }: { readonly subnets?: readonly string[] | undefined; readonly securityGroups?: readonly string[] | undefined; readonly vpc?: string | undefined }): AttributeReference[] {
  return [
    ...edges('attaches', vpc, 'AWS::EC2::VPC'),
    ...edges('attaches', subnets, 'AWS::EC2::Subnet'),
    ...edges('attaches', securityGroups, 'AWS::EC2::SecurityGroup'),
  ];
}

const ecrImage = /^([^./\s]+)\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z0-9.-]+\/([^@\s]+?)(?::[^:/\s@]+)?(?:@sha256:[0-9a-f]+)?$/;

/** ARN of the ECR repository that an image URI pulls from, or the symbol in it; undefined for images of other registries. */
export function repositoryOf(image: string): string | undefined {
  const [, account, region = '', name] = ecrImage.exec(image) ?? [];
  if (account !== undefined) return formatArn({ partition: partitionOf(region)?.id ?? 'aws', service: 'ecr', region, account, resource: `repository/${name}` });
  const [first] = symbolsIn(image);
  return first === undefined ? undefined : symbol(first.id, first.attribute);
}

/** Image pulls. */
export function usesImages(images: readonly (string | undefined)[] | undefined): AttributeReference[] {
  return edges('uses-image', (images ?? []).map((image) => (image === undefined ? undefined : repositoryOf(image))), 'AWS::ECR::Repository');
}

function listed(ends: Ends): string[] {
  const all = typeof ends === 'string' ? [ends] : (ends ?? []);
  return [...new Set(all)].filter((end): end is string => end !== undefined && end !== '');
}
