import { filterFindings, findingKeys, findingSorts, groupFindings, sortFindings, type FindingFilter, type FindingPlaces } from '../../../model/finding-query.ts';
import { severities } from '../../../model/intent.ts';
import type { ReportData } from '../../../model/report-data.ts';
import type { Query } from '../request.ts';
import { all, one, pageOf } from './query.ts';
import { missing, type Answers } from './answers.ts';

/** Verdicts, filtered and counted as the server does it. */
export function findingAnswers({ readiness, rules, resources, remedies }: ReportData): Answers {
  const { judgements } = readiness;
  const categories = new Map(rules.map(({ id, category }) => [id, category]));
  const rows = new Map(resources.id.map((id, row) => [id, row]));
  const told = (column: readonly number[], id: string | undefined): string | undefined => resources.texts[column[rows.get(id ?? '') ?? -1] ?? 0] || undefined;
  const places: FindingPlaces = { category: (rule) => categories.get(rule) ?? '', account: ({ resources: [id] }) => told(resources.account, id), region: ({ resources: [id] }) => told(resources.region, id) };
  const found = (query: Query) => filterFindings(judgements, filterOf(query), places);
  const byFingerprint = (fingerprint: string | undefined) => judgements.find((judgement) => judgement.fingerprint === fingerprint) ?? missing(`The report has no finding ${fingerprint ?? ''}.`);
  return {
    'snapshots/*/findings/groups': (query) => pageOf(groupFindings(found(query), all(query, 'by').flatMap((by) => findingKeys.find((key) => key === by) ?? []), places), query),
    'snapshots/*/findings/document': (query) => (one(query, 'format') === 'json' ? { ...readiness, judgements: found(query) } : missing('The report writes JSON only; the command line writes the other formats.')),
    'snapshots/*/findings': (query) => {
      const passed = found(query);
      const sorted = sortFindings(passed, { sort: findingSorts.find((sort) => sort === one(query, 'sort')) ?? 'worst', descending: one(query, 'descending') === 'true' }, places);
      return { ...pageOf(sorted, query), severities: Object.fromEntries(severities.map((severity) => [severity, passed.filter((each) => each.severity === severity).length])) };
    },
    'snapshots/*/findings/*': (_, [, fingerprint]) => byFingerprint(fingerprint),
    'snapshots/*/findings/*/remedies': (_, [, fingerprint]) => {
      const { rule, fix } = byFingerprint(fingerprint);
      const texts = remedies[fingerprint ?? ''] ?? {};
      return { remedies: Object.keys(texts).length, fix: fix ?? rules.find(({ id }) => id === rule)?.fix, texts };
    },
  };
}

function filterOf(query: Query): FindingFilter {
  const state = all(query, 'state');
  return { state: state.length === 0 ? ['gap'] : state, severity: all(query, 'severity'), service: all(query, 'service'), rule: all(query, 'rule'), category: all(query, 'category'), account: all(query, 'account'), region: all(query, 'region'), resource: one(query, 'resource'), text: one(query, 'text') };
}
