import { UserError } from '../model/errors.ts';
import type { Fact } from '../model/fact.ts';

/** Throws RR203 where a scan read nothing at all, saying what was found instead. */
export function requireSubstance(facts: readonly Fact[], paths: readonly string[]): void {
  if (facts.some(isSubstance)) return;
  const spot = facts.find((fact) => fact.type === 'blind-spot');
  const found = facts.flatMap((fact) => (fact.type === 'coverage' && fact.count > 0 ? [`${fact.what} ${fact.count}`] : []));
  const details = [...(found.length === 0 ? [] : [`Found: ${found.join(', ')}.`]), ...(spot === undefined ? [] : [`${spot.asked}: ${spot.message}`])];
  throw new UserError('RR203', [`Nothing to read was found in ${paths.join(', ')}.`, ...details].join(' '));
}

/** Counts of files that nothing was read of. */
const unread = /^files:(?:skipped|excluded|symbolic|other$|unreadable$)/;

/** Whether a fact shows that something was read. A template that cannot be parsed is counted by its reader, and a blind spot besides. */
function isSubstance(fact: Fact): boolean {
  if (fact.type === 'coverage') return fact.count > 0 && fact.what.startsWith('files:') && !unread.test(fact.what);
  return fact.type !== 'blind-spot';
}
