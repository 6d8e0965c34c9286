import { imageDistribution } from '../remedies/image-distribution.ts';
import { rule } from '../rule.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const distribution = (...regions: readonly string[]): string => yaml`
  Web:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties: { Name: web, Distributions: [${regions.map((region) => `{ Region: '${region}', AmiDistributionConfiguration: { Name: 'web-{{ imagebuilder:buildDate }}' } }`).join(', ')}] }
`;

export const artifactImagebuilderNoRt = rule({
  id: 'artifact-imagebuilder-no-rt',
  title: 'Image pipeline does not distribute to the target region',
  on: 'imagebuilder-distribution',
  needs: ['regions'],
  severity: severities('L/M/H/H'),
  why: 'Every new image reaches the home region only, so that the target region starts old ones, or none.',
  fix: 'Add the target region to the distribution, with a key of that region, its launch permissions, and the launch template or parameter that it updates there.',
  effect: 'No effect on RPO. RTO grows by distributing the image by hand; where an old image starts instead, recovery brings back a state that home has patched since.',
  remedy: imageDistribution,
  links: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html'],
  examples: {
    gap: [
      { home: distribution('us-east-1') },
      { name: 'distributed to another region', home: distribution('us-east-1', 'eu-central-1') },
    ],
    ready: [{ home: distribution('us-east-1', 'eu-west-1') }],
    unknown: [{ name: 'the region is told at deployment', home: distribution('us-east-1', '{{resolve:ssm:/second-region}}') }],
  },

  check({ name, region, attributes }, { intent: { target } }) {
    return replicatedInto({ name, regions: attributes.regions.filter((each) => each !== region), target });
  },
});
