import { probe } from '../probe.ts';
import { events } from '../services/events.ts';

/** A global endpoint is told of in both of its regions; it lives in its primary one. */
export const eventsEndpoint = probe({
  kind: 'events-endpoint',
  lists: [[events, 'ListEndpoints']],
  async *list(place) {
    for await (const { Endpoints = [] } of place.pages(events, 'ListEndpoints', { MaxResults: 100 })) {
      for (const each of Endpoints) {
        const { Name: name, Arn: arn, EndpointId = '', EndpointUrl = '' } = each;
        if (name !== undefined) yield { name, arn, region: arn?.split(':', 4)[3], identities: [EndpointId, EndpointUrl.replace(/^\w+:\/\//, '')].filter(Boolean), document: each };
      }
    }
  },
});
