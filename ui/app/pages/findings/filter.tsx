import { PropertyFilter, type PropertyFilterProps } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { verdictStates } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { filterKeys, narrowed, type FilterKey, type FindingsView } from '../../state/findings-view.ts';
import { filtersOf, tokensOf } from '../../state/filter-tokens.ts';
import { useAnswer } from '../../use-answer.ts';
import type { Wish } from '../page.ts';

interface Props {
  readonly snapshot: string;
  readonly wish: Wish;
  readonly view: FindingsView;
  readonly onChange: (view: FindingsView) => void;
}

const titles: Readonly<Record<FilterKey, readonly [one: string, many: string]>> = {
  severity: ['Severity', 'Severities'], rule: ['Rule', 'Rules'], category: ['Category', 'Categories'], service: ['Service', 'Services'], account: ['Account', 'Accounts'], region: ['Region', 'Regions'],
};
const properties: PropertyFilterProps.FilteringProperty[] = filterKeys.map((key) => ({ key, propertyLabel: titles[key][0], groupValuesLabel: titles[key][1], operators: [{ operator: '=', tokenType: 'enum' }] }));

/** One line that filters: by values that there are, or by text. Several values of a property widen, several properties narrow. */
export function Filter({ snapshot, wish, view, onChange }: Props): ReactNode {
  const values = useAnswer(JSON.stringify([snapshot, wish, 'values']), async (signal) => {
    const groups = await Promise.all(filterKeys.map((key) => client.groups(snapshot, { ...wish, state: verdictStates, by: key, limit: 500 }, signal)));
    return groups.flatMap(({ items }, at) => items.flatMap(({ values: [value = ''] }) => ({ propertyKey: filterKeys[at] ?? '', value })));
  });
  return (
    <PropertyFilter
      hideOperations disableFreeTextFiltering={false} freeTextFiltering={{ operators: [':'], defaultOperator: ':' }} filteringProperties={properties} filteringOptions={values.data ?? []} filteringStatusType={values.loading ? 'loading' : 'finished'}
      filteringPlaceholder="Filter by severity, rule, category, service, account, region or text" filteringAriaLabel="Filter findings" filteringEmpty="No such value"
      query={{ operation: 'and', tokens: tokensOf(view) as PropertyFilterProps.Token[] }}
      onChange={({ detail }) => onChange(narrowed(view, filtersOf(detail.tokens)))}
    />
  );
}
