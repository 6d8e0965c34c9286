import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, memberOf, objectIn } from '../sections.ts';
import { add, defined, getAtt, replace, sub, without, type Builder, type SamResource } from './builder.ts';
import { assumedBy } from './role.ts';
import { tagList } from './tag-list.ts';

const own = new Set(['Auth', 'SchemaInline', 'SchemaUri', 'ApiKeys', 'DataSources', 'Functions', 'Resolvers', 'DomainName', 'Cache', 'Logging', 'Tags']);

/** AWS::Serverless::GraphQLApi as the AppSync API with its schema, keys, data sources, functions and resolvers. */
export function graphQlApi(resource: SamResource, builder: Builder): void {
  const { logicalId, properties } = resource;
  const api = getAtt(logicalId, 'ApiId');
  const auth = objectIn(properties, 'Auth');
  replace(builder, resource, {
    type: 'AWS::AppSync::GraphQLApi',
    properties: defined({ ...without(properties, own), ...without(auth, new Set(['Type', 'Additional'])), AuthenticationType: memberOf(auth, 'Type'), AdditionalAuthenticationProviders: memberOf(auth, 'Additional'), Tags: tagList(memberOf(properties, 'Tags')) }),
  });
  add(builder, resource, { id: `${logicalId}Schema`, type: 'AWS::AppSync::GraphQLSchema', properties: { ApiId: api } });
  for (const [name, key] of members(objectIn(properties, 'ApiKeys'))) add(builder, resource, { id: `${logicalId}${name}`, type: 'AWS::AppSync::ApiKey', properties: { ...key, ApiId: api } });
  for (const [name, source] of members(objectIn(objectIn(properties, 'DataSources'), 'DynamoDb'))) {
    const { arn, config } = table(source);
    dataSource(resource, builder, { id: `${logicalId}${name}DynamoDBDataSource`, source, actions: tableActions, reaches: arn, properties: { Name: name, Type: 'AMAZON_DYNAMODB', DynamoDBConfig: config } });
  }
  for (const [name, source] of members(objectIn(objectIn(properties, 'DataSources'), 'Lambda'))) {
    const arn = memberOf(source, 'FunctionArn') ?? null;
    dataSource(resource, builder, { id: `${logicalId}${name}LambdaDataSource`, source, actions: ['lambda:InvokeFunction'], reaches: arn, properties: { Name: name, Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: arn } } });
  }
  for (const [name, code] of members(objectIn(properties, 'Functions'))) {
    if (memberOf(code, 'Id') === undefined) add(builder, resource, { id: `${logicalId}${name}`, type: 'AWS::AppSync::FunctionConfiguration', properties: { ...code, ApiId: api } });
  }
  for (const [type, fields] of members(objectIn(properties, 'Resolvers'))) {
    for (const [field, resolver] of members(fields)) add(builder, resource, { id: `${logicalId}${type}${field}`, type: 'AWS::AppSync::Resolver', properties: { FieldName: field, ...resolver, TypeName: type, ApiId: api } });
  }
}

const tableActions = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'].map((action) => `dynamodb:${action}`);

const members = (map: JsonObject): [string, JsonObject][] => Object.entries(map).map(([name, member]) => [name, isObject(member) ? member : {}]);

function table(source: JsonObject): { arn: Json; config: JsonObject } {
  const arn = memberOf(source, 'TableArn') ?? sub('arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Name}', { Name: memberOf(source, 'TableName') ?? null });
  return { arn, config: defined({ TableName: memberOf(source, 'TableName'), AwsRegion: memberOf(source, 'Region') ?? { Ref: 'AWS::Region' } }) };
}

/** A data source, with the role that lets AppSync reach what is behind it. */
function dataSource(resource: SamResource, builder: Builder, made: { id: string; source: JsonObject; actions: string[]; reaches: Json; properties: JsonObject }): void {
  const role = memberOf(made.source, 'ServiceRoleArn');
  add(builder, resource, { id: made.id, type: 'AWS::AppSync::DataSource', properties: { ...made.properties, ApiId: getAtt(resource.logicalId, 'ApiId'), ServiceRoleArn: role ?? getAtt(`${made.id}Role`, 'Arn') } });
  if (role !== undefined) return;
  const document = { Statement: [{ Effect: 'Allow', Action: made.actions, Resource: made.reaches }] };
  add(builder, resource, { id: `${made.id}Role`, type: 'AWS::IAM::Role', properties: { AssumeRolePolicyDocument: assumedBy('appsync.amazonaws.com'), Policies: [{ PolicyName: 'Access', PolicyDocument: document }] } });
}
