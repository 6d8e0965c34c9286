import { Box, ColumnLayout, Container, ExpandableSection, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { blindSpotReasons, type BlindSpot } from '../../../../model/blind-spot.ts';
import { blindSpotsQuestion } from '../../../../model/page-questions.ts';
import type { Page, ReadinessSummary } from '../../../../server/api.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Tally } from '../../parts/tally.tsx';
import { blindSpotKinds } from '../../state/coverage.ts';
import { counted, number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** What was looked at, and what was not. */
export function Coverage({ snapshot, wish, readiness: { coverage, blindSpots, counts }, link }: PageProps & { readonly readiness: ReadinessSummary }): ReactNode {
  const blind = useAnswer(JSON.stringify([snapshot, wish, 'blind']), (signal) => client.blindSpots(snapshot, blindSpotsQuestion(wish), signal));
  const { resources, judged, outside, edges, dangling, looked, byType, byRegion = {}, byAccount = {} } = coverage;
  const shares = [
    { label: 'Resources that a rule has a verdict on', part: judged, whole: resources },
    { label: 'Resources at home or in the target', part: resources - outside, whole: resources },
    { label: 'References that lead to something in the estate', part: edges, whole: edges + dangling },
    { label: 'Verdicts that could be given', part: counts.gap + counts.ready + counts.exempt, whole: counts.gap + counts.ready + counts.exempt + counts.unknown },
  ];
  return (
    <Container header={<Header variant="h2" description="Nothing that was not looked at counts as ready.">Coverage</Header>}>
      <SpaceBetween size="l">
        <ColumnLayout columns={2}>
          <div>
            <Box variant="h3">Looked at</Box>
            <ul className="shares">{shares.map(({ label, part, whole }) => <li key={label}><span>{label}</span><span className="score"><meter min={0} max={Math.max(1, whole)} value={part} aria-label={label} />{number(part)} of {number(whole)}</span></li>)}</ul>
            <Tally title="Files and places read" counts={looked} />
          </div>
          <div>
            <Box variant="h3">Not looked at <span className="quiet">({number(blindSpots)})</span></Box>
            <Answered answer={blind}>{(page) => <BlindSpots page={page} />}</Answered>
          </div>
        </ColumnLayout>
        <ColumnLayout columns={3} minColumnWidth={220}>
          <Tally title="Resources by region" counts={byRegion} />
          <Tally title="Resources by account" counts={byAccount} />
          <Tally title="Resources by type" counts={byType} />
        </ColumnLayout>
        {counts.unknown > 0 && <Link href={link('findings', { state: 'unknown', group: 'rule' })}>{counted(counts.unknown, 'verdict is', 'verdicts are')} unknown: what would answer them</Link>}
      </SpaceBetween>
    </Container>
  );
}

function BlindSpots({ page: { items, total } }: { readonly page: Page<BlindSpot> }): ReactNode {
  if (total === 0) return <Nothing title="No scanner reported a blind spot">Everything that was given could be read.</Nothing>;
  return (
    <SpaceBetween size="xxs">
      {blindSpotKinds(items).slice(0, 8).map(({ reason, message, remedy, spots }) => (
        <ExpandableSection key={`${reason} ${message}`} headerText={`${blindSpotReasons[reason]}: ${message}`} headerCounter={`(${number(spots.length)})`}>
          {remedy !== undefined && <Box variant="p">What would open it: <Prose text={remedy} /></Box>}
          <ul className="plain-list">{spots.slice(0, 30).map(({ asked, account, region }, index) => <li key={`${index} ${asked}`}>{[asked, account, region].filter((each) => each !== undefined).join(' · ')}</li>)}</ul>
          {spots.length > 30 && <Box variant="small">and {counted(spots.length - 30, 'more place')}</Box>}
        </ExpandableSection>
      ))}
      {total > items.length && <Box variant="small" color="text-body-secondary">Told from the first {number(items.length)} of {number(total)}.</Box>}
    </SpaceBetween>
  );
}
