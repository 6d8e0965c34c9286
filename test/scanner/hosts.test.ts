import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../graph/build.ts';
import type { PropertyMap } from '../../model/properties.ts';
import { resourceFactOf } from '../../scanner/aws/resource-fact.ts';
import { hostIn, statedHosts } from '../../scanner/hosts.ts';

describe('hostIn', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['db.internal.example.com', 'db.internal.example.com'],
    ['db.internal.example.com:5432', 'db.internal.example.com'],
    ['https://api.example.com/v1?key=hunter2', 'api.example.com'],
    ['postgres://app:hunter2@db.example.com:5432/shop', 'db.example.com'],
    ['jdbc:mysql://db.example.com:3306/shop', 'db.example.com'],
    ['jdbc:sqlserver://db.example.com;databaseName=shop', 'db.example.com'],
    ['jdbc:oracle:thin:@//db.example.com:1521/shop', 'db.example.com'],
    ['jdbc:oracle:thin:@db.example.com:1521:shop', 'db.example.com'],
    ['mongodb+srv://app:p%40ss@cluster.example.net/shop', 'cluster.example.net'],
    ['shop.cluster-x1.eu-west-1.rds.amazonaws.com', undefined],
    ['localhost:8080', undefined],
    ['10.0.0.1', undefined],
    ['eyJhbGciOi.eyJzdWIiOi.SflKxwRJSM', undefined],
    ['two words.example.com', undefined],
    ['https://⟦a/b#DomainName⟧/', undefined],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(hostIn(text), expected));

  it('ends on long hostile texts', { timeout: 20_000 }, () => {
    for (const text of ['a.'.repeat(500_000), `${'a-'.repeat(450)}.com`, `jdbc:${'a:'.repeat(400)}//x`, 'x'.repeat(999_999)]) hostIn(text);
  });
});

describe('statedHosts', () => {
  it('takes what a resource says of itself, in the words of every source', () => {
    assert.deepEqual(statedHosts('AWS::RDS::DBInstance', { endpoint: { address: 'DB.example.com', port: 5432 } }), ['db.example.com']);
    assert.deepEqual(statedHosts('aws_db_instance', { endpoint: 'shop.x1.eu-west-1.rds.amazonaws.com:5432', address: 'shop.x1.eu-west-1.rds.amazonaws.com' }), ['shop.x1.eu-west-1.rds.amazonaws.com']);
    assert.deepEqual(statedHosts('AWS::ElasticLoadBalancingV2::LoadBalancer', { dNSName: 'shop-1.eu-west-1.elb.amazonaws.com' }), ['shop-1.eu-west-1.elb.amazonaws.com']);
    assert.deepEqual(statedHosts('AWS::OpenSearch::Domain', { Endpoints: { vpc: 'vpc-shop-x.eu-west-1.es.amazonaws.com' } }), ['vpc-shop-x.eu-west-1.es.amazonaws.com']);
    assert.deepEqual(statedHosts('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases: ['shop.example.com'] } }), ['shop.example.com']);
    assert.deepEqual(statedHosts('AWS::CloudFront::Distribution', { DomainName: 'd1.cloudfront.net', DistributionConfig: { Aliases: { Items: ['shop.example.com'] } } }), ['d1.cloudfront.net', 'shop.example.com']);
  });

  it('takes no names, no URLs that a resource sends to, and no domain that a resource is only about', () => {
    assert.deepEqual(statedHosts('AWS::SNS::Subscription', { Endpoint: 'https://hooks.example.com/in' }), []);
    assert.deepEqual(statedHosts('AWS::SNS::Subscription', { Endpoint: 'ops@example.com' }), []);
    assert.deepEqual(statedHosts('AWS::CertificateManager::Certificate', { DomainName: 'shop.example.com' }), []);
    assert.deepEqual(statedHosts('AWS::OpenSearch::Domain', { DomainName: 'shop' }), []);
    assert.deepEqual(statedHosts('AWS::EC2::EIP', { PublicIp: '198.51.100.7', PrivateIpAddress: '10.0.0.7' }), ['198.51.100.7']);
  });
});

describe('hosts in the graph', () => {
  const seen = (type: string, name: string, document: PropertyMap) =>
    resourceFactOf({ type, name, document, account: '111122223333', region: type.startsWith('AWS::Route53') ? 'global' : 'eu-west-1', dialect: 'describe', source: { scanner: 'probe' } });
  const told = (...facts: ReturnType<typeof seen>[]): string[] => buildEstate(facts).edges.map(({ from, type, to, evidence }) => `${from.split(/[:/]/).at(-1)} ${type} ${to.split(/[:/]/).at(-1)} ${evidence[0]?.confidence}`);
  const reader = seen('AWS::Lambda::Function', 'pay', { environment: { variables: { DATABASE_URL: 'postgres://app:hunter2@db.example.com/shop', ORDERS_TABLE: 'orders' } } });
  const database = seen('AWS::RDS::DBInstance', 'shop', { dBInstanceIdentifier: 'shop', endpoint: { address: 'db.example.com' } });
  const record = (key: string) => ({ ...seen('AWS::Route53::RecordSet', 'db.example.com', { Name: 'db.example.com.', Type: 'CNAME', ResourceRecords: [{ Value: 'shop.x1.eu-west-1.rds.amazonaws.com' }] }), id: `record/${key}` });

  it('bind variables of what runs to what states the host, and keep nothing else of a URL', () => {
    assert.deepEqual(told(reader, database), ['pay refers shop inferred']);
    assert.ok(!JSON.stringify(reader).includes('hunter2'));
  });

  it('bind to the records of the name rather than to what is behind them', () => {
    assert.deepEqual(told(reader, database, record('a'), record('b')).filter((edge) => edge.startsWith('pay')), ['pay refers a inferred', 'pay refers b inferred']);
  });

  it('bind names in variables of what runs too, and leave unknown hosts alone', () => {
    const estate = buildEstate([reader, seen('AWS::DynamoDB::Table', 'orders', {})]);
    assert.deepEqual(estate.edges.map(({ to }) => to.split('/').at(-1)), ['orders']);
    assert.deepEqual(estate.dangling, []);
  });
});
