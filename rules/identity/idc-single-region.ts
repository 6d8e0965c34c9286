import { identityCenterRegion } from '../remedies/identity-center-region.ts';
import { rule } from '../rule.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const nothing = yaml`
  Orders:
    Type: AWS::SQS::Queue
`;
const described = (...others: readonly string[]) => ({
  kind: 'sso-instance' as const, name: 'corp', arn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  document: { InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef', Regions: [{ RegionName: 'us-east-1', Status: 'ACTIVE', IsPrimaryRegion: true }, ...others.map((RegionName) => ({ RegionName, Status: 'ACTIVE', IsPrimaryRegion: false }))] },
});

export const identityIdcSingleRegion = rule({
  id: 'identity-idc-single-region',
  title: 'People sign in by one region of Identity Center only',
  on: 'sso-instance',
  needs: [],
  severity: severities('M/M/H/H'),
  why: 'While the region of Identity Center is impaired nobody gets a session by it, in any account or region, unless an additional region hands them out.',
  fix: 'Encrypt the instance with a multi-Region key that has a replica in the target, see that the applications in use work with it, add the region, give the identity provider a second assertion consumer URL, and publish the portal of that region. Keep break-glass users outside of it in any case.',
  effect: 'No effect on RPO. Nobody can begin a session to do the recovery: every RTO starts when Identity Center is back, or when break-glass users are at hand.',
  remedy: identityCenterRegion,
  links: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/multi-region-iam-identity-center.html'],
  examples: {
    gap: [{ home: nothing, described: [described()] }],
    ready: [{ home: nothing, described: [described('eu-west-1')] }],
    unknown: [{ name: 'a template cannot say', home: yaml`
      Corp:
        Type: AWS::SSO::Instance
        Properties: { Name: corp }
    ` }],
  },

  check({ name, attributes: { replicaRegions: regions } }, { intent: { target } }) {
    return regions === undefined ? unknown(`Nobody told us in which regions ${name} works.`, { ask: 'sso:ListRegions; a scan asks it.' }) : replicatedInto({ name, regions, target });
  },
});
