import type { ReportData } from '../../../model/report-data.ts';
import type { Hit } from '../client.ts';
import { all, pageOf } from './query.ts';
import type { Answers } from './answers.ts';

/** Resources, by service. */
export function resourceAnswers({ resources: { texts, id, name, type, region, account, service } }: ReportData): Answers {
  const hit = (row: number): Hit => ({ id: id[row] ?? '', name: name[row] ?? '', resourceType: texts[type[row] ?? 0] ?? '', service: texts[service[row] ?? 0] ?? '', ...(region[row] === 0 ? {} : { region: texts[region[row] ?? 0] ?? '' }), ...(account[row] === 0 ? {} : { account: texts[account[row] ?? 0] ?? '' }) });
  return {
    'snapshots/*/resources': (query) => {
      const services = new Set(all(query, 'service'));
      const rows = id.flatMap((_, row) => (services.size === 0 || services.has(texts[service[row] ?? 0] ?? '') ? [row] : []));
      const { items, ...page } = pageOf(rows, query);
      return { ...page, items: items.map(hit) };
    },
  };
}
