import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cloudformation } from '../../../../scanner/iac/cloudformation/index.ts';

it('a group of DNS records is read as its records', () => {
  const text = [
    'Resources:', '  Names:', '    Type: AWS::Route53::RecordSetGroup', '    Properties:', '      HostedZoneId: Z123', '      RecordSets:',
    '        - {Name: a.shop.example, Type: A, SetIdentifier: home, Failover: PRIMARY, TTL: "60", ResourceRecords: [192.0.2.1]}',
    '        - {Name: b.shop.example, Type: CNAME, TTL: "60", ResourceRecords: [a.shop.example]}',
  ].join('\n');
  const facts = [...cloudformation.read({ path: 'dns.yaml', absolutePath: '/dns.yaml', text }, { deployments: () => [{ region: 'us-east-1' }], readRelative: () => undefined })];
  const records = facts.flatMap((fact) => (fact.type === 'resource' && fact.kind === 'route53-record' ? [fact] : []));
  assert.deepEqual(records.map(({ id, name }) => [id, name]), [['cloudformation:dns/us-east-1/Names/0', 'a.shop.example'], ['cloudformation:dns/us-east-1/Names/1', 'b.shop.example']]);
  assert.equal(records[0]?.source.line, 2);
});
