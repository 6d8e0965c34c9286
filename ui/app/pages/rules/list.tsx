import { Header, Link, Pagination, Select, SpaceBetween, Table } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { severities, strategyTitles, type Severity, type Strategy } from '../../../../model/intent.ts';
import { categories } from '../../../../model/rule-category.ts';
import { client, type RuleInfo } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadge } from '../../parts/badges.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { searchRules } from '../../state/rule-search.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

const size = 50;
const options = [{ value: '', label: 'every category' }, ...Object.entries(categories).map(([value, label]) => ({ value, label: label as string }))];

/** A few hundred rules: the browser searches them itself. */
export function RuleList({ query, wish, show, link }: PageProps): ReactNode {
  const answer = useAnswer('rules', (signal) => client.rules({ limit: 500 }, signal));
  const { text = '', category = '', page = '1' } = query;
  const [typed, setTyped] = useState(text);
  const strategy = (wish.strategy === '' ? 'warm-standby' : wish.strategy) as Strategy;
  const found = searchRules(answer.data?.items ?? [], { text: typed, category });
  const at = Math.max(1, Number(page) || 1);
  return (
    <Answered answer={answer}>
      {({ total }) => (
        <Table
          items={found.slice((at - 1) * size, at * size)} trackBy="id" wrapLines resizableColumns ariaLabels={{ tableLabel: 'Rules' }} empty={<Nothing title="No rule matches">Other words may.</Nothing>}
          header={<Header counter={`(${found.length === total ? total : `${found.length} of ${total}`})`} description="What is asked of an estate. Each judges gap, unknown, exempt or ready.">Rules</Header>}
          filter={
            <SpaceBetween direction="horizontal" size="s">
              <SearchField label="Find a rule" placeholder="Words in title, reason or remedy" typed={typed} told={text} onType={setTyped} onPause={(found) => show('rules', { category, text: found }, { replace: true })} />
              <Select inlineLabelText="Category" selectedOption={options.find(({ value }) => value === category) ?? null} options={options} onChange={({ detail }) => show('rules', { text: typed, category: detail.selectedOption.value })} />
            </SpaceBetween>
          }
          pagination={<Pagination currentPageIndex={at} pagesCount={Math.max(1, Math.ceil(found.length / size))} ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (each) => `Page ${each}` }} onChange={({ detail }) => show('rules', { ...query, page: String(detail.currentPageIndex) })} />}
          columnDefinitions={[
            { id: 'title', header: 'Rule', isRowHeader: true, width: 380, cell: ({ id, title }) => <><Link href={link('rules', { rule: id })}>{title}</Link><div className="quiet">{id}</div></> },
            { id: 'category', header: 'Category', width: 170, cell: ({ category: each }) => categories[each as keyof typeof categories] },
            { id: 'severity', header: strategyTitles[strategy], width: 120, cell: (rule: RuleInfo) => <Severe severity={rule.severity[strategy]} /> },
            { id: 'why', header: 'Why', width: 520, cell: ({ why }) => why },
          ]}
        />
      )}
    </Answered>
  );
}

function Severe({ severity }: { readonly severity: string | undefined }): ReactNode {
  return (severities as readonly (string | undefined)[]).includes(severity) ? <SeverityBadge severity={severity as Severity} /> : <span className="quiet">off</span>;
}
