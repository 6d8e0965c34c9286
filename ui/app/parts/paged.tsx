import { Box, Pagination, Table, type TableProps } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { counted } from '../state/words.ts';

interface Props<T> extends Pick<TableProps<T>, 'header' | 'variant' | 'empty' | 'resizableColumns'> {
  readonly label: string;
  readonly items: readonly T[];
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
}

const perPage = 25;

/** A list that is there as a whole, of which no more is drawn than one can read. */
export function Paged<T>({ label, items, columns, ...table }: Props<T>): ReactNode {
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const at = Math.min(page, pages);
  return (
    <Table
      {...table} items={items.slice((at - 1) * perPage, at * perPage)} columnDefinitions={columns} wrapLines ariaLabels={{ tableLabel: label }}
      pagination={pages === 1 ? undefined : <Pagination currentPageIndex={at} pagesCount={pages} onChange={({ detail }) => setPage(detail.currentPageIndex)} ariaLabels={{ nextPageLabel: `Next page of ${label}`, previousPageLabel: `Previous page of ${label}`, pageLabel: (number) => `Page ${number} of ${label}` }} />}
      footer={pages === 1 ? undefined : <Box color="text-body-secondary" variant="small">{counted(items.length, 'row')}</Box>}
    />
  );
}
