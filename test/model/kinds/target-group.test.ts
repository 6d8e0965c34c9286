import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { targetGroup } from '../../../model/kinds/target-group.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('target-group', () => {
  it('reads both, with the targets that Terraform declares apart', () => {
    const template = sameAttributes(targetGroup, {
      cloudformation: { Name: 'shop', TargetType: 'lambda', VpcId: 'vpc-1', HealthCheckPath: '/health', Targets: [{ Id: 'arn:aws:lambda:eu-west-1:123456789012:function:shop' }], TargetGroupAttributes: [{ Key: 'stickiness.enabled', Value: 'true' }] },
      terraform: { name: 'shop', target_type: 'lambda', vpc_id: 'vpc-1', health_check: [{ path: '/health' }], stickiness: [{ type: 'lb_cookie', enabled: true }] },
      parts: { aws_lb_target_group_attachment: { target_group_arn: 'tg', target_id: 'arn:aws:lambda:eu-west-1:123456789012:function:shop' } },
    });
    assert.deepEqual(template, { targetType: 'lambda', vpc: 'vpc-1', targets: ['arn:aws:lambda:eu-west-1:123456789012:function:shop'], healthCheckPath: '/health', stickiness: true });
    assert.deepEqual(referencesOf(targetGroup, template), [
      { edge: 'contains', from: 'vpc-1', to: '⟦itself⟧', target: 'AWS::EC2::VPC' },
      { edge: 'routes', to: 'arn:aws:lambda:eu-west-1:123456789012:function:shop' },
    ]);
  });

  it('is not sticky unless told to', () => {
    assert.equal(attributesOf(targetGroup, 'cloudformation', {})['stickiness'], false);
    assert.equal(attributesOf(targetGroup, 'terraform', {})['stickiness'], false);
  });

  it('reads what the service says', () => {
    const like = sameAttributes(targetGroup, {
      cloudformation: { Name: 'shop', TargetType: 'ip', Protocol: 'HTTP', VpcId: 'vpc-1', HealthCheckProtocol: 'HTTP', HealthCheckPath: '/health', Targets: [{ Id: '10.0.0.1' }, { Id: '10.0.1.1' }], TargetGroupAttributes: [{ Key: 'stickiness.enabled', Value: 'true' }] },
      terraform: { name: 'shop', target_type: 'ip', protocol: 'HTTP', vpc_id: 'vpc-1', health_check: [{ protocol: 'HTTP', path: '/health' }], stickiness: [{ type: 'lb_cookie', enabled: true }] },
      parts: { aws_lb_target_group_attachment: [{ target_group_arn: 'tg', target_id: '10.0.0.1' }, { target_group_arn: 'tg', target_id: '10.0.1.1' }] },
    });
    sameDescribed(targetGroup, {
      like,
      describe: {
        TargetGroupName: 'shop', TargetType: 'ip', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', HealthCheckProtocol: 'HTTP', HealthCheckPath: '/health',
        TargetHealthDescriptions: [{ Target: { Id: '10.0.0.1', Port: 80 }, TargetHealth: { State: 'healthy' } }, { Target: { Id: '10.0.1.1', Port: 80 }, TargetHealth: { State: 'unhealthy' } }], TargetGroupAttributes: [{ Key: 'stickiness.enabled', Value: 'true' }, { Key: 'deregistration_delay.timeout_seconds', Value: '300' }],
      },
    });
  });
});
