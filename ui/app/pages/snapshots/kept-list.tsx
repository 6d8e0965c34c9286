import { Button, Container, Header, SpaceBetween, Table } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { strategyTitles } from '../../../../model/intent.ts';
import type { KeptReadiness } from '../../../../server/api.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { ScoreBar, Standing } from '../../parts/badges.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { TrendChart } from '../../parts/trend-chart.tsx';
import { trendOf } from '../../state/trend.ts';
import { moment, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** Judgements as they were kept, and the way of each road. */
export function KeptList({ show }: PageProps): ReactNode {
  const answer = useAnswer('kept', (signal) => client.kept({ limit: 500 }, signal));
  const [chosen, setChosen] = useState<readonly KeptReadiness[]>([]);
  const [older, newer] = [...chosen].sort((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
  return (
    <Answered answer={answer}>
      {({ items, total }) => (
        <SpaceBetween size="l">
          <Trends items={items} />
          <Table
            items={items} trackBy="id" selectionType="multi" selectedItems={chosen} onSelectionChange={({ detail }) => setChosen(detail.selectedItems.slice(-2))} wrapLines empty={<Nothing title="No judgement was kept yet">The overview keeps the one that it shows; so does a scheduled scan.</Nothing>}
            ariaLabels={{ tableLabel: 'Judgements', selectionGroupLabel: 'Selected', allItemsSelectionLabel: () => 'Select the last two', itemSelectionLabel: (_, { target, keptAt }) => `Select ${target} of ${moment(keptAt)}` }}
            header={<Header counter={`(${number(total)})`} description="Choose two of the same target to see what became of the gaps." actions={<Button disabled={newer === undefined} onClick={() => show('snapshots', { show: 'readinesses', before: older?.id, after: newer?.id })}>What changed</Button>}>Judgements, newest first</Header>}
            columnDefinitions={[
              { id: 'at', header: 'Kept', isRowHeader: true, cell: ({ keptAt, keptBy }) => <>{moment(keptAt)}<div className="quiet">by {keptBy}</div></> },
              { id: 'road', header: 'Road', cell: ({ home, target, strategy }) => <>{home.join(', ')} → {target}<div className="quiet">{strategyTitles[strategy]}</div></> },
              { id: 'status', header: 'Status', cell: ({ status }) => <Standing state={status} /> },
              { id: 'score', header: 'Score', cell: ({ score }) => <ScoreBar score={score} /> },
              { id: 'gaps', header: 'Gaps', cell: ({ gaps }) => number(gaps) },
              { id: 'unknown', header: 'Unknown', cell: ({ unknown }) => number(unknown) },
              { id: 'day', header: 'Judged for the day', cell: ({ today }) => today },
            ]}
          />
        </SpaceBetween>
      )}
    </Answered>
  );
}

function Trends({ items }: { readonly items: readonly KeptReadiness[] }): ReactNode {
  const roads = [...new Map(items.map(({ target, strategy }) => [`${target} ${strategy}`, { target, strategy }])).values()].slice(0, 6);
  const drawn = roads.flatMap((road) => {
    const points = trendOf(items, road);
    return points.length < 2 ? [] : [{ ...road, points }];
  });
  if (drawn.length === 0) return null;
  return <div className="side-by-side wide">{drawn.map(({ target, strategy, points }) => <Container key={`${target} ${strategy}`} header={<Header variant="h3" description={strategyTitles[strategy]}>{target}</Header>}><TrendChart points={points} /></Container>)}</div>;
}
