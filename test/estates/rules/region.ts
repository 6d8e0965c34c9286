import type { Offer } from '../../../model/fact.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const networks = (region: string, value: number): Offer => ({ type: 'offer', region, what: 'quota:vpc/L-F678F1CE', available: true, value, source: { scanner: 'service-quotas', path: '111122223333', asOf: '2026-11-01' } });

export const region = {
  'region-engine-version': byHand('both regions move to a version that both offer', { home: "Orders: { Properties: { EngineVersion: '17.5' } }", now: { learned: [{ type: 'offer', region: 'eu-west-1', what: 'engine:rds/postgres/17.5', available: true, source: { scanner: 'rds', asOf: '2026-11-01' } }] } }),
  'region-feature-gap': byHand('eventual consistency is settled for', { home: 'Orders: { Properties: { MultiRegionConsistency: EVENTUAL } }' }, { then: 'DynamoDB global table, eventually consistent: us-east-1 → eu-west-1' }),
  'region-log-delivery-principal': [byTemplate(), byTerraform()],
  'region-optin-not-enabled': {
    by: 'cli', calls: ['account enable-region', 'account get-region-opt-status'],
    leaves: ([enable]) => ({ now: { learned: [{ type: 'offer', region: enable?.option('region-name') ?? '', what: `account:${enable?.option('account-id')}`, available: true, source: { scanner: 'account', asOf: '2026-11-02' } }] } }),
  },
  'region-partition-mismatch': byHand('a target of the same partition is chosen', { now: { targetRegion: 'us-west-2' } }, { then: 'us-east-1 → us-west-2' }),
  'region-peak-event-capacity': byTemplate(),
  'region-quota-shortfall': byHand('AWS grants an increase', { now: { learned: [networks('us-east-1', 20), networks('eu-west-1', 20)] } }),
  'region-resource-type-unavailable': byHand('it is made by other means', { home: "Orders: { Type: 'AWS::Events::EventBus', Properties: { Name: orders } }" }, { then: 'AWS::Events::EventBus' }),
  'region-service-unavailable': byHand('another service takes its place', { home: "Site: { Type: 'AWS::ECS::Service' }" }, { then: 'Amazon Elastic Container Service (ECS)' }),
  'region-slr-missing': byDeploying(),
  'region-zone-types': byHand('the subnet stands in an ordinary zone', { home: 'Edge: { Properties: { AvailabilityZone: us-east-1a } }' }),
} as const satisfies Closings;
