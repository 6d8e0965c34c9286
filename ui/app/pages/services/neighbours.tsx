import { Box, Container, Header, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ServiceReadiness } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { hasEstate } from '../../request.ts';
import { useAnswer } from '../../use-answer.ts';
import type { ServiceProps } from './one.tsx';

/** Services that it needs at run time, and those that need it. */
export function Neighbours({ snapshot, service, found: { dependsOn }, link }: ServiceProps & { readonly found: ServiceReadiness }): ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, service, 'around']), (signal) => client.serviceGraph(snapshot, { service, depth: 1, limit: 100 }, signal));
  const list = (names: readonly string[]): ReactNode => names.length === 0 ? <Box color="text-body-secondary">none</Box> : <ul className="plain-list">{names.map((name) => <li key={name}><Link href={link('services', { service: name })}>{name}</Link></li>)}</ul>;
  return (
    <Container header={<Header variant="h2" actions={hasEstate() && <Link href={link('graph', { service })}>In the graph</Link>}>Around it</Header>}>
      <SpaceBetween size="s">
        <div><Box variant="awsui-key-label">Needs at run time</Box>{list(dependsOn)}</div>
        <Answered answer={answer}>
          {({ edges }) => <div><Box variant="awsui-key-label">Referred to by</Box>{list([...new Set(edges.flatMap(({ from, to }) => (to === service && from !== service ? [from] : [])))].sort())}</div>}
        </Answered>
      </SpaceBetween>
    </Container>
  );
}
