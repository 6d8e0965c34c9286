import { regionalConstantsOf, regionalConstantSource } from '../../model/regional-constant.ts';
import { logDelivery } from '../remedies/log-delivery.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const bucket = (...principals: readonly string[]): string => yaml`
  Logs:
    Type: AWS::S3::Bucket
    Properties: { BucketName: access-logs }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument: { Statement: [{ Effect: Allow, Principal: { AWS: [${principals.map((id) => `'arn:aws:iam::${id}:root'`).join(', ')}] }, Action: 's3:PutObject', Resource: 'arn:aws:s3:::access-logs/*' }] }
`;

export const regionLogDeliveryPrincipal = rule({
  id: 'region-log-delivery-principal',
  title: 'Bucket policy admits the log delivery of the home region only',
  on: 's3-bucket',
  needs: [],
  severity: severities('L/M/M/M'),
  why: 'Access logs of load balancers come from an account of AWS that is another one in each region, and newer regions have none. By the same policy the logs of the target are refused.',
  fix: 'Allow the service principal logdelivery.elasticloadbalancing.amazonaws.com instead of accounts, with aws:SourceArn as condition; it works in every region.',
  effect: 'No effect on RPO or RTO of the workload. Load balancers of the target cannot turn access logs on, and a stack that does so fails to deploy there.',
  links: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html'],
  remedy: logDelivery,
  examples: {
    gap: [{ home: bucket('127311923021') }, { name: 'a region without such an account', home: bucket('127311923021'), targetRegion: 'eu-south-2' }],
    ready: [{ name: 'the accounts of both regions', home: bucket('127311923021', '156460612806') }],
    unknown: [{ name: 'a policy that nobody could read', home: `${bucket().replace(/PolicyDocument: .*/, "PolicyDocument: '{{resolve:ssm:/policy}}'")}\n${yaml`
      Front:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties: { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: 'true' }, { Key: access_logs.s3.bucket, Value: access-logs }] }
    `}` }],
  },

  /** Only of policies that name such an account, and of buckets that take such logs. */
  check({ id, name, attributes }, { graph, intent: { target } }) {
    if (attributes.policy === undefined) {
      const sender = graph.in(id, 'writes').map(({ from }) => graph.resource(from)).find((other) => other?.kind === 'load-balancer');
      return sender === undefined ? undefined : unknown(`${sender.name} keeps its access logs in ${name}, and nobody told us whom the policy of ${name} admits.`, { ask: 's3:GetBucketPolicy, or the template that declares the policy.' });
    }
    const all = attributes.policy.flatMap(({ effect, principals = [] }) => (effect === 'Allow' ? principals : []));
    const accounts = all.flatMap((principal) => /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1] ?? []);
    const delivering = accounts.flatMap((id) => regionalConstantsOf(id).filter((constant) => constant.id === 'elb-logs'));
    const [constant] = delivering;
    if (constant === undefined) return undefined;
    if (all.includes('logdelivery.elasticloadbalancing.amazonaws.com')) return ready();
    const wanted = constant.regions[target];
    if (wanted !== undefined && accounts.includes(wanted)) return ready(`The account of ${target} is admitted too.`);
    const evidence = [{ what: `account of load balancer logs in ${target}`, value: `${wanted ?? 'none'} (${regionalConstantSource.source}, ${regionalConstantSource.date})` }];
    return gap(`${name} admits logs from ${listed(accounts)}; ${wanted === undefined ? `${target} has no such account` : `those of ${target} come from ${wanted}`}.`, { evidence });
  },
});
