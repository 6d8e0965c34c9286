import type { MakeRemedy } from '../remedy.ts';
import { label, logicalId } from './words.ts';

/** The list with the same entries in the target. */
export const prefixListCopy: MakeRemedy = (list, { intent: { target } }) => {
  if (list.kind !== 'managed-prefix-list') return undefined;
  const { name, attributes: { cidrs = [], addressFamily = 'IPv4', maxEntries = Math.max(cidrs.length, 1) } } = list;
  if (cidrs.length === 0) return undefined;
  return {
    title: `Create ${name} with the same entries in ${target}`,
    cloudformation: [{ region: target, resources: { [logicalId(name)]: { Type: 'AWS::EC2::PrefixList', Properties: { PrefixListName: name, AddressFamily: addressFamily, MaxEntries: maxEntries, Entries: cidrs.map((Cidr) => ({ Cidr })) } } } }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_ec2_managed_prefix_list', label(name)], body: { provider: { $expression: 'aws.target' }, name, address_family: addressFamily, max_entries: maxEntries }, blocks: cidrs.map((cidr) => ({ type: 'entry', body: { cidr } })) },
    ],
    cli: [{ region: target, words: ['ec2', 'create-managed-prefix-list', '--prefix-list-name', name, '--address-family', addressFamily, '--max-entries', String(maxEntries), '--entries', JSON.stringify(cidrs.map((Cidr) => ({ Cidr })))] }],
    limits: ['Where the list exists there already, add or remove the entries that differ by modify-managed-prefix-list instead.', 'A rule counts as many entries towards the quota of its security group as the list may have.'],
  };
};
