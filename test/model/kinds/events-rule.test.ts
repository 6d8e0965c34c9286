import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsRule } from '../../../model/kinds/events-rule.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('events-rule', () => {
  const target = 'arn:aws:lambda:eu-west-1:123456789012:function:ship';

  it('reads both, with the targets that Terraform declares apart', () => {
    const role = 'arn:aws:iam::123456789012:role/run';
    const template = sameAttributes(eventsRule, {
      cloudformation: {
        Name: 'ship', EventBusName: 'shop', EventPattern: { source: ['shop.orders'] }, State: 'DISABLED', RoleArn: role,
        Targets: [{ Id: '1', Arn: target, DeadLetterConfig: { Arn: 'dead' } }, { Id: '2', Arn: 'cluster', RoleArn: role, EcsParameters: { TaskDefinitionArn: 'job' } }],
      },
      terraform: { name: 'ship', event_bus_name: 'shop', event_pattern: '{"source":["shop.orders"]}', state: 'DISABLED', role_arn: role },
      parts: { aws_cloudwatch_event_target: [{ rule: 'ship', arn: target, role_arn: '', dead_letter_config: [{ arn: 'dead' }] }, { rule: 'ship', arn: 'cluster', role_arn: role, ecs_target: [{ task_definition_arn: 'job' }] }] },
    });
    assert.deepEqual(template, { enabled: false, bus: 'shop', scheduled: false, eventSources: ['shop.orders'], targets: [{ arn: target, deadLetterQueue: 'dead' }, { arn: 'cluster', role, taskDefinition: 'job' }], role });
    sameDescribed(eventsRule, {
      like: template,
      describe: {
        Name: 'ship', EventBusName: 'shop', EventPattern: '{"source":["shop.orders"]}', State: 'DISABLED', RoleArn: role,
        Targets: [{ Id: '1', Arn: target, DeadLetterConfig: { Arn: 'dead' } }, { Id: '2', Arn: 'cluster', RoleArn: role, EcsParameters: { TaskDefinitionArn: 'job', TaskCount: 1 } }],
      },
    });
  });

  it('knows a schedule without targets in each source', () => {
    const bare = sameAttributes(eventsRule, { cloudformation: { ScheduleExpression: 'rate(1 hour)' }, terraform: { schedule_expression: 'rate(1 hour)' }, parts: {} });
    assert.deepEqual(bare, { enabled: true, bus: 'default', schedule: 'rate(1 hour)', scheduled: true, eventSources: [], targets: [] });
    sameDescribed(eventsRule, { like: bare, describe: { Name: 'tick', State: 'ENABLED', ScheduleExpression: 'rate(1 hour)', EventBusName: 'default', Targets: [] } });
  });

  it('reads schedules, which are on unless they are switched off', () => {
    const read = (raw: Record<string, string | boolean>): unknown => {
      const { enabled, schedule, scheduled, bus, eventSources } = attributesOf(eventsRule, 'terraform', raw);
      return [enabled, schedule, scheduled, bus, eventSources];
    };
    assert.deepEqual(read({ schedule_expression: 'rate(1 hour)' }), [true, 'rate(1 hour)', true, 'default', []]);
    assert.deepEqual(read({ schedule_expression: 'rate(1 hour)', is_enabled: false }), [false, 'rate(1 hour)', true, 'default', []]);
  });

  it('does not know the sources of patterns that do not name them', () => {
    const sources = (EventPattern: object): unknown => attributesOf(eventsRule, 'cloudformation', { EventPattern: EventPattern as never })['eventSources'];
    assert.deepEqual(sources({ account: ['123456789012'] }), []);
    assert.equal(sources({ source: [{ prefix: 'shop.' }] }), undefined);
  });

  it('triggers its targets', () => {
    assert.deepEqual(referencesOf(eventsRule, { bus: 'shop', targets: [{ arn: target, role: 'run', taskDefinition: 'job', deadLetterQueue: 'dead' }] }), [
      { edge: 'contains', from: 'shop', to: '⟦itself⟧', target: 'AWS::Events::EventBus' },
      { edge: 'triggers', to: target },
      { edge: 'triggers', to: 'job', target: 'AWS::ECS::TaskDefinition' },
      { edge: 'writes', to: 'dead', target: 'AWS::SQS::Queue' },
      { edge: 'uses-role', to: 'run', target: 'AWS::IAM::Role' },
    ]);
    assert.deepEqual(referencesOf(eventsRule, { bus: 'default' }), []);
  });
});
