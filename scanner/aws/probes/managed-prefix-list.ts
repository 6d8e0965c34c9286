import { detail, probe } from '../probe.ts';
import { ec2 } from '../services/ec2.ts';
import { tagsIn } from '../tags.ts';

export const managedPrefixList = probe({
  kind: 'managed-prefix-list',
  lists: [[ec2, 'DescribeManagedPrefixLists']],
  async *list(place) {
    for await (const { PrefixLists = [] } of place.pages(ec2, 'DescribeManagedPrefixLists', { MaxResults: 100 })) {
      for (const each of PrefixLists) {
        // Those of AWS exist in every region by themselves.
        const { PrefixListId: id, PrefixListName: name = id, PrefixListArn: arn, OwnerId } = each;
        if (id !== undefined && name !== undefined && OwnerId !== 'AWS') yield { name, arn, identities: [id], tags: tagsIn(each.Tags ?? []), document: each };
      }
    }
  },
  details: {
    Entries: detail(ec2, 'GetManagedPrefixListEntries', {
      input: ({ document }) => ({ PrefixListId: (document as { readonly PrefixListId?: string }).PrefixListId ?? '', MaxResults: 100 }),
      take: ({ Entries = [] }) => Entries,
      answers: ['cidrs'],
    }),
  },
});
