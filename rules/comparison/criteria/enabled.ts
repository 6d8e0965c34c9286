import type { Criterion } from '../criterion.ts';

export const enabled: Criterion = {
  id: 'enabled',
  rate({ region, readiness: { judgements } }) {
    if (region?.optIn === false) return { value: 1, why: 'enabled by default' };
    const accounts = judgements.filter(({ rule }) => rule === 'region-optin-not-enabled');
    const shut = accounts.filter(({ state }) => state === 'gap').length;
    if (shut > 0) return { value: 0, why: `not enabled in ${shut} of ${accounts.length} accounts` };
    if (accounts.length === 0 || accounts.some(({ state }) => state === 'unknown')) return { value: undefined, why: 'must be enabled account by account, and nobody told us whether it is' };
    return { value: 1, why: `enabled in ${accounts.length === 1 ? 'the account' : `all ${accounts.length} accounts`}` };
  },
};
