import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listener } from '../../../model/kinds/listener.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('listener', () => {
  it('reads the same attributes from both, between the load balancer and its target groups', () => {
    const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
    const read = sameAttributes(listener, {
      cloudformation: { LoadBalancerArn: 'lb', Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: certificate }], DefaultActions: [{ Type: 'authenticate-cognito', AuthenticateCognitoConfig: { UserPoolArn: 'pool' } }, { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'b' }, { TargetGroupArn: 'a' }] } }] },
      terraform: { load_balancer_arn: 'lb', protocol: 'HTTPS', port: 443, certificate_arn: certificate, default_action: [{ type: 'authenticate-cognito', target_group_arn: '', authenticate_cognito: [{ user_pool_arn: 'pool' }] }, { type: 'forward', target_group_arn: '', forward: [{ target_group: [{ arn: 'a' }, { arn: 'b' }] }] }] },
    });
    assert.deepEqual(read, { loadBalancer: 'lb', protocol: 'HTTPS', port: 443, certificates: [certificate], targetGroups: ['a', 'b'], userPools: ['pool'] });
    const further = 'arn:aws:acm:eu-west-1:123456789012:certificate/2';
    sameDescribed(listener, {
      like: { ...read, certificates: [certificate, further], targetGroups: ['a', 'b', 'c'] },
      describe: {
        ListenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2', LoadBalancerArn: 'lb', Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: certificate }],
        DefaultActions: [{ Type: 'authenticate-cognito', Order: 1, AuthenticateCognitoConfig: { UserPoolArn: 'pool' } }, { Type: 'forward', Order: 2, ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'b', Weight: 1 }, { TargetGroupArn: 'a', Weight: 1 }] } }],
        Rules: [{ Priority: '1', Actions: [{ Type: 'forward', TargetGroupArn: 'c' }] }], ListenerCertificates: [{ CertificateArn: certificate, IsDefault: true }, { CertificateArn: further, IsDefault: false }],
      },
    });
    const plain = attributesOf(listener, 'describe', { Protocol: 'TCP', Port: 5432, DefaultActions: [{ Type: 'forward', TargetGroupArn: 'a' }], Rules: unresolved('not asked'), ListenerCertificates: unresolved('not asked') });
    assert.deepEqual(plain, { protocol: 'TCP', port: 5432, certificates: [], targetGroups: ['a'], userPools: [] });
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
