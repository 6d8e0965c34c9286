import { detail, probe } from '../probe.ts';
import { events } from '../services/events.ts';

export const eventsBus = probe({
  kind: 'events-bus',
  lists: [[events, 'ListEventBuses']],
  async *list(place) {
    for await (const { EventBuses = [] } of place.pages(events, 'ListEventBuses', { Limit: 100 })) {
      for (const each of EventBuses) if (each.Name !== undefined) yield { name: each.Name, arn: each.Arn, document: each };
    }
  },
  details: {
    EventBus: detail(events, 'DescribeEventBus', { input: ({ name }) => ({ Name: name }), take: (bus) => bus, base: true, answers: ['kmsKey', 'deadLetterQueue'] }),
    Tags: detail(events, 'ListTagsForResource', { input: ({ arn }) => ({ ResourceARN: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
  beyondConfig: ['kmsKey', 'deadLetterQueue', 'policy'],
});
