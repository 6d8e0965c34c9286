import type { Severity } from '../../model/intent.ts';

/** How machines that know three levels only are told a severity. SARIF says note where GitHub says notice. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
