import type { Severity } from '../../model/intent.ts';
import type { VerdictState } from '../../model/readiness.ts';
import { messageOf, placeOf, ruleOf, serviceOf, severityOrder, stateOrder, subjectOf, titleOf, type Report } from './report.ts';

/** What the reader wants to see. Empty means everything. */
export interface Filter {
  readonly state: VerdictState;
  readonly severities: readonly Severity[];
  readonly service: string;
  readonly category: string;
  readonly rule: string;
  readonly text: string;
  readonly blocking: boolean;
}

export const everyGap: Filter = { state: 'gap', severities: [], service: '', category: '', rule: '', text: '', blocking: false };

/** `#findings?state=unknown&severity=critical,high&q=orders` as a filter; undefined for every other address. Unknown words are ignored. */
export function filterOfHash(hash: string): Filter | undefined {
  const [place, query = ''] = hash.replace(/^#/, '').split('?', 2);
  if (place !== 'findings') return undefined;
  const given = new URLSearchParams(query);
  const severities = (given.get('severity') ?? '').split(',');
  return {
    state: stateOrder.find((state) => state === given.get('state')) ?? 'gap',
    severities: severityOrder.filter((severity) => severities.includes(severity)),
    service: given.get('service') ?? '',
    category: given.get('category') ?? '',
    rule: given.get('rule') ?? '',
    text: given.get('q') ?? '',
    blocking: given.get('blocking') === 'yes',
  };
}

export function hashOfFilter({ state, severities, service, category, rule, text, blocking }: Filter): string {
  const query = new URLSearchParams();
  if (state !== 'gap') query.set('state', state);
  if (severities.length > 0) query.set('severity', severities.join(','));
  for (const [key, value] of Object.entries({ service, category, rule, q: text })) if (value !== '') query.set(key, value);
  if (blocking) query.set('blocking', 'yes');
  const written = query.toString();
  return written === '' ? '#findings' : `#findings?${written}`;
}

/** Verdicts that pass, in their order. */
export function matching(report: Report, filter: Filter): number[] {
  const words = wordsOf(filter.text);
  const severities = new Set<Severity>(filter.severities);
  const found: number[] = [];
  for (let verdict = 0; verdict < report.size; verdict++) {
    if (report.state[verdict] !== filter.state) continue;
    if (severities.size > 0 && !severities.has(report.severity[verdict] ?? 'info')) continue;
    if (filter.blocking && !report.blocking.has(verdict)) continue;
    const rule = ruleOf(report, verdict);
    if (filter.rule !== '' && rule.id !== filter.rule) continue;
    if (filter.category !== '' && rule.category !== filter.category) continue;
    if (filter.service !== '' && serviceOf(report, verdict) !== filter.service) continue;
    if (hasWords(report, verdict, words)) found.push(verdict);
  }
  return found;
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter((word) => word !== '');
}

/** True if every word stands in what the reader sees of the verdict. */
export function hasWords(report: Report, verdict: number, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { id, title } = ruleOf(report, verdict);
  const seen = [id, title, titleOf(report, verdict), subjectOf(report, verdict), serviceOf(report, verdict), messageOf(report, verdict), placeOf(report, verdict)];
  const text = seen.join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}
