import { compareText } from '../../../model/json.ts';
import type { Sighting } from '../language.ts';
import { memberOf, partsOf, textOf, type DataNode, type TextNode } from './node.ts';
import { enclosingOf } from './owner.ts';
import type { Place } from './place.ts';

/** Properties by which resources are named once in an account, or once in the world, whatever the region of the template. */
const named: Readonly<Record<string, string>> = {
  'AWS::S3::Bucket': 'BucketName', 'AWS::IAM::Role': 'RoleName', 'AWS::IAM::ManagedPolicy': 'ManagedPolicyName', 'AWS::IAM::User': 'UserName', 'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName', 'AWS::CloudFront::Function': 'Name',
  aws_s3_bucket: 'bucket', aws_iam_role: 'name', aws_iam_policy: 'name', aws_iam_user: 'name', aws_iam_group: 'name', aws_iam_instance_profile: 'name', aws_cloudfront_function: 'name',
};
/** Types of which every resource is global: a template with nothing else is deployed once. */
const globalType = /^(?:AWS::(?:IAM|CloudFront|Organizations|Route53|Shield|Budgets)::|AWS::S3::BucketPolicy$)/;

/** The sighting of a resource's own fixed name, where the resource's name is taken in all regions at once. */
export function globalNameAt({ text, from, to, filled }: TextNode, { owner, around, name, role }: Place): Sighting | undefined {
  const { callee } = owner;
  if (callee === undefined || name === undefined || role === 'key' || filled === true || !Object.hasOwn(named, callee) || named[callee] !== name) return undefined;
  const block = around?.node;
  const isOwn = callee.startsWith('AWS::') ? around?.key === 'Properties' : owner.enclosing?.startsWith(`${callee}.`) === true;
  if (!isOwn || !/^[\w.@=,+-]{3,128}$/.test(text)) return undefined;
  const beside = ['BucketNamespace', 'bucket_namespace', 'provider'].flatMap((key) => {
    const value = textOf(block, key);
    return value === undefined ? [] : [`${key}=${value}`];
  });
  return { form: 'global-name', role: 'value', text, regions: [], name, callee, service: owner.service, enclosing: enclosingOf(owner, around), ...(beside.length > 0 ? { siblings: beside.sort(compareText) } : {}), from, to };
}

/** Whether a template declares nothing but global resources, by their types; false where it declares none that we know. */
export function isGlobalTemplate(roots: readonly DataNode[]): boolean {
  const types = roots.flatMap((root) => {
    const resources = memberOf(root, 'Resources')?.value;
    return resources === undefined ? [] : partsOf(resources).flatMap((part) => textOf(part, 'Type') ?? []);
  });
  return types.length > 0 && types.every((type) => globalType.test(type));
}
