import type { MigrationPlan, PlannedService } from '../../../model/plan.ts';
import { csvCell } from '../escape.ts';
import type { PlanFormat } from './index.ts';

const columns = ['wave', 'starts', 'ends', 'service', 'phase', 'summary', 'resource', 'blocked by', 'irreversible'] as const;

/** One row for each step, with the columns that issue trackers import: RFC 4180, one line of headings. */
export const planCsv: PlanFormat = function* (plan) {
  yield `${columns.join(',')}\r\n`;
  const [foundations] = plan.waves;
  for (const { rule, title, message } of plan.foundations) yield row(['0', foundations?.starts, foundations?.ends, 'foundations', 'prepare', `${rule}: ${message}`, title]);
  for (const service of plan.services) for (const line of rows(plan, service)) yield row(line);
};

function* rows({ waves }: MigrationPlan, { id, wave, after, preconditions, steps }: PlannedService): Iterable<(string | undefined)[]> {
  const { starts, ends } = waves.find(({ number }) => number === wave) ?? {};
  for (const { rule, title, message } of preconditions) yield [String(wave), starts, ends, id, 'prepare', `${rule}: ${message}`, title];
  for (const { phase, text, resource, irreversible } of steps.filter((step) => step.phase !== 'prepare')) yield [String(wave), starts, ends, id, phase, text, resource, after.join(' '), irreversible];
}

const row = (cells: readonly (string | undefined)[]): string => `${columns.map((_, index) => csvCell(cells[index] ?? '')).join(',')}\r\n`;
