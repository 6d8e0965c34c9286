import { Box, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Candidate } from '../../../../model/comparison.ts';
import { targetsQuestion } from '../../../../model/page-questions.ts';
import type { ReadinessSummary } from '../../../../server/api.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { ScoreBar, SeverityBadges, Standing } from '../../parts/badges.tsx';
import { RegionChoice } from '../../parts/region-choice.tsx';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** The target that is judged beside others. */
export function Targets({ snapshot, wish, query, readiness: { intent }, show, link }: PageProps & { readonly readiness: ReadinessSummary }): ReactNode {
  const chosen = (query['targets'] ?? '').split(',').filter((code) => code !== '');
  const targets = [...new Set([intent.target, ...chosen])].slice(0, 4);
  const asked = targetsQuestion(wish, targets);
  const answer = useAnswer(JSON.stringify([snapshot, asked, 'targets']), (signal) => client.compare(snapshot, asked, signal));
  return (
    <Container
      header={<Header variant="h2" description="The same estate, judged for each." actions={<Link href={link('regions', { targets: targets.join(',') })}>Compare in full</Link>}>Targets side by side</Header>}
      footer={<RegionChoice label="Others to compare with" most={3} chosen={chosen} without={[...intent.home, intent.target]} onChange={(codes) => show('overview', { ...query, targets: codes.join(',') })} />}
    >
      <Answered answer={answer} what={`Judging for ${targets.join(', ')}`}>
        {({ candidates }) => <div className="side-by-side">{candidates.map((candidate) => <Target key={candidate.region} candidate={candidate} href={link('overview', { ...query, target: candidate.region })} current={candidate.region === intent.target} />)}</div>}
      </Answered>
    </Container>
  );
}

function Target({ candidate: { region, name, points, known, strategies, disqualified, roundTrips, zones }, href, current }: { readonly candidate: Candidate; readonly href: string; readonly current: boolean }): ReactNode {
  const [trip] = roundTrips;
  return (
    <section className={current ? 'target current' : 'target'} aria-label={region}>
      <SpaceBetween size="xxs">
        <Box variant="h3" padding="n">{current ? region : <Link fontSize="heading-m" href={href}>{region}</Link>}</Box>
        <Box color="text-body-secondary" variant="small">{name}</Box>
        {strategies.map(({ strategy, status, score, severities, unknown }) => (
          <SpaceBetween key={strategy} size="xxs"><Standing state={status} /><ScoreBar score={score} /><SeverityBadges counts={severities} /><Box variant="small" color="text-body-secondary">{unknown} unknown</Box></SpaceBetween>
        ))}
        <Box variant="small" color="text-body-secondary">
          {disqualified.length > 0 ? `Not possible: ${disqualified[0] ?? ''}` : `${points ?? 'no'} points as a candidate (${Math.round(known * 100)} % known)`}
          {trip?.ms !== undefined && ` · ${trip.ms} ms from ${trip.from}, ${trip.basis ?? ''}`}{zones !== undefined && ` · ${zones} zones`}
        </Box>
      </SpaceBetween>
    </section>
  );
}
