import type { Json, JsonObject } from '../../../../model/json.ts';
import { isObject, listOf, memberOf, objectIn, textIn } from '../sections.ts';
import { add, defined, getAtt, patch, ref, refIn, sub, without, type Builder } from './builder.ts';
import { permit, type Event, type EventSource } from './event-source.ts';
import { assumedBy } from './role.ts';

export const bucket: EventSource = (event, builder) => {
  const { properties, target } = event;
  permit(event, builder, { principal: 's3.amazonaws.com' });
  const notifications = listOf(memberOf(properties, 'Events')).map((name) => defined({ Event: name, Filter: memberOf(properties, 'Filter'), Function: target.arn }));
  patch(builder, refIn(memberOf(properties, 'Bucket')), {
    type: 'AWS::S3::Bucket',
    with: (own) => {
      const configuration = objectIn(own, 'NotificationConfiguration');
      return { ...own, NotificationConfiguration: { ...configuration, LambdaConfigurations: [...listOf(memberOf(configuration, 'LambdaConfigurations')), ...notifications] } };
    },
  });
};

/** A subscription of the function itself, or of a queue that it then polls. */
export const topic: EventSource = (event, builder) => {
  const { id, properties, target } = event;
  const subscription = memberOf(properties, 'SqsSubscription');
  const arn = memberOf(properties, 'Topic');
  const queue = isObject(subscription) || subscription === true ? queueFor(event, builder, isObject(subscription) ? subscription : {}) : undefined;
  add(builder, target.owner, {
    id,
    type: 'AWS::SNS::Subscription',
    properties: defined({ ...without(properties, new Set(['Topic', 'SqsSubscription'])), TopicArn: arn, Protocol: queue === undefined ? 'lambda' : 'sqs', Endpoint: queue ?? target.arn }),
  });
  if (queue === undefined) permit(event, builder, { principal: 'sns.amazonaws.com', source: arn });
};

function queueFor({ id, target }: Event, builder: Builder, given: JsonObject): Json {
  const arn = memberOf(given, 'QueueArn') ?? getAtt(`${id}Queue`, 'Arn');
  if (memberOf(given, 'QueueArn') === undefined) add(builder, target.owner, { id: `${id}Queue`, type: 'AWS::SQS::Queue', properties: {} });
  add(builder, target.owner, {
    id: `${id}EventSourceMapping`,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: defined({ FunctionName: target.name, EventSourceArn: arn, BatchSize: memberOf(given, 'BatchSize') ?? 10, Enabled: memberOf(given, 'Enabled') ?? true }),
  });
  return arn;
}

/** A rule, and what lets it reach its target: a permission for a function, a role for a state machine. */
function rule(event: Event, builder: Builder, properties: JsonObject): void {
  const { id, properties: given, target } = event;
  const state = memberOf(given, 'Enabled');
  add(builder, target.owner, {
    id,
    type: 'AWS::Events::Rule',
    properties: defined({
      Name: memberOf(given, 'Name') ?? memberOf(given, 'RuleName'),
      Description: memberOf(given, 'Description'),
      State: memberOf(given, 'State') ?? (state === undefined ? undefined : state === false ? 'DISABLED' : 'ENABLED'),
      ...properties,
      Targets: [defined({ ...targetOptions(event, builder), Id: `${id}Target`, Arn: target.arn, RoleArn: target.starts ? (memberOf(given, 'RoleArn') ?? startRole(event, builder, 'events.amazonaws.com')) : undefined })],
    }),
  });
  if (!target.starts) permit(event, builder, { principal: 'events.amazonaws.com', source: getAtt(id, 'Arn') });
}

function targetOptions({ id, properties, target }: Event, builder: Builder): JsonObject {
  const options = Object.fromEntries(['Input', 'InputPath', 'InputTransformer', 'DeadLetterConfig', 'RetryPolicy'].map((name) => [name, memberOf(properties, name)]));
  const letters = objectIn(properties, 'DeadLetterConfig');
  if (memberOf(letters, 'Type') !== 'SQS') return defined(options);
  const queue = textIn(letters, 'QueueLogicalId') ?? `${id}Queue`;
  add(builder, target.owner, { id: queue, type: 'AWS::SQS::Queue', properties: {} });
  return defined({ ...options, DeadLetterConfig: { Arn: getAtt(queue, 'Arn') } });
}

/** The role that a service starts the target through. */
export function startRole({ id, target }: Event, builder: Builder, service: string): Json {
  const action = target.starts ? 'states:StartExecution' : 'lambda:InvokeFunction';
  const document = { Statement: [{ Effect: 'Allow', Action: action, Resource: target.arn }] };
  add(builder, target.owner, {
    id: `${id}Role`,
    type: 'AWS::IAM::Role',
    properties: { AssumeRolePolicyDocument: assumedBy(service), Policies: [{ PolicyName: `${id}Policy`, PolicyDocument: document }] },
  });
  return getAtt(`${id}Role`, 'Arn');
}

export const schedule: EventSource = (event, builder) => rule(event, builder, { ScheduleExpression: memberOf(event.properties, 'Schedule') ?? null });

export const pattern: EventSource = (event, builder) => {
  const { properties } = event;
  rule(event, builder, defined({ EventPattern: memberOf(properties, 'Pattern'), EventBusName: memberOf(properties, 'EventBusName') }));
};

export const scheduler: EventSource = (event, builder) => {
  const { id, properties, target } = event;
  const role = memberOf(properties, 'RoleArn') ?? startRole(event, builder, 'scheduler.amazonaws.com');
  add(builder, target.owner, {
    id,
    type: 'AWS::Scheduler::Schedule',
    properties: defined({
      ...without(properties, new Set(['Input', 'DeadLetterConfig', 'RetryPolicy', 'RoleArn', 'PermissionsBoundary', 'OmitName'])),
      FlexibleTimeWindow: memberOf(properties, 'FlexibleTimeWindow') ?? { Mode: 'OFF' },
      Target: defined({ ...targetOptions(event, builder), Arn: target.arn, RoleArn: role }),
    }),
  });
};

export const logs: EventSource = (event, builder) => {
  const { id, properties, target } = event;
  const group = memberOf(properties, 'LogGroupName') ?? null;
  permit(event, builder, { principal: 'logs.amazonaws.com', source: sub('arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*', { __LogGroupName__: group }) });
  add(builder, target.owner, { id, type: 'AWS::Logs::SubscriptionFilter', properties: defined({ LogGroupName: group, FilterPattern: memberOf(properties, 'FilterPattern'), DestinationArn: target.arn }) });
};

export const topicRule: EventSource = (event, builder) => {
  const { id, properties, target } = event;
  permit(event, builder, { principal: 'iot.amazonaws.com', source: sub('arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}', { RuleName: ref(id) }) });
  const payload = defined({ Sql: memberOf(properties, 'Sql'), AwsIotSqlVersion: memberOf(properties, 'AwsIotSqlVersion'), Actions: [{ Lambda: { FunctionArn: target.arn } }] });
  add(builder, target.owner, { id, type: 'AWS::IoT::TopicRule', properties: { TopicRulePayload: payload } });
};

export const alexa: EventSource = (event, builder) => permit(event, builder, { principal: 'alexa-appkit.amazon.com' });

export const userPool: EventSource = (event, builder) => {
  const { properties, target } = event;
  const pool = refIn(memberOf(properties, 'UserPool'));
  permit(event, builder, { principal: 'cognito-idp.amazonaws.com', source: pool === undefined ? undefined : getAtt(pool, 'Arn'), id: `${target.owner.logicalId}Cognito` });
  const triggers = Object.fromEntries(listOf(memberOf(properties, 'Trigger')).flatMap((name) => (typeof name === 'string' ? [[name, target.arn]] : [])));
  patch(builder, pool, { type: 'AWS::Cognito::UserPool', with: (own) => ({ ...own, LambdaConfig: { ...objectIn(own, 'LambdaConfig'), ...triggers } }) });
};
