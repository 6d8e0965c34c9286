import { Button, Container, Header, Link } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import type { ReadinessSummary } from '../../../../server/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { TrendChart } from '../../parts/trend-chart.tsx';
import { trendOf } from '../../state/trend.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** How the score went over the judgements that were kept. */
export function Trend({ snapshot, wish, readiness: { intent }, link }: PageProps & { readonly readiness: ReadinessSummary }): ReactNode {
  const answer = useAnswer('kept', (signal) => client.kept({ limit: 500 }, signal));
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    await act('Keep this judgement', () => client.keep(snapshot, wish));
    setBusy(false);
  };
  return (
    <Container header={<Header variant="h2" description={`Judgements for ${intent.target} that were kept.`} actions={<Button loading={busy} onClick={() => void keep()}>Keep this one</Button>}>Trend</Header>} footer={<Link href={link('snapshots', { show: 'readinesses' })}>All that were kept, and what changed between them</Link>}>
      <Answered answer={answer}>
        {({ items }) => {
          const points = trendOf(items, intent);
          return points.length === 0 ? <Nothing title="None was kept yet">Keep a judgement now and after later scans; this shows the way.</Nothing> : <TrendChart points={points} />;
        }}
      </Answered>
    </Container>
  );
}
