import type { PropertyValue } from '../../../model/properties.ts';
import { partitionOf } from '../../../model/region.ts';
import type { Scope } from './scope.ts';
import { concat, marker, noValue, unknown } from './value.ts';

/** Value of AWS::Region and its like; undefined if the name is none of them. */
export function pseudoParameter(name: string, { deployment: { region, account }, stackName }: Scope): PropertyValue | undefined {
  if (!name.startsWith('AWS::')) return undefined;
  const partition = partitionOf(region);
  const accountId = account ?? unknown('the account is not known', marker('account'));
  switch (name) {
    case 'AWS::Region': return region;
    case 'AWS::Partition': return partition?.id ?? unknown(`the partition of ${region} is not known`, marker('partition'));
    case 'AWS::URLSuffix': return partition?.dnsSuffix ?? unknown(`the partition of ${region} is not known`, marker('suffix'));
    case 'AWS::AccountId': return accountId;
    case 'AWS::StackName': return stackName;
    case 'AWS::StackId': return concat([`arn:${partition?.id ?? 'aws'}:cloudformation:${region}:`, accountId, ':stack/', stackName, '/', unknown('the stack id is given at deployment')]);
    case 'AWS::NotificationARNs': return unknown('notification topics are given at deployment');
    case 'AWS::NoValue': return noValue;
    default: return undefined;
  }
}
