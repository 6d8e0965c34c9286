import { Alert, Link, SegmentedControl, Select, SpaceBetween } from '@cloudscape-design/components';
import { useState, type ReactNode } from 'react';
import { findingKeys } from '../../../../model/finding-query.ts';
import type { Judgement } from '../../../../model/readiness.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadge, Standing } from '../../parts/badges.tsx';
import { LongText } from '../../parts/long-text.tsx';
import { Meanwhile } from '../../parts/meanwhile.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { isReport } from '../../request.ts';
import { addressOf, narrowed, questionOf, viewOf, type FindingsView } from '../../state/findings-view.ts';
import { briefly } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Actions } from './actions.tsx';
import { Filter } from './filter.tsx';
import { Groups } from './groups.tsx';

const states = [{ id: 'gap', text: 'Gaps' }, { id: 'unknown', text: 'Unknown' }, { id: 'gap,unknown', text: 'Both' }, { id: 'exempt', text: 'Exempt' }, { id: 'ready', text: 'Ready' }];
const groupTitles = { rule: 'rule', category: 'category', service: 'service', account: 'account', region: 'region', severity: 'severity', state: 'verdict' };
const groupOptions = [{ value: '', label: 'not grouped' }, ...findingKeys.map((value) => ({ value, label: groupTitles[value] }))];

export function FindingList(props: PageProps): ReactNode {
  const { snapshot, wish, query, show, link } = props;
  const view = viewOf(query);
  const { sort, descending, group } = view;
  const [chosen, setChosen] = useState<readonly Judgement[]>([]);
  const asked = questionOf(wish, view);
  const answer = useAnswer(group === undefined ? JSON.stringify([snapshot, asked]) : undefined, (signal) => client.findings(snapshot, asked, signal));
  const change = (next: FindingsView, replace = false): void => show('findings', addressOf(next), { replace });
  const controls = (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="s">
        <SegmentedControl label="Verdict" selectedId={view.state.join()} options={states} onChange={({ detail }) => change(narrowed(view, { state: detail.selectedId.split(',') }))} />
        <Select inlineLabelText="Group by" selectedOption={groupOptions.find(({ value }) => value === (group ?? '')) ?? null} options={groupOptions} onChange={({ detail }) => change(narrowed(view, { group: findingKeys.find((key) => key === detail.selectedOption.value) }))} />
      </SpaceBetween>
      <Filter snapshot={snapshot} wish={wish} view={view} onChange={(next) => change(next)} />
      {view.resource !== '' && <Alert type="info" dismissible dismissAriaLabel="All resources" onDismiss={() => change(narrowed(view, { resource: '' }))}>Only verdicts on {view.resource}.</Alert>}
    </SpaceBetween>
  );
  if (group !== undefined) return <Groups {...props} view={view} group={group} filter={controls} />;
  return (
    <Answered answer={answer} what="Judging the estate" meanwhile={<Meanwhile {...props} />}>
      {(page) => (
        <PageTable
          title="Findings" label="Findings" page={page} loading={answer.loading} filter={controls}
          actions={<Actions {...props} view={view} chosen={chosen} onDone={() => setChosen([])} />}
          onPart={(part) => change({ ...view, offset: Number(part.offset), limit: Number(part.limit) })}
          sorting={{ field: sort, descending, onSort: (field, down) => change(narrowed(view, { sort: field as FindingsView['sort'], descending: down })) }}
          selection={isReport() ? undefined : { selectionType: 'multi', selectedItems: chosen, trackBy: 'fingerprint', isItemDisabled: ({ state }) => state !== 'gap' && state !== 'unknown', onSelectionChange: ({ detail }) => setChosen(detail.selectedItems), itemLabel: ({ title, rule }) => `${title}, ${rule}` }}
          empty={<Nothing title="No verdict passes the filters">{view.state.join() === 'gap' ? 'Where nothing is filtered, that means: no gap is known. What is unknown stands beside.' : 'Fewer filters let more through.'}</Nothing>}
          columns={[
            { id: 'severity', header: 'Severity', width: 120, sortingField: 'worst', cell: ({ severity, blocking }) => <><SeverityBadge severity={severity} />{blocking === true && <div className="quiet">blocking</div>}</> },
            { id: 'subject', header: 'What', isRowHeader: true, width: 185, sortingField: 'subject', cell: ({ title, fingerprint }) => <Link href={link('findings', { ...query, finding: fingerprint })}>{briefly(title)}</Link> },
            { id: 'message', header: 'Why', width: 280, cell: ({ message, state }) => <>{view.state.length > 1 && <Standing state={state} />} <LongText>{message}</LongText></> },
            { id: 'rule', header: 'Rule', width: 160, sortingField: 'rule', cell: ({ rule }) => <Link href={link('rules', { rule })}>{rule}</Link> },
            { id: 'service', header: 'Service', width: 130, sortingField: 'service', cell: ({ service }) => <Link href={link('services', { service })}>{service}</Link> },
            { id: 'file', header: 'Where', width: 165, sortingField: 'file', cell: ({ source }) => (source?.file === undefined ? <span className="quiet">{source?.scanner ?? ''}</span> : `${source.file}${source.line === undefined ? '' : `:${source.line}`}`) },
          ]}
        />
      )}
    </Answered>
  );
}
