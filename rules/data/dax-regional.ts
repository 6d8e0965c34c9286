import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

const cluster = yaml`
  Cache:
    Type: AWS::DAX::Cluster
    Properties: { ClusterName: orders, NodeType: dax.r5.large, ReplicationFactor: 3, IAMRoleARN: 'arn:aws:iam::111122223333:role/dax' }
`;
const types = ['AWS::DAX::Cluster', 'aws_dax_cluster'];

export const dataDaxRegional = rule({
  id: 'data-dax-regional',
  title: 'DAX cluster does not exist in the target region',
  on: 'resource',
  types,
  severity: severities('-/L/M/H'),
  why: 'Clients that know only the DAX endpoint have nothing to read from in the target region, and without the cache the table there takes all reads.',
  fix: 'Declare the cluster in the target region too, or let clients fall back to DynamoDB and give the replica the read capacity for it. Writes that are replicated bypass DAX: items that it holds grow stale until their TTL ends.',
  effect: 'No effect on RPO. Clients that know only DAX have no endpoint in the target: RTO grows by creating a cluster there, and reads are slow until it has filled.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html'],
  examples: {
    gap: [{ home: cluster }],
    ready: [{ home: cluster, target: cluster }],
  },

  check(resource, context) {
    return hasCounterpart(resource, context);
  },
});
