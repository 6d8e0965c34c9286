import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, identifierIn, inbound, usesImages, usesKeys, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, is, isSet, setOf, union } from '../reading.ts';

export const lambdaFunction = kind({
  id: 'lambda-function',
  title: 'Lambda function',
  traits: ['compute'],
  names: { cloudformation: 'AWS::Lambda::Function', also: ['AWS::Serverless::Function'], terraform: ['aws_lambda_function'] },
  arn: 'arn:{partition}:lambda:{region}:{account}:function:{name}',
  name: { cloudformation: 'FunctionName', terraform: 'function_name' },
  attributes: z.object({
    packageType: z.string().describe('Zip or Image'),
    runtime: z.string().describe('Runtime identifier: nodejs22.x, python3.13 …; missing for container images'),
    architectures: z.array(z.string()).describe('Instruction set, as a list of one: x86_64 or arm64'),
    image: z.string().describe('Container image: URI, with symbols'),
    codeBucket: z.string().describe('Bucket that the deployment package is taken from, which must be in the function’s region'),
    layers: z.array(z.string()).describe('Layer versions: ARNs or symbols'),
    role: z.string().describe('Execution role: ARN or symbol'),
    kmsKey: z.string().describe('Key that environment variables are encrypted with'),
    environmentNames: z.array(z.string()).describe('Names of environment variables; values are not kept'),
    subnets: z.array(z.string()).describe('Subnets that it runs in'),
    securityGroups: z.array(z.string()).describe('Security groups'),
    fileSystems: z.array(z.string()).describe('EFS access points that it mounts: ARNs or symbols'),
    deadLetterTarget: z.string().describe('Queue or topic for events that fail: ARN or symbol'),
    destinations: z.array(z.string()).describe('Destinations of asynchronous results: ARNs or symbols'),
    reservedConcurrency: z.number().describe('Reserved concurrent executions; -1 where none are reserved'),
    provisionedConcurrency: z.number().describe('Provisioned concurrent executions of its versions and aliases'),
    snapStart: z.boolean().describe('SnapStart is on'),
    durable: z.boolean().describe('Durable execution is on: its executions live in the region'),
    capacityProvider: z.string().describe('Capacity provider of Lambda Managed Instances that runs it'),
    logGroup: z.string().describe('Log group, where it is not the default one'),
    hasUrl: z.boolean().describe('It has a function URL, whose host is regional'),
  }),
  read: {
    cloudformation: (from, { type }) => ({
      runtime: from.text('Runtime'),
      architectures: from.texts('Architectures[]', ['x86_64']),
      layers: setOf(from.texts('Layers[]', [])),
      role: filled(from.text('Role')),
      kmsKey: filled(from.text('KmsKeyArn')),
      environmentNames: namesIn(from, 'Environment.Variables'),
      subnets: setOf(from.texts('VpcConfig.SubnetIds[]', [])),
      securityGroups: setOf(from.texts('VpcConfig.SecurityGroupIds[]', [])),
      fileSystems: setOf(from.texts('FileSystemConfigs[].Arn', [])),
      reservedConcurrency: from.count('ReservedConcurrentExecutions', -1),
      ...(type === 'AWS::Serverless::Function' ? serverless(from) : managed(from)),
    }),
    terraform: (from) => ({
      packageType: filled(from.text('package_type', 'Zip')),
      runtime: filled(from.text('runtime')),
      architectures: from.texts('architectures[]', ['x86_64']),
      image: filled(from.text('image_uri')),
      codeBucket: filled(from.text('s3_bucket')),
      layers: setOf(from.texts('layers[]', [])),
      role: filled(from.text('role')),
      kmsKey: filled(from.text('kms_key_arn')),
      environmentNames: namesIn(from, 'environment.variables'),
      subnets: setOf(from.texts('vpc_config.subnet_ids[]', [])),
      securityGroups: setOf(from.texts('vpc_config.security_group_ids[]', [])),
      fileSystems: setOf(from.texts('file_system_config[].arn', [])),
      deadLetterTarget: filled(from.text('dead_letter_config.target_arn')),
      reservedConcurrency: from.count('reserved_concurrent_executions', -1),
      snapStart: is(from.text('snap_start.apply_on', 'None'), 'PublishedVersions'),
      logGroup: filled(from.text('logging_config.log_group')),
    }),
    describe: (from, { name }) => ({
      packageType: from.text('PackageType', 'Zip'),
      runtime: from.text('Runtime'),
      architectures: from.texts('Architectures[]', ['x86_64']),
      image: filled(from.text('Code.ImageUri')),
      layers: setOf(from.texts('Layers[].Arn', [])),
      role: filled(from.text('Role')),
      kmsKey: filled(from.text('KMSKeyArn')),
      environmentNames: namesIn(from, 'Environment.Variables'),
      subnets: setOf(from.texts('VpcConfig.SubnetIds[]', [])),
      securityGroups: setOf(from.texts('VpcConfig.SecurityGroupIds[]', [])),
      fileSystems: setOf(from.texts('FileSystemConfigs[].Arn', [])),
      deadLetterTarget: filled(from.text('DeadLetterConfig.TargetArn')),
      destinations: union(
        from.texts('FunctionEventInvokeConfigs[].DestinationConfig.OnSuccess.Destination', []),
        from.texts('FunctionEventInvokeConfigs[].DestinationConfig.OnFailure.Destination', []),
      ),
      reservedConcurrency: from.count('Concurrency.ReservedConcurrentExecutions', -1),
      provisionedConcurrency: total(from.items('ProvisionedConcurrencyConfigs[]')?.map((each) => each.count('RequestedProvisionedConcurrentExecutions'))),
      snapStart: is(from.text('SnapStart.ApplyOn', 'None'), 'PublishedVersions'),
      durable: from.has('DurableConfig'),
      capacityProvider: from.text('CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn'),
      logGroup: from.text('LoggingConfig.LogGroup') === `/aws/lambda/${name}` ? undefined : filled(from.text('LoggingConfig.LogGroup')),
      hasUrl: from.has('FunctionUrlConfigs'),
    }),
  },
  parts: {
    'AWS::Lambda::EventInvokeConfig': { of: 'FunctionName', read: (from) => ({ destinations: union(from.texts('DestinationConfig.OnSuccess.Destination', []), from.texts('DestinationConfig.OnFailure.Destination', [])) }) },
    'AWS::Lambda::Url': { of: 'TargetFunctionArn', read: () => ({ hasUrl: true }) },
    aws_lambda_function_event_invoke_config: {
      of: 'function_name',
      read: (from) => ({ destinations: union(from.texts('destination_config.on_success.destination', []), from.texts('destination_config.on_failure.destination', [])) }),
      absent: { destinations: [] },
    },
    aws_lambda_function_url: { of: 'function_name', read: () => ({ hasUrl: true }), absent: { hasUrl: false } },
    aws_lambda_provisioned_concurrency_config: {
      of: 'function_name',
      read: (from) => ({ provisionedConcurrency: from.count('provisioned_concurrent_executions') }),
      absent: { provisionedConcurrency: 0 },
    },
  },
  references: ({ image, codeBucket, layers, role, kmsKey, subnets, securityGroups, fileSystems, deadLetterTarget, destinations, logGroup }) => [
    ...usesImages([image]),
    ...inbound('deploys', codeBucket, 'AWS::S3::Bucket'),
    ...edges('refers', layers, 'AWS::Lambda::LayerVersion'),
    ...usesRoles(role),
    ...usesKeys(kmsKey),
    ...attachesTo({ subnets, securityGroups }),
    ...edges('writes', fileSystems, 'AWS::EFS::AccessPoint'),
    ...edges('writes', deadLetterTarget, 'AWS::SQS::Queue'),
    ...edges('triggers', destinations?.map(identifierIn)),
    ...edges('writes', logGroup, 'AWS::Logs::LogGroup'),
  ],
});

function managed(from: Properties) {
  return {
    packageType: packageType(from, 'Code.ImageUri'),
    image: from.text('Code.ImageUri'),
    codeBucket: from.text('Code.S3Bucket'),
    deadLetterTarget: from.text('DeadLetterConfig.TargetArn'),
    snapStart: is(from.text('SnapStart.ApplyOn', 'None'), 'PublishedVersions'),
    durable: from.has('DurableConfig'),
    capacityProvider: from.text('CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.CapacityProviderArn'),
    logGroup: from.text('LoggingConfig.LogGroup'),
  };
}

function serverless(from: Properties) {
  return {
    packageType: packageType(from, 'ImageUri'),
    image: from.text('ImageUri'),
    codeBucket: from.text('CodeUri.Bucket') ?? bucketOfUri(from.text('CodeUri')),
    deadLetterTarget: from.text('DeadLetterQueue.TargetArn'),
    destinations: union(from.texts('EventInvokeConfig.DestinationConfig.OnSuccess.Destination', []), from.texts('EventInvokeConfig.DestinationConfig.OnFailure.Destination', [])),
    provisionedConcurrency: from.count('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions', 0),
    hasUrl: from.has('FunctionUrlConfig'),
  };
}

/** An image's package type need not be said: the image says it. */
function packageType(from: Properties, image: string): string | undefined {
  if (isSet(from, 'PackageType') !== false) return from.text('PackageType');
  const isImage = isSet(from, image);
  return isImage === undefined ? undefined : isImage ? 'Image' : 'Zip';
}

const bucketOfUri = (uri: string | undefined): string | undefined => /^s3:\/\/([^/]+)\//.exec(uri ?? '')?.[1];

/** Names of a map's members; not told as soon as one of the values is not. */
function namesIn(from: Properties, path: string): string[] | undefined {
  if (from.has(path) === false) return [];
  const map = from.json(path);
  return typeof map === 'object' && map !== null && !Array.isArray(map) ? setOf(Object.keys(map)) : undefined;
}

/** The sum, where every part of it is told. */
const total = (counts: readonly (number | undefined)[] | undefined): number | undefined =>
  counts?.reduce((sum: number | undefined, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0);
