import { z } from 'zod';
import { kind } from '../kind.ts';
import { setOf } from '../reading.ts';

export const managedPrefixList = kind({
  id: 'managed-prefix-list',
  title: 'Managed prefix list',
  traits: ['network'],
  names: { cloudformation: 'AWS::EC2::PrefixList', terraform: ['aws_ec2_managed_prefix_list'] },
  arn: 'arn:{partition}:ec2:{region}:{account}:prefix-list/{id}',
  name: { cloudformation: 'PrefixListName', terraform: 'name' },
  attributes: z.object({
    cidrs: z.array(z.string()).describe('Address ranges of the list'),
    addressFamily: z.string().describe('IPv4 or IPv6'),
    maxEntries: z.number().describe('Most entries that it may have'),
  }),
  read: {
    cloudformation: (from) => ({ cidrs: setOf(from.texts('Entries[].Cidr', [])), addressFamily: from.text('AddressFamily'), maxEntries: from.count('MaxEntries') }),
    terraform: (from) => ({ cidrs: setOf(from.texts('entry[].cidr', [])), addressFamily: from.text('address_family'), maxEntries: from.count('max_entries') }),
    describe: (from) => ({ cidrs: setOf(from.texts('Entries[].Cidr', [])), addressFamily: from.text('AddressFamily'), maxEntries: from.count('MaxEntries') }),
  },
  parts: { aws_ec2_managed_prefix_list_entry: { of: 'prefix_list_id', read: (from) => ({ cidrs: setOf(from.texts('cidr')) }) } },
});
