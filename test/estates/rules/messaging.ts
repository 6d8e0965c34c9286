import type { Offer } from '../../../model/fact.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate } from './words.ts';

const sending = (region: string, value: number): Offer => ({ type: 'offer', region, what: 'quota:ses/L-804C8AE8', available: true, value, source: { scanner: 'service-quotas', path: '111122223333', asOf: '2026-11-01' } });

export const messaging = {
  'messaging-consumer-not-idempotent': byHand('the table of keys has a replica in the target', { home: 'Seen: { Properties: { Replicas: [{ Region: us-east-1 }, { Region: eu-west-1 }] } }' }),
  'messaging-eb-endpoint-misconfigured': [
    byTemplate({ given: { HealthCheckArn: 'arn:aws:route53:::healthcheck/1' }, replace: ['EventBuses'] }),
    byTemplate({ from: 1, given: { HealthCheckArn: 'arn:aws:route53:::healthcheck/1' }, replace: ['EventBuses'] }),
  ],
  'messaging-eb-no-global-endpoint': [byTemplate({ given: { HealthCheckArn: 'arn:aws:route53:::healthcheck/1' } }), byTemplate({ from: 1, given: { HealthCheckArn: 'arn:aws:route53:::healthcheck/1' } })],
  'messaging-eb-parity': byDeploying(),
  'messaging-no-peer': byTemplate(),
  'messaging-ses-no-global-endpoint': byTemplate({ given: { Identity: 'example.com' } }),
  'messaging-ses-not-ready': byTemplate({ given: { Identity: 'example.com' }, also: { now: { learned: [sending('us-east-1', 50_000), sending('eu-west-1', 50_000)] } }, says: 'AWS grants production access in the target' }),
  'messaging-sms-voice-regional': byDeploying(),
  'messaging-sns-optin-principal': byTemplate(),
  'messaging-sns-sqs-coupling': byHand('topic and queue are of one region', { home: "Subscription: { Properties: { Endpoint: 'arn:aws:sqs:us-east-1:111122223333:orders' } }" }),
} as const satisfies Closings;
