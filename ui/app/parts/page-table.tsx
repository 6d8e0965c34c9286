import { Header, Pagination, Select, Table, type TableProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Page } from '../../../server/api.ts';
import { number } from '../state/words.ts';
import { Nothing } from './nothing.tsx';

interface Props<T> {
  readonly title: string;
  readonly description?: ReactNode;
  readonly label: string;
  readonly page: Page<T>;
  readonly loading: boolean;
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  /** Asks for another part of the list. */
  readonly onPart: (part: { readonly offset: string; readonly limit: string }) => void;
  readonly sorting?: { readonly field: string; readonly descending: boolean; readonly onSort: (field: string, descending: boolean) => void };
  readonly selection?: (Pick<TableProps<T>, 'selectionType' | 'selectedItems' | 'onSelectionChange' | 'trackBy' | 'isItemDisabled'> & { readonly itemLabel: (item: T) => string }) | undefined;
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
  readonly empty: ReactNode;
}

const sizes = [25, 50, 100, 200].map((size) => ({ value: String(size), label: `${size} a page` }));

/** A table whose pages come from the server: a browser cannot hold the verdicts of a large estate. */
export function PageTable<T>({ title, description, label, page, loading, columns, onPart, sorting, selection, filter, actions, empty }: Props<T>): ReactNode {
  const pages = Math.max(1, Math.ceil(page.total / page.limit));
  const { itemLabel, ...selecting } = selection ?? { itemLabel: () => '' };
  return (
    <Table<T>
      {...selecting}
      items={page.items}
      columnDefinitions={columns}
      loading={loading && page.items.length === 0}
      loadingText="Loading"
      variant="container"
      stickyHeader
      resizableColumns
      wrapLines
      {...(sorting === undefined ? {} : { sortingColumn: { sortingField: sorting.field }, sortingDescending: sorting.descending, onSortingChange: ({ detail }) => sorting.onSort(detail.sortingColumn.sortingField ?? '', detail.isDescending === true) })}
      ariaLabels={{ tableLabel: label, selectionGroupLabel: 'Selected', allItemsSelectionLabel: () => 'Select all on this page', itemSelectionLabel: (_, item) => `Select ${itemLabel(item)}` }}
      header={<Header counter={`(${number(page.total)})`} actions={actions} description={description}>{title}</Header>}
      filter={filter}
      preferences={<Select selectedOption={sizes.find(({ value }) => value === String(page.limit)) ?? null} options={sizes} ariaLabel="Rows a page" onChange={({ detail }) => onPart({ offset: '0', limit: detail.selectedOption.value ?? '50' })} />}
      pagination={<Pagination currentPageIndex={Math.floor(page.offset / page.limit) + 1} pagesCount={pages} onChange={({ detail }) => onPart({ offset: String((detail.currentPageIndex - 1) * page.limit), limit: String(page.limit) })} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (each) => `Page ${each}` }} />}
      empty={typeof empty === 'string' ? <Nothing title={empty} /> : empty}
    />
  );
}
