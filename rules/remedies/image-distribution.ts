import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label, logicalId } from './words.ts';

/** The target added to the regions of an image distribution. */
export const imageDistribution: MakeRemedy = (distribution, { intent: { home, target } }) => {
  if (distribution.kind !== 'imagebuilder-distribution') return undefined;
  const { name, attributes: { regions = [] } } = distribution;
  const from = homeOf(distribution, home);
  const all = [...new Set([from, ...regions, target])];
  const image = `${name}-{{ imagebuilder:buildDate }}`;
  return {
    title: `Distribute the images of ${name} to ${target}`,
    cloudformation: [{ region: from, merge: true, note: 'merge the region into the distributions that exist, with their settings', resources: { [logicalId(name)]: { Type: 'AWS::ImageBuilder::DistributionConfiguration', Properties: { Distributions: all.map((Region) => ({ Region, AmiDistributionConfiguration: { Name: image } })) } } } }],
    terraform: [{
      type: 'resource', labels: ['aws_imagebuilder_distribution_configuration', label(name)], body: { name },
      blocks: all.map((region) => ({ type: 'distribution', body: { region }, blocks: [{ type: 'ami_distribution_configuration', body: { name: image } }] })),
    }],
    limits: ['Name a key of the target where images are encrypted with a customer managed key, and repeat launch permissions, launch templates and parameters for it.'],
  };
};
