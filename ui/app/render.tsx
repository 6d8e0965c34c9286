import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en.json' with { type: 'json' };
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { PageEntry } from './pages/index.ts';
import { startTheme } from './theme.ts';

/** Shows the pages in the place that the document has for them. */
export function render(pages: Readonly<Record<string, PageEntry>>): void {
  const place = document.getElementById('app');
  if (place === null) throw new Error('The page has no place for the application.');
  startTheme();
  createRoot(place).render(<StrictMode><I18nProvider locale="en" messages={[messages]}><App pages={pages} /></I18nProvider></StrictMode>);
}
