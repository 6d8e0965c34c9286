import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, is, setOf, union } from '../reading.ts';

export const listener = kind({
  id: 'listener',
  title: 'Elastic Load Balancing listener',
  traits: ['network'],
  names: { cloudformation: 'AWS::ElasticLoadBalancingV2::Listener', terraform: ['aws_lb_listener', 'aws_alb_listener'] },
  arn: 'arn:{partition}:elasticloadbalancing:{region}:{account}:listener/{id}',
  name: {},
  attributes: z.object({
    loadBalancer: z.string().describe('Load balancer: ARN or symbol'),
    protocol: z.string().describe('HTTP, HTTPS, TLS, TCP …'),
    port: z.number().describe('Port'),
    certificates: z.array(z.string()).describe('Certificates: ARNs or symbols'),
    targetGroups: z.array(z.string()).describe('Target groups that it and its rules forward to: ARNs or symbols'),
    userPools: z.array(z.string()).describe('Cognito user pools that sign users in: ARNs or symbols'),
  }),
  read: {
    cloudformation: (from) => ({
      loadBalancer: from.text('LoadBalancerArn'),
      protocol: from.text('Protocol'),
      port: from.count('Port'),
      certificates: setOf(from.texts('Certificates[].CertificateArn', [])),
      ...templateActions(from, 'DefaultActions[]'),
    }),
    terraform: (from) => ({
      loadBalancer: from.text('load_balancer_arn'),
      protocol: filled(from.text('protocol')),
      port: from.count('port'),
      certificates: setOf(from.texts('certificate_arn', [])),
      ...terraformActions(from, 'default_action[]'),
    }),
    describe: (from) => {
      const protocol = from.text('Protocol');
      return {
        loadBalancer: from.text('LoadBalancerArn'),
        protocol,
        port: from.count('Port'),
        certificates: union(from.texts('Certificates[].CertificateArn', []), is(protocol, 'HTTPS', 'TLS') === true ? from.texts('ListenerCertificates[].CertificateArn', []) : []),
        ...both(templateActions(from, 'DefaultActions[]'), is(protocol, 'HTTP', 'HTTPS') === true ? templateActions(from, 'Rules[].Actions[]') : { targetGroups: [], userPools: [] }),
      };
    },
  },
  parts: {
    'AWS::ElasticLoadBalancingV2::ListenerRule': { of: 'ListenerArn', read: (from) => templateActions(from, 'Actions[]') },
    'AWS::ElasticLoadBalancingV2::ListenerCertificate': { of: 'ListenerArn', read: (from) => ({ certificates: setOf(from.texts('Certificates[].CertificateArn', [])) }) },
    aws_lb_listener_rule: { of: 'listener_arn', read: (from) => terraformActions(from, 'action[]') },
    aws_alb_listener_rule: { of: 'listener_arn', read: (from) => terraformActions(from, 'action[]') },
    aws_lb_listener_certificate: { of: 'listener_arn', read: (from) => ({ certificates: setOf(from.texts('certificate_arn')) }) },
    aws_alb_listener_certificate: { of: 'listener_arn', read: (from) => ({ certificates: setOf(from.texts('certificate_arn')) }) },
  },
  references: ({ loadBalancer, certificates, targetGroups, userPools }) => [
    ...inbound('routes', loadBalancer, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    ...edges('routes', targetGroups, 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    ...edges('uses-certificate', certificates, 'AWS::CertificateManager::Certificate'),
    ...edges('refers', userPools, 'AWS::Cognito::UserPool'),
  ],
});

type Actions = Record<'targetGroups' | 'userPools', string[] | undefined>;

function templateActions(from: Properties, actions: string): Actions {
  return {
    targetGroups: union(from.texts(`${actions}.TargetGroupArn`, []), from.texts(`${actions}.ForwardConfig.TargetGroups[].TargetGroupArn`, [])),
    userPools: setOf(from.texts(`${actions}.AuthenticateCognitoConfig.UserPoolArn`, [])),
  };
}

function terraformActions(from: Properties, actions: string): Actions {
  return {
    targetGroups: union(from.texts(`${actions}.target_group_arn`, []), from.texts(`${actions}.forward[].target_group[].arn`, [])),
    userPools: setOf(from.texts(`${actions}.authenticate_cognito[].user_pool_arn`, [])),
  };
}

const both = (first: Actions, second: Actions): Actions => ({ targetGroups: union(first.targetGroups, second.targetGroups), userPools: union(first.userPools, second.userPools) });
