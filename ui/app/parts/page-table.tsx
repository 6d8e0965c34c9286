import { Box, Header, Pagination, Table, type TableProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Page } from '../../../server/api.ts';

interface Props<T> {
  readonly title: string;
  readonly label: string;
  readonly page: Page<T>;
  readonly loading: boolean;
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly onOffset: (offset: number) => void;
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
  readonly empty: string;
}

/** A table whose pages come from the server: a browser cannot hold the verdicts of a large estate. */
export function PageTable<T>({ title, label, page, loading, columns, onOffset, filter, actions, empty }: Props<T>): ReactNode {
  const pages = Math.max(1, Math.ceil(page.total / page.limit));
  return (
    <Table
      items={page.items}
      columnDefinitions={columns}
      loading={loading}
      loadingText="Loading"
      variant="container"
      stickyHeader
      resizableColumns
      wrapLines
      ariaLabels={{ tableLabel: label }}
      header={<Header counter={`(${page.total})`} actions={actions}>{title}</Header>}
      filter={filter}
      pagination={<Pagination currentPageIndex={Math.floor(page.offset / page.limit) + 1} pagesCount={pages} onChange={({ detail }) => onOffset((detail.currentPageIndex - 1) * page.limit)} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (number) => `Page ${number}` }} />}
      empty={<Box textAlign="center" color="inherit">{empty}</Box>}
    />
  );
}
