// oxlint-disable-next-line import/no-unassigned-import -- the style sheet comes with the code
import '../app.css';
import type { ReportData } from '../../../model/report-data.ts';
import { pagesInReport } from '../pages/in-report.ts';
import { render } from '../render.tsx';
import { answerWith } from '../request.ts';
import { estateRemote } from './estate/remote.ts';
import { partOf } from './part.ts';
import { embeddedTransport } from './transport.ts';

declare global {
  interface Window {
    /** What the loader of the report unpacked. */
    regionreadyData?: string;
  }
}

const data = JSON.parse(window.regionreadyData ?? 'null') as ReportData;
const { home: [home = ''], target, strategy } = data.readiness.intent;
const hasEstate = partOf('estate') !== '';
answerWith(embeddedTransport(data, hasEstate ? estateRemote() : undefined), { home, target, strategy }, hasEstate);
delete window.regionreadyData;
render(pagesInReport(hasEstate));
document.documentElement.dataset['ready'] = 'yes';
