import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnDomain } from 'aws-cdk-lib/aws-opensearchservice';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The search index, fed by what the catalogue announces. */
export class SearchStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    const domain = new CfnDomain(this, 'Index', {
      domainName: 'shop-search',
      engineVersion: 'OpenSearch_2.19',
      clusterConfig: { instanceType: 'r7g.large.search', instanceCount: 3, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 3 } },
      ebsOptions: { ebsEnabled: true, volumeSize: 100, volumeType: 'gp3' },
      encryptionAtRestOptions: { enabled: true },
      nodeToNodeEncryptionOptions: { enabled: true },
      domainEndpointOptions: { enforceHttps: true },
    });
    domain.applyRemovalPolicy(RemovalPolicy.RETAIN);

    const indexer = new Function(this, 'Indexer', {
      functionName: 'shop-search-indexer',
      runtime: Runtime.PYTHON_3_13,
      architecture: Architecture.ARM_64,
      handler: 'indexer.handle',
      timeout: Duration.seconds(30),
      code: Code.fromBucketV2(Bucket.fromBucketName(this, 'Artifacts', `shop-artifacts-${this.region}-111122223333`), 'search/indexer.zip'),
      environment: { INDEX_HOST: domain.attrDomainEndpoint },
    });
    indexer.addToRolePolicy(new PolicyStatement({ actions: ['es:ESHttpPost', 'es:ESHttpPut'], resources: [`${domain.attrArn}/*`] }));

    const changes = Topic.fromTopicArn(this, 'Changes', `arn:aws:sns:${this.region}:111122223333:shop-product-changes`);
    changes.addSubscription(new LambdaSubscription(indexer));
  }
}
