import { regionalConstantsOf, regionalValues, regionsOfConstant } from '../../../model/regional-constant.ts';
import type { Match } from './match.ts';
import { anyOf } from './vocabulary.ts';

/** Accounts and hosted zones of AWS that are others in other regions, on their own or in an ARN; in a host the host is what counts. */
export const constantSource = `(?<![\\w.-])${anyOf([...regionalValues('account'), ...regionalValues('hosted-zone')])}(?![\\w.-])`;
/** The forms that these have, which are found sooner than all of them one by one. */
const form = /(?<![\w.-])(?:\d{12}|Z[A-Z0-9]{1,40})(?![\w.-])/g;

export function constantMatches(text: string): Match[] {
  return Array.from(text.matchAll(form)).filter(([found]) => regionalConstantsOf(found).length > 0).map(({ index, 0: found }) => ({
    form: found.startsWith('Z') ? 'hosted-zone' : 'account', text: found, regions: regionsOfConstant(found), from: index, to: index + found.length,
  }));
}
