import { startFindings } from './findings-panel.ts';
import { startGraph } from './graph-dialog.ts';
import { startMap } from './map-panel.ts';
import { element, openPage } from './page.ts';
import { startContents, startRoutes } from './routes.ts';
import { startServices } from './services-panel.ts';
import { applyTheme, startTheme } from './theme.ts';
import { startVerdicts } from './verdicts-panel.ts';

/** The page's script calls this and nothing else. */
export function start(): void {
  applyTheme();
  document.addEventListener('DOMContentLoaded', () => {
    startTheme();
    const page = openPage();
    const services = startServices(page);
    const findings = startFindings(page);
    startVerdicts(page);
    startMap();
    startGraph(page);
    startContents();
    startRoutes({ findings, services });
    element('print').addEventListener('click', () => window.print());
    document.documentElement.dataset['ready'] = 'yes';
  });
}
