import type { Json } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn, textIn } from '../sections.ts';
import { add, defined, getAtt, given, replace, sub, without, type Builder, type SamResource } from './builder.ts';
import { assumedBy } from './role.ts';
import { tagList } from './tag-list.ts';

const attributeTypes: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

/** A table with one key. Without capacity it is paid for by request. */
export function simpleTable(resource: SamResource, builder: Builder): void {
  const { properties } = resource;
  const key = objectIn(properties, 'PrimaryKey');
  const name = memberOf(key, 'Name') ?? 'id';
  const throughput = memberOf(properties, 'ProvisionedThroughput');
  replace(builder, resource, {
    type: 'AWS::DynamoDB::Table',
    properties: {
      ...without(properties, new Set(['PrimaryKey', 'Tags'])),
      AttributeDefinitions: [{ AttributeName: name, AttributeType: attributeTypes[textIn(key, 'Type') ?? 'String'] ?? 'S' }],
      KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
      ...(throughput === undefined ? { BillingMode: 'PAY_PER_REQUEST' } : {}),
      Tags: tagList(memberOf(properties, 'Tags')),
    },
  });
}

export function layerVersion(resource: SamResource, builder: Builder): void {
  const { properties, logicalId } = resource;
  const uri = memberOf(properties, 'ContentUri');
  const [, bucket, key] = typeof uri === 'string' ? (/^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? []) : [];
  const given = isObject(uri) ? defined({ S3Bucket: memberOf(uri, 'Bucket'), S3Key: memberOf(uri, 'Key') }) : undefined;
  const uploaded = { 'Fn::Unknown': 'the content is uploaded when the application is deployed' };
  replace(builder, resource, {
    type: 'AWS::Lambda::LayerVersion',
    properties: {
      ...without(properties, new Set(['ContentUri', 'RetentionPolicy', 'PublishLambdaVersion'])),
      LayerName: memberOf(properties, 'LayerName') ?? logicalId,
      Content: given ?? (bucket === undefined ? uploaded : { S3Bucket: bucket, S3Key: key ?? '' }),
    },
  });
}

/** A nested application: a local template, or one of the Serverless Application Repository, which is not read. */
export function application(resource: SamResource, builder: Builder): void {
  const { properties } = resource;
  const location = memberOf(properties, 'Location');
  const id = isObject(location) ? memberOf(location, 'ApplicationId') : undefined;
  const template: Json = id === undefined ? (location ?? null) : { 'Fn::Unknown': 'the template is in the Serverless Application Repository' };
  replace(builder, resource, {
    type: 'AWS::CloudFormation::Stack',
    properties: { ...without(properties, new Set(['Location', 'Tags'])), TemplateURL: template, ...(id === undefined ? {} : { ApplicationId: id }), Tags: tagList(memberOf(properties, 'Tags')) },
  });
}

export function capacityProvider(resource: SamResource, builder: Builder): void {
  const { logicalId, properties } = resource;
  const role = given(properties, 'OperatorRole', builder);
  const permissions = { CapacityProviderOperatorRoleArn: role ?? getAtt(`${logicalId}OperatorRole`, 'Arn') };
  if (role === undefined) {
    const managed = sub('arn:${AWS::Partition}:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator');
    add(builder, resource, { id: `${logicalId}OperatorRole`, type: 'AWS::IAM::Role', properties: { AssumeRolePolicyDocument: assumedBy('lambda.amazonaws.com'), ManagedPolicyArns: [managed] } });
  }
  replace(builder, resource, { type: 'AWS::Lambda::CapacityProvider', properties: { ...without(properties, new Set(['OperatorRole'])), PermissionsConfig: permissions, Tags: tagList(memberOf(properties, 'Tags')) } });
}
