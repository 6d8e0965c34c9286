import type { Occurrence } from '../../model/occurrence.ts';
import type { CodeExample } from '../../rules/rule.ts';
import { judgeOccurrences, judgeSnippet } from './run-code-example.ts';

/** Verdicts on a TypeScript text in order, each as `rule state`, with its severity and targets where they are not the ordinary ones. */
export async function verdictsOn(text: string, given: Pick<CodeExample, 'home' | 'targets' | 'file'> = {}): Promise<string[]> {
  const judgements = await judgeSnippet('ts', text, given);
  return (judgements ?? []).map(({ rule, state, severity, targets }) => {
    const asked = given.targets ?? ['eu-west-1'];
    const where = state === 'gap' && targets.join() !== asked.join() ? ` in ${targets.join(', ')}` : '';
    return `${rule.replace(/^code-/, '')} ${state}${state === 'gap' && severity !== 'high' && severity !== 'critical' ? ` ${severity}` : ''}${where}`;
  });
}

/** An occurrence of us-east-1 in production code, except for what is given. */
export function occurrence(given: Partial<Occurrence> = {}): Occurrence {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 10 };
  return { text: 'us-east-1', form: 'region', role: 'assignment', regions: ['us-east-1'], language: 'python', scope: 'production', file: 'app.py', span, snippet: 'us-east-1', ...given };
}

export function verdictOf(given: Partial<Occurrence>, context: Pick<CodeExample, 'home' | 'targets'> = {}): string {
  return judgeOccurrences([occurrence(given)], context).map(({ rule, state }) => `${rule.replace(/^code-/, '')} ${state}`).join(' + ') || 'nothing';
}
