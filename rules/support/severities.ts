import type { Severity, Strategy } from '../../model/intent.ts';

const letters = { C: 'critical', H: 'high', M: 'medium', L: 'low', I: 'info', '-': 'off' } as const;
type Letter = keyof typeof letters;

/** Severities for backup & restore, pilot light, warm standby and active-active, in this order: H/C/C/C. */
export function severities(spec: `${Letter}/${Letter}/${Letter}/${Letter}`): Readonly<Record<Strategy, Severity | 'off'>> {
  const [backup, pilot, warm, active] = spec.split('/') as [Letter, Letter, Letter, Letter];
  return { 'backup-restore': letters[backup], 'pilot-light': letters[pilot], 'warm-standby': letters[warm], 'active-active': letters[active] };
}
