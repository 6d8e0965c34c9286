import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { route53HealthCheck } from '../../../model/kinds/route53-health-check.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('route53-health-check', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(route53HealthCheck, {
      cloudformation: { HealthCheckConfig: { Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name: 'shop-up', Region: 'eu-west-1' }, InsufficientDataHealthStatus: 'Unhealthy', Inverted: true } },
      terraform: { type: 'CLOUDWATCH_METRIC', cloudwatch_alarm_name: 'shop-up', cloudwatch_alarm_region: 'eu-west-1', insufficient_data_health_status: 'Unhealthy', invert_healthcheck: true },
    });
    assert.deepEqual(read, { type: 'CLOUDWATCH_METRIC', alarm: 'shop-up', alarmRegion: 'eu-west-1', insufficientData: 'Unhealthy', checkerRegions: [], children: [], inverted: true, disabled: false });
    sameDescribed(route53HealthCheck, {
      like: read,
      describe: { Id: '1', HealthCheckVersion: 1, HealthCheckConfig: { Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name: 'shop-up', Region: 'eu-west-1' }, InsufficientDataHealthStatus: 'Unhealthy', Inverted: true, Disabled: false } },
    });
    assert.deepEqual(referencesOf(route53HealthCheck, { ...read, host: 'shop.example.com', routingControl: 'arn:aws:route53-recovery-control::123456789012:controlpanel/1/routingcontrol/2' }), [
      { edge: 'observes', to: 'shop.example.com' },
      { edge: 'refers', to: 'shop-up', target: 'AWS::CloudWatch::Alarm' },
      { edge: 'refers', to: 'arn:aws:route53-recovery-control::123456789012:controlpanel/1/routingcontrol/2', target: 'AWS::Route53RecoveryControl::RoutingControl' },
    ]);
  });
});
