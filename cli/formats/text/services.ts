import type { Readiness, ServiceReadiness } from '../../../model/readiness.ts';
import { terminalText } from '../escape.ts';
import type { FormatContext } from '../format.ts';
import { table } from '../table.ts';
import { outlookText } from '../simulation/words.ts';
import { byRule, isOpen, percentOf, severityCounts, statusWords } from '../words.ts';

const most = 25;
const order = Object.keys(statusWords);

/** One line for each service, the worst first. */
export function servicesSection({ services, judgements }: Readiness, { paint, columns }: FormatContext): string[] {
  if (services.length === 0) return [];
  const open = Map.groupBy(judgements.filter(isOpen), ({ service }) => service);
  const withOutlook = services.some(({ recovery }) => recovery !== undefined);
  const sorted = [...services].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const rows = sorted.slice(0, most).map((service) => {
    const worst = byRule(open.get(service.id) ?? []).slice(0, 2).map(({ rule }) => rule);
    return row(service, { worst, withOutlook });
  });
  const [head = '', ...lines] = table(
    [
      { title: 'Service', shrink: true, least: 16 },
      { title: 'Status' },
      { title: 'Score', right: true },
      { title: 'Gaps' },
      { title: 'Unknown', right: true, drop: 2 },
      { title: 'Resources', right: true, drop: 4 },
      { title: 'Wave', right: true, drop: 5 },
      ...(withOutlook ? [{ title: 'Without home', drop: 1 }] : []),
      { title: 'Worst gaps', shrink: true, least: 18, drop: 3 },
    ],
    rows,
    columns - 2,
  );
  const hidden = sorted.length - rows.length;
  return [
    paint('bold', 'Services'),
    `  ${paint('dim', head)}`,
    ...lines.map((line, index) => `  ${coloured(line, sorted[index], paint)}`),
    ...(hidden > 0 ? [`  … and ${hidden} more, none of them worse`] : []),
  ];
}

function row({ id, status, score, severities, counts, resources, wave, recovery }: ServiceReadiness, { worst, withOutlook }: { readonly worst: readonly string[]; readonly withOutlook: boolean }): string[] {
  const { sign, word } = statusWords[status];
  return [terminalText(id), `${sign} ${word}`, percentOf(score), severityCounts(severities).replace('critical', 'crit').replace('medium', 'med') || 'none', String(counts.unknown), String(resources), String(wave), ...(withOutlook ? [recovery === undefined ? '' : outlookText(recovery)] : []), worst.join(', ')];
}

function coloured(line: string, service: ServiceReadiness | undefined, paint: FormatContext['paint']): string {
  if (service === undefined) return line;
  const { sign, word, style } = statusWords[service.status];
  const status = `${sign} ${word}`;
  const at = line.indexOf(status);
  return at === -1 ? line : line.slice(0, at) + paint(style, status) + line.slice(at + status.length);
}
