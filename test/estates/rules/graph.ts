import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand } from './words.ts';

export const graph = {
  'graph-cold-cache': byHand('the cache joins a global datastore with a member in the target', {
    home: yaml`
      Cache: { Properties: { GlobalReplicationGroupId: ldgnf-prices } }
      Global:
        Type: AWS::ElastiCache::GlobalReplicationGroup
        Properties: { GlobalReplicationGroupIdSuffix: prices, Members: [{ ReplicationGroupId: prices, ReplicationGroupRegion: us-east-1, Role: PRIMARY }, { ReplicationGroupId: prices, ReplicationGroupRegion: eu-west-1, Role: SECONDARY }] }
    `,
  }),
  'graph-control-plane-in-recovery': byHand('recovery sets a routing control', { home: "FailOver: { Properties: { Definition: { States: { Switch: { Resource: 'arn:aws:states:::aws-sdk:route53recoverycluster:updateRoutingControlState' } } } } }" }),
  'graph-cross-region-sync-call': byHand('each region sends to a queue of its own', {
    deploy: true,
    home: "Checkout: { Properties: { Environment: { Variables: { QUEUE: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:111122223333:orders' } } } } }",
    target: "Checkout: { Properties: { Environment: { Variables: { QUEUE: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:111122223333:orders' } } } } }",
  }),
  'graph-cycle': byHand('the way back is an event', { home: 'Stock: { Properties: { Environment: null } }' }, { then: 'order of services' }),
  'graph-latency-budget': byHand('a target is chosen along the coast', { home: 'Checkout: { Properties: { Environment: { Variables: { QUEUE: arn:aws:sqs:us-east-2:111122223333:orders } } } }', now: { targetRegion: 'us-east-2' } }, { then: 'Checkout' }),
  'graph-partial-failover-group': byHand('both have one strategy and one objective', { now: { services: { orders: { strategy: 'warm-standby', rto: '1h' }, stock: { strategy: 'warm-standby', rto: '1h' } } } }),
  'graph-residency-violation': byHand('the counsel permits both countries', { now: { residency: ['US', 'IE'] } }),
  'graph-shared-datastore': byHand('the second service asks the first, and reads only', { home: "BillingRole: { Properties: { Policies: [{ PolicyName: data, PolicyDocument: { Statement: [{ Effect: Allow, Action: ['dynamodb:GetItem'], Resource: { 'Fn::GetAtt': [Customers, Arn] } }] } }] } }" }),
  'graph-spof': byDeploying(),
  'graph-third-party': byHand('the partner sends to both regions', { deploy: true }),
  'graph-tier-inversion': byHand('what is needed gets the objective of its users', { now: { services: { shop: { rto: '15m' }, pricing: { rto: '15m' } } } }),
  'graph-tight-coupling': byHand('the chain is cut by an event', { home: 'B: { Properties: { Environment: null } }' }),
  'graph-unknown-edge': byHand('the template refers to the table', { home: "Report: { Properties: { Environment: { Variables: { TABLE_NAME: null, TABLE: { Ref: Reports } } } } }\nReports: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: reports } }" }),
  'graph-write-locality': byHand('which region writes is decided, and the tag says so', { home: 'Store: { Properties: { FileSystemTags: [{ Key: Name, Value: files }, { Key: mr:write-mode, Value: home-by-key }] } }' }),
} as const satisfies Closings;
