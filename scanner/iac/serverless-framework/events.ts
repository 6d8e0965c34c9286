import type { Json, JsonObject } from '../../../model/json.ts';
import { isObject, listOf, memberOf, objectIn, textIn } from '../cloudformation/sections.ts';
import { defined, ref } from '../cloudformation/sam/builder.ts';

/** An event of a function in the words of SAM, and the resources that the framework adds for it. */
export interface ReadEvent {
  readonly event: JsonObject;
  readonly resources?: readonly (readonly [id: string, body: JsonObject])[];
}

type Reader = (settings: Json) => ReadEvent;

const made = (type: string, properties: { readonly [key: string]: Json | undefined }): ReadEvent => ({ event: { Type: type, Properties: defined(properties) } });
const asObject = (settings: Json): JsonObject => (isObject(settings) ? settings : {});
const isOneOf = (settings: Json, ...names: readonly string[]): Json | undefined => (isObject(settings) ? names.map((name) => memberOf(settings, name)).find((value) => value !== undefined) : settings);

/** Resource names as the framework makes them of what people write: my-topic → MydashtopicTopic and the like; here the letters and digits are kept. */
export const idOf = (text: string): string => text.replaceAll('-', 'Dash').replaceAll('_', 'Underscore').replace(/[^A-Za-z0-9]/g, '').replace(/^./, (first) => first.toUpperCase());

function route(settings: Json): { readonly Method: string; readonly Path: string } {
  const [, method, path] = typeof settings === 'string' ? (/^\s*(\S+)\s+(\S+)\s*$/.exec(settings) ?? ['', 'any', '$default']) : ['', textIn(asObject(settings), 'method') ?? 'any', textIn(asObject(settings), 'path') ?? '$default'];
  const at = path ?? '$default';
  return { Method: (method ?? 'any').replace('*', 'any'), Path: at.startsWith('/') || at.startsWith('$') ? at : `/${at}` };
}

const http: Reader = (settings) => ({ ...made('Api', { ...route(settings), RestApiId: ref('ApiGatewayRestApi') }), resources: [['ApiGatewayRestApi', { Type: 'AWS::Serverless::Api', Properties: { StageName: 'stage' } }]] });
const httpApi: Reader = (settings) => ({ ...made('HttpApi', { ...route(settings), ApiId: ref('HttpApi') }), resources: [['HttpApi', { Type: 'AWS::Serverless::HttpApi', Properties: {} }]] });

const stream: Reader = (settings) => {
  const arn = isOneOf(settings, 'arn');
  const type = textIn(asObject(settings), 'type') ?? (JSON.stringify(arn ?? '').includes('kinesis') ? 'kinesis' : 'dynamodb');
  return made(type === 'kinesis' ? 'Kinesis' : 'DynamoDB', { Stream: arn, StartingPosition: 'TRIM_HORIZON' });
};

/** A name makes a topic; an ARN or reference is one that exists. */
const sns: Reader = (settings) => {
  const topic = isOneOf(settings, 'arn', 'topicName', 'Ref') ?? null;
  if (isObject(settings) && memberOf(settings, 'Ref') !== undefined) return made('SNS', { Topic: settings });
  if (typeof topic !== 'string' || topic.startsWith('arn:')) return made('SNS', { Topic: topic });
  const id = `SNSTopic${idOf(topic)}`;
  return { ...made('SNS', { Topic: ref(id) }), resources: [[id, { Type: 'AWS::SNS::Topic', Properties: { TopicName: topic } }]] };
};

/** The framework makes the bucket, unless it is said to exist. */
const s3: Reader = (settings) => {
  const bucket = isOneOf(settings, 'bucket') ?? null;
  const own = asObject(settings);
  if (typeof bucket !== 'string' || memberOf(own, 'existing') === true) return made('S3', { Bucket: bucket, Events: listOf(memberOf(own, 'event') ?? 's3:ObjectCreated:*') });
  const id = `S3Bucket${idOf(bucket)}`;
  return { ...made('S3', { Bucket: ref(id), Events: listOf(memberOf(own, 'event') ?? 's3:ObjectCreated:*') }), resources: [[id, { Type: 'AWS::S3::Bucket', Properties: { BucketName: bucket } }]] };
};

const eventBridge: Reader = (settings) => {
  const own = asObject(settings);
  const schedule = memberOf(own, 'schedule');
  if (schedule !== undefined) return made('Schedule', { Schedule: schedule });
  return made('EventBridgeRule', { Pattern: memberOf(own, 'pattern'), EventBusName: memberOf(own, 'eventBus') });
};

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['http', http], ['httpApi', httpApi], ['stream', stream], ['sns', sns], ['s3', s3], ['eventBridge', eventBridge],
  ['sqs', (settings) => made('SQS', { Queue: isOneOf(settings, 'arn') })],
  ['msk', (settings) => made('MSK', { Stream: isOneOf(settings, 'arn'), Topics: listOf(memberOf(asObject(settings), 'topic')), StartingPosition: 'TRIM_HORIZON' })],
  ['activemq', (settings) => made('MQ', { Broker: isOneOf(settings, 'arn'), Queues: listOf(memberOf(asObject(settings), 'queue')) })],
  ['rabbitmq', (settings) => made('MQ', { Broker: isOneOf(settings, 'arn'), Queues: listOf(memberOf(asObject(settings), 'queue')) })],
  ['schedule', (settings) => made('Schedule', { Schedule: listOf(isOneOf(settings, 'rate'))[0], Enabled: memberOf(asObject(settings), 'enabled') })],
  ['cloudwatchEvent', (settings) => made('CloudWatchEvent', { Pattern: objectIn(asObject(settings), 'event') })],
  ['cloudwatchLog', (settings) => made('CloudWatchLogs', { LogGroupName: isOneOf(settings, 'logGroup'), FilterPattern: memberOf(asObject(settings), 'filter') ?? '' })],
  ['iot', (settings) => made('IoTRule', { Sql: isOneOf(settings, 'sql') })],
  ['alexaSkill', () => made('AlexaSkill', {})],
]);

/** An event that is not known keeps its type, so that whoever reads the function says that it is not read. */
export function readEvent(event: Json): ReadEvent | undefined {
  const [type, settings] = typeof event === 'string' ? [event, null] : (Object.entries(asObject(event))[0] ?? []);
  if (type === undefined) return undefined;
  return readers.get(type)?.(settings ?? null) ?? { event: { Type: type, Properties: {} } };
}
