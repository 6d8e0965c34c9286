import type { Readiness } from '../../../model/readiness.ts';
import { html, named, prose, type Markup } from '../../../ui/report/markup.ts';
import { count } from '../../../ui/report/words.ts';
import { table } from './section.ts';

const mostRows = 200;

/** How services use stores and their copies, and what several services share. */
export function dataAccessTables({ dataAccess = [], shared }: Readiness): Markup {
  const uses = dataAccess.slice(0, mostRows).map(({ title, service, pattern, readers, writers, copies, exposure, need, verdict, why }) => [
    named(title), named(service), pattern, readers.join(', '), writers.join(', '), copies.join(', '), exposure.join(', '), need === undefined ? '' : `${need}: ${verdict ?? 'unknown'}`, prose(why),
  ]);
  const common = (shared?.resources ?? []).map(({ title, resourceType, service, users }) => [named(title), named(resourceType), named(service), prose(users.join(', ')), count(users.length)]);
  return html`${uses.length > 0 && html`<details class="words"><summary>Patterns of data access</summary>${table({ caption: 'How services use stores of home and their copies', head: ['Store', 'Used by', 'Pattern', 'Read from', 'Written from', 'Copies', 'Exposed to', 'Consistency', 'Why'], rows: uses })}${dataAccess.length > mostRows && html`<p class="note">${count(dataAccess.length - mostRows)} more are in the JSON format.</p>`}</details>`}
${common.length > 0 && html`<details class="words"><summary>Shared infrastructure: ${count(shared?.total ?? 0)} resources of several services</summary>${table({ caption: 'What several services need, by how many', head: ['Resource', 'Type', 'Belongs to', 'Needed by', 'Services'], rows: common, numbers: [4] })}</details>`}`;
}
