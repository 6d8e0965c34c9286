import { compareText } from '../../model/json.ts';
import type { Judgement, Readiness } from '../../model/readiness.ts';
import { xmlAttributes, xmlText } from './escape.ts';
import type { FormatContext, ReportFormat } from './format.ts';
import { isOpen, placeOf } from './words.ts';

/** JUnit XML: a suite for each target and service, a test for each verdict: open gaps fail, what is unknown, exempt or in the baseline is skipped. */
export const junit: ReportFormat<Iterable<string>> = function* (readinesses, context) {
  const sums = readinesses.map(({ judgements }) => countsIn(judgements));
  const total = (key: 'tests' | 'failures' | 'skipped'): number => sums.reduce((sum, counts) => sum + counts[key], 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: 'regionready audit', tests: total('tests'), failures: total('failures'), errors: 0, skipped: total('skipped') })}>\n`;
  for (const readiness of readinesses) yield* suites(readiness, context);
  yield '</testsuites>\n';
};

function countsIn(judgements: readonly Judgement[]): { readonly tests: number; readonly failures: number; readonly skipped: number } {
  const failures = judgements.filter(isOpen).length;
  return { tests: judgements.length, failures, skipped: judgements.filter(({ state }) => state !== 'ready').length - failures };
}

function* suites({ intent, judgements }: Readiness, context: FormatContext): Iterable<string> {
  const byService = [...Map.groupBy(judgements, ({ service }) => service)].sort(([a], [b]) => compareText(a, b));
  for (const [service, own] of byService) {
    const { tests, failures, skipped } = countsIn(own);
    yield `  <testsuite${xmlAttributes({ name: `${intent.target} ${service}`, tests, failures, errors: 0, skipped })}>\n`;
    for (const judgement of own) yield testCase(judgement, `${intent.target}.${service}`, context);
    yield '  </testsuite>\n';
  }
}

function testCase(judgement: Judgement, classname: string, { rules }: FormatContext): string {
  const { rule, state, severity, title, message, source, fingerprint, ask, effect } = judgement;
  const fix = judgement.fix ?? rules.get(rule)?.fix;
  const place = source?.file === undefined ? {} : { file: source.file, ...(source.line === undefined ? {} : { line: source.line }) };
  const head = `    <testcase${xmlAttributes({ classname, name: `${rule} ${title} ${fingerprint}`, ...place })}`;
  if (state === 'ready') return `${head}/>\n`;
  const told = isOpen(judgement)
    ? `<failure${xmlAttributes({ type: severity, message })}>${xmlText([`${placeOf(judgement) ?? title}: ${message}`, ...(effect === undefined ? [] : [`Left open: ${effect}`]), ...(fix === undefined ? [] : [`Fix: ${fix}`])].join('\n'))}</failure>`
    : `<skipped${xmlAttributes({ message: state === 'gap' ? `It is in the baseline: ${message}` : `${state}: ${message}${ask === undefined ? '' : ` Would answer: ${ask}`}` })}/>`;
  return `${head}>\n      ${told}\n    </testcase>\n`;
}
