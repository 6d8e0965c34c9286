import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';

/** What CloudFront needs to find in us-east-1. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    new Certificate(this, 'Certificate', { domainName: 'shop.example', validation: CertificateValidation.fromDns() });

    new CfnWebACL(this, 'WebAcl', {
      name: 'shop-storefront',
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'shop-storefront', sampledRequestsEnabled: true },
      rules: [{
        name: 'per-address',
        priority: 1,
        action: { block: {} },
        statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: 2000 } },
        visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'per-address', sampledRequestsEnabled: true },
      }],
    });
  }
}
