import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys } from '../linking.ts';
import { setOf } from '../reading.ts';

export const imagebuilderDistribution = kind({
  id: 'imagebuilder-distribution',
  title: 'Image Builder distribution',
  traits: ['artifact'],
  names: { cloudformation: 'AWS::ImageBuilder::DistributionConfiguration', terraform: ['aws_imagebuilder_distribution_configuration'] },
  arn: 'arn:{partition}:imagebuilder:{region}:{account}:distribution-configuration/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    regions: z.array(z.string()).describe('Regions that images are distributed to'),
    kmsKeys: z.array(z.string()).describe('Keys that distributed AMIs are encrypted with'),
  }),
  read: {
    cloudformation: (from) => ({
      regions: setOf(from.texts('Distributions[].Region', [])),
      kmsKeys: setOf(from.texts('Distributions[].AmiDistributionConfiguration.KmsKeyId', [])),
    }),
    terraform: (from) => ({
      regions: setOf(from.texts('distribution[].region', [])),
      kmsKeys: setOf(from.texts('distribution[].ami_distribution_configuration[].kms_key_id', [])),
    }),
    describe: (from) => ({
      regions: setOf(from.texts('distributions[].region', [])),
      kmsKeys: setOf(from.texts('distributions[].amiDistributionConfiguration.kmsKeyId', [])),
    }),
  },
  references: ({ kmsKeys = [] }) => usesKeys(...kmsKeys),
});
