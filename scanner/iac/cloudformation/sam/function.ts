import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, textIn } from '../sections.ts';
import { aliasOf, invokeConfiguration, url } from './function-parts.ts';
import { functionEvents } from './events.ts';
import { getAtt, given, ref, replace, without, type Builder, type SamResource } from './builder.ts';
import { addRole } from './role.ts';
import { tagList } from './tag-list.ts';

/** Properties of AWS::Serverless::Function that AWS::Lambda::Function does not have, or has in another form. */
const own = new Set([
  'CodeUri', 'InlineCode', 'ImageUri', 'SourceKMSKeyArn', 'Policies', 'Role', 'RolePath', 'PermissionsBoundary', 'AssumeRolePolicyDocument', 'Events', 'Tags', 'Tracing', 'DeadLetterQueue',
  'AutoPublishAlias', 'AutoPublishAliasAllProperties', 'AutoPublishCodeSha256', 'VersionDescription', 'VersionDeletionPolicy', 'DeploymentPreference',
  'ProvisionedConcurrencyConfig', 'EventInvokeConfig', 'FunctionUrlConfig', 'PropagateTags', 'PublishToLatestPublished', 'FunctionScalingConfig',
]);

/** AWS::Serverless::Function as the Lambda function, role, alias, URL and event sources that it stands for. */
export function serverlessFunction(resource: SamResource, builder: Builder): void {
  const { logicalId, properties } = resource;
  const role = given(properties, 'Role', builder);
  if (role === undefined) addRole(resource, builder, { service: 'lambda.amazonaws.com', managed: basics(properties) });
  const tracing = memberOf(properties, 'Tracing');
  const deadLetters = memberOf(properties, 'DeadLetterQueue');
  replace(builder, resource, {
    type: 'AWS::Lambda::Function',
    properties: {
      ...without(properties, own),
      Code: codeOf(properties),
      ...localCode(properties),
      Role: role ?? getAtt(`${logicalId}Role`, 'Arn'),
      ...(tracing === undefined ? {} : { TracingConfig: { Mode: tracing } }),
      ...(isObject(deadLetters) ? { DeadLetterConfig: { TargetArn: memberOf(deadLetters, 'TargetArn') ?? null } } : {}),
      Tags: tagList(memberOf(properties, 'Tags')),
    },
  });
  const alias = aliasOf(resource, builder);
  url(resource, builder, alias);
  invokeConfiguration(resource, builder, alias);
  const name = alias === undefined ? ref(logicalId) : ref(alias);
  functionEvents({ owner: resource, name, arn: alias === undefined ? getAtt(logicalId, 'Arn') : ref(alias), uriName: alias ?? `${logicalId}.Arn` }, builder);
}

/** Where the code is. What `sam deploy` uploads from this machine has no place in the template. */
function codeOf(properties: JsonObject): Json {
  const [uri, inline, image] = ['CodeUri', 'InlineCode', 'ImageUri'].map((name) => memberOf(properties, name));
  if (inline !== undefined) return { ZipFile: inline };
  if (image !== undefined) return { ImageUri: image };
  if (isObject(uri) && memberOf(uri, 'Bucket') !== undefined) {
    return { S3Bucket: memberOf(uri, 'Bucket') ?? null, S3Key: memberOf(uri, 'Key') ?? null };
  }
  const [, bucket, key] = typeof uri === 'string' ? (/^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? []) : [];
  if (bucket !== undefined && key !== undefined) return { S3Bucket: bucket, S3Key: key };
  return { 'Fn::Unknown': 'the code is uploaded when the application is deployed' };
}

/** Folder or file that `sam deploy` uploads, for who wants to know which code the function runs. */
function localCode(properties: JsonObject): JsonObject {
  const [uri, inline, image] = ['CodeUri', 'InlineCode', 'ImageUri'].map((name) => memberOf(properties, name));
  const elsewhere = inline !== undefined || image !== undefined || (typeof uri === 'string' && uri.startsWith('s3://')) || (isObject(uri) && memberOf(uri, 'Bucket') !== undefined);
  return elsewhere ? {} : { CodeUri: uri ?? '.' };
}

/** Managed policies that the transform gives every role of a function that needs them. */
function basics(properties: JsonObject): string[] {
  const names = ['service-role/AWSLambdaBasicExecutionRole'];
  if (memberOf(properties, 'VpcConfig') !== undefined) names.push('service-role/AWSLambdaVPCAccessExecutionRole');
  if (textIn(properties, 'Tracing') === 'Active') names.push('AWSXRayDaemonWriteAccess');
  return names;
}
