import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label } from './words.ts';

/** Domain controllers in the target, for a managed Microsoft AD of the Enterprise edition. */
export const directoryRegion: MakeRemedy = (directory, { intent: { home, target } }) => {
  if (directory.kind !== 'directory' || directory.attributes.edition !== 'Enterprise') return undefined;
  const id = directory.arn?.split('/').at(-1) ?? 'DIRECTORY-ID';
  const from = homeOf(directory, home);
  return {
    title: `Replicate ${directory.name} to ${target}`,
    terraform: [
      { type: 'provider', labels: ['aws'], body: { region: from } },
      { type: 'resource', labels: ['aws_directory_service_region', label(directory.name)], body: { directory_id: id, region_name: target }, blocks: [{ type: 'vpc_settings', body: { vpc_id: 'VPC-ID', subnet_ids: ['SUBNET-ID-1', 'SUBNET-ID-2'] } }] },
    ],
    cli: [
      { region: from, words: ['ds', 'add-region', '--directory-id', id, '--region-name', target, '--vpc-settings', 'VpcId=VPC-ID,SubnetIds=SUBNET-ID-1,SUBNET-ID-2'], note: 'Takes hours' },
      { region: from, words: ['ds', 'describe-regions', '--directory-id', id, '--region-name', target] },
    ],
    limits: ['Name a VPC of the target that reaches the one at home, and two of its subnets.', 'CloudFormation cannot add a region to a directory.'],
  };
};
