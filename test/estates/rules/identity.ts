import type { Closings } from '../../support/closing/case.ts';
import { byHand, byTemplate } from './words.ts';

const instance = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

export const identity = {
  'identity-cognito-identity-pool': byHand('a pool of the target stands over the same providers, and the tag says so', { deploy: true, home: 'Visitors: { Properties: { IdentityPoolTags: [{ Key: mr:counterpart, Value: visitors }] } }' }),
  'identity-cognito-mrr-prereq': byHand('tier, key and issuer are changed in that order', { home: "Customers: { Properties: { UserPoolTier: ESSENTIALS, KeyConfiguration: { KeyType: CUSTOMER_MANAGED_KEY, KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' }, IssuerConfiguration: { Type: UPDATED } } }" }),
  'identity-cognito-single-region': byTemplate({ given: { UserPoolId: { Ref: 'Customers' } } }),
  'identity-directory-single-region': {
    by: 'cli', calls: ['ds add-region', 'ds describe-regions'],
    leaves: ([add]) => ({ now: { described: [{ kind: 'directory', name: 'corp.example.com', arn: `arn:aws:ds:us-east-1:111122223333:directory/${add?.option('directory-id')}`, document: { Type: 'MicrosoftAD', Edition: 'Enterprise', RegionsInfo: { PrimaryRegion: add?.region ?? '', AdditionalRegions: [add?.option('region-name') ?? ''] } } }] } }),
  },
  'identity-iam-region-condition': byHand('the condition names the target too', { home: "Role: { Properties: { Policies: [{ PolicyName: work, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': [us-east-1, eu-west-1] } } }] } }] } }" }),
  'identity-iam-regional-arn': byHand('the policy allows the target’s queue too', { home: "Policy: { Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: ['arn:aws:sqs:us-east-1:111122223333:orders', 'arn:aws:sqs:eu-west-1:111122223333:orders'] }] } } }" }),
  'identity-idc-single-region': {
    by: 'cli', calls: ['sso-admin add-region', 'sso-admin describe-region'],
    leaves: ([add]) => ({ now: { described: [{ kind: 'sso-instance', name: 'corp', arn: instance, document: { InstanceArn: add?.option('instance-arn') ?? '', Regions: [{ RegionName: 'us-east-1', Status: 'ACTIVE', IsPrimaryRegion: true }, { RegionName: add?.option('region-name') ?? '', Status: 'ACTIVE', IsPrimaryRegion: false }] } }] } }),
  },
  'identity-saml-regional-endpoint': {
    by: 'cli', calls: ['iam update-assume-role-policy'],
    leaves: ([call]) => ({ home: `Admins: { Properties: { AssumeRolePolicyDocument: ${call?.option('policy-document')} } }` }),
  },
  'identity-scp-region-deny': {
    by: 'cli', calls: ['organizations describe-policy', 'organizations update-policy'], says: 'the list of the note takes the place of the present one',
    leaves: ([, update]) => ({ home: `Regions: { Properties: { Content: { Version: '2012-10-17', Statement: [{ Effect: Deny, NotAction: ['iam:*', 'sts:*'], Resource: '*', Condition: { StringNotEquals: { 'aws:RequestedRegion': ${/\[.*\]/.exec(update?.note ?? '')?.[0]} } } }] } } }` }),
  },
  'identity-sts-global': {
    by: 'cli', calls: ['iam set-security-token-service-preferences'],
    leaves: ([call]) => ({ now: { learned: [{ type: 'offer', region: 'ap-east-1', what: 'sts-tokens:111122223333', available: call?.option('global-endpoint-token-version') === 'v2Token', value: 2, source: { scanner: 'iam', asOf: '2026-11-02' } }] } }),
  },
} as const satisfies Closings;
