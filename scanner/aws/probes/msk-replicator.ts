import { detail, probe } from '../probe.ts';
import { kafka } from '../services/kafka.ts';

export const mskReplicator = probe({
  kind: 'msk-replicator',
  lists: [[kafka, 'ListReplicators']],
  async *list(place) {
    for await (const { Replicators = [] } of place.pages(kafka, 'ListReplicators', { MaxResults: 100 })) {
      for (const each of Replicators) {
        // A reference is the other region's view of a replicator.
        if (each.ReplicatorName !== undefined && each.IsReplicatorReference !== true) yield { name: each.ReplicatorName, arn: each.ReplicatorArn, document: each };
      }
    }
  },
  details: {
    Replicator: detail(kafka, 'DescribeReplicator', {
      input: ({ arn }) => ({ ReplicatorArn: arn }),
      take: (replicator) => replicator,
      base: true,
      answers: ['replications', 'role'],
    }),
    Tags: detail(kafka, 'DescribeReplicator', { input: ({ arn }) => ({ ReplicatorArn: arn }), take: ({ Tags = {} }) => Tags, answers: ['tags'] }),
  },
});
