import { between, roundTripScale, type Criterion } from '../criterion.ts';

export const latency: Criterion = {
  id: 'latency',
  rate({ fromHome }) {
    const far = fromHome.filter(({ ms }) => ms !== undefined).sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0))[0];
    if (far?.ms === undefined || far.basis === undefined || fromHome.some(({ ms }) => ms === undefined)) return { value: undefined, why: 'nobody told us the round trip' };
    return { value: between(far.ms, roundTripScale), why: `${far.ms} ms from ${far.from}, ${far.basis}` };
  },
};
