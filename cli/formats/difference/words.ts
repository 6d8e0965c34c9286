import type { ChangedVerdict, ReadinessDifference, SnapshotDifference, Summary, VerdictChange } from '../../../model/difference.ts';
import { counted, percentOf, statusWords } from '../words.ts';

export const changeWords: Readonly<Record<VerdictChange, { readonly title: string; readonly sign: string }>> = {
  new: { title: 'New', sign: '+' },
  worse: { title: 'Worse', sign: '▲' },
  better: { title: 'Better', sign: '▼' },
  fixed: { title: 'Fixed', sign: '✔' },
  gone: { title: 'Gone', sign: '–' },
};

export const changeSigns = { worse: '▲', new: '+', better: '▼', gone: '–' } as const;

/** ✖ blocked → ▲ gaps · score 41.0 % → 68.4 % · 12 gaps → 9 gaps */
export function progressText({ before, after }: ReadinessDifference): string {
  const both = (text: (summary: Summary) => string): string => (text(before) === text(after) ? `${text(after)} as before` : `${text(before)} → ${text(after)}`);
  return [both(({ status }) => `${statusWords[status].sign} ${status}`), `score ${both(({ score }) => percentOf(score))}`, both(({ gaps }) => counted(gaps, 'gap')), both(({ unknown }) => `${unknown} unknown`)].join(' · ');
}

export function verdictText({ rule, title, before, after }: ChangedVerdict): string {
  const shown = after === undefined || after.state === 'ready' || after.state === 'exempt' ? before : after;
  return `${shown?.state === 'unknown' ? 'unknown' : (shown?.severity ?? '')} ${rule}: ${title}`;
}

/** Changes by kind, worst news first, in the order of the document. */
export function byChange({ verdicts }: ReadinessDifference): [VerdictChange, ChangedVerdict[]][] {
  return [...Map.groupBy(verdicts, ({ change }) => change)];
}

export function countsText({ counts: { before, after, unchanged }, occurrences: { added, removed } }: SnapshotDifference): string {
  return `${counted(before, 'resource')} → ${counted(after, 'resource')}, ${unchanged} unchanged; regions named in code and text: ${added} added, ${removed} removed`;
}

export const resourceSigns = { added: '+', removed: '–', changed: '~' } as const;

export const valueText = ({ what, before, after }: SnapshotDifference['resources'][number]['values'][number]): string => `${what}: ${short(before)} → ${short(after)}`;

const short = (text: string | undefined): string => (text === undefined ? 'not told' : text.length > 120 ? `${text.slice(0, 119)}…` : text);
