import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { managedPrefixList } from '../../../model/kinds/managed-prefix-list.ts';
import { partAttributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('managed-prefix-list', () => {
  it('reads the same attributes from every source, and entries that are declared apart', () => {
    const read = sameAttributes(managedPrefixList, {
      cloudformation: { PrefixListName: 'partners', AddressFamily: 'IPv4', MaxEntries: 10, Entries: [{ Cidr: '203.0.113.0/24', Description: 'x' }] },
      terraform: { name: 'partners', address_family: 'IPv4', max_entries: 10, entry: [{ cidr: '203.0.113.0/24' }] },
    });
    assert.deepEqual(read, { cidrs: ['203.0.113.0/24'], addressFamily: 'IPv4', maxEntries: 10 });
    sameDescribed(managedPrefixList, { like: read, describe: { PrefixListId: 'pl-1', AddressFamily: 'IPv4', MaxEntries: 10, Entries: [{ Cidr: '203.0.113.0/24' }] } });
    assert.deepEqual(partAttributesOf(managedPrefixList, 'aws_ec2_managed_prefix_list_entry', { prefix_list_id: 'pl-1', cidr: '198.51.100.0/24' }), { cidrs: ['198.51.100.0/24'] });
  });
});
