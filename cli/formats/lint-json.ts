import { jsonPieces } from './json-pieces.ts';
import { openFindings, summaryOf, type LintFormat } from './lint-report.ts';

/** `{ findings, summary }`. */
export const lintJson: LintFormat<Iterable<string>> = function* (report) {
  yield* jsonPieces({ findings: openFindings(report), summary: summaryOf(report) });
  yield '\n';
};
