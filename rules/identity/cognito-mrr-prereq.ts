import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const pool = (rest: string): string => yaml`
  Customers:
    Type: AWS::Cognito::UserPool
    Properties: { UserPoolName: customers, ${rest} }
`;
const able = "UserPoolTier: ESSENTIALS, KeyConfiguration: { KeyType: CUSTOMER_MANAGED_KEY, KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' }, IssuerConfiguration: { Type: UPDATED }";

export const identityCognitoMrrPrereq = rule({
  id: 'identity-cognito-mrr-prereq',
  title: 'User pool does not meet what replication asks for',
  on: 'cognito-user-pool',
  needs: ['tier', 'keyType', 'issuer'],
  severity: severities('M/H/H/H'),
  why: 'Replication is refused, or tokens of the replica are not accepted, until tier, key and issuer fit, and changing the issuer takes every verifier with it.',
  fix: 'In this order: move to Essentials or Plus, encrypt with a multi-Region key that has a replica in the target region, switch to the updated issuer once verifiers accept it, create the replica, give it triggers and senders of its region, set up failover of the custom domain with a health check, and activate it.',
  effect: 'Blocks the replica of the pool: until it is closed nobody signs in while home is down, and RTO is as long as the outage. Changing the issuer takes every verifier of tokens with it, no step for the event.',
  links: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html'],
  examples: {
    gap: [
      { home: pool('UserPoolTier: LITE') },
      { name: 'a custom domain without failover', home: `${pool(able)}\n${yaml`
        Domain:
          Type: AWS::Cognito::UserPoolDomain
          Properties: { UserPoolId: !Ref Customers, Domain: login.example.com, CustomDomainConfig: { CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' } }
      `}` },
    ],
    ready: [{ home: pool(able) }],
    unknown: [{ home: pool("UserPoolTier: '{{resolve:ssm:/tier}}'") }],
  },

  check(pool, { intent: { target }, graph }) {
    const { name, attributes } = pool;
    const key = attributes.kmsKey === undefined ? undefined : graph.resolve(attributes.kmsKey, pool, 'AWS::KMS::Key').find(({ kind }) => kind === 'kms-key');
    const singleRegion = key?.kind === 'kms-key' ? key.attributes.multiRegion === false : attributes.kmsKey !== undefined && /:key\/(?!mrk-)[0-9a-f-]{36}$/.test(attributes.kmsKey);
    const basics = [
      ...(attributes.tier === 'LITE' ? ['its tier is Lite'] : []),
      ...(attributes.keyType !== 'CUSTOMER_MANAGED_KEY' ? ['it has no customer managed key'] : []),
      ...(singleRegion ? ['its key is single-Region'] : []),
      ...(attributes.issuer !== 'UPDATED' ? ['its tokens name an issuer of the home region'] : []),
    ];
    const wiring = attributes.customDomain !== undefined && attributes.failoverRegion !== target ? [`its custom domain does not fail over to ${target}`] : [];
    if (basics.length + wiring.length > 0) return gap(`${name} cannot be served from ${target}: ${listed([...basics, ...wiring])}.`, { blocking: basics.length > 0 });
    return attributes.totp === true ? unknown(`Users of ${name} may have TOTP tokens, which a replica does not accept; whether any has nobody told us.`) : ready();
  },
});
