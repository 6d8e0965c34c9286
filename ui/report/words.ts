import type { Severity } from '../../model/intent.ts';
import type { Status, VerdictState } from '../../model/readiness.ts';

export const stateWords = { gap: 'Gap', unknown: 'Unknown', exempt: 'Exempt', ready: 'Ready' } as const satisfies Record<VerdictState, string>;

export const stateMeanings = {
  gap: 'We looked, and it stands in the way.',
  unknown: 'We could not look. Counts as not ready.',
  exempt: 'Does not bind, for a stated reason. Counts neither way.',
  ready: 'We looked, and it is fine.',
} as const satisfies Record<VerdictState, string>;

export const statusWords = { blocked: 'Blocked', gaps: 'Gaps', unknown: 'Not known', ready: 'Ready' } as const satisfies Record<Status, string>;

export const statusMeanings = {
  blocked: 'At least one gap is critical, or nothing else helps until it is closed.',
  gaps: 'There are gaps, none of them critical or blocking.',
  unknown: 'No gap is known, but not everything was seen.',
  ready: 'Everything that applies was looked at, and all of it is fine.',
} as const satisfies Record<Status, string>;

export const severityWords = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' } as const satisfies Record<Severity, string>;

/** 12345 as 12,345. The same on every machine, which toLocaleString is not. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `1 gap`, `12 gaps`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)} ${value === 1 ? singular : plural}`;
}

/** `a, b and c`. */
export function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
}

export function percentText(percent: number | null): string {
  return percent === null ? 'no score' : `${percent.toFixed(1)} %`;
}
