import type { Reference } from '../model/fact.ts';
import { identifiersIn } from '../model/identifier.ts';
import { isMap, properties, type PropertyMap, type PropertyValue } from '../model/properties.ts';
import { document } from '../model/reading.ts';
import { hasSymbol, symbol } from '../model/symbol.ts';
import { plainUserData } from '../model/user-data.ts';
import { hostIn } from './hosts.ts';
import { maskNamed } from './secrets.ts';

/*
 * References that rest on conventions: an environment variable called ORDERS_TABLE holds the name of a table, the log group /aws/lambda/pay
 * belongs to the function pay, user data says which cluster an instance joins, the host in DATABASE_URL is what a record or an endpoint is
 * called. They bind where exactly one resource of that type has the name, in the same account and region.
 */

/** Types by the words of a variable's name; the first that fits. */
const hints: readonly (readonly [words: RegExp, type: string])[] = [
  [/(?:^|_)(?:delivery_stream|firehose)(?:_|$)/, 'AWS::KinesisFirehose::DeliveryStream'],
  [/(?:^|_)(?:state_machine|statemachine|step_function|sfn)(?:_|$)/, 'AWS::StepFunctions::StateMachine'],
  [/(?:^|_)(?:user_pool|userpool)(?:_|$)/, 'AWS::Cognito::UserPool'],
  [/(?:^|_)(?:log_group|loggroup)(?:_|$)/, 'AWS::Logs::LogGroup'],
  [/(?:^|_)(?:event_bus|eventbus|bus)(?:_|$)/, 'AWS::Events::EventBus'],
  [/(?:^|_)(?:tablename|table|ddb)(?:_|$)/, 'AWS::DynamoDB::Table'],
  [/(?:^|_)(?:bucketname|bucket)(?:_|$)/, 'AWS::S3::Bucket'],
  [/(?:^|_)(?:queuename|queue|sqs|dlq)(?:_|$)/, 'AWS::SQS::Queue'],
  [/(?:^|_)(?:topicname|topic|sns)(?:_|$)/, 'AWS::SNS::Topic'],
  [/(?:^|_)(?:kinesis|stream)(?:_|$)/, 'AWS::Kinesis::Stream'],
  [/(?:^|_)(?:function|lambda)(?:_|$)/, 'AWS::Lambda::Function'],
  [/(?:^|_)secret_(?:name|id)(?:_|$)/, 'AWS::SecretsManager::Secret'],
  [/(?:^|_)(?:ssm|parameter|param)(?:_|$)/, 'AWS::SSM::Parameter'],
  [/(?:^|_)(?:repository|ecr)(?:_|$)/, 'AWS::ECR::Repository'],
  [/(?:^|_)ecs_cluster(?:_|$)/, 'AWS::ECS::Cluster'],
];
/** Words after which the value is no name of a resource. */
const otherwise = /(?:^|_)(?:prefix|suffix|region|count|size|enabled?|ttl|type|key|path|index|limit|timeout|batch|interval|mode|format|version|days|max|min|password|token|schema|column|athena|glue|partition|group_id|url|class)(?:_|$)/;
const plainValue = /^[A-Za-z0-9][\w./-]{2,254}$|^\/[\w./-]{2,254}$/;
const common = new Set(['true', 'false', 'none', 'null', 'default', 'main', 'test', 'prod', 'production', 'dev', 'development', 'staging', 'local', 'localhost', 'public', 'private', 'primary', 'name', 'table', 'bucket', 'queue', 'topic', 'stream', 'function', 'events', 'data', 'logs']);

/** Members that hold environment variables, or what a connection of AWS Glue is made of, as maps or as lists of name and value. */
const environments = /^(?:variables|environment|environment_?variables?|runtime_?environment_?variables|connection_?properties)$/i;
const depthLimit = 20;

/** Names of other resources that conventions tell from a resource's properties. `id` is the resource's own fact id. */
export function conventionalReferences(type: string, raw: PropertyMap, id: string): Reference[] {
  const found: Reference[] = [];
  variables(raw, { path: '', inside: false, depth: 0 }, (name, value, path) => {
    const reference = named(name, value, path) ?? reached(value, path);
    if (reference !== undefined) found.push(reference);
  });
  found.push(...joinedClusters(raw));
  if (searchPolicies.has(type)) found.push(...collections(raw));
  if (type === 'AWS::Logs::LogGroup' || type === 'aws_cloudwatch_log_group') found.push(...logGroupOwner(raw, id));
  return found;
}

function named(variable: string, value: string, path: string): Reference | undefined {
  const words = variable.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toLowerCase();
  if (otherwise.test(words)) return undefined;
  const target = hints.find(([pattern]) => pattern.test(words))?.[1];
  if (target === undefined || hasSymbol(value)) return undefined;
  const text = target === 'AWS::S3::Bucket' ? value.replace(/^s3:\/\/([^/]+).*$/, '$1') : value;
  if (!plainValue.test(text) || /^\d+$/.test(text) || common.has(text.toLowerCase()) || identifiersIn(text).length > 0 || maskNamed(variable, text) !== text) return undefined;
  return { path, to: text, target, inferred: true };
}

/** Of a URL only the host is kept: what stands beside it may be a password. */
function reached(value: string, path: string): Reference | undefined {
  const host = hostIn(value);
  return host === undefined ? undefined : { path, to: host, inferred: true };
}

interface Place {
  readonly path: string;
  readonly inside: boolean;
  readonly depth: number;
}

function variables(value: PropertyValue, { path, inside, depth }: Place, visit: (name: string, value: string, path: string) => void): void {
  if (depth > depthLimit || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) variables(element as PropertyValue, { path: `${path}[]`, inside, depth: depth + 1 }, visit);
    return;
  }
  if (!isMap(value)) return;
  const name = value['Name'] ?? value['name'];
  const text = value['Value'] ?? value['value'];
  if (inside && typeof name === 'string' && typeof text === 'string') visit(name, text, `${path}.${'Value' in value ? 'Value' : 'value'}`);
  for (const [key, member] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (inside && typeof member === 'string') visit(key, member, at);
    if (key === 'container_definitions' && typeof member === 'string') {
      for (const container of document(properties(value), key)?.items('items[]') ?? []) variables({ environment: (container.json('environment') ?? []) as PropertyValue }, { path: at, inside: false, depth: depth + 1 }, visit);
    } else variables(member, { path: at, inside: environments.test(key), depth: depth + 1 }, visit);
  }
}

/** The ECS cluster that the agent of a container instance joins, as its user data says. */
function joinedClusters(raw: PropertyMap): Reference[] {
  return ['UserData', 'LaunchTemplateData.UserData', 'user_data', 'user_data_base64'].flatMap((path): Reference[] => {
    const name = /\bECS_CLUSTER=["']?([A-Za-z0-9][\w-]{0,254})/.exec(plainUserData(properties(raw).text(path)) ?? '')?.[1];
    return name === undefined ? [] : [{ path, to: name, target: 'AWS::ECS::Cluster', inferred: true }];
  });
}

/** Policies of OpenSearch Serverless say which collections they are for: collection/shop, index/shop/orders. */
const searchPolicies = new Set(['AWS::OpenSearchServerless::AccessPolicy', 'AWS::OpenSearchServerless::SecurityPolicy', 'AWS::OpenSearchServerless::LifecyclePolicy']);

function collections(raw: PropertyMap): Reference[] {
  const path = 'Policy' in raw ? 'Policy' : 'policy';
  const text = JSON.stringify(raw[path] ?? '').slice(0, 100_000);
  const names = Array.from(text.matchAll(/"(?:collection|index)\/([a-z][a-z0-9-]{2,31})(?=[/"\\])/g), ([, name = '']) => name);
  return [...new Set(names)].map((to) => ({ path, to, edge: 'attaches', target: 'AWS::OpenSearchServerless::Collection', inferred: true }));
}

/** Services name their log groups after what writes to them. */
const owners: readonly (readonly [RegExp, string])[] = [
  [/^\/aws\/lambda\/(?:[a-z0-9-]+\.)?([\w-]{1,140})$/, 'AWS::Lambda::Function'],
  [/^\/aws\/codebuild\/([\w-]{1,255})$/, 'AWS::CodeBuild::Project'],
  [/^\/aws\/eks\/([\w-]{1,100})\/cluster$/, 'AWS::EKS::Cluster'],
  [/^\/aws\/rds\/cluster\/([\w-]{1,63})\/[\w-]+$/, 'AWS::RDS::DBCluster'],
  [/^\/aws\/rds\/instance\/([\w-]{1,63})\/[\w-]+$/, 'AWS::RDS::DBInstance'],
];

function logGroupOwner(raw: PropertyMap, id: string): Reference[] {
  const path = ['LogGroupName', 'logGroupName'].find((member) => member in raw) ?? 'name';
  const name = properties(raw).text(path) ?? '';
  return owners.flatMap(([pattern, target]): Reference[] => {
    const owner = hasSymbol(name) ? undefined : pattern.exec(name)?.[1];
    return owner === undefined ? [] : [{ path, from: owner, to: symbol(id), edge: 'writes', target, inferred: true }];
  });
}
