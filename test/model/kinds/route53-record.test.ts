import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { route53Record } from '../../../model/kinds/route53-record.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('route53-record', () => {
  it('reads an alias with failover alike from both', () => {
    const read = sameAttributes(route53Record, {
      cloudformation: { Name: 'shop.example.com.', HostedZoneId: 'Z1', Type: 'A', SetIdentifier: 'primary', Failover: 'PRIMARY', HealthCheckId: 'check', AliasTarget: { DNSName: 'dualstack.shop-1.eu-west-1.elb.amazonaws.com.', HostedZoneId: 'Z32O12XQLNTSW2', EvaluateTargetHealth: true } },
      terraform: { name: 'shop.example.com', zone_id: 'Z1', type: 'A', set_identifier: 'primary', failover_routing_policy: [{ type: 'PRIMARY' }], health_check_id: 'check', alias: [{ name: 'dualstack.shop-1.eu-west-1.elb.amazonaws.com', zone_id: 'Z32O12XQLNTSW2', evaluate_target_health: true }], ttl: 0 },
    });
    assert.deepEqual(read, { type: 'A', zone: 'Z1', alias: true, targets: ['shop-1.eu-west-1.elb.amazonaws.com'], routing: 'failover', setIdentifier: 'primary', failover: 'PRIMARY', healthCheck: 'check', checked: true, evaluateTargetHealth: true });
    sameDescribed(route53Record, {
      like: read,
      describe: {
        HostedZoneId: 'Z1', Name: 'shop.example.com.', Type: 'A', SetIdentifier: 'primary', Failover: 'PRIMARY', HealthCheckId: 'check',
        AliasTarget: { HostedZoneId: 'Z32O12XQLNTSW2', DNSName: 'dualstack.shop-1.eu-west-1.elb.amazonaws.com.', EvaluateTargetHealth: true },
      },
    });
    const plain = attributesOf(route53Record, 'describe', { HostedZoneId: 'Z1', Name: 'api.example.com.', Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value: 'lb.example.net.' }] });
    assert.deepEqual(plain, { type: 'CNAME', zone: 'Z1', alias: false, targets: ['lb.example.net'], ttl: 60, routing: 'simple', checked: false });
    assert.deepEqual(referencesOf(route53Record, read), [
      { edge: 'contains', from: 'Z1', to: '⟦itself⟧', target: 'AWS::Route53::HostedZone' },
      { edge: 'routes', to: 'shop-1.eu-west-1.elb.amazonaws.com' },
      { edge: 'refers', to: 'check', target: 'AWS::Route53::HealthCheck' },
    ]);
  });

  it('names the routing policy', () => {
    const routing = (raw: object): unknown => attributesOf(route53Record, 'cloudformation', raw as never)['routing'];
    assert.deepEqual([routing({}), routing({ Region: 'eu-west-1' }), routing({ Weight: 0 }), routing({ GeoLocation: { CountryCode: '*' } }), routing({ MultiValueAnswer: true }), routing({ MultiValueAnswer: false })], ['simple', 'latency', 'weighted', 'geolocation', 'multivalue', 'simple']);
    assert.equal(routing({ Failover: unresolved('parameter') }), undefined);
    const plain = attributesOf(route53Record, 'terraform', { type: 'CNAME', ttl: 300, records: ['api.example.net.'], latency_routing_policy: [{ region: 'eu-west-1' }], health_check_id: '' });
    assert.deepEqual([plain['routing'], plain['latencyRegion'], plain['ttl'], plain['targets'], plain['checked']], ['latency', 'eu-west-1', 300, ['api.example.net'], false]);
  });

  it('keeps no text records', () => {
    assert.equal('targets' in attributesOf(route53Record, 'cloudformation', { Type: 'TXT', ResourceRecords: ['"token=secret"'] }), false);
  });
});
