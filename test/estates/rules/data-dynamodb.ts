import type { Closings } from '../../support/closing/case.ts';
import { byHand, byTemplate, byTerraform } from './words.ts';

export const dynamodb = {
  'data-ddb-capacity': byTemplate(),
  'data-ddb-global-v1': byHand('the table is upgraded in the console', { now: { described: [{ kind: 'dynamodb-table', name: 'orders', document: { GlobalTableVersion: '2019.11.21' } }] } }),
  'data-ddb-mrsc-ineligible': byHand('a new, strongly consistent table in three regions of one set takes its place', { home: 'Orders: { Properties: { MultiRegionConsistency: STRONG, Replicas: [{ Region: us-east-1 }, { Region: us-east-2 }, { Region: us-west-2 }] } }' }, {
    from: { name: 'nothing may be lost', strategy: 'active-active', targetRegion: 'us-west-2', services: { shop: { rpo: '0s' } }, home: 'Orders:\n  Type: AWS::DynamoDB::GlobalTable\n  Properties: { Replicas: [{ Region: us-east-1 }, { Region: us-west-2 }] }' },
  }),
  'data-ddb-no-replica': [byTemplate(), byTemplate({ from: 1 }), byTerraform()],
  'data-ddb-replica-drift': [byTemplate(), byTemplate({ from: 1 }), byTemplate({ from: 2, given: { StreamArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders' } })],
  'data-ddb-write-conflict': byHand('how regions write is decided, and the tag says so', { home: 'Orders: { Properties: { Replicas: [{ Region: us-east-1, Tags: [{ Key: mr:write-mode, Value: home-region }] }, { Region: eu-west-1 }] } }' }),
} as const satisfies Closings;
