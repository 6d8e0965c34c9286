import type { Json } from '../../../../model/json.ts';
import { isObject, objectIn, textIn } from '../sections.ts';
import type { Builder } from './builder.ts';
import { httpRoute, restRoute } from './api-events.ts';
import type { EventSource, Target } from './event-source.ts';
import { pulled } from './pull-events.ts';
import { alexa, bucket, logs, pattern, schedule, scheduler, topic, topicRule, userPool } from './push-events.ts';

/** How each type of event reaches a function. */
const sources: ReadonlyMap<string, EventSource> = new Map([
  ...['SQS', 'Kinesis', 'DynamoDB', 'MSK', 'MQ', 'SelfManagedKafka', 'DocumentDB'].map((type) => [type, pulled] as const),
  ['S3', bucket],
  ['SNS', topic],
  ['Schedule', schedule],
  ['ScheduleV2', scheduler],
  ['CloudWatchEvent', pattern],
  ['EventBridgeRule', pattern],
  ['CloudWatchLogs', logs],
  ['IoTRule', topicRule],
  ['AlexaSkill', alexa],
  ['Cognito', userPool],
  ['Api', restRoute],
  ['HttpApi', httpRoute],
]);

/** The Events property of a function or state machine. A type that is not known is told, not dropped. */
export function functionEvents(target: Target, builder: Builder): void {
  for (const [name, event] of Object.entries(objectIn(target.owner.properties, 'Events'))) {
    const type = isObject(event) ? textIn(event, 'Type') : undefined;
    const source = type === undefined ? undefined : sources.get(type);
    if (source) source({ id: `${target.owner.logicalId}${name}`, properties: objectIn(event as { readonly [key: string]: Json }, 'Properties'), target }, builder);
    else report({ name, type }, target, builder);
  }
}

function report({ name, type }: { name: string; type: string | undefined }, { owner }: Target, { scope }: Builder): void {
  const what = type === undefined ? 'has no type' : `is of the type ${type.slice(0, 80)}, which is not known`;
  scope.note({ reason: 'unsupported', asked: `what triggers ${owner.logicalId.slice(0, 120)}`, message: `The event ${name.slice(0, 120)} ${what}`, line: owner.raw.line });
}
