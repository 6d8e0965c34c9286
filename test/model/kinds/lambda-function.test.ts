import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lambdaFunction } from '../../../model/kinds/lambda-function.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, partAttributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('lambda-function', () => {
  const queue = 'arn:aws:sqs:eu-west-1:123456789012:dead';

  it('reads the same attributes from both, and no values of variables', () => {
    const read = sameAttributes(lambdaFunction, {
      cloudformation: { FunctionName: 'checkout', Runtime: 'nodejs22.x', Architectures: ['arm64'], Code: { S3Bucket: 'artefacts', S3Key: 'a.zip' }, Layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:otel:3'], Role: 'arn:aws:iam::123456789012:role/checkout', KmsKeyArn: 'alias/env', Environment: { Variables: { TABLE: 'orders', API_TOKEN: 'not-to-be-kept' } }, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }, DeadLetterConfig: { TargetArn: queue }, ReservedConcurrentExecutions: 50, SnapStart: { ApplyOn: 'PublishedVersions' }, LoggingConfig: { LogGroup: 'checkout' } },
      terraform: { function_name: 'checkout', runtime: 'nodejs22.x', architectures: ['arm64'], s3_bucket: 'artefacts', s3_key: 'a.zip', layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:otel:3'], role: 'arn:aws:iam::123456789012:role/checkout', kms_key_arn: 'alias/env', environment: [{ variables: { TABLE: 'orders', API_TOKEN: 'not-to-be-kept' } }], vpc_config: [{ subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] }], dead_letter_config: [{ target_arn: queue }], reserved_concurrent_executions: 50, snap_start: [{ apply_on: 'PublishedVersions' }], logging_config: [{ log_format: 'JSON', log_group: 'checkout' }], image_uri: '' },
      ignore: ['durable'],
    });
    assert.deepEqual(read, {
      packageType: 'Zip', runtime: 'nodejs22.x', architectures: ['arm64'], codeBucket: 'artefacts', layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:otel:3'],
      role: 'arn:aws:iam::123456789012:role/checkout', kmsKey: 'alias/env', environmentNames: ['API_TOKEN', 'TABLE'], subnets: ['subnet-1'], securityGroups: ['sg-1'], fileSystems: [],
      deadLetterTarget: queue, reservedConcurrency: 50, snapStart: true, durable: false, logGroup: 'checkout',
    });
    const layer = 'arn:aws:lambda:eu-west-1:123456789012:layer:otel:3';
    sameDescribed(lambdaFunction, {
      like: read,
      untold: ['codeBucket'],
      beyond: { destinations: [queue], provisionedConcurrency: 12, hasUrl: true },
      around: { name: 'checkout' },
      describe: {
        FunctionName: 'checkout', PackageType: 'Zip', Runtime: 'nodejs22.x', Architectures: ['arm64'], Layers: [{ Arn: layer, CodeSize: 1 }], Role: 'arn:aws:iam::123456789012:role/checkout', KMSKeyArn: 'alias/env',
        Environment: { Variables: { TABLE: 'orders', API_TOKEN: 'not-to-be-kept' } }, VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'], VpcId: 'vpc-1' }, DeadLetterConfig: { TargetArn: queue },
        SnapStart: { ApplyOn: 'PublishedVersions', OptimizationStatus: 'On' }, LoggingConfig: { LogFormat: 'JSON', LogGroup: 'checkout' }, Concurrency: { ReservedConcurrentExecutions: 50 },
        FunctionEventInvokeConfigs: [{ DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: queue } } }], FunctionUrlConfigs: [{ AuthType: 'AWS_IAM' }],
        ProvisionedConcurrencyConfigs: [{ RequestedProvisionedConcurrentExecutions: 10 }, { RequestedProvisionedConcurrentExecutions: 2 }],
      },
    });
    const image = attributesOf(lambdaFunction, 'describe', { PackageType: 'Image', Code: { ImageUri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1' }, LoggingConfig: { LogGroup: '/aws/lambda/shop' } }, { name: 'shop' });
    assert.deepEqual([image['image'], image['packageType'], 'logGroup' in image], ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:1', 'Image', false]);
    assert.doesNotMatch(JSON.stringify(read), /not-to-be-kept|orders/);
  });

  it('knows an image where one is given, and nothing where it is unresolved', () => {
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/checkout:7';
    const read = attributesOf(lambdaFunction, 'cloudformation', { Code: { ImageUri: image } });
    assert.deepEqual([read['packageType'], read['image']], ['Image', image]);
    assert.equal('packageType' in attributesOf(lambdaFunction, 'cloudformation', { Code: { ImageUri: unresolved('parameter') } }), false);
  });

  it('reads SAM functions', () => {
    const read = attributesOf(lambdaFunction, 'cloudformation', { CodeUri: 's3://artefacts/a.zip', DeadLetterQueue: { Type: 'SQS', TargetArn: queue }, FunctionUrlConfig: { AuthType: 'NONE' }, ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: '5' } }, { type: 'AWS::Serverless::Function' });
    assert.deepEqual([read['codeBucket'], read['deadLetterTarget'], read['hasUrl'], read['provisionedConcurrency'], read['packageType']], ['artefacts', queue, true, 5, 'Zip']);
  });

  it('reads destinations, URLs and provisioned concurrency that are declared apart', () => {
    assert.deepEqual(partAttributesOf(lambdaFunction, 'AWS::Lambda::EventInvokeConfig', { FunctionName: 'f', DestinationConfig: { OnFailure: { Destination: queue } } }), { destinations: [queue] });
    assert.deepEqual(partAttributesOf(lambdaFunction, 'aws_lambda_function_event_invoke_config', { function_name: 'f', destination_config: [{ on_failure: [{ destination: queue }] }] }), { destinations: [queue] });
    assert.deepEqual(partAttributesOf(lambdaFunction, 'aws_lambda_function_url', { function_name: 'f' }), { hasUrl: true });
    assert.deepEqual(partAttributesOf(lambdaFunction, 'aws_lambda_provisioned_concurrency_config', { function_name: 'f', provisioned_concurrent_executions: 5 }), { provisionedConcurrency: 5 });
  });

  it('links image, code, role, key, network and targets', () => {
    const attributes = { image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/checkout:7', codeBucket: 'artefacts', role: 'checkout', kmsKey: 'alias/env', subnets: ['subnet-1'], deadLetterTarget: queue, destinations: ['arn:aws:events:eu-west-1:123456789012:event-bus/shop'] };
    assert.deepEqual(referencesOf(lambdaFunction, attributes), [
      { edge: 'uses-image', to: 'arn:aws:ecr:eu-west-1:123456789012:repository/checkout', target: 'AWS::ECR::Repository' },
      { edge: 'deploys', from: 'artefacts', to: '⟦itself⟧', target: 'AWS::S3::Bucket' },
      { edge: 'uses-role', to: 'checkout', target: 'AWS::IAM::Role' },
      { edge: 'uses-key', to: 'alias/env', target: 'AWS::KMS::Alias' },
      { edge: 'attaches', to: 'subnet-1', target: 'AWS::EC2::Subnet' },
      { edge: 'writes', to: queue, target: 'AWS::SQS::Queue' },
      { edge: 'triggers', to: 'arn:aws:events:eu-west-1:123456789012:event-bus/shop' },
    ]);
  });
});
