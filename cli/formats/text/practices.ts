import { verdictStates, type Readiness } from '../../../model/readiness.ts';
import type { FormatContext } from '../format.ts';
import { practiceGroups } from '../practices.ts';
import { table } from '../table.ts';
import { grouped } from '../words.ts';

/** Verdicts by best practice, where it was asked for. */
export function practicesSection(readiness: Readiness, { paint, columns, byPractice = false }: FormatContext): string[] {
  const groups = byPractice ? practiceGroups(readiness) : [];
  if (groups.length === 0) return [];
  const head = [{ title: 'Practice' }, { title: 'Gaps', right: true as const }, { title: 'Unknown', right: true as const }, { title: 'Exempt', right: true as const }, { title: 'Ready', right: true as const }, { title: 'What it asks for', shrink: true as const }];
  const rows = groups.map(({ id, title, counts }) => [id, ...verdictStates.map((state) => grouped(counts[state])), title]);
  const [titles = '', ...lines] = table(head, rows, columns - 2);
  return [paint('bold', 'By Well-Architected best practice'), `  ${paint('dim', titles)}`, ...lines.map((line) => `  ${line}`)];
}
