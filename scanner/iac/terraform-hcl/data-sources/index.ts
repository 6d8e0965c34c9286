import { partitionOf } from '../../../../model/region.ts';
import { argument, bodyValue } from '../blocks.ts';
import type { ResourceInstance } from '../resource.ts';
import { gap, knownText, mentionsOf, unknown, type Value } from '../value.ts';
import type { DataSource } from './data-source.ts';
import { policyDocument } from './policy-document.ts';
import { remoteState } from './remote-state.ts';

/** The region that the provider of an instance works in: what its configuration says, else where the folder is said to be deployed. */
export function regionOf(instance: ResourceInstance): string | undefined {
  const own = argument(instance.declared.block.body, 'region', instance.environment);
  if (own !== undefined) return knownText(own);
  return instance.provider()?.where().region ?? instance.module.root.deployment?.region;
}

const region: DataSource = (instance, attribute) => (['name', 'id', 'region'].includes(attribute) ? (regionOf(instance) ?? gap('region', 'the region of the provider is not known')) : undefined);

const callerIdentity: DataSource = (instance, attribute) => {
  if (attribute !== 'account_id' && attribute !== 'id') return undefined;
  return instance.provider()?.where().account ?? instance.module.root.deployment?.account ?? gap('account', 'the account is not known');
};

const partition: DataSource = (instance, attribute) => {
  const of = regionOf(instance);
  const known = of === undefined ? undefined : partitionOf(of);
  if (attribute === 'partition' || attribute === 'id') return known?.id ?? gap('partition', 'the partition is not known');
  if (attribute === 'dns_suffix') return known?.dnsSuffix ?? gap('dns-suffix', 'the partition is not known');
  return attribute === 'reverse_dns_prefix' ? (known?.dnsSuffix.split('.').toReversed().join('.') ?? undefined) : undefined;
};

/** A bucket's id and ARN are made of its name alone. */
const bucket: DataSource = (instance, attribute) => {
  const name = argument(instance.declared.block.body, 'bucket', instance.environment);
  if (name === undefined || attribute === 'bucket') return name;
  if (attribute === 'id') return name;
  const [text, of] = [knownText(name), partition(instance, 'partition')];
  return attribute === 'arn' && text !== undefined && typeof of === 'string' ? `arn:${of}:s3:::${text}` : undefined;
};

/** A public parameter of AWS has the same name in every region: it is told by its name, as launch templates take it. */
const publicParameter: DataSource = (instance, attribute) => {
  if (attribute !== 'value' && attribute !== 'insecure_value') return undefined;
  const name = knownText(argument(instance.declared.block.body, 'name', instance.environment) ?? null);
  return name?.startsWith('/aws/service/') === true ? `resolve:ssm:${name}` : undefined;
};

/** Functions name the archive; what it is made of is the code that they run. */
const archive: DataSource = ({ declared: { block }, environment }, attribute) => {
  if (attribute !== 'output_path') return undefined;
  return ['source_dir', 'source_file'].map((name) => argument(block.body, name, environment)).find((made) => made !== undefined && knownText(made) !== undefined);
};

const sources: ReadonlyMap<string, DataSource> = new Map([
  ['aws_region', region], ['aws_caller_identity', callerIdentity], ['aws_partition', partition], ['aws_s3_bucket', bucket], ['aws_ssm_parameter', publicParameter],
  ['archive_file', archive], ['aws_iam_policy_document', policyDocument], ['terraform_remote_state', remoteState],
]);

/** An attribute of a data source: what the configuration alone tells, what it asks with, or a gap that keeps what it was asked with. */
export function dataAttribute(instance: ResourceInstance, attribute: string): Value {
  const { body } = instance.declared.block;
  const told = sources.get(instance.type)?.(instance, attribute);
  if (told !== undefined) return told;
  const asked = argument(body, attribute, instance.environment);
  if (asked !== undefined) return asked;
  instance.environment.run.missing('data', `${instance.module.path === '' ? '' : `${instance.module.path}.`}data.${instance.type}.${instance.name}`);
  return unknown('it is read from AWS', mentionsOf(bodyValue(body, instance.environment)));
}
