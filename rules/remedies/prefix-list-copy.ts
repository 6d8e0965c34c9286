import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import type { MakeRemedy, Remedy } from '../remedy.ts';
import { label, logicalId, nameLimit } from './words.ts';

/** The list with the same entries in the target. */
export const prefixListCopy: MakeRemedy = (list, { intent: { target }, graph }) => {
  if (list.kind !== 'managed-prefix-list') return undefined;
  const { name, attributes: { cidrs = [], addressFamily = 'IPv4', maxEntries = Math.max(cidrs.length, 1) } } = list;
  if (cidrs.length === 0) return undefined;
  const there = peers(graph, list, target)[0]?.resource;
  if (there !== undefined) return missingEntries(list, there, target);
  return {
    title: `Create ${name} with the same entries in ${target}`,
    cloudformation: [{ region: target, resources: { [logicalId(name)]: { Type: 'AWS::EC2::PrefixList', Properties: { PrefixListName: name, AddressFamily: addressFamily, MaxEntries: maxEntries, Entries: cidrs.map((Cidr) => ({ Cidr })) } } } }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_ec2_managed_prefix_list', `${label(name)}_target`], body: { provider: { $expression: 'aws.target' }, name, address_family: addressFamily, max_entries: maxEntries }, blocks: cidrs.map((cidr) => ({ type: 'entry', body: { cidr } })) },
    ],
    cli: [{ region: target, words: ['ec2', 'create-managed-prefix-list', '--prefix-list-name', name, '--address-family', addressFamily, '--max-entries', String(maxEntries), '--entries', JSON.stringify(cidrs.map((Cidr) => ({ Cidr })))] }],
    limits: ['A rule counts as many entries towards the quota of its security group as the list may have.'],
  };
};

/** The entries that the list there lacks. */
function missingEntries(list: Resource, there: Resource, target: string): Remedy | undefined {
  if (list.kind !== 'managed-prefix-list' || there.kind !== 'managed-prefix-list') return undefined;
  const [own, present] = [list.attributes.cidrs ?? [], there.attributes.cidrs ?? []];
  const lacking = own.filter((cidr) => !present.includes(cidr)).map((Cidr) => ({ Cidr }));
  const id = there.arn?.split('/').at(-1) ?? 'PREFIX_LIST_ID';
  if (lacking.length === 0) return undefined;
  return {
    title: `Add ${lacking.length} entries to ${there.name} in ${target}`,
    cloudformation: [{ region: target, merge: true, note: `merge these entries into the list ${there.name}`, resources: { [logicalId(there.name)]: { Type: 'AWS::EC2::PrefixList', Properties: { Entries: lacking } } } }],
    cli: [{ region: target, words: ['ec2', 'modify-managed-prefix-list', '--prefix-list-id', id, '--current-version', '1', '--add-entries', JSON.stringify(lacking)], note: 'With the version that describe-managed-prefix-lists tells, where it is another than 1' }],
    limits: [...nameLimit(there), 'Raise the maximum of entries first where they do not fit. Terraform: add entry blocks to the resource that declares the list.'],
  };
}
