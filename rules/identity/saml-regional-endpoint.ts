import { samlEndpoints } from '../remedies/saml-endpoints.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const role = (audience: string): string => yaml`
  Admins:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corporate' }
            Action: sts:AssumeRoleWithSAML
            Condition: ${audience}
`;

export const identitySamlRegionalEndpoint = rule({
  id: 'identity-saml-regional-endpoint',
  title: 'Federated sign-in goes through the endpoint of one region',
  on: 'iam-role',
  needs: ['trust'],
  severity: severities('M/M/H/H'),
  why: 'The endpoint signin.aws.amazon.com/saml is served from us-east-1. While that region, or the only one that the role accepts, is impaired nobody can sign in to do anything about it.',
  fix: 'Accept https://<region>.signin.aws.amazon.com/saml of two regions at least in the trust policy, give the identity provider the same endpoints as alternatives, and keep break-glass users outside of it that are tried every quarter.',
  effect: 'No effect on RPO. Nobody can sign in to do the recovery: every RTO starts when the endpoint is back, or when break-glass users are at hand.',
  links: ['https://aws.amazon.com/blogs/security/how-to-use-regional-saml-endpoints-for-failover/', 'https://docs.aws.amazon.com/general/latest/gr/signin-service.html'],
  remedy: samlEndpoints,
  examples: {
    gap: [{ home: role("{ StringEquals: { 'SAML:aud': https://signin.aws.amazon.com/saml } }") }],
    ready: [
      { home: role("{ StringEquals: { 'SAML:aud': [https://signin.aws.amazon.com/saml, https://eu-west-1.signin.aws.amazon.com/saml] } }") },
      { name: 'any endpoint', home: role("{ StringLike: { 'SAML:aud': 'https://*.signin.aws.amazon.com/saml' } }") },
    ],
    unknown: [{ name: 'a trust policy that nobody could read', home: role('{}').replace(/AssumeRolePolicyDocument:[^]*$/, "AssumeRolePolicyDocument: '{{resolve:ssm:/trust}}'\n") }],
  },

  check(role, { intent: { target } }) {
    const saml = role.attributes.trust.filter(({ effect, actions = [] }) => effect === 'Allow' && actions.some((action) => action.toLowerCase() === 'sts:assumerolewithsaml'));
    if (saml.length === 0) return undefined;
    const audiences = saml.map(({ conditions = [] }) => conditions.filter(({ key }) => key.toLowerCase() === 'saml:aud').flatMap(({ values }) => values));
    // A statement without the condition accepts every endpoint.
    if (audiences.some((values) => values.length === 0 || values.some((value) => /\*.*signin|^\*$/.test(value)))) return ready();
    const regions = new Set(audiences.flat().flatMap((value) => endpointRegion(value) ?? []));
    return regions.size === 1 ? gap(`${role.name} accepts federated sign-in by the endpoint of ${listed(regions)} only; sign-in for ${target} needs another one while that is impaired.`) : ready(`${role.name} accepts sign-in by endpoints of ${listed(regions)}.`);
  },
});

/** us-east-1 has the endpoint without a region in its name. */
function endpointRegion(audience: string): string | undefined {
  const [, region] = /^https:\/\/(?:([a-z0-9-]+)\.)?signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/saml/.exec(audience) ?? [undefined, null];
  return region === null ? undefined : (region ?? 'us-east-1');
}
