import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Distribution, Function, FunctionCode, FunctionEventType, FunctionRuntime, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { readFileSync } from 'node:fs';

/** The pages of the shop: static files behind CloudFront, and the services behind the same name. */
export class StorefrontStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // Filled by the pipeline, which can fill another one anywhere.
    const pages = new Bucket(this, 'Pages', { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, versioned: true, removalPolicy: RemovalPolicy.DESTROY });

    const rewrite = new Function(this, 'Rewrite', {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(readFileSync(new URL('../storefront/rewrite.js', import.meta.url), 'utf8')),
    });

    new Distribution(this, 'Shop', {
      domainNames: ['shop.example'],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/5f1f4c1e-6d5b-4a55-9f0e-1c2d3e4f5a6b'),
      webAclId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop-storefront/7c6b5a49-3827-4615-a4b3-c2d1e0f9a8b7',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        functionAssociations: [{ function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/orders/*': { origin: new HttpOrigin('orders.shop.example') },
        '/api/*': { origin: new HttpOrigin('services.shop.example') },
      },
    });
  }
}
