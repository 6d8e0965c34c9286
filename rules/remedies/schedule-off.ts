import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { label, logicalId, nameLimit } from './words.ts';

/** The schedule is off in the target until the recovery plan turns it on. */
export const scheduleOff: MakeRemedy = (schedule, { intent: { target }, graph }) => {
  const peer = peers(graph, schedule, target)[0]?.resource;
  if (schedule.kind !== 'events-rule' || peer?.kind !== 'events-rule') return undefined;
  const { name, attributes: { schedule: expression = schedule.attributes.schedule } } = peer;
  if (expression === undefined) return undefined;
  return {
    title: `Keep ${name} off in ${target}`,
    cloudformation: [{
      region: target,
      merge: true, note: `set the State of the rule that is there; the stack of the home region gets ENABLED`,
      parameters: { State: { Type: 'String', AllowedValues: ['ENABLED', 'DISABLED'], Default: 'DISABLED' } },
      resources: { [logicalId(name)]: { Type: 'AWS::Events::Rule', Properties: { State: { Ref: 'State' } } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_cloudwatch_event_rule', label(name)], body: { provider: { $expression: 'aws.target' }, name, schedule_expression: expression, state: 'DISABLED' } },
    ],
    cli: [{ region: target, words: ['events', 'disable-rule', '--name', name] }],
    limits: [...nameLimit(peer), 'The recovery plan has to enable the rule in the target and disable it at home, or both run once the home region is back.'],
  };
};
