import { Container, Header, SpaceBetween, Toggle } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { AvailabilityTable } from '../../../../model/availability-table.ts';
import { HeatMap } from '../../parts/heat-map.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { serviceMatrix } from '../../state/availability.ts';
import type { PageProps } from '../page.ts';

/** Services that home uses by regions. */
export function Matrix({ table, query, show }: PageProps & { readonly table: AvailabilityTable }): ReactNode {
  const missing = query['all'] !== 'true';
  const matrix = serviceMatrix(table, { missing, only: [] });
  return (
    <Container
      header={<Header variant="h2" description={table.sources.map(({ title, date }) => `${title}: ${date}`).join(' · ')} actions={<Toggle checked={!missing} onChange={({ detail }) => show('regions', { ...query, all: detail.checked ? 'true' : undefined })}>Show what no region lacks</Toggle>}>AWS services by region</Header>}
    >
      <SpaceBetween size="s">
        {matrix.rows.length === 0 ? <Nothing title="No region of the partition is known to lack anything of it" /> : <HeatMap label="AWS services by region" corner="Service" table={matrix} row={(id) => id} dense />}
      </SpaceBetween>
    </Container>
  );
}
