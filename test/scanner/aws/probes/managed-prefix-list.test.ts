import assert from 'node:assert/strict';
import { it } from 'node:test';
import { managedPrefixList } from '../../../../scanner/aws/probes/managed-prefix-list.ts';
import { listed, scriptedPlace } from '../../../support/scripted-place.ts';

it('managed-prefix-list leaves those of AWS out, and asks for entries by id', async () => {
  const place = scriptedPlace({
    DescribeManagedPrefixLists: () => [
      { PrefixLists: [{ PrefixListId: 'pl-1', PrefixListName: 'com.amazonaws.eu-west-1.s3', OwnerId: 'AWS' }] },
      { PrefixLists: [{ PrefixListId: 'pl-2', PrefixListName: 'partners', OwnerId: '123456789012', PrefixListArn: 'arn:aws:ec2:eu-west-1:123456789012:prefix-list/pl-2' }] },
    ],
  });
  const found = await listed(managedPrefixList, place);
  assert.deepEqual(found.map(({ name, identities }) => [name, identities]), [['partners', ['pl-2']]]);
  assert.deepEqual(found.map((each) => managedPrefixList.details?.['Entries']?.input(each)), [{ PrefixListId: 'pl-2', MaxResults: 100 }]);
});
