import assert from 'node:assert/strict';
import { it } from 'node:test';
import { directory } from '../../../model/kinds/directory.ts';
import { attributesOf, partAttributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('directory reads edition and network from every source, and regions from the service', () => {
  const read = sameAttributes(directory, {
    cloudformation: { Name: 'corp.example.com', Edition: 'Enterprise', VpcSettings: { VpcId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'] } },
    terraform: { name: 'corp.example.com', type: 'MicrosoftAD', edition: 'Enterprise', vpc_settings: { vpc_id: 'vpc-1', subnet_ids: ['subnet-1', 'subnet-2'] } },
  });
  assert.deepEqual(read, { type: 'MicrosoftAD', edition: 'Enterprise', vpc: 'vpc-1', subnets: ['subnet-1', 'subnet-2'] });
  sameDescribed(directory, {
    like: read,
    beyond: { replicaRegions: ['eu-west-1'] },
    describe: { DirectoryId: 'd-1', Name: 'corp.example.com', Type: 'MicrosoftAD', Edition: 'Enterprise', RegionsInfo: { PrimaryRegion: 'us-east-1', AdditionalRegions: ['eu-west-1'] }, VpcSettings: { VpcId: 'vpc-1', SubnetIds: ['subnet-1', 'subnet-2'] } },
  });
  assert.deepEqual(partAttributesOf(directory, 'aws_directory_service_region', { region_name: 'eu-west-1' }), { replicaRegions: ['eu-west-1'] });
  assert.equal(attributesOf(directory, 'cloudformation', {}, { type: 'AWS::DirectoryService::SimpleAD' })['type'], 'SimpleAD');
});
