import type { MigrationPlan } from '../../../model/plan.ts';

/** A step of a service on each line. Cells that a spreadsheet would run begin with an apostrophe. */
export function planCsv({ services, waves }: Pick<MigrationPlan, 'services' | 'waves'>): string {
  const days = new Map(waves.map(({ number, starts, ends }) => [number, { starts, ends }]));
  const rows = services.flatMap(({ id, wave, approach, steps }) => steps.map(({ phase, text, resource = '', irreversible = '' }) => [wave, days.get(wave)?.starts ?? '', days.get(wave)?.ends ?? '', id, approach, phase, text, resource, irreversible]));
  return [['wave', 'starts', 'ends', 'service', 'approach', 'phase', 'step', 'resource', 'irreversible'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n').concat('\r\n');
}

function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
