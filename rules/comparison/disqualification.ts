import type { Candidate } from '../../model/comparison.ts';
import type { Region } from '../../model/region.ts';
import type { Judged } from '../judge.ts';
import { isRegionFact } from './lacks.ts';

/** A region in a country that data may not be kept in is no candidate; a country that nobody told is not one of the allowed. */
export function residencyOf(region: Region | undefined, allowed: readonly string[] | undefined): Candidate['residency'] {
  if (allowed === undefined) return 'undeclared';
  return region?.country !== undefined && allowed.includes(region.country) ? 'allowed' : 'forbidden';
}

/** A region that is not enabled yet can be enabled: that is a gap, not a reason against it. */
const curable = new Set(['region-optin-not-enabled']);

/** Why a region cannot be taken for the strategy: residency, and every critical lack that no change of the estate's own set-up there can cure. */
export function disqualifiedBecause({ judgements }: Judged, { residency, region }: { readonly residency: Candidate['residency']; readonly region: Region | undefined }): string[] {
  const where = region?.country === undefined ? 'its country is not known' : `it is in ${region.country}`;
  const lacking = judgements.filter(({ rule, state, severity }) => isRegionFact(rule) && !curable.has(rule) && state === 'gap' && severity === 'critical').map(({ message }) => message);
  return [...(residency === 'forbidden' ? [`Data may not be kept there: ${where}.`] : []), ...lacking];
}
