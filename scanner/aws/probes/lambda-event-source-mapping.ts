import { detail, probe } from '../probe.ts';
import { lambda } from '../services/lambda.ts';

export const lambdaEventSourceMapping = probe({
  kind: 'lambda-event-source-mapping',
  lists: [[lambda, 'ListEventSourceMappings']],
  async *list(place) {
    for await (const { EventSourceMappings = [] } of place.pages(lambda, 'ListEventSourceMappings', { MaxItems: 100 })) {
      for (const each of EventSourceMappings) {
        const { UUID: name } = each;
        if (name === undefined) continue;
        yield { name, arn: each.EventSourceMappingArn ?? `arn:${place.partition}:lambda:${place.region}:${place.account}:event-source-mapping:${name}`, document: each };
      }
    }
  },
  details: {
    Tags: detail(lambda, 'ListTags', { input: ({ arn }) => ({ Resource: arn }), take: ({ Tags }) => Tags, answers: ['tags'] }),
  },
});
