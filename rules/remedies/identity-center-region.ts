import type { MakeRemedy } from '../remedy.ts';
import { homeOf } from './words.ts';

/** The target as a further region of the instance of IAM Identity Center. */
export const identityCenterRegion: MakeRemedy = (instance, { intent: { home, target } }) => {
  if (instance.kind !== 'sso-instance') return undefined;
  const region = homeOf(instance, home);
  const arn = instance.arn ?? 'INSTANCE_ARN';
  return {
    title: `Add ${target} to ${instance.name}`,
    cli: [
      { region, words: ['sso-admin', 'add-region', '--instance-arn', arn, '--region-name', target] },
      { region, words: ['sso-admin', 'describe-region', '--instance-arn', arn, '--region-name', target], note: 'ACTIVE when it is done' },
    ],
    limits: ['The instance must be encrypted with a multi-Region key that has a replica in the target.', 'Give the identity provider the assertion consumer URL of that region, and publish its portal.', 'Keep break-glass users outside of it in any case.'],
  };
};
