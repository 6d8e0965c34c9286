import { probe } from '../probe.ts';
import { kms } from '../services/kms.ts';

export const kmsAlias = probe({
  kind: 'kms-alias',
  lists: [[kms, 'ListAliases']],
  margin: 2,
  async *list(place) {
    for await (const { Aliases = [] } of place.pages(kms, 'ListAliases', { Limit: 100 })) {
      for (const each of Aliases) {
        const { AliasName: name = '', AliasArn: arn } = each;
        if (name !== '' && !name.startsWith('alias/aws/')) yield { name, arn, document: each };
      }
    }
  },
});
