import { Box, ColumnLayout, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { strategyTitles } from '../../../../model/intent.ts';
import type { Status } from '../../../../model/readiness.ts';
import type { ReadinessSummary } from '../../../../server/api.ts';
import { SeverityBadges, Standing } from '../../parts/badges.tsx';
import { number } from '../../state/words.ts';
import type { PageProps } from '../page.ts';

const meanings: Readonly<Record<Status, string>> = {
  blocked: 'At least one gap is critical or makes the strategy impossible.',
  gaps: 'Nothing makes it impossible, but gaps are open.',
  unknown: 'No gap is known, but not everything could be looked at.',
  ready: 'Everything that was looked at is fine.',
};

export function Summary({ readiness: { intent, status, score, counts, severities, notes }, link }: PageProps & { readonly readiness: ReadinessSummary }): ReactNode {
  return (
    <Container header={<Header variant="h2" description={`${intent.home.join(', ')} → ${intent.target} · ${strategyTitles[intent.strategy]} · judged on ${intent.today}`}>Are we ready?</Header>}>
      <SpaceBetween size="m">
        <ColumnLayout columns={4} variant="text-grid" minColumnWidth={150}>
          <Figure label="Status" value={<Standing state={status} />}>{meanings[status]}</Figure>
          <Figure label="Score" value={score.percent === null ? 'none' : `${score.percent.toFixed(1)} %`}>{number(score.ready)} of {number(score.judged)} points. Unknown counts as not ready.</Figure>
          <Figure label="Gaps" value={<Link fontSize="heading-xl" href={link('findings', { state: 'gap' })}>{number(counts.gap)}</Link>}><SeverityBadges counts={severities} /></Figure>
          <Figure label="Unknown" value={<Link fontSize="heading-xl" href={link('findings', { state: 'unknown' })}>{number(counts.unknown)}</Link>}>
            Could not be looked at. <Link href={link('findings', { state: 'ready' })}>{number(counts.ready)} ready</Link>, <Link href={link('findings', { state: 'exempt' })}>{number(counts.exempt)} exempt</Link>
          </Figure>
        </ColumnLayout>
        {notes.length > 0 && <ul className="plain-list quiet">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      </SpaceBetween>
    </Container>
  );
}

function Figure({ label, value, children }: { readonly label: string; readonly value: ReactNode; readonly children: ReactNode }): ReactNode {
  return <div><Box variant="awsui-key-label">{label}</Box><Box fontSize="heading-xl" fontWeight="bold">{value}</Box><Box color="text-body-secondary" variant="small">{children}</Box></div>;
}
