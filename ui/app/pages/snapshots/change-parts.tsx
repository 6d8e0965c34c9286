import { StatusIndicator, type StatusIndicatorProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ReadinessDifference, SnapshotDifference, Summary, VerdictChange } from '../../../../model/difference.ts';
import { ScoreBar, Standing } from '../../parts/badges.tsx';

type AnyChange = VerdictChange | SnapshotDifference['resources'][number]['change'];

const types: Readonly<Record<AnyChange, StatusIndicatorProps.Type>> = { new: 'error', worse: 'warning', better: 'info', fixed: 'success', gone: 'stopped', added: 'success', removed: 'stopped', changed: 'info' };

export function Change({ change, unseen }: { readonly change: AnyChange; readonly unseen: boolean }): ReactNode {
  return <><StatusIndicator type={types[change]}>{change}</StatusIndicator>{unseen && <div className="quiet">it may only be unseen</div>}</>;
}

export function Side({ summary: { status, score, gaps, unknown, today } }: { readonly summary: Summary }): ReactNode {
  return <><Standing state={status} /><ScoreBar score={score} /><div className="quiet">{gaps} gaps, {unknown} unknown, {today}</div></>;
}

export function StatusChanges({ services }: { readonly services: ReadinessDifference['services'] }): ReactNode {
  if (services.length === 0) return 'stand where they stood';
  return <ul className="plain-list">{services.slice(0, 6).map(({ id, before, after }) => <li key={id}>{id}: {before ?? 'was not there'} → {after ?? 'is gone'}</li>)}{services.length > 6 && <li>and {services.length - 6} more</li>}</ul>;
}
