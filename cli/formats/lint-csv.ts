import { csvCell } from './escape.ts';
import { openFindings, type LintFinding, type LintFormat } from './lint-report.ts';

const columns = ['rule', 'severity', 'path', 'line', 'column', 'endLine', 'endColumn', 'message', 'fix', 'fingerprint'] as const satisfies readonly (keyof LintFinding)[];

/** A table for spreadsheets: RFC 4180, one line of headings. */
export const lintCsv: LintFormat<Iterable<string>> = function* (report) {
  yield `${columns.join(',')}\r\n`;
  for (const finding of openFindings(report)) yield `${columns.map((column) => csvCell(String(finding[column] ?? ''))).join(',')}\r\n`;
};
