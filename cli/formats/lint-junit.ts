import { compareText } from '../../model/json.ts';
import type { Judgement } from '../../model/readiness.ts';
import { xmlAttributes, xmlText } from './escape.ts';
import type { LintFormat } from './lint-report.ts';
import { isOpen } from './words.ts';

const named = 'regionready lint';

/** JUnit XML: a suite for each file with findings, a failure for each open gap; what is accepted or unknown is skipped. */
export const lintJunit: LintFormat<Iterable<string>> = function* ({ judgements, looked }) {
  const told = judgements.filter(({ state, occurrence }) => state !== 'ready' && occurrence !== undefined);
  const files = [...Map.groupBy(told, ({ occurrence }) => occurrence?.file ?? '')].sort(([a], [b]) => compareText(a, b));
  const failures = told.filter(isOpen).length;
  const tests = Math.max(1, told.length);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: named, tests, failures, errors: 0, skipped: told.length - failures })}>\n`;
  for (const [file, own] of files) yield* suite(file, own);
  if (files.length === 0) {
    const read = Object.entries(looked).map(([what, count]) => `${what} ${count}`).join(', ');
    yield `  <testsuite${xmlAttributes({ name: named, tests: 1, failures: 0, errors: 0, skipped: 0 })}>\n    <testcase${xmlAttributes({ classname: named, name: `no findings (${read})` })}/>\n  </testsuite>\n`;
  }
  yield '</testsuites>\n';
};

function* suite(file: string, judgements: readonly Judgement[]): Iterable<string> {
  const failures = judgements.filter(isOpen).length;
  yield `  <testsuite${xmlAttributes({ name: file, tests: judgements.length, failures, errors: 0, skipped: judgements.length - failures })}>\n`;
  for (const judgement of judgements) {
    const { rule, severity, state, message, occurrence, fix, fingerprint } = judgement;
    const { line = 1, column = 1 } = occurrence?.span ?? {};
    yield `    <testcase${xmlAttributes({ classname: file, name: `${rule} ${line}:${column} ${fingerprint}`, file, line })}>\n`;
    if (isOpen(judgement)) yield `      <failure${xmlAttributes({ type: severity, message })}>${xmlText(`${file}:${line}:${column} ${message}${fix === undefined ? '' : `\nFix: ${fix}`}`)}</failure>\n`;
    else yield `      <skipped${xmlAttributes({ message: state === 'gap' ? `It is in the baseline: ${message}` : `${state}: ${message}` })}/>\n`;
    yield '    </testcase>\n';
  }
  yield '  </testsuite>\n';
}
