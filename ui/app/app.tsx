import { AppLayout, Box, ContentLayout, FormField, Header, Select, SideNavigation, SpaceBetween, TopNavigation } from '@cloudscape-design/components';
import { lazy, Suspense, type ReactNode } from 'react';
import { client } from './client.ts';
import { Answered } from './parts/answered.tsx';
import { Findings } from './pages/findings.tsx';
import { Overview } from './pages/overview.tsx';
import type { PageOf } from './pages/page.ts';
import { Plan } from './pages/plan.tsx';
import { Regions } from './pages/regions.tsx';
import { Rules } from './pages/rules.tsx';
import { Services } from './pages/services.tsx';
import { Simulate } from './pages/simulate.tsx';
import { Snapshots } from './pages/snapshots.tsx';
import { go, hrefOf, useRoute } from './route.ts';
import { useAnswer } from './use-answer.ts';

/** The picture's library is loaded when it is needed. */
const Graph = lazy(async () => ({ default: (await import('./pages/graph.tsx')).Graph }));

interface Entry {
  readonly title: string;
  readonly page: PageOf;
}

const pages: Readonly<Record<string, Entry>> = {
  overview: { title: 'Overview', page: Overview },
  services: { title: 'Services', page: Services },
  findings: { title: 'Findings', page: Findings },
  graph: { title: 'Graph', page: (props) => <Suspense fallback="Loading the graph …"><Graph {...props} /></Suspense> },
  regions: { title: 'Regions', page: Regions },
  plan: { title: 'Plan', page: Plan },
  simulate: { title: 'Simulate', page: Simulate },
  snapshots: { title: 'Snapshots', page: Snapshots },
  rules: { title: 'Rules', page: Rules },
};

const strategies = ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'];

/** The frame: where one is, which snapshot, and what is wanted of it. */
export function App(): ReactNode {
  const { page: id, query: { snapshot: chosen, target = '', strategy = 'warm-standby', ...query } } = useRoute();
  const entry = pages[id] ?? (pages['overview'] as Entry);
  const snapshots = useAnswer('snapshots', (signal) => client.snapshots(signal));
  const regions = useAnswer('regions', (signal) => client.regions(signal));
  const snapshot = chosen ?? snapshots.data?.items[0]?.id;
  const common = { snapshot, target, strategy };
  const change = (part: Readonly<Record<string, string | undefined>>): void => go(id, { ...common, ...query, ...part });
  const option = (value: string, label = value): { readonly value: string; readonly label: string } => ({ value, label });
  const wishes = (
    <SpaceBetween direction="horizontal" size="s">
      <FormField label="Snapshot"><Select selectedOption={snapshot === undefined ? null : option(snapshot, snapshots.data?.items.find((each) => each.id === snapshot)?.name ?? snapshot.slice(0, 12))} options={(snapshots.data?.items ?? []).map(({ id: value, name, uploadedAt }) => ({ value, label: name, description: uploadedAt }))} placeholder="none" onChange={({ detail }) => change({ snapshot: detail.selectedOption.value })} /></FormField>
      <FormField label="Target"><Select filteringType="auto" selectedOption={target === '' ? null : option(target)} options={(regions.data?.items ?? []).map(({ code, name }) => ({ value: code, label: code, description: name }))} placeholder="as configured" onChange={({ detail }) => change({ target: detail.selectedOption.value })} /></FormField>
      <FormField label="Strategy"><Select selectedOption={option(strategy)} options={strategies.map((each) => option(each))} onChange={({ detail }) => change({ strategy: detail.selectedOption.value })} /></FormField>
    </SpaceBetween>
  );
  const Page = entry.page;
  return (
    <>
      <div id="top"><TopNavigation identity={{ href: '#/overview', title: 'regionready' }} utilities={[{ type: 'button', text: 'API', href: '/api/openapi.json', external: true, externalIconAriaLabel: 'opens the description of the API' }]} /></div>
      <AppLayout
        headerSelector="#top" toolsHide ariaLabels={{ navigation: 'Pages', navigationClose: 'Close the list of pages', navigationToggle: 'Open the list of pages' }}
        navigation={<SideNavigation activeHref={hrefOf(id, common)} items={Object.entries(pages).map(([page, { title }]) => ({ type: 'link', text: title, href: hrefOf(page, common) }))} />}
        content={
          <ContentLayout header={<Header variant="h1" actions={wishes}>{entry.title}</Header>}>
            {snapshot === undefined
              ? <Answered answer={snapshots}>{() => <Box textAlign="center" padding="xl"><Box variant="h2">No snapshot is here yet</Box><Box variant="p">regionready scan … --push http://this-server keeps one; this page shows it then.</Box></Box>}</Answered>
              : <Page key={id} snapshot={snapshot} wish={{ target, strategy }} query={query} show={(page, part = {}) => go(page, { ...common, ...part })} link={(page, part = {}) => hrefOf(page, { ...common, ...part })} />}
          </ContentLayout>
        }
      />
    </>
  );
}
