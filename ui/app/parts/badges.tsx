import { Badge, StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Severity } from '../../../model/intent.ts';
import type { Status, VerdictState } from '../../../model/readiness.ts';
import type { Outcome } from '../../../model/simulation.ts';

const statusTypes: Readonly<Record<Status | VerdictState | Outcome, StatusIndicatorProps.Type>> = {
  blocked: 'error', gaps: 'warning', unknown: 'pending', ready: 'success', gap: 'error', exempt: 'stopped', stops: 'error', degrades: 'warning', recovers: 'info', survives: 'success',
};

export function Standing({ state }: { readonly state: Status | VerdictState | Outcome }): ReactNode {
  return <StatusIndicator type={statusTypes[state]}>{state}</StatusIndicator>;
}

const colors: Readonly<Record<Severity, 'severity-critical' | 'severity-high' | 'severity-medium' | 'severity-low' | 'severity-neutral'>> = { critical: 'severity-critical', high: 'severity-high', medium: 'severity-medium', low: 'severity-low', info: 'severity-neutral' };

export function SeverityBadge({ severity }: { readonly severity: Severity }): ReactNode {
  return <Badge color={colors[severity]}>{severity}</Badge>;
}

/** `2 critical, 1 low`. */
export function severityText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts).flatMap(([severity, count]) => (count > 0 ? [`${count} ${severity}`] : [])).join(', ') || 'none';
}
