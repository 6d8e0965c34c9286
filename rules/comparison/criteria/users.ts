import { between, roundTripScale, type Criterion } from '../criterion.ts';

export const users: Criterion = {
  id: 'users',
  rate({ fromUsers }) {
    if (fromUsers.length === 0) return { value: undefined, why: 'where the users are was not given' };
    const missing = fromUsers.find(({ ms }) => ms === undefined);
    if (missing !== undefined) return { value: undefined, why: `nobody told us the round trip from ${missing.from}` };
    const mean = fromUsers.reduce((sum, { ms = 0, share = 0 }) => sum + ms * share, 0);
    return { value: between(mean, roundTripScale), why: `about ${Math.round(mean)} ms in the mean over the users, estimated` };
  },
};
