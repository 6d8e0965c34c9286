import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

/** Parts of a network that traffic goes through. What comes with one of them (target groups, firewall policies, Cloud Map services) is left out, and VPCs, endpoints, prefix lists, NAT gateways and endpoint services have rules of their own. */
const types = [
  'AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::NetworkFirewall::Firewall', 'AWS::NetworkFirewall::RuleGroup',
  'AWS::Route53Resolver::ResolverEndpoint', 'AWS::Route53Resolver::ResolverRule', 'AWS::Route53Resolver::FirewallRuleGroup', 'AWS::Route53Profiles::Profile',
  'AWS::EC2::TransitGateway', 'AWS::EC2::ClientVpnEndpoint', 'AWS::VpcLattice::Service', 'AWS::VpcLattice::ServiceNetwork',
  'AWS::ServiceDiscovery::PrivateDnsNamespace', 'AWS::ServiceDiscovery::HttpNamespace',
];

const forwarding = yaml`
  Corporate:
    Type: AWS::Route53Resolver::ResolverRule
    Properties: { Name: corporate, RuleType: FORWARD, DomainName: corp.example.com, TargetIps: [{ Ip: 10.9.0.2 }] }
`;

export const networkNoPeer = rule({
  id: 'network-no-peer',
  title: 'Part of the network is not deployed in the target region',
  on: 'resource',
  types,
  severity: severities('L/H/C/C'),
  why: 'Load balancers, firewalls, gateways and resolver rules are regional: what is moved to the target region is not reached, not inspected, or cannot resolve names without them.',
  fix: 'Deploy the network’s template to both regions ahead of time, resolver rules and firewall policies included; tell on-premises forwarders of the target region’s inbound endpoints.',
  effect: 'No effect on RPO. Nothing in the target is reached or resolves names before this is deployed: RTO grows by that deployment, minutes for a load balancer, longer where certificates, firewalls or on-premises forwarders take part.',
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver.html', 'https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [
      { name: 'a resolver rule', home: forwarding },
      { name: 'a load balancer', home: yaml`
        Front:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      ` },
    ],
    ready: [{ home: forwarding, target: forwarding }],
    exempt: [{ name: 'by decision', home: forwarding.replace('Name: corporate', "Name: corporate, Tags: [{ Key: 'mr:pinned', Value: on-premises only }]") }],
  },

  check: hasCounterpart,
});
