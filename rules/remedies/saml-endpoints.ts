import { regionOf } from '../../model/region.ts';
import type { MakeRemedy } from '../remedy.ts';

/** The trust policy of the role with sign-in endpoints of home and target. */
export const samlEndpoints: MakeRemedy = (role, { intent: { home, target } }) => {
  const trust = role.kind === 'iam-role' ? role.attributes.trust : undefined;
  const provider = trust?.flatMap(({ principals = [] }) => principals).find((principal) => principal.includes(':saml-provider/'));
  if (provider === undefined) return undefined;
  const suffix = regionOf(target)?.partition === 'aws-cn' ? 'signin.amazonaws.cn' : regionOf(target)?.partition === 'aws-us-gov' ? 'signin.amazonaws-us-gov.com' : 'signin.aws.amazon.com';
  const audiences = [...new Set([`https://${suffix}/saml`, ...[...home, target].filter((region) => region !== 'us-east-1').map((region) => `https://${region}.${suffix}/saml`)])];
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithSAML', Condition: { StringEquals: { 'SAML:aud': audiences } } }] };
  return {
    title: `Let ${role.name} be signed in to by ${audiences.length} endpoints`,
    cli: [{ region: 'us-east-1', words: ['iam', 'update-assume-role-policy', '--role-name', role.name, '--policy-document', JSON.stringify(policy)], note: 'Keep the other statements and conditions of the present policy' }],
    limits: ['In the template, set the same list as SAML:aud.', 'Give the identity provider the same endpoints as assertion consumer URLs, and try the second one.'],
  };
};
