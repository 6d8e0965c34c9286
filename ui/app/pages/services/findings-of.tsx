import { Container, Header, Link } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { SeverityBadge } from '../../parts/badges.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import type { Query } from '../../request.ts';
import { listText } from '../../state/lists.ts';
import { number } from '../../state/words.ts';
import { useAnswer } from '../../use-answer.ts';
import type { Part } from '../page.ts';
import type { ServiceProps } from './one.tsx';
import { Prose } from '../../parts/prose.tsx';

const most = 10;

interface Props extends ServiceProps {
  readonly title: string;
  readonly empty: string;
  readonly wanted: Query;
  /** The same for the page of findings. */
  readonly address: Part;
}


/** The worst findings of a kind that a service has. */
export function FindingsOf({ snapshot, wish, service, title, empty, wanted, address, link }: Props): ReactNode {
  const asked = { ...wish, ...wanted, service, limit: most };
  const answer = useAnswer(JSON.stringify([snapshot, asked]), (signal) => client.findings(snapshot, asked, signal));
  const total = answer.data?.total ?? 0;
  return (
    <Container header={<Header variant="h2" counter={answer.data === undefined ? '' : `(${number(total)})`} actions={total > most && <Link href={link('findings', { ...address, service: listText([service]) })}>All of them</Link>}>{title}</Header>}>
      <Answered answer={answer}>
        {({ items }) => items.length === 0 ? <Nothing title={empty} /> : <ul className="rows">{items.map(({ fingerprint, severity, message, title: subject, source }) => <li key={fingerprint}><SeverityBadge severity={severity} /><span><Link href={link('findings', { finding: fingerprint })}>{subject}</Link> <Prose text={message} />{source?.file !== undefined && !subject.startsWith(source.file) && <span className="quiet"> {source.file}{source.line === undefined ? '' : `:${source.line}`}</span>}</span></li>)}</ul>}
      </Answered>
    </Container>
  );
}
