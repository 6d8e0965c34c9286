import { KeyValuePairs, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { ReadinessDifference, SnapshotDifference } from '../../../../model/difference.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { number } from '../../state/words.ts';
import { useAnswer, type Answer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';
import { Change, Side, StatusChanges } from './change-parts.tsx';
import { Prose } from '../../parts/prose.tsx';

interface Sides extends PageProps {
  /** Ids of the earlier and of the later one. */
  readonly before: string;
  readonly after: string;
}

const partOf = ({ offset = '0', limit = '50' }: PageProps['query']): { readonly offset: string; readonly limit: string } => ({ offset, limit });

/** What became of the resources between two snapshots. */
export function ResourceChanges({ before, after, query, show, link }: Sides): ReactNode {
  const asked = { since: before, ...partOf(query) };
  const answer = useAnswer(JSON.stringify([after, asked]), (signal) => client.difference(after, asked, signal));
  return (
    <SpaceBetween size="m">
      <Link href={link('snapshots')}>All snapshots</Link>
      <Answered answer={answer} what="Comparing the snapshots">
        {({ resources, total, counts, occurrences, blindSpots }) => (
          <SpaceBetween size="l">
            <KeyValuePairs columns={4} items={[{ label: 'Resources', value: `${number(counts.before)} → ${number(counts.after)}` }, { label: 'Unchanged', value: number(counts.unchanged) }, { label: 'Texts that name a region', value: `${number(occurrences.added)} new, ${number(occurrences.removed)} gone` }, { label: 'Blind spots', value: `${blindSpots.added.length} new, ${blindSpots.removed.length} opened` }]} />
            <PageTable
              title="Resources that differ" label="Resources that differ" loading={answer.loading} page={{ items: [...resources], total, offset: Number(asked.offset), limit: Number(asked.limit) }} onPart={(part) => show('snapshots', { ...query, ...part })} empty="No resource differs"
              columns={[
                { id: 'change', header: 'What', width: 120, cell: ({ change, unseen }) => <Change change={change} unseen={unseen === true} /> },
                { id: 'name', header: 'Resource', isRowHeader: true, width: 300, cell: ({ id, name }) => <Link href={link('graph', { node: id, snapshot: after })}>{name}</Link> },
                { id: 'type', header: 'Type', width: 240, cell: ({ resourceType, region }) => <>{resourceType}<div className="quiet">{region ?? 'region not told'}</div></> },
                { id: 'values', header: 'Values', width: 480, cell: ({ values }: SnapshotDifference['resources'][number]) => <ul className="plain-list">{values.slice(0, 6).map(({ what, before: old, after: now }) => <li key={what}>{what}: <del>{old ?? 'not told'}</del> → <ins>{now ?? 'not told'}</ins></li>)}{values.length > 6 && <li>and {values.length - 6} more</li>}</ul> },
              ]}
            />
          </SpaceBetween>
        )}
      </Answered>
    </SpaceBetween>
  );
}

type Gaps = ReadinessDifference & { readonly total: number };

/** What became of the gaps between two snapshots, both judged for the same. */
export function GapChanges(props: Sides): ReactNode {
  const { before, after, wish, query } = props;
  const asked = { ...wish, since: before, ...partOf(query) };
  const answer = useAnswer(JSON.stringify([after, asked, 'gaps']), (signal) => client.gapsSince(after, asked, signal));
  return <Changed {...props} answer={answer} />;
}

/** What became of the gaps between two judgements that were kept. */
export function KeptChanges(props: Sides): ReactNode {
  const { before, after, query } = props;
  const asked = { since: before, ...partOf(query) };
  const answer = useAnswer(JSON.stringify([after, asked, 'kept']), (signal) => client.keptDifference(after, asked, signal));
  return <SpaceBetween size="m"><Link href={props.link('snapshots', { show: 'readinesses' })}>All judgements</Link><Changed {...props} answer={answer} /></SpaceBetween>;
}

function Changed({ answer, query, show, link }: Sides & { readonly answer: Answer<Gaps> }): ReactNode {
  const { offset, limit } = partOf(query);
  return (
    <Answered answer={answer} what="Judging both">
      {({ before, after, verdicts, services, notes, total, target }) => (
        <SpaceBetween size="l">
          <KeyValuePairs columns={4} items={[{ label: 'Target', value: target }, { label: 'Before', value: <Side summary={before} /> }, { label: 'After', value: <Side summary={after} /> }, { label: 'Services', value: <StatusChanges services={services} /> }]} />
          {notes.length > 0 && <ul className="plain-list quiet">{notes.map((note) => <li key={note}>{note}</li>)}</ul>}
          <PageTable
            title="Verdicts that differ" label="Verdicts that differ" loading={answer.loading} page={{ items: [...verdicts], total, offset: Number(offset), limit: Number(limit) }} onPart={(part) => show('snapshots', { ...query, ...part })} empty="No verdict differs"
            columns={[
              { id: 'change', header: 'What', width: 110, cell: ({ change }) => <Change change={change} unseen={false} /> },
              { id: 'title', header: 'Subject', isRowHeader: true, width: 240, cell: ({ title, rule }) => <>{title}<div><Link href={link('rules', { rule })}>{rule}</Link></div></> },
              { id: 'service', header: 'Service', width: 140, cell: ({ service }) => <Link href={link('services', { service })}>{service}</Link> },
              { id: 'message', header: 'Now', width: 380, cell: ({ after: now, before: old }) => <Prose text={(now ?? old)?.message ?? ''} /> },
              { id: 'causes', header: 'Because', width: 320, cell: ({ causes }) => <ul className="plain-list">{causes.map((cause) => <li key={cause}>{cause}</li>)}</ul> },
            ]}
          />
        </SpaceBetween>
      )}
    </Answered>
  );
}
