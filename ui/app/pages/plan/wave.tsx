import { Box, Container, ExpandableSection, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { approachTitles, type PlannedService, type PlannedWave, type Precondition } from '../../../../model/plan.ts';
import { durationText } from '../../../../model/duration.ts';
import type { PlanPage } from '../../client.ts';
import { SeverityBadge } from '../../parts/badges.tsx';
import { LongText } from '../../parts/long-text.tsx';
import { More } from '../../parts/more.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { waveTitle } from '../../state/gantt.ts';
import { briefly, counted, firstOf } from '../../state/words.ts';
import type { PageProps } from '../page.ts';

interface Props extends PageProps {
  readonly plan: PlanPage;
  readonly wave: PlannedWave;
}

export function Wave(props: Props): ReactNode {
  const { wave: { number, starts, ends, groups }, plan: { services, foundations, total }, query } = props;
  const own = services.filter(({ wave }) => wave === number);
  const all = groups.reduce((sum, { length }) => sum + length, 0);
  return (
    <div id={`wave-${number}`} className="keep">
      <Container header={<Header variant="h2" description={`${starts} to ${ends}${own.length < all ? `; ${own.length} of the ${counted(all, 'service')} are told here` : ''}`} counter={number === 0 ? `(${total.foundations})` : `(${all})`}>{waveTitle(number)}</Header>}>
        {number === 0
          ? foundations.length === 0 ? <Nothing title="No gap of accounts, network, identity or operations is known" /> : <Gaps {...props} gaps={foundations} />
          : <More items={own} step={25}>{(shown) => <SpaceBetween size="xs">{shown.map((service) => <Planned key={service.id} {...props} service={service} open={query['service'] === service.id} />)}</SpaceBetween>}</More>}
      </Container>
    </div>
  );
}

function Gaps({ gaps, link }: PageProps & { readonly gaps: readonly Precondition[] }): ReactNode {
  return <More items={gaps} step={20}>{(shown) => <ul className="rows">{shown.map(({ fingerprint, severity, title, message }) => <li key={fingerprint}><SeverityBadge severity={severity} /><span><Link href={link('findings', { finding: fingerprint })}>{briefly(title)}</Link> <LongText>{message}</LongText></span></li>)}</ul>}</More>;
}

/** What is folded is not made: a plan may hold a thousand services. */
function Planned(props: Props & { readonly service: PlannedService; readonly open: boolean }): ReactNode {
  const { service: { id, approach, with: others, steps }, open, link } = props;
  const [expanded, setExpanded] = useState(open);
  const tied = others.length === 0 ? '' : ` · together with ${firstOf(others)}`;
  return (
    <ExpandableSection expanded={expanded} onChange={({ detail }) => setExpanded(detail.expanded)} headerText={id} headerDescription={`${approachTitles[approach]} · ${counted(steps.length, 'step')}${tied}`} headerActions={<Link href={link('services', { service: id })}>Service</Link>}>
      {expanded && <Details {...props} />}
    </ExpandableSection>
  );
}

function Details(props: Props & { readonly service: PlannedService }): ReactNode {
  const { service: { reasons, after, pause, preconditions, steps, rollback } } = props;
  return (
    <SpaceBetween size="s">
      <Box variant="p">Because {reasons.join('; ')}.{after.length > 0 && ` After ${firstOf(after, 12)}.`}</Box>
      <Box variant="p"><strong>Without writes:</strong> {pause.seconds === null ? 'cannot be said' : `${durationText(pause.seconds)}, ${pause.basis}`}{pause.tolerated !== undefined && `; ${durationText(pause.tolerated)} are tolerated`}{pause.parts.length > 0 && ` (${pause.parts.join('; ')})`}</Box>
      {preconditions.length > 0 && <div><Box variant="awsui-key-label">To close before</Box><Gaps {...props} gaps={preconditions} /></div>}
      <ol className="steps">{steps.map(({ phase, text, seconds, basis, irreversible }, index) => <li key={`${index} ${text}`}><span className="phase">{phase}</span><span>{text}{seconds !== undefined && <span className="quiet"> {durationText(seconds)}{basis === undefined ? '' : `, ${basis}`}</span>}{irreversible !== undefined && <Box color="text-status-warning">Cannot be undone: {irreversible}</Box>}</span></li>)}</ol>
      <Box variant="p"><strong>Rollback:</strong> {rollback}</Box>
    </SpaceBetween>
  );
}
