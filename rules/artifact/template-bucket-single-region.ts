import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const stack = (bucket: string): string => yaml`
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: 'https://${bucket}.s3.us-east-1.amazonaws.com/network.yaml' }
`;
const templates = (rest = ''): string => yaml`
  Templates:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: templates${rest === '' ? '' : `
      ${rest}`}
`;
const replication = "ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/replication', Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::templates-copy' } }] }";
const types = ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::StackSet', 'AWS::ServiceCatalog::CloudFormationProduct'];

export const artifactTemplateBucketSingleRegion = rule({
  id: 'artifact-template-bucket-single-region',
  title: 'Templates that recovery needs are stored in the home region only',
  on: 'resource',
  types,
  severity: severities('H/H/H/M'),
  why: 'The stack cannot be created or changed in the target region while the bucket that holds its template is out of reach.',
  fix: 'Store templates in a bucket of each region (aws cloudformation package, AWS CDK assets), or replicate the bucket to the target region and take the URL from there. The same holds for Terraform state, Helm charts and runbooks.',
  effect: {
    otherwise: 'No effect on RPO. Creating or changing the stack in the target waits until somebody finds its template elsewhere and uploads it, and RTO with it.',
    'active-active': 'No effect on RPO, and none on RTO of what runs in both regions; it cannot be changed or repaired there until the template is uploaded again.',
  },
  links: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html'],
  examples: {
    gap: [
      { home: `${templates()}\n${stack('templates')}` },
      { name: 'the stack in the target reads the bucket of the home region', home: `${templates()}\n${stack('templates')}`, target: stack('templates') },
    ],
    ready: [{ name: 'the bucket is replicated', home: `${templates(replication)}\n${stack('templates')}`, target: yaml`
      Copy:
        Type: AWS::S3::Bucket
        Properties: { BucketName: templates-copy }
    ` }],
  },

  /** Buckets that are in the estate; the deployment itself names the others. */
  check(stack, { intent: { target }, graph }) {
    const buckets = templateBuckets(graph, stack);
    if (buckets.length === 0) return undefined;
    const single = buckets.filter((bucket) => bucket.region !== target && !regionsOf(replicasOf(graph, bucket)).includes(target));
    if (single.length === 0) return ready();
    const there = peers(graph, stack, target)[0]?.resource;
    const own = there === undefined ? [] : templateBuckets(graph, there);
    if (own.length > 0 && own.every(({ region }) => region === target)) return ready();
    return gap(`The template of ${stack.name} is in ${listed(single.map(({ name, region }) => `${name} in ${region ?? 'a region that nobody told us'}`))}, and ${target} has no copy of it.`);
  },
});

/** A bucket deploys what its templates declare. */
function templateBuckets(graph: EstateView, { id }: Resource): Resource[] {
  return graph.in(id, 'deploys').flatMap(({ from }) => graph.resource(from) ?? []).filter(({ kind }) => kind === 's3-bucket');
}
