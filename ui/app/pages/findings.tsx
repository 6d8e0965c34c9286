import { Tabs } from '@cloudscape-design/components';
import { isReport } from '../request.ts';
import { Finding } from './findings/finding.tsx';
import { FindingList } from './findings/list.tsx';
import { Waivers } from './findings/waivers.tsx';
import type { PageOf } from './page.ts';

/** Verdicts: filtered, grouped and sorted by the server; one of them with all that it rests on; and what was waived. */
export const Findings: PageOf = (props) => {
  const { query, show, link } = props;
  const { finding, tab = 'findings', ...rest } = query;
  if (finding !== undefined) return <Finding {...props} fingerprint={finding} back={link('findings', rest)} />;
  if (isReport()) return <FindingList {...props} />;
  return (
    <Tabs
      activeTabId={tab} onChange={({ detail }) => show('findings', detail.activeTabId === 'findings' ? rest : { ...rest, tab: detail.activeTabId })}
      tabs={[
        { id: 'findings', label: 'Findings', content: <FindingList {...props} /> },
        { id: 'waivers', label: 'Waivers', content: <Waivers {...props} /> },
      ]}
    />
  );
};
