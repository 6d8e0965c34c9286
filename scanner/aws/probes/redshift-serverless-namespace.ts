import { detail, probe } from '../probe.ts';
import { redshiftServerless } from '../services/redshift-serverless.ts';

export const redshiftServerlessNamespace = probe({
  kind: 'redshift-serverless-namespace',
  lists: [[redshiftServerless, 'ListNamespaces']],
  async *list(place) {
    for await (const { namespaces = [] } of place.pages(redshiftServerless, 'ListNamespaces', { maxResults: 100 })) {
      for (const each of namespaces) {
        if (each.namespaceName !== undefined) yield { name: each.namespaceName, arn: each.namespaceArn, identities: [each.namespaceId ?? ''].filter(Boolean), document: each };
      }
    }
  },
  details: {
    SnapshotCopyConfigurations: detail(redshiftServerless, 'ListSnapshotCopyConfigurations', {
      input: ({ name }) => ({ namespaceName: name }),
      take: ({ snapshotCopyConfigurations }) => snapshotCopyConfigurations,
      answers: ['copyRegions'],
    }),
    Tags: detail(redshiftServerless, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags }) => tags, answers: ['tags'] }),
  },
});
