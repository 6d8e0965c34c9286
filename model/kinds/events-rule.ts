import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound, usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { document, filled, is, isSet, setOf, told } from '../reading.ts';

const ruleTarget = z.object({
  arn: z.string().optional().describe('What is invoked: ARN or symbol'),
  role: z.string().optional().describe('Role that the target is invoked with'),
  taskDefinition: z.string().optional().describe('Task definition that is run'),
  deadLetterQueue: z.string().optional().describe('Queue for events that cannot be delivered'),
});

export const eventsRule = kind({
  id: 'events-rule',
  title: 'EventBridge rule',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::Events::Rule', terraform: ['aws_cloudwatch_event_rule'] },
  arn: 'arn:{partition}:events:{region}:{account}:rule/{id}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    enabled: z.boolean().describe('The rule is enabled'),
    bus: z.string().describe('Event bus: name, ARN or symbol; default for the default bus'),
    schedule: z.string().describe('Schedule expression'),
    scheduled: z.boolean().describe('It runs on a schedule'),
    eventSources: z.array(z.string()).describe('Sources that its pattern names; aws.* for events of AWS services'),
    bucketEvents: z.array(z.string()).describe('Where its pattern matches events of S3: buckets that it names, none for every bucket'),
    targets: z.array(ruleTarget).describe('Targets'),
    role: z.string().describe('Role that the rule invokes targets with'),
  }),
  read: {
    cloudformation: (from) => ({
      enabled: enabled(from.text('State', 'ENABLED')),
      bus: filled(from.text('EventBusName', 'default')),
      schedule: filled(from.text('ScheduleExpression')),
      scheduled: isSet(from, 'ScheduleExpression'),
      eventSources: sources(from, 'EventPattern'),
      bucketEvents: bucketEvents(from, 'EventPattern'),
      targets: from.items('Targets[]')?.map((each) =>
        told({
          arn: each.text('Arn'),
          role: each.text('RoleArn'),
          taskDefinition: each.text('EcsParameters.TaskDefinitionArn'),
          deadLetterQueue: each.text('DeadLetterConfig.Arn'),
        }),
      ),
      role: filled(from.text('RoleArn')),
    }),
    terraform: (from) => ({
      enabled: isSet(from, 'state') === false ? from.flag('is_enabled', true) : enabled(from.text('state')),
      bus: filled(from.text('event_bus_name', 'default')),
      schedule: filled(from.text('schedule_expression')),
      scheduled: isSet(from, 'schedule_expression'),
      eventSources: sources(from, 'event_pattern'),
      bucketEvents: bucketEvents(from, 'event_pattern'),
      role: filled(from.text('role_arn')),
    }),
    describe: (from) => ({
      enabled: enabled(from.text('State')),
      bus: filled(from.text('EventBusName', 'default')),
      schedule: filled(from.text('ScheduleExpression')),
      scheduled: isSet(from, 'ScheduleExpression'),
      eventSources: sources(from, 'EventPattern'),
      bucketEvents: bucketEvents(from, 'EventPattern'),
      targets: from.items('Targets[]')?.map((each) =>
        told({ arn: each.text('Arn'), role: each.text('RoleArn'), taskDefinition: each.text('EcsParameters.TaskDefinitionArn'), deadLetterQueue: each.text('DeadLetterConfig.Arn') }),
      ),
      role: filled(from.text('RoleArn')),
    }),
  },
  parts: {
    aws_cloudwatch_event_target: {
      of: 'rule',
      read: (from) => ({
        targets: [
          told({
            arn: from.text('arn'),
            role: filled(from.text('role_arn')),
            taskDefinition: from.text('ecs_target.task_definition_arn'),
            deadLetterQueue: filled(from.text('dead_letter_config.arn')),
          }),
        ],
      }),
      absent: { targets: [] },
    },
  },
  references: ({ bus, bucketEvents: buckets, targets = [], role }) => [
    ...inbound('triggers', buckets, 'AWS::S3::Bucket'),
    ...(bus === undefined || bus === 'default' ? [] : inbound('contains', bus, 'AWS::Events::EventBus')),
    ...edges('triggers', targets.map(({ arn }) => arn)),
    ...edges('triggers', targets.map(({ taskDefinition }) => taskDefinition), 'AWS::ECS::TaskDefinition'),
    ...edges('writes', targets.map(({ deadLetterQueue }) => deadLetterQueue), 'AWS::SQS::Queue'),
    ...usesRoles(role, ...targets.map((each) => each.role)),
  ],
});

const enabled = (state: string | undefined): boolean | undefined => is(state, 'ENABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');

/** Plain source names of an event pattern; none where it has no source or matches it by something else than its name. */
function sources(from: Properties, path: string): string[] | undefined {
  if (isSet(from, path) === false) return [];
  const pattern = document(from, path);
  return pattern?.has('source') === false ? [] : setOf(pattern?.texts('source[]'));
}

/** Not what CloudTrail says of calls to S3, which has the same source. */
function bucketEvents(from: Properties, path: string): string[] | undefined {
  const pattern = document(from, path);
  if (pattern?.texts('source[]')?.includes('aws.s3') !== true) return undefined;
  const types = pattern.texts('detail-type[]', []);
  if (types === undefined || (types.length > 0 && !types.some((type) => type.startsWith('Object ')))) return undefined;
  return pattern.has('detail.bucket') === false ? [] : setOf(pattern.texts('detail.bucket.name[]'));
}
