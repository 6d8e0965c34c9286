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
    element('print').addEventListener('click', () => window.print());
    startPanels().catch(showFailure);
  });
}

export async function startPanels(): Promise<void> {
  const page = await openPage();
  const services = startServices(page);
  const findings = startFindings(page);
  startVerdicts(page);
  startMap();
  startGraph(page);
  startContents();
  startRoutes({ findings, services });
  document.documentElement.dataset['ready'] = 'yes';
}

/** What stands in the page is still worth reading: it goes on as it would without scripts, and says what is missing. */
export function showFailure(error: unknown): void {
  document.documentElement.classList.remove('scripted');
  const failure = element('failure');
  failure.hidden = false;
  failure.textContent = `The data of this report could not be opened (${String(error)}). Filters, the graph and the table of verdicts are missing; what follows is a part of the report. A current browser opens all of it, if the file is whole.`;
}
