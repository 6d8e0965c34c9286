import { Button, StatusIndicator } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import type { Waiver } from '../../../../server/api.ts';
import { act } from '../../act.ts';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { PageTable } from '../../parts/page-table.tsx';
import { moment } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { PageProps } from '../page.ts';

/** Gaps that somebody accepted: who, why and until when; withdrawn ones too. */
export function Waivers({ query, show }: PageProps): ReactNode {
  const asked = { offset: query['offset'] ?? '0', limit: query['limit'] ?? '50' };
  const answer = useAnswer(JSON.stringify(['waivers', asked]), (signal) => client.waivers(asked, signal));
  return (
    <Answered answer={answer}>
      {(page) => (
        <PageTable
          title="Waivers" label="Waivers" page={page} loading={answer.loading} description="Accepted gaps count as exempt in every judgement." onPart={(part) => show('findings', { ...query, ...part })}
          empty={<Nothing title="Nothing was waived">Choose findings in the list and waive them there.</Nothing>}
          columns={[
            { id: 'rule', header: 'Rule', isRowHeader: true, cell: ({ rule }) => rule },
            { id: 'subject', header: 'Subject', cell: ({ subject }) => subject },
            { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
            { id: 'who', header: 'Who', cell: ({ madeBy, madeAt }) => <>{madeBy}<br /><span className="quiet">{moment(madeAt)}</span></> },
            { id: 'until', header: 'Until', cell: ({ until }) => until ?? 'withdrawn' },
            { id: 'state', header: 'Now', cell: (waiver) => <Now waiver={waiver} /> },
          ]}
        />
      )}
    </Answered>
  );
}

function Now({ waiver: { id, rule, subject, until, withdrawnAt } }: { readonly waiver: Waiver }): ReactNode {
  if (withdrawnAt !== undefined) return <StatusIndicator type="stopped">withdrawn {moment(withdrawnAt)}</StatusIndicator>;
  if (until !== undefined && until < new Date().toISOString().slice(0, 10)) return <StatusIndicator type="warning">ran out</StatusIndicator>;
  return <Button variant="inline-link" ariaLabel={`Withdraw the waiver of ${rule} on ${subject}`} onClick={() => void act('Withdraw the waiver', () => client.withdraw(id))}>Withdraw</Button>;
}
