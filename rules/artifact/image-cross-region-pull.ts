import { peers } from '../../graph/queries/peer.ts';
import { parseArn } from '../../model/arn.ts';
import { repositoryOf } from '../../model/linking.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { readable } from '../support/readable.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const task = (image: string): string => yaml`
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: shop, Image: '${image}' }]
`;

export const artifactImageCrossRegionPull = rule({
  id: 'artifact-image-cross-region-pull',
  title: 'Workload pulls its image from another region',
  on: ['ecs-task-definition', 'lambda-function'],
  needs: [],
  severity: severities('M/H/H/H'),
  why: 'No new task starts while the registry’s region is down. Lambda refuses an image of another region outright.',
  fix: 'Build the image’s URI from account, region and URL suffix, replicate the repository, and pin the digest.',
  effect: 'No effect on RPO. Tasks that run go on; nothing starts, scales out or is replaced while the registry’s region is down, so that RTO is as long as its outage. A function with such an image cannot be created at all.',
  links: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html', 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html'],
  examples: {
    gap: [
      { home: task('111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1'), target: task('111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1') },
      { name: 'an image of a third region', home: task('111122223333.dkr.ecr.us-west-2.amazonaws.com/shop:1') },
    ],
    ready: [{ home: task('111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1'), target: task('111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1') }],
  },

  /** Looks at the counterpart in the target, and at home for images of yet another region. */
  check(resource, { intent: { target }, graph }) {
    const peer = peers(graph, resource, target)[0]?.resource;
    const pulls = [resource, ...(peer === undefined ? [] : [peer])].flatMap((each) => pulledBy(each).map((pulled) => ({ ...pulled, by: each })));
    if (pulls.length === 0) return undefined;
    const foreign = pulls.filter(({ region, by }) => by.region !== undefined && region !== by.region);
    const [first] = foreign;
    return first === undefined ? ready() : gap(`${first.by.name} in ${first.by.region} pulls ${readable(first.image)} from ${listed(foreign.map(({ region }) => region))}.`);
  },
});

function pulledBy(resource: Resource): { readonly image: string; readonly region: string }[] {
  return imagesOf(resource).flatMap((image) => {
    const repository = repositoryOf(image);
    const region = repository === undefined ? undefined : parseArn(repository)?.region;
    return region === undefined || region === '' || region.includes('⟦') ? [] : [{ image, region }];
  });
}

function imagesOf(resource: Resource): readonly string[] {
  if (resource.kind === 'ecs-task-definition') return resource.attributes.images ?? [];
  return resource.kind === 'lambda-function' && resource.attributes.image !== undefined ? [resource.attributes.image] : [];
}
