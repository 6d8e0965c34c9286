import { AppLayout, Button, ContentLayout, Flashbar, Header, SideNavigation, SpaceBetween, TopNavigation } from '@cloudscape-design/components';
import { memo, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { Page, SnapshotInfo } from '../../server/api.ts';
import { client } from './client.ts';
import { identity } from './frame/identity.ts';
import { useCaller } from './frame/use-caller.ts';
import { Wishes } from './frame/wishes.tsx';
import { dismiss, useNotices } from './notices.ts';
import type { PageEntry } from './pages/index.ts';
import type { PageProps, Part, Wish } from './pages/page.ts';
import { parseRoute } from './parse-route.ts';
import { Answered } from './parts/answered.tsx';
import { Nothing } from './parts/nothing.tsx';
import { Working } from './parts/working.tsx';
import { isReport, reportSubject } from './request.ts';
import { go, hrefOf, useRoute } from './route.ts';
import { chooseTheme, themes, useTheme, type Theme } from './theme.ts';
import { useAnswer, type Answer } from './use-answer.ts';

interface Shown {
  readonly pages: Readonly<Record<string, PageEntry>>;
  readonly snapshots: Answer<Page<SnapshotInfo>>;
}

/** The frame: where one is, which snapshot, and what is wanted of it. */
export function App({ pages }: { readonly pages: Readonly<Record<string, PageEntry>> }): ReactNode {
  const snapshots = useAnswer('snapshots', (signal) => client.snapshots(signal));
  const { id, snapshot = '', wish: { home, target, strategy } } = usePlace(snapshots);
  return (
    <>
      <a className="skip" href="#content" onClick={(event) => { event.preventDefault(); document.getElementById('content')?.focus(); }}>Skip to the page</a>
      <Top />
      <Frame pages={pages} snapshots={snapshots} id={id} snapshot={snapshot} home={home} target={target} strategy={strategy} />
    </>
  );
}

interface Place {
  readonly id: string;
  readonly snapshot: string | undefined;
  readonly wish: Wish;
  /** The rest of the address. */
  readonly query: Readonly<Record<string, string>>;
}

function usePlace(snapshots: Answer<Page<SnapshotInfo>>): Place {
  const { page: id, query: { snapshot: chosen, home = '', target = '', strategy = '', ...query } } = useRoute();
  return { id, query, snapshot: chosen ?? snapshots.data?.items[0]?.id, wish: reportSubject() ?? { home, target, strategy } };
}

interface FrameProps extends Shown {
  readonly id: string;
  readonly snapshot: string;
  readonly home: string;
  readonly target: string;
  readonly strategy: string;
}

/** What stays while one looks around on a page: it is dear to render, and the page answers the rest of the address itself. */
const Frame = memo(function Frame({ pages, snapshots, id, snapshot, home, target, strategy }: FrameProps): ReactNode {
  const wish = { home, target, strategy };
  const entry = pages[id] ?? (pages['overview'] as PageEntry);
  const [listed, setListed] = useState(() => window.innerWidth > 1000);
  const common = { ...(snapshot === '' ? {} : { snapshot }), ...wish };
  useEffect(() => {
    document.title = `${entry.title} · regionready`;
  }, [entry]);
  const change = (part: Part): void => go(id, { ...parseRoute(window.location.hash).query, ...common, ...part });
  return (
    <AppLayout
      headerSelector="#top" toolsHide navigationWidth={200} navigationOpen={listed} onNavigationChange={({ detail }) => setListed(detail.open)} maxContentWidth={Number.MAX_VALUE} ariaLabels={{ navigation: 'Pages', navigationClose: 'Close the list of pages', navigationToggle: 'Open the list of pages', notifications: 'Notices' }}
      notifications={<Notices />}
      navigation={<SideNavigation activeHref={hrefOf(id, common)} items={Object.entries(pages).map(([page, { title }]) => ({ type: 'link', text: title, href: hrefOf(page, common) }))} />}
      content={
        <ContentLayout header={<SpaceBetween size="xs"><Header variant="h1" {...(isReport() ? { description: snapshots.data?.items[0]?.name ?? '' } : { actions: <Button iconName="upload" href={hrefOf('snapshots', common)}>Add a snapshot</Button> })}>{entry.title}</Header>{!isReport() && <Wishes snapshots={snapshots.data?.items ?? []} snapshot={snapshot} wish={wish} change={change} />}</SpaceBetween>}>
          <div id="content" tabIndex={-1}><Content pages={pages} snapshots={snapshots} /></div>
        </ContentLayout>
      }
    />
  );
});

function Content({ pages, snapshots }: Shown): ReactNode {
  const { id, snapshot, wish, query } = usePlace(snapshots);
  const entry = pages[id] ?? (pages['overview'] as PageEntry);
  const common = { snapshot, ...wish };
  const props: PageProps = {
    snapshot: snapshot ?? '', wish, query,
    show: (page, part = {}, options = {}) => go(page, { ...common, ...part }, options),
    link: (page, part = {}) => hrefOf(page, { ...common, ...part }),
  };
  // With the key at the boundary, a page that is left is gone at once: one that only waited out of sight for the next could lead back to itself.
  const Page = entry.page;
  if (snapshot === undefined && entry.alone !== true) return <Answered answer={snapshots}>{() => <NoSnapshot href={hrefOf('snapshots', common)} />}</Answered>;
  return <Suspense key={id} fallback={<Working what="Opening the page" />}><Page {...props} /></Suspense>;
}

const themeTitles: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

const Top = memo(function Top(): ReactNode {
  const theme = useTheme();
  const caller = useCaller();
  return (
    <div id="top">
      <TopNavigation
        identity={{ href: '#/overview', title: 'regionready' }}
        utilities={[
          { type: 'menu-dropdown', iconName: 'settings', ariaLabel: 'Appearance', title: 'Appearance', items: themes.map((each) => ({ id: each, text: themeTitles[each], ...(each === theme ? { iconName: 'check' as const } : {}) })), onItemClick: ({ detail }) => chooseTheme(detail.id as Theme) },
          ...(isReport() ? [] : [{ type: 'button' as const, text: 'API', href: '/api/openapi.json', external: true, externalIconAriaLabel: 'opens the description of the API' }]),
          ...identity(caller),
        ]}
      />
    </div>
  );
});

function Notices(): ReactNode {
  const notices = useNotices();
  return <Flashbar items={notices.map(({ id, type, text }) => ({ id, type, content: text, dismissible: true, dismissLabel: 'Dismiss', onDismiss: () => dismiss(id) }))} />;
}

function NoSnapshot({ href }: { readonly href: string }): ReactNode {
  return (
    <Nothing title="No snapshot is here yet" action={<Button variant="primary" href={href}>Add a snapshot</Button>}>
      A snapshot is what a scan saw of your estate: <code>regionready scan … --push {window.location.origin}</code> keeps one here, or choose a file that a scan wrote.
    </Nothing>
  );
}
