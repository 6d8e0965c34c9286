import type { ReportData } from '../../../model/report-data.ts';
import type { Asked, Transport } from '../request.ts';
import { missing, type Answers } from './answers.ts';
import { estatePath } from './estate/asking.ts';
import { findingAnswers } from './findings.ts';
import { pageOf } from './query.ts';
import { readinessAnswers } from './readiness.ts';
import { resourceAnswers } from './resources.ts';

/** The snapshot has no id of its own where no server keeps it. */
export const embeddedId = 'report';

/** Answers what the server would, as far as the data has it: the same pages show both. `estate` answers what is asked of the estate. */
export function embeddedTransport(data: ReportData, estate?: (asked: Asked) => Promise<unknown>): Transport {
  const { readiness, name, rules, regions, availability } = data;
  const answers: Answers = {
    snapshots: (query) => pageOf([{ id: embeddedId, name, tool: readiness.tool, facts: 0, resources: readiness.coverage.resources, bytes: 0, uploadedAt: readiness.intent.today, uploadedBy: '' }], query),
    regions: (query) => pageOf(regions, query),
    rules: (query) => pageOf(rules, query),
    'rules/*': (_, [id]) => rules.find((rule) => rule.id === id) ?? missing(`The report has no page of the rule ${id ?? ''}: it judged nothing here.`),
    annotations: (query) => pageOf([], query),
    'snapshots/*/availability': () => availability ?? missing('The report was made without the estate.'),
    ...readinessAnswers(data),
    ...findingAnswers(data),
    ...resourceAnswers(data),
  };
  const patterns = Object.entries(answers).map(([path, answer]) => ({ parts: path.split('/'), answer }));
  return async (request: Asked) => {
    const { method, path, query } = request;
    if (estate !== undefined && method === 'GET' && estatePath(path) !== undefined) return estate(request);
    const asked = path.split('/');
    const found = method === 'GET' ? patterns.find(({ parts }) => parts.length === asked.length && parts.every((part, at) => part === '*' || part === asked[at])) : undefined;
    if (found === undefined) return missing('This is a report: it holds one judgement and changes nothing. A server shows more of the estate.');
    return found.answer(query, asked.flatMap((part, at) => (found.parts[at] === '*' ? [decodeURIComponent(part)] : [])));
  };
}
