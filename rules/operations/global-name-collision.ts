import type { ResourceOf } from '../../graph/view.ts';
import { globalMembers } from '../../graph/queries/global-members.ts';
import { peers } from '../../graph/queries/peer.ts';
import { regionsIn } from '../../model/region-token.ts';
import { rule } from '../rule.ts';
import { isDeclaredTwice, isDeployedWith, isInGlobalTemplate, otherDeployments } from '../support/deployments.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const bucket = (rest = ''): string => yaml`
  Media:
    Type: AWS::S3::Bucket
    Properties: { ${rest} }
`;
const role = yaml`
  Role:
    Type: AWS::IAM::Role
    Properties: { RoleName: shop }
`;

export const operationsGlobalNameCollision = rule({
  id: 'operations-global-name-collision',
  title: 'Second deployment collides on a global name',
  on: ['s3-bucket', 'iam-role', 'iam-policy', 'rds-cluster', 'docdb-cluster', 'neptune-cluster'],
  needs: ['namedExplicitly'],
  severity: severities('H/H/H/H'),
  why: 'The name exists once in the world, the account or the global database: deploying the same template to the target region fails on it.',
  fix: 'Leave the name to CloudFormation, put the region into it, use the account-regional namespace for buckets, or move what is global into a stack that is deployed once.',
  effect: 'No effect on RPO. The resource cannot be created in the target while home’s holds the name, and the stack around it rolls back: RTO grows by another name and a deployment, and by telling it to everything that goes by the old one.',
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html'],
  examples: {
    gap: [
      { home: bucket('BucketName: shop-media') },
      { name: 'declared for both regions', home: bucket('BucketName: shop-media'), target: bucket('BucketName: shop-media') },
      { name: 'a role in a stack that is deployed to each region', home: `${role}\nQueue:\n  Type: AWS::SQS::Queue` },
    ],
    ready: [
      { name: 'created in one of the two regions only', home: bucket('BucketName: shop-media'), target: 'Copy:\n  Type: AWS::S3::Bucket\n  Properties: { BucketName: shop-media-copy }' },
      { name: 'each region’s deployment has a name of its own', home: bucket('BucketName: !Sub "media-${AWS::Region}"'), target: bucket('BucketName: !Sub "media-${AWS::Region}"') },
    ],
    unknown: [{ name: 'a name that carries its region, deployed once', home: bucket('BucketName: media-us-east-1') }],
    exempt: [{ name: 'a stack of global resources only', home: role }],
  },

  /** What AWS or the tool names is none of its business. */
  check(resource, { intent: { target }, graph }) {
    const { name, attributes } = resource;
    if (!attributes.namedExplicitly) return undefined;
    if (resource.kind === 's3-bucket' && resource.attributes.namespace === 'account-regional') return ready('Its name is unique to account and region.');
    const isCluster = resource.kind === 'rds-cluster' || resource.kind === 'docdb-cluster' || resource.kind === 'neptune-cluster';
    if (isCluster && globalMembers(graph, resource) === undefined) return undefined;
    if (isDeclaredTwice(resource)) return gap(`${name} is declared by one template for several regions under one name.`);
    const others = otherDeployments(graph, resource);
    if (others.some((other) => other.name !== name)) return ready('Each deployment has a name of its own.');
    const [peer] = peers(graph, resource, target);
    if (peer?.basis === 'replication' && peer.resource.name !== name) return ready(`${name} is replicated to ${peer.resource.name}, which ${target} has in its place.`);
    if (isDeployedWith(graph, resource, target)) return ready(`What declares ${name} declares resources in ${target} as well, and ${name} once.`);
    if (resource.region === 'global' && isInGlobalTemplate(graph, resource)) return exempt(`${name} is declared with nothing but global resources, so its template is deployed once.`);
    if (regionsIn(name).length > 0 || isLabel(resource)) return unknown(`The name of ${name} carries a region or is put together at deployment; whether it comes out different in ${target} nobody told us.`, { ask: 'The template as deployed to the target region.' });
    return gap(`${name} has a fixed name, so a second deployment of its template, to ${target}, collides with it.`);
  },
});

/** Where the name depends on deployment, the logical id stands for it. */
function isLabel({ name, sources }: Pick<ResourceOf<'s3-bucket'>, 'name' | 'sources'>): boolean {
  return sources.some(({ path }) => path?.split('.').at(-1) === name);
}
