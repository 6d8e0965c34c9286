import { Link, Table, Header } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { PlanPage } from '../../client.ts';
import type { PageProps } from '../page.ts';

/** Dependencies that force services to move at the same time. */
export function Debt({ plan: { debt, total }, link }: PageProps & { readonly plan: PlanPage }): ReactNode {
  if (debt.length === 0) return null;
  return (
    <Table
      items={debt.slice(0, 50)} ariaLabels={{ tableLabel: 'Dependencies that tie services together' }} wrapLines
      header={<Header counter={`(${total.debt})`} description="Without one of them fewer services would have to move together; the heaviest first.">What ties services together</Header>}
      columnDefinitions={[
        { id: 'from', header: 'Service', isRowHeader: true, cell: ({ from }) => <Link href={link('services', { service: from })}>{from}</Link> },
        { id: 'to', header: 'Needs', cell: ({ to }) => <Link href={link('services', { service: to })}>{to}</Link> },
        { id: 'types', header: 'By', cell: ({ types }) => Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ') },
        { id: 'after', header: 'Still together without it', cell: ({ largestAfter }) => largestAfter },
      ]}
    />
  );
}
