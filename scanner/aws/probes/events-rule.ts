import type { Rule } from '@aws-sdk/client-eventbridge';
import { detail, probe, type Listed } from '../probe.ts';
import { events } from '../services/events.ts';

const rule = ({ document }: Listed): Rule => document;

/** Rules of every bus, without those that AWS services keep for themselves. */
export const eventsRule = probe({
  kind: 'events-rule',
  lists: [[events, 'ListEventBuses'], [events, 'ListRules']],
  within: ['events-bus'],
  async *list(place) {
    for await (const { EventBuses = [] } of place.pages(events, 'ListEventBuses', { Limit: 100 })) {
      for (const { Name: EventBusName } of EventBuses) {
        for await (const { Rules = [] } of place.pages(events, 'ListRules', { EventBusName, Limit: 100 })) {
          for (const each of Rules) if (each.Name !== undefined && each.ManagedBy === undefined) yield { name: each.Name, arn: each.Arn, document: { EventBusName, ...each } };
        }
      }
    }
  },
  details: {
    Targets: detail(events, 'ListTargetsByRule', {
      input: (item) => ({ Rule: item.name, EventBusName: rule(item).EventBusName, Limit: 100 }),
      take: ({ Targets }) => Targets,
      answers: ['targets'],
    }),
    Tags: detail(events, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceARN: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['eventSources'],
});
