import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { detail, probe, type Listed } from '../probe.ts';
import { dnsSuffix } from '../probing/dns-suffix.ts';
import { cognitoIdp } from '../services/cognito-idp.ts';

const poolId = ({ identities = [] }: Listed): { UserPoolId: string | undefined } => ({ UserPoolId: identities[0] });
const pool = ({ document }: Listed): UserPoolType & { readonly ReplicaRegions?: readonly string[] } => document;

export const cognitoUserPool = probe({
  kind: 'cognito-user-pool',
  lists: [[cognitoIdp, 'ListUserPools']],
  async *list(place) {
    for await (const { UserPools = [] } of place.pages(cognitoIdp, 'ListUserPools', { MaxResults: 60 })) {
      for (const each of UserPools) {
        const { Id: id, Name: name = id } = each;
        if (id === undefined || name === undefined) continue;
        const issuer = `cognito-idp.${place.region}.${dnsSuffix(place)}/${id}`;
        yield { name, arn: `arn:${place.partition}:cognito-idp:${place.region}:${place.account}:userpool/${id}`, identities: [id, issuer], document: each };
      }
    }
  },
  details: {
    UserPool: detail(cognitoIdp, 'DescribeUserPool', {
      input: poolId,
      take: ({ UserPool }) => UserPool,
      base: true,
      answers: ['tier', 'keyType', 'kmsKey', 'issuer', 'triggers', 'triggerKey', 'smsRegion', 'smsRole', 'emailIdentity', 'customDomain', 'domainCertificate', 'failoverRegion', 'failoverHealthCheck'],
    }),
    UserPoolReplicas: detail(cognitoIdp, 'ListUserPoolReplicas', {
      input: poolId,
      take: ({ UserPoolReplicas }) => UserPoolReplicas,
      when: (item) => (pool(item).ReplicaRegions ?? []).length > 0,
      answers: ['activeReplicaRegions'],
    }),
    SoftwareTokenMfaConfiguration: detail(cognitoIdp, 'GetUserPoolMfaConfig', { input: poolId, take: ({ SoftwareTokenMfaConfiguration }) => SoftwareTokenMfaConfiguration, answers: ['totp'] }),
    CustomDomainDescription: detail(cognitoIdp, 'DescribeUserPoolDomain', {
      input: (item) => ({ Domain: pool(item).CustomDomain }),
      take: ({ DomainDescription }) => DomainDescription,
      when: (item) => pool(item).CustomDomain !== undefined,
      answers: ['domainCertificate', 'failoverRegion', 'failoverHealthCheck'],
    }),
    Tags: detail(cognitoIdp, 'DescribeUserPool', { input: poolId, take: ({ UserPool }) => UserPool?.UserPoolTags ?? {}, answers: ['tags'] }),
  },
  beyondConfig: ['replicaRegions', 'activeReplicaRegions', 'customDomain', 'domainCertificate', 'failoverRegion', 'failoverHealthCheck', 'totp', 'tier', 'keyType', 'kmsKey', 'issuer'],
});
