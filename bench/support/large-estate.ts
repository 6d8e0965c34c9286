import type { Estate, Owned } from '../../test/support/aws/estate.ts';

const names = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'ca-central-1', 'sa-east-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'us-east-2', 'us-west-1', 'ap-south-1', 'ap-northeast-2', 'ap-northeast-3']; // regionready-ignore code-region-literal -- regions of a made-up estate
const types = ['AWS::SNS::Topic', 'AWS::EC2::NetworkInterface', 'AWS::EC2::Volume', 'AWS::IAM::Policy', 'AWS::CloudFormation::Stack'];

export interface Size {
  readonly resources: number;
  readonly accounts: number;
  readonly regions: number;
}

export const regionsOf = ({ regions }: Size): string[] => names.slice(0, regions);
export const accountsOf = ({ accounts }: Size): string[] => Array.from({ length: accounts }, (_, at) => String(111122223333 + at));

/** Resources spread evenly over accounts and regions, as large as AWS Config tells them. */
export function resourcesOf(size: Size): Owned[] {
  const [accounts, regions] = [accountsOf(size), regionsOf(size)];
  return Array.from({ length: size.resources }, (_, at): Owned => {
    const [account = '', region = '', type = ''] = [accounts[at % accounts.length], regions[Math.floor(at / accounts.length) % regions.length], types[at % types.length]];
    return { account, region, type, id: `resource-${at}`, name: `resource-${at}`, arn: `arn:aws:bench:${region}:${account}:thing/${at}`, configuration: { description: 'x'.repeat(600), vpcId: `vpc-${String(at % 100).padStart(17, '0')}` }, tags: { app: `app-${at % 50}` } };
  });
}

/** The accounts themselves; those that none of the two says have neither recorders nor indexes. */
export function organizationOf(size: Size, { recorded, explored }: { readonly recorded: (at: number) => boolean; readonly explored: (at: number) => boolean }): Pick<Estate, 'caller' | 'accounts'> {
  const regions = regionsOf(size);
  const accounts = accountsOf(size).map((id, at) => [id, {
    regions: Object.fromEntries(regions.map((region) => [region, 'ENABLED_BY_DEFAULT' as const])),
    recorders: recorded(at) ? Object.fromEntries(regions.map((region) => [region, { allSupported: true, includeGlobalResourceTypes: true }])) : {},
    indexes: explored(at) ? Object.fromEntries(regions.map((region, first) => [region, first === 0 ? 'AGGREGATOR' as const : 'LOCAL' as const])) : {},
  }] as const);
  return { caller: accounts[0]?.[0] ?? '', accounts: Object.fromEntries(accounts) };
}
