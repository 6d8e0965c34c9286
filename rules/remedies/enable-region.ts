import { firstOfAccount, type MakeAccountRemedy } from './account-remedy.ts';

/** Enables the target for the account. */
const make: MakeAccountRemedy = (account, { intent: { target } }) => ({
  title: `Enable ${target} for ${account ?? 'the account'}`,
  cli: [
    { region: 'us-east-1', words: ['account', 'enable-region', '--region-name', target, ...(account === undefined ? [] : ['--account-id', account])], note: 'The management account or a delegated administrator may name another account; leave --account-id out for its own' },
    { region: 'us-east-1', words: ['account', 'get-region-opt-status', '--region-name', target, ...(account === undefined ? [] : ['--account-id', account])], note: 'ENABLED after minutes to hours' },
  ],
  limits: ['Service control policies must allow account:EnableRegion.', 'Roll out baselines (trail, Config, detection) to the region once it is enabled.'],
});
export const enableRegion = firstOfAccount(make);
