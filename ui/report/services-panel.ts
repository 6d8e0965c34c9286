import { element, part, whenIdle, type Page } from './page.ts';
import { byStatus, serviceBody, serviceRow } from './service-view.ts';
import type { WireService } from './wire.ts';
import { counted } from './words.ts';

export interface ServicesPanel {
  /** Shows the services whose name contains the text. */
  find(text: string): void;
}

/** Sorting, filtering and paging of the services table, and the bodies of the services' sections. */
export function startServices({ report, digest }: Page): ServicesPanel {
  const table = element('service-table');
  const form = element<HTMLFormElement>('service-tools');
  const more = element('service-more');
  const query = part<HTMLInputElement>(form, '[name=q]');
  const status = part<HTMLSelectElement>(form, '[name=status]');
  const worstFirst = byStatus(report);
  const page = 60;
  let order = { key: 'status', down: false };
  let shown = page;

  const render = (): void => {
    const wanted = query.value.trim().toLowerCase();
    const found = worstFirst.filter(({ id, status: is }) => id.toLowerCase().includes(wanted) && (status.value === '' || status.value === is));
    const sorted = order.key === 'status' ? (order.down ? found.toReversed() : found) : sortedBy(found, order.key, order.down);
    part(table, 'tbody').innerHTML = sorted.slice(0, shown).map((service) => serviceRow(report, digest, service).markup).join('');
    element('service-result').textContent = found.length === worstFirst.length ? counted(found.length, 'service') : `${found.length} of ${counted(worstFirst.length, 'service')}`;
    more.hidden = sorted.length <= shown;
    part(more, 'span').textContent = `${Math.min(shown, sorted.length)} of ${sorted.length} shown.`;
  };
  const renderSoon = whenIdle(render);

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', renderSoon);
  more.addEventListener('click', (event) => {
    if (!(event.target as Element).matches('[data-all]')) return;
    shown = Infinity;
    render();
  });
  table.addEventListener('click', (event) => {
    const key = (event.target as HTMLElement).dataset['sort'];
    if (key === undefined) return;
    order = { key, down: order.key === key ? !order.down : key !== 'id' && key !== 'status' && key !== 'wave' };
    for (const head of table.querySelectorAll('th[scope=col]')) head.removeAttribute('aria-sort');
    (event.target as HTMLElement).closest('th')?.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    render();
  });
  startSections({ report, digest });
  return {
    find(text) {
      query.value = text;
      shown = page;
      render();
    },
  };
}

export function sortedBy(services: readonly WireService[], key: string, down: boolean): WireService[] {
  const value = (service: WireService): number | string => {
    if (key === 'id') return service.id.toLowerCase();
    if (key === 'score') return service.score.percent ?? -1;
    if (key === 'wave' || key === 'resources') return service[key];
    if (key === 'unknown') return service.counts.unknown;
    return service.severities[key as keyof WireService['severities']] ?? 0;
  };
  const sign = down ? -1 : 1;
  return [...services].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    return left < right ? -sign : left > right ? sign : 0;
  });
}

export function startSections({ report, digest }: Page): void {
  const list = element('service-list');
  list.addEventListener('toggle', ({ target }) => {
    const details = target as HTMLDetailsElement;
    const service = report.services.get(details.dataset['service'] ?? '');
    const body = details.querySelector('.service-body');
    if (!details.open || service === undefined || body === null || body.querySelector('.columns') !== null) return;
    body.innerHTML = serviceBody(report, digest, service).markup;
  }, true);
  list.addEventListener('click', ({ target }) => {
    if (!(target as Element).matches('[data-list]')) return;
    list.classList.add('all');
    (target as Element).closest('.more')?.remove();
  });
}
