import type { Fact } from '../../model/fact.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { resourceFactOf } from '../../scanner/aws/resource-fact.ts';

const account = '111122223333';
const asOf = '2026-11-20';

interface Seen {
  readonly type: string;
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly document: PropertyMap;
}

/** What a scan makes of an answer of AWS, by the kind's own reader. */
const seen = (each: Seen): Fact => resourceFactOf({ ...each, account, dialect: 'describe', partial: true, source: { scanner: 'aws', asOf } });
const offer = (region: string, what: string, value?: number): Fact => ({ type: 'offer', region, what, available: true, ...(value === undefined ? {} : { value }), source: { scanner: 'aws', path: account, asOf } });
const bucket = (region: string, name: string, objects: number): Fact => seen({ type: 'AWS::S3::Bucket', region, name, arn: `arn:aws:s3:::${name}`, document: { NumberOfObjects: objects } });
const secret = (region: string, name: string, to: string): Fact =>
  seen({ type: 'AWS::SecretsManager::Secret', region, name, arn: `arn:aws:secretsmanager:${region}:${account}:secret:${name}-a1b2c3`, document: { Name: name, ReplicationStatus: [{ Region: to, Status: 'InSync' }] } });
const cluster = (region: string, document: PropertyMap): Fact => seen({ type: 'AWS::RDS::DBCluster', region, name: 'shop-ledger', arn: `arn:aws:rds:${region}:${account}:cluster:shop-ledger`, document: { DBClusterIdentifier: 'shop-ledger', ...document } });

/** What scans of the accounts of two of the estates add to their templates. */
export const learned: Readonly<Record<'warm-standby' | 'active-active', readonly Fact[]>> = {
  'warm-standby': [
    offer('eu-central-1', 'engine:rds/aurora-postgresql/16.4'),
    ...['eu-west-1', 'eu-central-1'].flatMap((region) => [offer(region, 'quota:ecs/L-21C621EB', 10_000), offer(region, 'quota:rds/L-952B80B8', 40)]),
    bucket('eu-west-1', `shop-media-${account}-eu-west-1`, 1200),
    bucket('eu-central-1', `shop-media-${account}-eu-central-1`, 1200),
    secret('eu-west-1', 'shop/ledger', 'eu-central-1'),
    cluster('eu-west-1', { UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: '60' }] }),
    cluster('eu-central-1', { UserParameters: [{ ParameterName: 'rds.global_db_rpo', ParameterValue: '60' }] }),
    seen({ type: 'AWS::ECR::Repository', region: 'eu-central-1', name: 'shop/orders', arn: `arn:aws:ecr:eu-central-1:${account}:repository/shop/orders`, document: { Images: [{ imageTag: '2026.11.3' }] } }),
  ],
  'active-active': [
    offer('us-west-2', 'instance:db.r7g.large', 3),
    ...['us-east-1', 'us-west-2'].flatMap((region) => [offer(region, 'quota:events/L-658A4FD9', 100), offer(region, 'quota:ses/L-804C8AE8', 50_000)]),
    bucket('us-east-1', 'tickets-attachments-us-east-1', 90),
    bucket('us-west-2', 'tickets-attachments-us-west-2', 90),
    bucket('us-east-1', `tickets-trail-${account}`, 9000),
    bucket('us-west-2', `tickets-trail-copy-${account}`, 9000),
    secret('us-east-1', 'tickets/payment-provider', 'us-west-2'),
  ],
};
