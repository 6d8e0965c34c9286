import { Box, ExpandableSection } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { largestFirst } from '../state/coverage.ts';
import { number } from '../state/words.ts';

const unfolded = 6;

/** Counts as bars, the largest first; the small ones are folded away. */
export function Tally({ title, counts }: { readonly title: string; readonly counts: Readonly<Record<string, number>> }): ReactNode {
  const rows = largestFirst(counts);
  const most = rows[0]?.[1] ?? 1;
  const list = (part: typeof rows): ReactNode => <ul className="tally">{part.map(([name, count]) => <li key={name}><span title={name}>{name}</span><span className="score"><meter min={0} max={most} value={count} aria-label={name} />{number(count)}</span></li>)}</ul>;
  return (
    <div>
      <Box variant="awsui-key-label">{title}</Box>
      {rows.length === 0 ? <span className="quiet">not told</span> : list(rows.slice(0, unfolded))}
      {rows.length > unfolded && <ExpandableSection headerText={`${number(rows.length - unfolded)} more`}>{list(rows.slice(unfolded))}</ExpandableSection>}
    </div>
  );
}
