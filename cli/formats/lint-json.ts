import { openFindings, summaryOf, type LintFormat } from './lint-report.ts';

/** `{ findings, summary }`. */
export const lintJson: LintFormat = (report) => `${JSON.stringify({ findings: openFindings(report), summary: summaryOf(report) }, null, 2)}\n`;
