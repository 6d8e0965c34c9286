import { Container, Header, Link, ProgressBar } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { client, type SimulationPage } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { HeatLegend, HeatMap } from '../../parts/heat-map.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { lossMatrix } from '../../state/losses.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

const legend = [['critical', '✕ stops'], ['high', '▲ degrades'], ['unknown', '? not known'], ['low', '↻ recovers after steps'], ['ready', '✓ survives']] as const;

/** Each region that anything is in, lost in turn: one after the other, so that it does not hold up the server. */
export function LossMatrix({ snapshot, wish, link }: PageProps): ReactNode {
  const [done, setDone] = useState({ count: 0, of: 0 });
  const answer = useAnswer(JSON.stringify([snapshot, wish, 'matrix']), async (signal) => {
    const { coverage } = await client.readiness(snapshot, wish, signal);
    const regions = Object.keys(coverage.byRegion ?? {}).filter((region) => region !== 'global').slice(0, 40);
    const simulations: { lost: string; simulation: SimulationPage }[] = [];
    for (const lost of regions) {
      setDone({ count: simulations.length, of: regions.length });
      simulations.push({ lost, simulation: await client.simulate(snapshot, { ...wish, lose: lost, limit: 500 }, signal) });
    }
    return lossMatrix(simulations);
  });
  return (
    <Container header={<Header variant="h2" description="Every region that anything is in, lost in turn. Services that survive all of it are left out.">Services by lost region</Header>} footer={<HeatLegend tones={legend} />}>
      {answer.data === undefined && answer.error === undefined && done.of > 0 && <ProgressBar value={(100 * done.count) / done.of} label="Losing each region in turn" additionalInfo={`${done.count} of ${done.of}`} />}
      <Answered answer={answer} what="Losing each region in turn">
        {(table) => (table.rows.length === 0 ? <Nothing title="Every service survives the loss of any region" /> : <HeatMap label="Services by lost region" corner="Service" table={table} row={(id) => <Link href={link('services', { service: id })}>{id}</Link>} href={(_, lose) => link('simulate', { lose })} />)}
      </Answered>
    </Container>
  );
}
