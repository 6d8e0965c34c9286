import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imagebuilderDistribution } from '../../../model/kinds/imagebuilder-distribution.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('imagebuilder-distribution', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(imagebuilderDistribution, {
      cloudformation: { Name: 'web', Distributions: [{ Region: 'us-east-1' }, { Region: 'eu-central-1', AmiDistributionConfiguration: { KmsKeyId: 'alias/images' } }] },
      terraform: { name: 'web', distribution: [{ region: 'us-east-1' }, { region: 'eu-central-1', ami_distribution_configuration: [{ kms_key_id: 'alias/images' }] }] },
    });
    assert.deepEqual(read, { regions: ['eu-central-1', 'us-east-1'], kmsKeys: ['alias/images'] });
    sameDescribed(imagebuilderDistribution, { like: read, describe: { name: 'web', distributions: [{ region: 'us-east-1' }, { region: 'eu-central-1', amiDistributionConfiguration: { kmsKeyId: 'alias/images' } }] } });
  });
});
