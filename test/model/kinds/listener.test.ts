import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listener } from '../../../model/kinds/listener.ts';
import { partAttributesOf, referencesOf, sameAttributes } from '../../support/kind-reading.ts';

describe('listener', () => {
  it('reads the same attributes from both, between the load balancer and its target groups', () => {
    const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const read = sameAttributes(listener, {
      cloudformation: { LoadBalancerArn: 'lb', Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: certificate }], DefaultActions: [{ Type: 'authenticate-cognito', AuthenticateCognitoConfig: { UserPoolArn: 'pool' } }, { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'b' }, { TargetGroupArn: 'a' }] } }] },
      terraform: { load_balancer_arn: 'lb', protocol: 'HTTPS', port: 443, certificate_arn: certificate, default_action: [{ type: 'authenticate-cognito', target_group_arn: '', authenticate_cognito: [{ user_pool_arn: 'pool' }] }, { type: 'forward', target_group_arn: '', forward: [{ target_group: [{ arn: 'a' }, { arn: 'b' }] }] }] },
    });
    assert.deepEqual(read, { loadBalancer: 'lb', protocol: 'HTTPS', port: 443, certificates: [certificate], targetGroups: ['a', 'b'], userPools: ['pool'] });
    assert.deepEqual(referencesOf(listener, read), [
      { edge: 'routes', from: 'lb', to: '⟦itself⟧', target: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
      { edge: 'routes', to: 'a', target: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
      { edge: 'routes', to: 'b', target: 'AWS::ElasticLoadBalancingV2::TargetGroup' },
      { edge: 'uses-certificate', to: certificate, target: 'AWS::CertificateManager::Certificate' },
      { edge: 'refers', to: 'pool', target: 'AWS::Cognito::UserPool' },
    ]);
  });

  it('reads rules and certificates that are declared apart', () => {
    assert.deepEqual(partAttributesOf(listener, 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: 'l', Actions: [{ Type: 'forward', TargetGroupArn: 'c' }] }), { targetGroups: ['c'], userPools: [] });
    assert.deepEqual(partAttributesOf(listener, 'aws_lb_listener_rule', { listener_arn: 'l', action: [{ type: 'forward', target_group_arn: 'c' }] }), { targetGroups: ['c'], userPools: [] });
    assert.deepEqual(partAttributesOf(listener, 'aws_lb_listener_certificate', { listener_arn: 'l', certificate_arn: 'x' }), { certificates: ['x'] });
  });
});
