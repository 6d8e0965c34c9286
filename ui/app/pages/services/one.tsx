import { Alert, Button, Container, Grid, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ServiceReadiness } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { ScoreBar, SeverityBadges, Standing } from '../../parts/badges.tsx';
import { hasEstate, isReport } from '../../request.ts';
import { listText } from '../../state/lists.ts';
import { counted } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Annotated } from './annotated.tsx';
import { FindingsOf } from './findings-of.tsx';
import { Neighbours } from './neighbours.tsx';
import { RecoveryOf } from './recovery-of.tsx';
import { ResourcesOf } from './resources-of.tsx';

const bases: Readonly<Record<ServiceReadiness['basis'], string>> = { configured: 'as the configuration says', tag: 'by their tags', stack: 'by their stacks', module: 'by their modules', use: 'by what uses them', community: 'by how they hang together', shared: 'shared by others', none: 'that nothing assigns' };

export interface ServiceProps extends PageProps {
  readonly service: string;
}

/** All about one service: where it stands, what holds it back, what it needs, what it consists of, and what was said of it. */
export function OneService(props: ServiceProps): ReactNode {
  const { snapshot, wish, service, link } = props;
  const answer = useAnswer(JSON.stringify([snapshot, wish, service]), (signal) => client.services(snapshot, { ...wish, service }, signal));
  return (
    <SpaceBetween size="m">
      <Link href={link('services')}>All services</Link>
      <Answered answer={answer} what="Judging the estate">
        {({ items: [found] }) =>
          found === undefined ? (
            <Alert type="warning" header="There is no such service">The snapshot has no service {service}. It may have another name since.</Alert>
          ) : (
            <SpaceBetween size="l">
              <Head {...props} found={found} />
              <Grid gridDefinition={[{ colspan: { default: 12, m: 7 } }, { colspan: { default: 12, m: 5 } }]}>
                <SpaceBetween size="l"><RecoveryOf {...props} found={found} /><FindingsOf {...props} title="What holds it back" empty="No critical or high gap is known." wanted={{ state: 'gap', severity: ['critical', 'high'] }} address={{ state: 'gap', severity: 'critical,high' }} /><FindingsOf {...props} title="In its code" empty="No gap in code is known." wanted={{ state: 'gap', category: 'code' }} address={{ category: 'code' }} /></SpaceBetween>
                <SpaceBetween size="l">{!isReport() && <Annotated {...props} />}<Neighbours {...props} found={found} /></SpaceBetween>
              </Grid>
              <ResourcesOf {...props} />
            </SpaceBetween>
          )
        }
      </Answered>
    </SpaceBetween>
  );
}

function Head({ found: { id, status, score, severities, counts, resources, basis, wave }, link }: ServiceProps & { readonly found: ServiceReadiness }): ReactNode {
  return (
    <Container
      header={
        <Header
          variant="h2" description={`${counted(resources, 'resource')}, ${bases[basis]}; can move in wave ${wave}`}
          actions={<SpaceBetween direction="horizontal" size="xs"><Button href={link('findings', { service: listText([id]) })}>Findings</Button>{hasEstate() && <Button href={link('graph', { service: id })}>Graph</Button>}{hasEstate() && <Button href={link('plan', { service: id })}>Plan</Button>}</SpaceBetween>}
        >{id}</Header>
      }
    >
      <SpaceBetween direction="horizontal" size="xl">
        <Standing state={status} /><ScoreBar score={score} /><SeverityBadges counts={severities} /><span className="quiet">{counts.unknown} unknown, {counts.ready} ready, {counts.exempt} exempt</span>
      </SpaceBetween>
    </Container>
  );
}
