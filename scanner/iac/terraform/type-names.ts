import { cfnTypeNames } from '../../../model/cfn-type.ts';
import { plainName } from '../../../model/plain-name.ts';
import { noCounterpart, typeExceptions, typePrefixes } from './type-exceptions.ts';

/** `dynamodbtable` → AWS::DynamoDB::Table. Modules and hooks have more than three parts and are left out. */
const byPlainName = new Map(cfnTypeNames.filter((name) => name.split('::').length === 3).map((name) => [plainName(name.replace(/^AWS::/, '')), name]));

/**
 * The CloudFormation type that a resource type of the aws or awscc provider stands for, so that its availability in a region can be
 * looked up. Names that differ in spelling only are found by comparison, others in the tables; undefined where CloudFormation has no such type.
 */
export function cloudformationTypeOf(terraformType: string): string | undefined {
  if (terraformType.startsWith('awscc_')) return byPlainName.get(plainName(terraformType.slice('awscc_'.length)));
  if (!terraformType.startsWith('aws_')) return undefined;
  const name = terraformType.slice('aws_'.length);
  if (Object.hasOwn(typeExceptions, name)) return `AWS::${typeExceptions[name]}`;
  if (noCounterpart.has(name)) return undefined;
  const direct = byPlainName.get(plainName(name));
  if (direct !== undefined) return direct;
  for (const [prefix, replacement] of typePrefixes) {
    const found = name.startsWith(prefix) ? byPlainName.get(plainName(replacement + name.slice(prefix.length))) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
