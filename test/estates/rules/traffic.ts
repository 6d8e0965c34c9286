import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const balancers = { HomeHost: 'shop-1.us-east-1.elb.amazonaws.com', TargetHost: 'shop-2.eu-west-1.elb.amazonaws.com', HomeZone: 'Z35SXDOTRQ7X7K', TargetZone: 'Z32O12XQLNTSW2' };
const records = { name: 'both records in one template', home: yaml`
  Home:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: us-east-1, Region: us-east-1, ResourceRecords: [shop-1.us-east-1.elb.amazonaws.com] }
  Target:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: eu-west-1, Region: eu-west-1, ResourceRecords: [shop-1.eu-west-1.elb.amazonaws.com], HealthCheckId: 11111111-2222-3333-4444-666666666666 }
` };

export const traffic = {
  'traffic-affinity-stateful-session': byHand('sessions are in signed tokens, and stickiness goes', { home: "Web: { Properties: { TargetGroupAttributes: [{ Key: stickiness.enabled, Value: 'false' }] } }", target: "Web: { Properties: { TargetGroupAttributes: [{ Key: stickiness.enabled, Value: 'false' }] } }" }),
  'traffic-apigw-domain-missing': [byTemplate({ given: { CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' } }), byTerraform({ given: { certificate_arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' } })],
  'traffic-apigw-edge': [byTemplate(), byTemplate({ from: 1 })],
  'traffic-cf-failover-writes': byHand('writes take a name of their own, which Route 53 switches', { home: 'Site: { Properties: { DistributionConfig: { DefaultCacheBehavior: { AllowedMethods: [GET, HEAD] } } } }' }),
  'traffic-cf-single-origin': byTemplate({ given: { TargetOrigin: 'shop-1.eu-west-1.elb.amazonaws.com' } }),
  'traffic-ga-single-group': [byTemplate({ given: { ListenerArn: { Ref: 'Listener' }, EndpointId: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188' } }), byTemplate({ from: 1 })],
  'traffic-r53-geo-default': [byTemplate({ given: { Host: 'shop-1.us-east-1.elb.amazonaws.com' }, then: 'shop.example.com' }), byTerraform({ given: { host: 'shop-1.us-east-1.elb.amazonaws.com' } })],
  'traffic-r53-healthcheck-coupled': byTemplate(),
  'traffic-r53-no-accelerated-recovery': byTemplate(),
  'traffic-r53-no-health-check': byTemplate({ from: records }),
  'traffic-r53-simple': byTemplate({ given: balancers, then: 'shop.example.com', also: { home: 'Shop: null' }, says: 'the simple record goes in the same change' }),
  'traffic-r53-ttl': byTemplate(),
  'traffic-waf-regional-missing': byDeploying(),
} as const satisfies Closings;
