import { ExpandableSection, KeyValuePairs, Link, SpaceBetween } from '@cloudscape-design/components';
import type { ReactNode } from 'react';
import { client } from '../../client.ts';
import { Answered } from '../../parts/answered.tsx';
import { Code } from '../../parts/code.tsx';
import { useAnswer } from '../../use-answer.ts';
import { FindingsOf } from './findings.tsx';
import { Neighbours } from './neighbours.tsx';
import { Deeds } from './deeds.tsx';
import type { PanelProps } from './panel-props.ts';
import { presenceText } from './presence.ts';
import { managementText } from './management.ts';
import { SourceLabel } from './source-label.tsx';

/** A resource: what was told of it and by whom, what is wrong with it, what it is connected with. */
export function ResourcePanel(props: PanelProps & { readonly id: string; readonly resource: string }): ReactNode {
  const { snapshot, picture, judged, view, change, link, id, resource } = props;
  const answer = useAnswer(JSON.stringify([snapshot, resource]), (signal) => client.node(snapshot, resource, signal));
  const laid = judged?.nodes?.[id];
  return (
    <SpaceBetween size="s">
      <Deeds view={view} change={change} reference={{ what: 'resource', id: resource }} />
      <Answered answer={answer}>
        {({ resourceType, region, account, service, because, sources, management, disagreements = {}, attributes, tags, edges }) => (
          <>
            <KeyValuePairs
              columns={2}
              items={[
                { label: 'Type', value: resourceType }, { label: 'Service', value: <><Link href={link('services', { service })}>{service}</Link>{because === undefined ? null : <div className="quiet">{because}</div>}</> },
                { label: 'Region', value: region ?? 'not told' }, { label: 'Account', value: account ?? 'not told' },
                ...(laid === undefined ? [] : [{ label: 'In the target', value: presenceText(laid) }, { label: 'Owner', value: laid.owners[0]?.owner ?? 'nobody is named' }]),
                { label: 'Declared', value: managementText[management] },
                { label: 'Edges', value: `${edges.out} out, ${edges.in} in${edges.dangling > 0 ? `, ${edges.dangling} to what is not in the estate` : ''}` },
              ]}
            />
            <ExpandableSection headerText={`Told by (${sources.length})`} defaultExpanded={sources.length <= 3}>
              <ul className="graph-list">{sources.map((source) => <li key={JSON.stringify(source)}><SourceLabel source={source} /></li>)}</ul>
            </ExpandableSection>
            {Object.keys(disagreements).length === 0 ? null : (
              <ExpandableSection headerText={`Sources disagree (${Object.keys(disagreements).length})`} defaultExpanded>
                <ul className="graph-list">{Object.entries(disagreements).map(([attribute, told]) => <li key={attribute}><strong>{attribute}</strong> {told.map(({ value, source }) => <div key={JSON.stringify(source)}><code>{JSON.stringify(value)}</code> by <SourceLabel source={source} /></div>)}</li>)}</ul>
              </ExpandableSection>
            )}
            <FindingsOf {...props} of={{ resource }} />
            <Neighbours picture={picture} view={view} change={change} ids={new Set([id])} />
            <ExpandableSection headerText={`Attributes (${Object.keys(attributes).length})`}>{Object.keys(attributes).length === 0 ? <span className="quiet">Nobody told any.</span> : <Code label="Attributes" text={JSON.stringify(attributes, null, 2)} />}</ExpandableSection>
            <ExpandableSection headerText={`Tags (${Object.keys(tags).length})`}><ul className="graph-list">{Object.entries(tags).map(([key, value]) => <li key={key}><strong>{key}</strong> {value}</li>)}</ul></ExpandableSection>
            <div className="graph-id quiet">{resource}</div>
          </>
        )}
      </Answered>
    </SpaceBetween>
  );
}
