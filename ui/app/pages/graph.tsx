import { Alert, Button, FormField, Input, KeyValuePairs, Link, SpaceBetween, Table, Container, Header } from '@cloudscape-design/components';
import { useState } from 'react';
import type { GraphDocument } from '../../../model/graph-document.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { GraphCanvas } from '../parts/graph-canvas.tsx';
import { useAnswer } from '../use-answer.ts';
import type { PageOf, PageProps } from './page.ts';

/** Services first; one of them, or a resource, in its surroundings. The table beneath says the same as the picture. */
export const Graph: PageOf = (props) => {
  const { snapshot, query, show } = props;
  const { node, service, depth = '1' } = query;
  const key = JSON.stringify([snapshot, node, service, depth]);
  const answer = useAnswer<GraphDocument>(key, (signal) => (node === undefined ? client.serviceGraph(snapshot, { service, depth, limit: 300 }, signal) : client.neighbourhood(snapshot, { node, depth, limit: 200 }, signal)));
  const select = (id: string, level: GraphDocument['level']): void => show('graph', level === 'service' ? { service: id } : { node: id });
  return (
    <SpaceBetween size="l">
      <Search {...props} />
      <Answered answer={answer}>
        {(document) => (
          <SpaceBetween size="l">
            {document.omitted.nodes > 0 && <Alert>{document.nodes.length} are shown, {document.omitted.nodes} more are in the estate. Search, or select one to see what is around it.</Alert>}
            <GraphCanvas document={document} selected={node ?? service} onSelect={(id) => select(id, document.level)} />
            {node !== undefined && <Details {...props} id={node} />}
            <Table
              items={document.edges} variant="container" header={<Header counter={`(${document.edges.length})`}>The same as a table</Header>} ariaLabels={{ tableLabel: 'Edges of the graph' }} empty="Nothing is connected here." wrapLines
              columnDefinitions={[
                { id: 'from', header: 'From', isRowHeader: true, cell: ({ from }) => <Link href={props.link('graph', document.level === 'service' ? { service: from } : { node: from })}>{nameOf(document, from)}</Link> },
                { id: 'type', header: 'Edge', cell: ({ type, count, types }) => `${type}${count > 1 ? ` × ${count}` : ''}${types === undefined ? '' : ` (${Object.entries(types).map(([each, times]) => `${times} ${each}`).join(', ')})`}` },
                { id: 'to', header: 'To', cell: ({ to }) => <Link href={props.link('graph', document.level === 'service' ? { service: to } : { node: to })}>{nameOf(document, to)}</Link> },
                { id: 'proof', header: 'Known from', cell: ({ how, confidence }) => (how === undefined ? '' : `${how.slice(0, 3).join('; ')} (${confidence ?? 'declared'})`) },
              ]}
            />
          </SpaceBetween>
        )}
      </Answered>
    </SpaceBetween>
  );
};

const nameOf = ({ nodes }: GraphDocument, id: string): string => nodes.find((node) => node.id === id)?.name ?? id;

function Search({ snapshot, query, show }: PageProps): React.ReactNode {
  const [text, setText] = useState('');
  const answer = useAnswer(text.trim().length < 2 ? undefined : JSON.stringify([snapshot, text]), (signal) => client.search(snapshot, text.trim(), signal));
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        <FormField label="Find a resource"><Input type="search" value={text} placeholder="name, id or type" onChange={({ detail }) => setText(detail.value)} /></FormField>
        <FormField label="Steps around it"><Input type="number" value={query['depth'] ?? '1'} onChange={({ detail }) => show('graph', { ...query, depth: detail.value })} /></FormField>
        <Button onClick={() => show('graph')}>All services</Button>
      </SpaceBetween>
      {(answer.data?.items ?? []).map(({ id, name, resourceType, region }) => <div key={id}><Link onFollow={(event) => { event.preventDefault(); setText(''); show('graph', { node: id }); }} href="#">{name}</Link> {resourceType} {region ?? 'region not told'}</div>)}
    </SpaceBetween>
  );
}

function Details({ snapshot, wish, id, link }: PageProps & { readonly id: string }): React.ReactNode {
  const answer = useAnswer(JSON.stringify([snapshot, id]), (signal) => client.node(snapshot, id, signal));
  const findings = useAnswer(JSON.stringify([snapshot, wish, id, 'findings']), (signal) => client.findings(snapshot, { ...wish, resource: id, limit: 20 }, signal));
  return (
    <Answered answer={answer}>
      {({ name, resourceType, region, account, service, because, sources, attributes, tags, edges }) => (
        <Container header={<Header variant="h2" description={resourceType}>{name}</Header>}>
          <KeyValuePairs
            columns={3}
            items={[
              { label: 'Region', value: region ?? 'not told' }, { label: 'Account', value: account ?? 'not told' }, { label: 'Service', value: <><Link href={link('services', { service })}>{service}</Link> {because}</> },
              { label: 'Told by', value: sources.map(({ scanner, file, line }) => <div key={`${scanner} ${file} ${line}`}>{file === undefined ? scanner : `${file}${line === undefined ? '' : `:${line}`}`}</div>) },
              { label: 'Edges', value: `${edges.out} out, ${edges.in} in, ${edges.dangling} to what is not in the estate` }, { label: 'Tags', value: Object.entries(tags).map(([key, value]) => <div key={key}>{key} = {value}</div>) },
              { label: 'Gaps', value: (findings.data?.items ?? []).map(({ fingerprint, rule, message }) => <div key={fingerprint}><Link href={link('findings', { rule })}>{rule}</Link>: {message}</div>) },
            ]}
          />
          <pre className="code">{JSON.stringify(attributes, null, 2)}</pre>
        </Container>
      )}
    </Answered>
  );
}
