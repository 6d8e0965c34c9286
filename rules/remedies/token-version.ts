import { firstOfAccount, type MakeAccountRemedy } from './account-remedy.ts';

/** Tokens of the global STS endpoint that every region accepts. */
const make: MakeAccountRemedy = (account) => ({
  title: `Let the global STS endpoint give ${account ?? 'the account'} tokens for every region`,
  cli: [{ region: 'us-east-1', words: ['iam', 'set-security-token-service-preferences', '--global-endpoint-token-version', 'v2Token'] }],
  limits: ['Version 2 tokens are longer: see that whatever stores tokens has room for them.', 'Regional endpoints make it unnecessary, and do not depend on us-east-1.'],
});
export const tokenVersion = firstOfAccount(make);
