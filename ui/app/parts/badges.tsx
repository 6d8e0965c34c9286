import { Badge, StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Severity } from '../../../model/intent.ts';
import type { Score, Status, VerdictState } from '../../../model/readiness.ts';
import type { Outcome } from '../../../model/simulation.ts';
import { number } from '../state/words.ts';

const statusTypes: Readonly<Record<Status | VerdictState | Outcome, StatusIndicatorProps.Type>> = {
  blocked: 'error', gaps: 'warning', unknown: 'pending', ready: 'success', gap: 'error', exempt: 'stopped', stops: 'error', degrades: 'warning', recovers: 'info', survives: 'success',
};

export function Standing({ state }: { readonly state: Status | VerdictState | Outcome }): ReactNode {
  return <StatusIndicator type={statusTypes[state]}>{state}</StatusIndicator>;
}

const colors: Readonly<Record<Severity, 'severity-critical' | 'severity-high' | 'severity-medium' | 'severity-low' | 'severity-neutral'>> = { critical: 'severity-critical', high: 'severity-high', medium: 'severity-medium', low: 'severity-low', info: 'severity-neutral' };

export function SeverityBadge({ severity, count }: { readonly severity: Severity; readonly count?: number }): ReactNode {
  return <Badge color={colors[severity]}>{count === undefined ? severity : `${number(count)} ${severity}`}</Badge>;
}

/** A badge for each severity that there is a gap of, worst first. */
export function SeverityBadges({ counts }: { readonly counts: Readonly<Record<string, number>> }): ReactNode {
  const present = (Object.keys(colors) as Severity[]).filter((severity) => (counts[severity] ?? 0) > 0);
  if (present.length === 0) return <span className="quiet">none</span>;
  return <span className="badges">{present.map((severity) => <SeverityBadge key={severity} severity={severity} count={counts[severity] ?? 0} />)}</span>;
}

/** The score as a number and a bar. */
export function ScoreBar({ score: { percent } }: { readonly score: Score }): ReactNode {
  if (percent === null) return <span className="quiet">nothing judged</span>;
  return <span className="score"><meter min={0} max={100} value={percent} aria-label="Score" /><span>{percent.toFixed(1)} %</span></span>;
}
