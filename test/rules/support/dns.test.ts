import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { destinationsOf, isPublicEntry, recordGroup } from '../../../rules/support/dns.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { viewOfExample } from '../../support/run-example.ts';

const record = (id: string, name: string, ...targets: readonly string[]): string => yaml`
  ${id}:
    Type: AWS::Route53::RecordSet
    Properties: { Name: ${name}, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: ${id}, Weight: 1, ResourceRecords: [${targets.join(', ')}] }
`;
const follow = (...bodies: readonly string[]) => {
  const view = viewOfExample({ home: bodies.join('\n') });
  const [first] = view.ofKind('route53-record');
  assert.ok(first);
  const { regions, global, untold } = destinationsOf(view, first);
  return { regions: [...regions], global, untold };
};

describe('following a record', () => {
  it('goes through names of the estate, every member of a group and round circles', () => {
    assert.deepEqual(follow(record('A', 'www.example.com', 'api.example.com'), record('B', 'api.example.com.', 'x.us-east-1.elb.amazonaws.com'), record('C', 'API.example.com', 'x.eu-west-1.elb.amazonaws.com')), {
      regions: ['us-east-1', 'eu-west-1'], global: false, untold: false,
    });
    assert.deepEqual(follow(record('A', 'a.example.com', 'b.example.com'), record('B', 'b.example.com', 'a.example.com')), { regions: [], global: false, untold: false });
  });

  it('tells CloudFront and hosts of others from addresses that nobody placed', () => {
    assert.deepEqual(follow(record('A', 'a.example.com', 'd111111abcdef8.cloudfront.net')), { regions: [], global: true, untold: false });
    assert.deepEqual(follow(record('A', 'a.example.com', 'shops.myshopify.com')), { regions: [], global: true, untold: false });
    assert.deepEqual(follow(record('A', 'a.example.com', '192.0.2.1')), { regions: [], global: false, untold: true });
  });

  it('leaves validation records and private zones out', () => {
    const view = viewOfExample({ home: `${record('A', '_acme.example.com', 'x.acm-validations.aws')}\n${yaml`
      Zone:
        Type: AWS::Route53::HostedZone
        Properties: { Name: internal.example.com, VPCs: [{ VPCId: vpc-0123456789abcdef0, VPCRegion: us-east-1 }] }
      Inner:
        Type: AWS::Route53::RecordSet
        Properties: { Name: db.internal.example.com, Type: A, TTL: '60', HostedZoneId: !Ref Zone, ResourceRecords: [10.0.0.1] }
    `}` });
    assert.deepEqual(view.ofKind('route53-record').map((each) => [each.name, isPublicEntry(view, each), recordGroup(view, each).length]), [['_acme.example.com', false, 1], ['db.internal.example.com', false, 1]]);
  });
});
